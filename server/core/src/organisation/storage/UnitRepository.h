// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/domain/PluginRule.h"
#include "organisation/domain/Unit.h"

#include "congvu/db/Tx.h"
#include "congvu/time/Clock.h"

#include <optional>
#include <string>
#include <string_view>

namespace congvu::core {

/// All SQL of units and of the rules that stand on them.
class UnitRepository {
public:
    void insert(db::Tx& tx, const Unit& unit, Timestamp createdAt) const;
    [[nodiscard]] std::optional<Unit> find(db::Reader& reader, std::string_view id) const;
    /// False when the version is no longer the stored one.
    [[nodiscard]] bool update(db::Tx& tx, const Unit& unit, std::int64_t expectedVersion) const;
    [[nodiscard]] bool anyUnit(db::Reader& reader) const;
    /// True when another active unit has the code.
    [[nodiscard]] bool isOrganIdTaken(db::Reader& reader, std::string_view organId, std::string_view exceptUnitId) const;
    /// True when `unitId` is `rootId` or lies below it.
    [[nodiscard]] bool isInSubtree(db::Reader& reader, std::string_view unitId, std::string_view rootId) const;
    /// True when active units lie directly below or posts are in force that day.
    [[nodiscard]] bool isInUse(db::Reader& reader, std::string_view id, Date day) const;

    void putRule(db::Tx& tx, const PluginRule& rule) const;
    void removeRule(db::Tx& tx, std::string_view unitId, std::string_view pluginId) const;
};

}  // namespace congvu::core
