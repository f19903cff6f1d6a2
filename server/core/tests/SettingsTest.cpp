// SPDX-License-Identifier: Apache-2.0
#include "CoreFixture.h"

namespace congvu::core {

namespace {

class SettingsTest : public CoreTest {
protected:
    std::int64_t soon(const std::string& unit) { return core->settings.number("core.due_soon_days", unit); }
};

}  // namespace

TEST_F(SettingsTest, TheNearestUnitThenTheSystemThenTheDefaultCounts) {
    EXPECT_EQ(soon(economyA), 3);
    core->settings.changeText({}, "core.due_soon_days", "4", "");
    core->settings.changeText({}, "core.due_soon_days", "5", communeA);
    EXPECT_EQ(soon(economyA), 5);
    EXPECT_EQ(soon(communeB), 4);
    core->settings.changeText({}, "core.due_soon_days", std::nullopt, communeA);
    EXPECT_EQ(soon(economyA), 4);
}

TEST_F(SettingsTest, WrongValuesAreNamedAndNothingIsStored) {
    SettingChanges changes;
    changes.changes = {{"core.due_soon_days", {"5"}}, {"core.session_days", {"\"x\""}}, {"core.none", {"1"}}};
    EXPECT_EQ(errorOf([&] { core->settings.change({}, changes); }), "/changes/1/value wrong-type");
    EXPECT_EQ(soon(""), 3);
    changes.unitId = communeA;
    changes.changes = {{"core.session_days", {"3"}}};
    EXPECT_EQ(errorOf([&] { core->settings.change({}, changes); }), "/changes/0/key core.setting-of-system");
}

TEST_F(SettingsTest, TheListSaysWhereAValueComesFrom) {
    core->settings.changeText({}, "core.due_soon_days", "5", communeA);
    const auto from = [&](const std::string& unit) {
        for (const auto& item : core->settings.list(unit)) {
            if (item.key == "core.due_soon_days") {
                return item.value.text + " " + item.inheritedFrom.value_or("own");
            }
        }
        return std::string{};
    };
    EXPECT_EQ(from(communeB), "3 default");
    EXPECT_EQ(from(communeA), "5 own");
    EXPECT_EQ(from(economyA), "5 Uỷ ban nhân dân xã Hoà Bình");
}

TEST_F(SettingsTest, AnUndeclaredKeyIsAProgrammingError) {
    EXPECT_THROW(static_cast<void>(core->settings.text("core.none")), std::logic_error);
}

TEST_F(SettingsTest, AnAdministratorBelowTheRootChangesOnlyItsUnits) {
    const auto administrator = as(addPost(communeA, "administrator"));
    SettingChanges changes;
    changes.changes = {{"core.due_soon_days", {"5"}}};
    EXPECT_EQ(errorOf([&] { core->settings.change(administrator, changes); }), "forbidden");
    changes.unitId = communeB;
    EXPECT_EQ(errorOf([&] { core->settings.change(administrator, changes); }), "not-found");
    changes.unitId = economyA;
    EXPECT_EQ(errorOf([&] { core->settings.change(administrator, changes); }), "none");
}

}  // namespace congvu::core
