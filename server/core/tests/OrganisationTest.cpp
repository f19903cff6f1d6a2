// SPDX-License-Identifier: Apache-2.0
#include "CoreFixture.h"
#include "shared/service/SystemCaller.h"

namespace congvu::core {

namespace {

class OrganisationTest : public CoreTest {};

Role roleOf(const OrganisationSnapshot& organisation, std::string_view id) {
    return *organisation.role(id);
}

}  // namespace

TEST_F(OrganisationTest, ARoleChangeTakesEffectWithTheNextQuestion) {
    const auto clerk = addPost(officeA, "clerk");
    ASSERT_TRUE(as(clerk).may("incoming.register"));
    core->roles.change({}, "clerk", {{"Văn thư", "Clerk"}, {}}, std::nullopt);
    EXPECT_FALSE(as(clerk).may("incoming.register"));
    core->roles.change({}, "clerk", {{"Văn thư", "Clerk"}, {"incoming.register"}}, std::nullopt);
    EXPECT_TRUE(as(clerk).may("incoming.register"));
}

TEST_F(OrganisationTest, APermissionThatWasTakenAwayStaysAwayAtTheNextStart) {
    core->roles.change({}, "clerk", {{"Văn thư", "Clerk"}, {"incoming.read-all"}}, std::nullopt);
    restart();
    EXPECT_EQ(roleOf(*core->store.current(), "clerk").permissions, std::vector<std::string>{"incoming.read-all"});
}

TEST_F(OrganisationTest, ANewPluginBringsItsDefaultPermissions) {
    PluginFacts fresh;
    fresh.id = "meetings";
    fresh.permissions = {{"meetings.plan", {"Lập lịch", "Plan"}, {"office-head"}}};
    catalogue.plugins_.push_back(fresh);
    core->plugins.refresh();
    core->roles.grantDefaults();
    EXPECT_TRUE(as(addPost(officeA, "office-head")).may("meetings.plan"));
}

TEST_F(OrganisationTest, APostThatHasEndedActsNoMore) {
    const auto head = addPost(economyA, "head");
    ASSERT_EQ(core->directory.postsOfUnit(economyA, "tasks.accept").size(), 1U);
    core->posts.end({}, head);
    EXPECT_FALSE(core->organisation.callerOf(head));
    EXPECT_TRUE(core->directory.postsOfUnit(economyA, "tasks.accept").empty());
}

TEST_F(OrganisationTest, PostsOfAnAgencyAreThoseOfItsDivisionsButNotOfAgenciesBelow) {
    addPost(officeA, "clerk");
    addPost(communeA, "clerk");
    addPost(communeB, "clerk");
    EXPECT_EQ(core->directory.postsOfAgency(communeA, "incoming.register").size(), 2U);
    EXPECT_EQ(core->directory.postsOfAgency(province, "incoming.register").size(), 0U);
    EXPECT_EQ(core->directory.postsOfUnit(communeA, "incoming.register").size(), 1U);
}

TEST_F(OrganisationTest, TakesTheCodesOfBothSchemesAndFindsTheAgencyByThem) {
    // QCVN 102:2016 (13 characters, the general group at the right) and Decision 20/2020 (at the left).
    for (const auto* code : {"000.00.00.H41", "000.00.00.G22", "H37.02.02", "H37.DN.001", "H56.12"}) {
        NewUnit unit;
        unit.parentId = province;
        unit.kind = "agency";
        unit.name = std::string{"Cơ quan "} + code;
        unit.organId = code;
        const auto id = core->units.create(systemCaller(), unit);
        EXPECT_EQ(core->directory.agencyByOrganId(code).value().id, id);
    }
}

TEST_F(OrganisationTest, AUnitIsNeverMovedBelowItself) {
    UnitChanges changes;
    changes.parentId = economyA;
    EXPECT_EQ(errorOf([&] { core->units.change({}, communeA, changes, 1); }), "/parentId core.unit-below-itself");
    EXPECT_EQ(errorOf([&] { core->units.change({}, province, changes, 1); }), "/parentId core.unit-below-itself");
}

TEST_F(OrganisationTest, AChangeOfAnOldVersionIsRefused) {
    UnitChanges changes;
    changes.name = "Phòng Kinh tế và Hạ tầng";
    core->units.change({}, economyA, changes, 1);
    EXPECT_EQ(errorOf([&] { core->units.change({}, economyA, changes, 1); }), "stale");
    EXPECT_EQ(core->directory.unit(economyA)->name, "Phòng Kinh tế và Hạ tầng");
}

TEST_F(OrganisationTest, AUnitWithPostsIsNotClosed) {
    addPost(economyA, "head");
    UnitChanges changes;
    changes.status = UnitStatus::closed;
    EXPECT_EQ(errorOf([&] { core->units.change({}, economyA, changes, 1); }), "core.unit-in-use");
}

TEST_F(OrganisationTest, TwoAgenciesNeverShareAnIdentityCode) {
    UnitChanges changes;
    changes.organId = "H99.1";
    core->units.change({}, communeA, changes, 1);
    EXPECT_EQ(errorOf([&] { core->units.change({}, communeB, changes, 1); }), "/organId core.organ-id-taken");
    EXPECT_EQ(core->directory.agencyByOrganId("H99.1")->id, communeA);
}

TEST_F(OrganisationTest, AnAdministratorOfACommuneReachesOnlyItsOwnSubtree) {
    const auto administrator = as(addPost(communeA, "administrator"));
    UnitChanges changes;
    changes.place = "Đông Phương";
    EXPECT_EQ(errorOf([&] { core->units.change(administrator, communeB, changes, 1); }), "not-found");
    EXPECT_EQ(errorOf([&] { core->units.change(administrator, economyA, changes, 1); }), "none");
    EXPECT_EQ(errorOf([&] { core->people.unlock(administrator, as(addPost(communeB, "chair")).personId); }), "not-found");
    EXPECT_EQ(errorOf([&] { core->roles.change(administrator, "clerk", {{"x", "x"}, {}}, std::nullopt); }), "forbidden");
    EXPECT_EQ(errorOf([&] { core->rules.change(administrator, {{communeB, "tasks", RuleKind::off, {}, {}, ""}}); }), "not-found");
}

TEST_F(OrganisationTest, NobodyGivesAdministrativeRightsHeDoesNotHold) {
    const auto personId = as(addPost(officeA, "clerk")).personId;
    auto giver = as(addPost(communeA, "administrator"));
    std::erase(giver.permissions, "core.audit");
    NewPost post;
    post.personId = personId;
    post.unitId = officeA;
    post.title = "Quản trị";
    post.roles = {"administrator"};
    EXPECT_EQ(errorOf([&] { static_cast<void>(core->posts.create(giver, post)); }), "/roles/0 core.role-beyond-own");
}

TEST_F(OrganisationTest, ThePickerFindsNamesWithoutMarksAndStaysInTheOwnAgency) {
    const auto clerk = as(addPost(officeA, "clerk"));
    addPost(communeB, "chair");
    DirectoryQuestion question;
    question.words = "nguoi";
    EXPECT_EQ(core->browse.directory(clerk, question).size(), 1U);
    question.allAgencies = true;
    EXPECT_EQ(core->browse.directory(clerk, question).size(), 2U);
    question.words = "dong phuong";
    EXPECT_EQ(core->browse.directory(clerk, question).front().id, communeB);
}

TEST_F(OrganisationTest, PeopleOfAnotherAgencyAreNotListed) {
    const auto clerk = as(addPost(officeA, "clerk"));
    addPost(communeB, "chair");
    EXPECT_EQ(core->browse.people(clerk, "", "", {}).items.size(), 1U);
    EXPECT_EQ(core->browse.people(as(addPost(province, "administrator")), "", "", {}).items.size(), 3U);
}

TEST_F(OrganisationTest, AListOfPeopleGoesOnWhereItsPageEnded) {
    for (int count = 0; count < 7; ++count) {
        addPost(officeA, "handler");
    }
    const auto administrator = as(addPost(province, "administrator"));
    db::PageRequest page{"", 3};
    std::size_t seen = 0;
    for (int pages = 0; pages < 3; ++pages) {
        const auto people = core->browse.people(administrator, "", "", page);
        seen += people.items.size();
        page.cursor = people.next.value_or("");
    }
    EXPECT_EQ(seen, 8U);
    EXPECT_TRUE(page.cursor.empty());
}

TEST_F(OrganisationTest, TheFirstAdministratorIsMadeOnlyInAnEmptyDatabase) {
    FirstAdministrator first{*db, core->store, core->organisation};
    const auto password = first.create("admin");
    EXPECT_EQ(password.size(), 19U);
    EXPECT_EQ(first.create("admin2"), "");
    EXPECT_EQ(errorOf([&] { core->signIn.run("admin", password, {}); }), "none");
}

}  // namespace congvu::core
