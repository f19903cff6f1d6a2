// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/files/StoredFile.h"
#include "congvu/http/Caller.h"
#include "congvu/json/Description.h"
#include "domain/Appendix.h"
#include "domain/OutgoingMail.h"
#include "domain/PaperDispatch.h"
#include "service/AppendixSeals.h"
#include "service/DocumentWork.h"
#include "service/OwnFiles.h"
#include "service/Reviewing.h"
#include "service/Services.h"
#include "service/Signers.h"
#include "storage/FigureRepository.h"
#include "storage/MailRepository.h"
#include "storage/PaperRepository.h"
#include "storage/UnsentRepository.h"

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::outgoing {

/// What stands behind a draft, as far as the caller may see it.
struct SourceView {
    std::string title;
    std::string subtitle;
    std::string link;
};

/// Everything the document's page shows.
struct DocumentView {
    std::string id;
    std::string formId;
    std::string typeName;
    std::string subject;
    std::string urgency;
    DocumentState state = DocumentState::draft;
    json::RawJson fields;
    std::int64_t draftNumber = 1;
    std::string drafterName;
    std::string signerName;
    std::string signerTitle;
    std::optional<std::string> sourceDocumentId;
    std::optional<std::string> sourceTaskId;
    std::optional<SourceView> sourceDocument;
    std::optional<SourceView> sourceTask;
    std::optional<Date> dueOn;
    std::string sequence;  ///< the group of numbers that its number comes from, empty for the common one
    std::string numberAndSymbol;
    std::optional<Date> documentDate;
    std::optional<Timestamp> issuedAt;
    std::string recallReason;
    std::optional<std::string> requestId;  ///< of the document, else of an appendix whose seal is asked for
    std::optional<files::StoredFile> file;
    std::optional<OwnFileView> ownFile;
    std::vector<AppendixView> attachments;
    std::vector<ReviewStep> chain;
    std::vector<Recipient> recipients;
    std::vector<OutgoingMail> mails;  ///< to recipients that are reached by mail
    std::vector<PaperItem> papers;    ///< for recipients that are reached on paper
    std::vector<RelationView> relations;
    std::vector<std::string> acts;
    std::int64_t version = 1;
    Timestamp createdAt;
    Timestamp updatedAt;
};

/// Values a new draft starts with.
struct DraftDefaults {
    json::RawJson fields;
    std::string urgency = "normal";
    std::vector<std::string> recipientAgencyIds;
    std::optional<Date> dueOn;
    std::optional<std::string> sourceDocumentId;  ///< also when only a task was named that came from it
    std::optional<SourceView> sourceDocument;
    std::optional<SourceView> sourceTask;
};

struct StateCount {
    std::string state;
    std::int64_t documents = 0;
};

/// Numbers beside the tabs of the list.
struct Counters {
    std::vector<StateCount> items;  ///< the agency's documents by state; empty for those who do not read everything
    std::int64_t mine = 0;
    std::int64_t returned = 0;
    std::int64_t waiting = 0;
    std::int64_t late = 0;  ///< signed and not issued in time, for those who issue; at most kMostCounted
};

/// Reading: lists, one document, versions, files, defaults. Nothing here changes a row.
class ReadDocuments {
public:
    static constexpr std::int64_t kMostCounted = 1000;

    struct Needs {
        DocumentWork& work;
        const Reviewing& reviewing;
        const AppendixSeals& seals;
        const Numbers& numbers;
        const calendar::WorkingCalendar& calendar;
    };
    ReadDocuments(const Services& services, const Needs& needs)
        : services_(services),
          work_(needs.work),
          reviewing_(needs.reviewing),
          seals_(needs.seals),
          numbers_(needs.numbers),
          calendar_(needs.calendar),
          signers_(services.directory, services.forms, services.mandates) {}

    [[nodiscard]] db::Page<DocumentRow> list(const http::Caller& caller, const ListFilter& filter, const db::PageRequest& page);
    /// The same within a reading of somebody else.
    [[nodiscard]] db::Page<DocumentRow> list(db::Reader& reader, const http::Caller& caller, const ListFilter& filter,
                                             const db::PageRequest& page) const;
    /// How many the filter finds, at most db::kTotalCap; nothing where neither a counter nor an index knows it.
    [[nodiscard]] std::optional<std::int64_t> count(db::Reader& reader, const http::Caller& caller, const ListFilter& filter) const;
    [[nodiscard]] Counters counters(const http::Caller& caller);
    /// AppError notFound unless the caller sees the document. Acts ask this before they look at what was sent.
    void requireVisible(const http::Caller& caller, std::string_view id);
    [[nodiscard]] DocumentView view(const http::Caller& caller, std::string_view id);
    [[nodiscard]] std::vector<DraftVersion> versions(const http::Caller& caller, std::string_view id);
    [[nodiscard]] std::vector<inbox::TimelineEntry> timeline(const http::Caller& caller, std::string_view id);
    /// A file of the document; notFound for any other file.
    [[nodiscard]] files::StoredFile file(const http::Caller& caller, std::string_view id, std::string_view fileId);
    [[nodiscard]] DraftDefaults defaults(const http::Caller& caller, std::string_view formId, std::string_view sourceDocumentId,
                                         std::string_view sourceTaskId);
    [[nodiscard]] std::vector<FormUse> formUse(const http::Caller& caller);
    [[nodiscard]] std::vector<ReviewStep> suggestedChain(const http::Caller& caller) const { return reviewing_.suggestChain(caller); }

private:
    /// Links with other documents that the caller may see too.
    [[nodiscard]] std::vector<RelationView> visibleRelations(db::Reader& reader, const http::Caller& caller, std::string_view id) const;
    /// Signed documents by the agency's counters; nothing for whoever does not read all of them, or for drafts, of which one sees a part.
    [[nodiscard]] std::optional<std::int64_t> countByState(db::Reader& reader, const http::Caller& caller,
                                                           const std::vector<DocumentState>& states) const;
    std::string defaultFields(const http::Caller& caller, std::string_view formId, const std::string& issuerToAnswer) const;

    Services services_;
    DocumentWork& work_;
    const Reviewing& reviewing_;
    const AppendixSeals& seals_;
    const Numbers& numbers_;
    const calendar::WorkingCalendar& calendar_;
    UnsentRepository unsent_;
    FigureRepository figures_;
    MailRepository mails_;
    PaperRepository papers_;
    Signers signers_;
};

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::SourceView> {
    static auto fields() {
        using View = congvu::outgoing::SourceView;
        return std::tuple{field("title", &View::title), field("subtitle", &View::subtitle), field("link", &View::link)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::DocumentView> {
    static auto fields() {
        using View = congvu::outgoing::DocumentView;
        return std::tuple{field("id", &View::id),
                          field("formId", &View::formId),
                          field("typeName", &View::typeName),
                          field("subject", &View::subject),
                          field("urgency", &View::urgency),
                          field("state", &View::state),
                          field("fields", &View::fields),
                          field("draftNumber", &View::draftNumber),
                          field("drafterName", &View::drafterName),
                          field("signerName", &View::signerName),
                          field("signerTitle", &View::signerTitle),
                          field("sourceDocumentId", &View::sourceDocumentId),
                          field("sourceTaskId", &View::sourceTaskId),
                          field("sourceDocument", &View::sourceDocument),
                          field("sourceTask", &View::sourceTask),
                          field("dueOn", &View::dueOn),
                          field("sequence", &View::sequence),
                          field("numberAndSymbol", &View::numberAndSymbol),
                          field("documentDate", &View::documentDate),
                          field("issuedAt", &View::issuedAt),
                          field("recallReason", &View::recallReason),
                          field("requestId", &View::requestId),
                          field("file", &View::file),
                          field("ownFile", &View::ownFile),
                          field("attachments", &View::attachments),
                          field("chain", &View::chain),
                          field("recipients", &View::recipients),
                          field("mails", &View::mails),
                          field("papers", &View::papers),
                          field("relations", &View::relations),
                          field("acts", &View::acts),
                          field("version", &View::version),
                          field("createdAt", &View::createdAt),
                          field("updatedAt", &View::updatedAt)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::DraftDefaults> {
    static auto fields() {
        using Defaults = congvu::outgoing::DraftDefaults;
        return std::tuple{field("fields", &Defaults::fields),
                          field("urgency", &Defaults::urgency),
                          field("recipientAgencyIds", &Defaults::recipientAgencyIds),
                          field("dueOn", &Defaults::dueOn),
                          field("sourceDocumentId", &Defaults::sourceDocumentId),
                          field("sourceDocument", &Defaults::sourceDocument),
                          field("sourceTask", &Defaults::sourceTask)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::StateCount> {
    static auto fields() {
        using Count = congvu::outgoing::StateCount;
        return std::tuple{field("state", &Count::state), field("documents", &Count::documents)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::Counters> {
    static auto fields() {
        using Counters = congvu::outgoing::Counters;
        return std::tuple{field("items", &Counters::items), field("mine", &Counters::mine), field("returned", &Counters::returned),
                          field("waiting", &Counters::waiting), field("late", &Counters::late)};
    }
};
