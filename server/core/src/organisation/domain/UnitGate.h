// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/domain/PluginRule.h"
#include "shared/domain/SharedValue.h"
#include "shared/domain/StringMap.h"

#include <memory>
#include <string_view>
#include <vector>

namespace congvu::core {

/// Is a plugin on for a unit? The nearest rule in force, going up from the unit, decides; without any rule it is on. Answers of a day
/// are computed once, for all units together, when they are first asked for. Thread-safe.
class UnitGate {
public:
    static constexpr std::size_t kNoParent = static_cast<std::size_t>(-1);

    /// `parents` by unit number; `unitIndex` gives the number of the unit a rule names.
    UnitGate(std::vector<std::size_t> parents, const StringMap<std::size_t>& unitIndex, std::vector<PluginRule> rules);

    [[nodiscard]] bool isOn(std::string_view pluginId, std::size_t unit, Date day) const;

private:
    /// The answers of one day: per plugin that has rules, per unit.
    struct Table {
        Date day;
        StringMap<std::vector<bool>> isOn;
    };
    struct NumberedRule {
        std::size_t unit;
        PluginRule rule;
    };
    [[nodiscard]] std::shared_ptr<const Table> tableOf(Date day) const;
    [[nodiscard]] std::vector<std::size_t> topDownOrder() const;

    std::vector<std::size_t> parents_;
    std::vector<NumberedRule> rules_;
    mutable SharedValue<Table> table_;
};

}  // namespace congvu::core
