// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Caller.h"
#include "congvu/json/Description.h"
#include "domain/OutgoingDocument.h"
#include "domain/Relation.h"
#include "service/DocumentWork.h"
#include "service/RecipientChoice.h"
#include "service/Services.h"

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::outgoing {

/// A new draft, or the new content of one.
struct DraftInput {
    std::string formId;  ///< only when the draft is made
    json::RawJson fields;
    std::string urgency = "normal";
    std::optional<std::string> sourceDocumentId;
    std::optional<std::string> sourceTaskId;
    std::optional<Date> dueOn;
    std::vector<std::string> recipientAgencyIds;  ///< over the exchange; the short form of recipients
    std::string note;
    std::vector<RecipientInput> recipients{};
    std::vector<RelationInput> relations{};  ///< earlier documents that it corrects, amends or replaces; only when the draft is made
};

/// Makes drafts and their versions. Every save is a kept version; the file is laid out only when the draft reaches the signer.
class Drafting {
public:
    Drafting(const Services& services, DocumentWork& work, const RecipientChoice& choice)
        : services_(services), work_(work), choice_(choice) {}

    OutgoingDocument create(const http::Caller& caller, const DraftInput& input);
    /// Saves a new version; AppError stale when \p expectedVersion is not the current one. A document on the signer's desk is laid out
    /// and put there anew.
    OutgoingDocument edit(const http::Caller& caller, std::string_view id, std::int64_t expectedVersion, const DraftInput& input);
    /// The values as a PDF, nothing kept. AppError invalid with pointers below "/fields".
    [[nodiscard]] forms::RenderedForm preview(std::string_view formId, std::string_view fieldsJson) const;
    void cancel(const http::Caller& caller, std::string_view id);

private:
    /// What a draft answers.
    struct Source {
        std::optional<std::string> documentId;
        std::optional<std::string> taskId;
    };

    /// The sources the caller named, as far as he may see them; a task that came from an incoming document names that too.
    [[nodiscard]] Source sourceOf(const http::Caller& caller, const DraftInput& input) const;
    /// AppError invalid with a pointer into "/relations" for a document the caller may not see or that such a draft cannot be about.
    void checkRelations(const http::Caller& caller, const DraftInput& input) const;
    /// AppError invalid with pointers into "/recipientAgencyIds" and "/recipients".
    std::vector<Recipient> recipientsOf(const http::Caller& caller, const DraftInput& input) const;

    Services services_;
    DocumentWork& work_;
    const RecipientChoice& choice_;
};

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::DraftInput> {
    static auto fields() {
        using Input = congvu::outgoing::DraftInput;
        return std::tuple{field("formId", &Input::formId).maxLength(60),
                          field("fields", &Input::fields).required(),
                          field("urgency", &Input::urgency).maxLength(20),
                          field("sourceDocumentId", &Input::sourceDocumentId).maxLength(40),
                          field("sourceTaskId", &Input::sourceTaskId).maxLength(40),
                          field("dueOn", &Input::dueOn),
                          field("recipientAgencyIds", &Input::recipientAgencyIds).maxLength(500),
                          field("recipients", &Input::recipients).maxLength(500),
                          field("note", &Input::note).maxLength(2000).multiline(),
                          field("relations", &Input::relations).maxLength(20)};
    }
};
