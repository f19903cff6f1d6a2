// SPDX-License-Identifier: Apache-2.0
#include "organisation/domain/UnitGate.h"

#include <utility>

namespace congvu::core {

UnitGate::UnitGate(std::vector<std::size_t> parents, const StringMap<std::size_t>& unitIndex, std::vector<PluginRule> rules)
    : parents_(std::move(parents)) {
    for (auto& rule : rules) {
        const auto unit = unitIndex.find(rule.unitId);
        if (unit != unitIndex.end()) {
            rules_.push_back({unit->second, std::move(rule)});
        }
    }
}

bool UnitGate::isOn(std::string_view pluginId, std::size_t unit, Date day) const {
    if (rules_.empty()) {
        return true;
    }
    const auto table = tableOf(day);
    const auto answers = table->isOn.find(pluginId);
    return answers == table->isOn.end() || answers->second[unit];
}

std::shared_ptr<const UnitGate::Table> UnitGate::tableOf(Date day) const {
    if (auto known = table_.load(); known && known->day == day) {
        return known;
    }
    auto table = std::make_shared<Table>();
    table->day = day;
    StringMap<std::vector<std::pair<std::size_t, bool>>> inForce;
    for (const auto& [unit, rule] : rules_) {
        if (rule.isInForceOn(day) && rule.rule != RuleKind::inherit) {
            inForce[rule.pluginId].emplace_back(unit, rule.rule == RuleKind::on);
        }
    }
    const auto order = topDownOrder();
    for (const auto& [plugin, rulesOfPlugin] : inForce) {
        std::vector<signed char> own(parents_.size(), -1);
        for (const auto& [unit, isOn] : rulesOfPlugin) {
            own[unit] = isOn ? 1 : 0;
        }
        auto& answers = table->isOn[plugin];
        answers.assign(parents_.size(), true);
        for (const auto unit : order) {
            const bool inherited = parents_[unit] == kNoParent || answers[parents_[unit]];
            answers[unit] = own[unit] < 0 ? inherited : own[unit] == 1;
        }
    }
    table_.store(table);
    return table;
}

std::vector<std::size_t> UnitGate::topDownOrder() const {
    std::vector<std::vector<std::size_t>> children(parents_.size());
    std::vector<std::size_t> order;
    for (std::size_t unit = 0; unit < parents_.size(); ++unit) {
        if (parents_[unit] == kNoParent) {
            order.push_back(unit);
        } else {
            children[parents_[unit]].push_back(unit);
        }
    }
    for (std::size_t next = 0; next < order.size(); ++next) {
        const auto& below = children[order[next]];
        order.insert(order.end(), below.begin(), below.end());
    }
    return order;
}

}  // namespace congvu::core
