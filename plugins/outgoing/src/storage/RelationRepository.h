// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "domain/Relation.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congvu::outgoing {

/// All SQL of outgoing_relation.
class RelationRepository {
public:
    void insert(db::Tx& tx, std::string_view documentId, const RelationInput& relation, Timestamp at) const;
    /// What the document says about earlier ones: kind and id, at most 20.
    [[nodiscard]] std::vector<RelationInput> of(db::Reader& reader, std::string_view documentId) const;
    /// From both sides. A later document counts at the earlier one only once it is issued, so that nobody sees a draft through it.
    [[nodiscard]] std::vector<RelationView> views(db::Reader& reader, std::string_view documentId) const;
};

}  // namespace congvu::outgoing
