// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"
#include "congvu/http/Caller.h"
#include "domain/FigureFilter.h"
#include "domain/OutgoingDocument.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congvu::outgoing {

/// What a list shows.
struct ListFilter {
    std::vector<DocumentState> states;  ///< empty: every state
    bool isMine = false;                ///< drafted in the caller's post
    bool isWaitingForMe = false;        ///< the caller's post is the current step of the chain
    bool isReturned = false;            ///< drafts that were given back
    std::string text;                   ///< folded
    std::string sourceDocumentId;
    std::string sourceTaskId;
    FigureFilter figure;      ///< what figures count of issued documents; unless it is empty, only it and the text count
    bool isLate = false;      ///< signed and not issued by the next working day; besides only the text counts then
    std::string markerId;     ///< only what stands under this marker; empty for all
    std::string markerOwner;  ///< the person whose marker it is
};

/// What waits for one post.
struct PersonalCounts {
    std::int64_t drafts = 0;    ///< own drafts, new or returned
    std::int64_t returned = 0;  ///< of these, the returned ones
    std::int64_t waiting = 0;   ///< documents in review or to be signed by the post
};

/// How often a post has begun a document of a form lately.
struct FormUse {
    std::string formId;
    std::int64_t documents = 0;
};

/// All SQL of outgoing_document, its access tokens and its counters. Every reading statement carries the row-level policy.
class DocumentRepository {
public:
    void insert(db::Tx& tx, const OutgoingDocument& document) const;
    /// Writes every changeable column when the row still has \p expectedVersion; false when somebody else was first.
    bool update(db::Tx& tx, const OutgoingDocument& document, std::int64_t expectedVersion) const;

    /// One document that the caller may see.
    [[nodiscard]] std::optional<OutgoingDocument> find(db::Reader& reader, const http::Caller& caller, std::string_view id) const;
    /// Those of the ids (at most 200) whose document the caller may see.
    [[nodiscard]] std::vector<std::string> visible(db::Reader& reader, const http::Caller& caller,
                                                   const std::vector<std::string>& ids) const;
    /// What lists show of those of the ids (at most 200) that the caller may see.
    [[nodiscard]] std::vector<DocumentRow> rowsOf(db::Reader& reader, const http::Caller& caller,
                                                  const std::vector<std::string>& ids) const;
    /// For subscribers: no caller, no policy.
    [[nodiscard]] std::optional<OutgoingDocument> findForSystem(db::Reader& reader, std::string_view id) const;
    [[nodiscard]] db::Page<DocumentRow> list(db::Reader& reader, const http::Caller& caller, const ListFilter& filter,
                                             const db::PageRequest& page) const;

    /// Lets a token ("post:…", "unit:…") see the document.
    void grant(db::Tx& tx, std::string_view documentId, std::string_view token) const;
    [[nodiscard]] std::vector<std::string> tokens(db::Reader& reader, std::string_view documentId) const;
    /// Documents of the agency by state.
    [[nodiscard]] std::vector<std::pair<std::string, std::int64_t>> counters(db::Reader& reader, std::string_view agencyId) const;

    [[nodiscard]] PersonalCounts personalCounts(db::Reader& reader, const http::Caller& caller) const;

    /// The latest document with recipients among the last 200 that the post has drafted, of one form if it is named.
    [[nodiscard]] std::optional<std::string> latestSent(db::Reader& reader, std::string_view drafterPostId, std::string_view formId) const;

    /// The forms of the last 200 documents that the post has drafted, the most frequent first, at most 6.
    [[nodiscard]] std::vector<FormUse> formUse(db::Reader& reader, std::string_view drafterPostId) const;

private:
    void count(db::Tx& tx, std::string_view agencyId, DocumentState state, int change) const;
};

}  // namespace congvu::outgoing
