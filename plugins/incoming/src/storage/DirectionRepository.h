// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Direction.h"

#include "congvu/db/Tx.h"

#include <string_view>
#include <vector>

namespace congvu::incoming {

/// All SQL of incoming_direction and incoming_assignment.
class DirectionRepository {
public:
    void insert(db::Tx& tx, std::string_view agencyId, std::string_view documentId, const Direction& direction) const;
    /// Every direction of a document with its assignments, oldest first, withdrawn ones included.
    [[nodiscard]] std::vector<Direction> ofDocument(db::Reader& reader, std::string_view documentId) const;
    void withdraw(db::Tx& tx, std::string_view directionId, std::string_view reason, Timestamp at) const;
};

}  // namespace congvu::incoming
