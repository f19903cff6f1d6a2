// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"
#include "congvu/http/Caller.h"
#include "domain/DeskRequest.h"

#include <optional>
#include <string_view>
#include <vector>

namespace congvu::signingdesk {

/// All SQL of signing_request. Whose desk a request lies on is part of every reading statement (docs/row-level-policy.md).
class RequestRepository {
public:
    void insert(db::Tx& tx, const DeskRequest& request) const;
    /// One request on the caller's desk.
    [[nodiscard]] std::optional<DeskRequest> find(db::Reader& reader, const http::Caller& caller, std::string_view id) const;
    /// Requests on the caller's desk in one state, newest first.
    [[nodiscard]] db::Page<DeskRequest> list(db::Reader& reader, const http::Caller& caller, RequestState state,
                                             const db::PageRequest& page) const;
    /// For background work, which acts for nobody.
    [[nodiscard]] std::optional<DeskRequest> findForSystem(db::Reader& reader, std::string_view id) const;
    /// What became of the newest request of the same entity that was made after this one: open or signed; nothing when there is none.
    [[nodiscard]] std::optional<RequestState> laterOfEntity(db::Reader& reader, const DeskRequest& request) const;
    /// Open requests of an entity, for taking them back.
    [[nodiscard]] std::vector<std::string> openOfEntity(db::Reader& reader, const EntityRef& entity) const;

    /// Moves an open request on; false when somebody else did it first. This is what makes a signature happen exactly once.
    bool markSigned(db::Tx& tx, std::string_view id, std::string_view signedFileId, std::string_view level, Timestamp at) const;
    /// Puts an extended file in the place of the signed one; false when it is not the signed one any more.
    bool replaceSigned(db::Tx& tx, std::string_view id, std::string_view fromFileId, std::string_view fileId, std::string_view level) const;
    bool markReturned(db::Tx& tx, std::string_view id, std::string_view note, Timestamp at) const;
    bool markWithdrawn(db::Tx& tx, std::string_view id, Timestamp at) const;
};

}  // namespace congvu::signingdesk
