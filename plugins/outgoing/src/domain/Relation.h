// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "domain/OutgoingDocument.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace congvu::outgoing {

/// What a document does to an earlier one (Decree 30/2020, Art. 18: wrong content is amended or replaced by a document of equal form, a
/// wrong form is corrected by an official letter).
enum class RelationKind { corrects, amends, replaces };

/// What a draft says about an earlier document.
struct RelationInput {
    RelationKind kind = RelationKind::corrects;
    std::string documentId;
};

/// One link as a document's page shows it, from either side.
struct RelationView {
    RelationKind kind = RelationKind::corrects;
    bool isOfThis = true;  ///< this document corrects the other; false: it is corrected by the other
    std::string documentId;
    std::string numberAndSymbol;
    std::string typeName;
    std::string subject;
    DocumentState state = DocumentState::draft;
    std::optional<Date> documentDate;
};

/// What is wrong with such a link: "outgoing.relation-not-issued" unless the earlier document has been issued, "outgoing.correct-by-letter"
/// for a correction that is no official letter, "outgoing.equal-form" for an amendment or replacement of another form. Empty: nothing.
std::string_view relationProblem(RelationKind kind, std::string_view formId, const OutgoingDocument& target);

}  // namespace congvu::outgoing

template <>
struct congvu::json::EnumNames<congvu::outgoing::RelationKind> {
    using Kind = congvu::outgoing::RelationKind;
    static constexpr std::array values{std::pair{Kind::corrects, std::string_view{"corrects"}},
                                       std::pair{Kind::amends, std::string_view{"amends"}},
                                       std::pair{Kind::replaces, std::string_view{"replaces"}}};
};
template <>
struct congvu::json::Description<congvu::outgoing::RelationInput> {
    static auto fields() {
        using Input = congvu::outgoing::RelationInput;
        return std::tuple{field("kind", &Input::kind).required(), field("documentId", &Input::documentId).required().maxLength(40)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::RelationView> {
    static auto fields() {
        using View = congvu::outgoing::RelationView;
        return std::tuple{field("kind", &View::kind),
                          field("isOfThis", &View::isOfThis),
                          field("documentId", &View::documentId),
                          field("numberAndSymbol", &View::numberAndSymbol),
                          field("typeName", &View::typeName),
                          field("subject", &View::subject),
                          field("state", &View::state),
                          field("documentDate", &View::documentDate)};
    }
};
