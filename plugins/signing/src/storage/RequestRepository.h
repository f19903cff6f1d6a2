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
    /// Open requests of an entity, for taking them back.
    [[nodiscard]] std::vector<std::string> openOfEntity(db::Reader& reader, const EntityRef& entity) const;

    /// Moves an open request on; false when somebody else did it first. This is what makes a signature happen exactly once.
    bool markSigned(db::Tx& tx, std::string_view id, std::string_view signedFileId, std::string_view level, Timestamp at) const;
    bool markReturned(db::Tx& tx, std::string_view id, std::string_view note, Timestamp at) const;
    bool markWithdrawn(db::Tx& tx, std::string_view id, Timestamp at) const;
};

}  // namespace congvu::signingdesk
