// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "congvu/time/Date.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace congvu::core {

/// `inherit` is never stored: it takes the unit's own rule away.
enum class RuleKind { inherit, on, off };

/// Turns a plugin on or off for a unit and everything below that has no nearer rule, within its dates.
struct PluginRule {
    std::string unitId;
    std::string pluginId;
    RuleKind rule = RuleKind::inherit;
    std::optional<Date> from;   ///< first day, from ever when absent
    std::optional<Date> until;  ///< last day, for ever when absent
    std::string reason;

    [[nodiscard]] bool isInForceOn(Date day) const { return (!from || *from <= day) && (!until || day <= *until); }
};

/// Body of PUT /plugin-rules.
struct PluginRuleChanges {
    std::vector<PluginRule> changes;
};

}  // namespace congvu::core

template <>
struct congvu::json::EnumNames<congvu::core::RuleKind> {
    using Kind = congvu::core::RuleKind;
    static constexpr std::array values{std::pair{Kind::inherit, std::string_view{"inherit"}}, std::pair{Kind::on, std::string_view{"on"}},
                                       std::pair{Kind::off, std::string_view{"off"}}};
};
template <>
struct congvu::json::Description<congvu::core::PluginRule> {
    static auto fields() {
        using Rule = congvu::core::PluginRule;
        return std::tuple{field("unitId", &Rule::unitId).required().maxLength(26),
                          field("pluginId", &Rule::pluginId).required().maxLength(60),
                          field("rule", &Rule::rule).required(),
                          field("from", &Rule::from),
                          field("until", &Rule::until),
                          field("reason", &Rule::reason).maxLength(500)};
    }
};
template <>
struct congvu::json::Description<congvu::core::PluginRuleChanges> {
    static auto fields() {
        return std::tuple{field("changes", &congvu::core::PluginRuleChanges::changes).required().minLength(1).maxLength(2'000)};
    }
};
