// SPDX-License-Identifier: Apache-2.0
#include "CoreFixture.h"

#include <algorithm>
#include <map>
#include <random>

namespace congvu::core {

namespace {

class UnitGateTest : public CoreTest {
protected:
    void rule(const std::string& unit, RuleKind kind, std::optional<Date> from = {}, std::optional<Date> until = {}) {
        core->rules.change({}, {{unit, "tasks", kind, from, until, "thử"}});
    }
};

/// The reference: walk up until a rule in force is met.
bool isOnByReference(const std::vector<Unit>& units, const std::vector<PluginRule>& rules, const std::string& plugin, std::string unit,
                     Date day) {
    for (;;) {
        for (const auto& rule : rules) {
            const bool isInForce = (!rule.from || *rule.from <= day) && (!rule.until || day <= *rule.until);
            if (rule.unitId == unit && rule.pluginId == plugin && isInForce) {
                return rule.rule == RuleKind::on;
            }
        }
        const auto here = std::find_if(units.begin(), units.end(), [&](const Unit& candidate) { return candidate.id == unit; });
        if (!here->parentId) {
            return true;
        }
        unit = *here->parentId;
    }
}

std::vector<Unit> randomTree(std::mt19937& random, int count) {
    std::vector<Unit> units(static_cast<std::size_t>(count));
    for (int index = 0; index < count; ++index) {
        auto& unit = units[static_cast<std::size_t>(index)];
        unit.id = "u" + std::to_string(index);
        unit.kind = index % 3 == 0 ? UnitKind::agency : UnitKind::division;
        if (index > 0) {
            unit.parentId = "u" + std::to_string(std::uniform_int_distribution<int>(0, index - 1)(random));
        }
    }
    std::shuffle(units.begin(), units.end(), random);
    return units;
}

std::vector<PluginRule> randomRules(std::mt19937& random, int units, const std::vector<std::string>& plugins) {
    std::vector<PluginRule> rules;
    const auto pick = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    for (int index = 0; index < units; ++index) {
        for (const auto& plugin : plugins) {
            if (pick(9) > 1) {
                continue;
            }
            PluginRule rule{"u" + std::to_string(index), plugin, pick(1) == 0 ? RuleKind::on : RuleKind::off, {}, {}, ""};
            rule.from = pick(2) == 0 ? std::optional{Date{2026, 3, 1}.plusDays(pick(20))} : std::nullopt;
            rule.until = pick(2) == 0 ? std::optional{Date{2026, 3, 10}.plusDays(pick(20))} : std::nullopt;
            rules.push_back(rule);
        }
    }
    return rules;
}

}  // namespace

TEST_F(UnitGateTest, APluginIsOnUntilSomebodyTurnsItOff) {
    EXPECT_TRUE(core->directory.isPluginOn("tasks", economyA));
}

TEST_F(UnitGateTest, TheNearestRuleWinsFromTheNextQuestion) {
    rule(communeA, RuleKind::off);
    EXPECT_FALSE(core->directory.isPluginOn("tasks", economyA));
    EXPECT_TRUE(core->directory.isPluginOn("tasks", communeB));
    rule(economyA, RuleKind::on);
    EXPECT_TRUE(core->directory.isPluginOn("tasks", economyA));
    EXPECT_FALSE(core->directory.isPluginOn("tasks", officeA));
    rule(economyA, RuleKind::inherit);
    EXPECT_FALSE(core->directory.isPluginOn("tasks", economyA));
}

TEST_F(UnitGateTest, ARuleHoldsFromItsFirstToItsLastDay) {
    rule(communeA, RuleKind::off, Date{2026, 3, 3}, Date{2026, 3, 4});
    for (const bool isOn : {true, false, false, true}) {
        EXPECT_EQ(core->directory.isPluginOn("tasks", economyA), isOn) << clock.today().toString();
        clock.advance(std::chrono::hours{24});
    }
}

TEST_F(UnitGateTest, TheSystemItselfIsNeverTurnedOff) {
    EXPECT_EQ(errorOf([&] {
                  core->rules.change({}, {{communeA, "core", RuleKind::off, {}, {}, ""}});
              }),
              "/changes/0/pluginId core.core-stays-on");
    EXPECT_TRUE(core->directory.isPluginOn("core", communeA));
}

TEST_F(UnitGateTest, ChangesAreMadeAllOrNone) {
    EXPECT_EQ(errorOf([&] {
                  core->rules.change({}, {{communeA, "tasks", RuleKind::off, {}, {}, ""}, {communeA, "none", RuleKind::off, {}, {}, ""}});
              }),
              "/changes/1/pluginId core.unknown-plugin");
    EXPECT_TRUE(core->directory.isPluginOn("tasks", communeA));
}

TEST_F(UnitGateTest, AgreesWithTheReferenceOnAThousandUnitsAndTwelvePlugins) {
    std::mt19937 random(20260302);
    std::vector<std::string> plugins;
    plugins.reserve(12);
    for (int index = 0; index < 12; ++index) {
        plugins.push_back("p" + std::to_string(index));
    }
    for (int round = 0; round < 3; ++round) {
        OrganisationData data;
        data.units = randomTree(random, 1000);
        data.rules = randomRules(random, 1000, plugins);
        const OrganisationSnapshot organisation(data);
        std::map<std::string, std::vector<PluginRule>> rulesOf;
        for (const auto& rule : data.rules) {
            rulesOf[rule.pluginId].push_back(rule);
        }
        int differences = 0;
        const auto day = Date{2026, 3, 5}.plusDays(7 * round);
        for (std::size_t index = 0; index < data.units.size(); index += 5) {
            for (const auto& plugin : plugins) {
                const bool expected = isOnByReference(data.units, rulesOf[plugin], plugin, data.units[index].id, day);
                differences += organisation.isPluginOn(plugin, data.units[index].id, day) != expected ? 1 : 0;
            }
        }
        EXPECT_EQ(differences, 0) << "round " << round;
    }
}

}  // namespace congvu::core
