// SPDX-License-Identifier: Apache-2.0
#include "CoreFixture.h"

namespace congvu::core {

namespace {

constexpr std::string_view kRight = "Truong-lang-2026";

class SignInTest : public CoreTest {
protected:
    SignInTest() : clerk(addPost(officeA, "clerk", std::string{kRight})) {}

    std::string outcome(std::string_view password, const std::string& address = "10.0.0.1", std::string_view username = "clerk") {
        return errorOf([&] { last = core->signIn.run(username, password, {address, "Browser", "r1"}); });
    }
    void wrong(int times) {
        for (int count = 0; count < times; ++count) {
            EXPECT_EQ(outcome("not the password"), "sign-in-failed");
        }
    }

    std::string clerk;
    SessionService::Opened last;
};

}  // namespace

TEST_F(SignInTest, OpensASessionWhoseTokenIsStoredOnlyAsItsDigest) {
    ASSERT_EQ(outcome(kRight), "none");
    EXPECT_EQ(last.token.size(), 64U);
    EXPECT_FALSE(
        db->read([&](db::Reader& reader) { return reader.exists("SELECT 1 FROM core_session WHERE token_hash = $1", {last.token}); }));
    const auto session = core->sessions->authenticate(last.token);
    ASSERT_TRUE(session);
    EXPECT_EQ(session->caller.postId, clerk);
    EXPECT_EQ(session->caller.agencyId, communeA);
    EXPECT_TRUE(session->caller.may("incoming.register"));
    EXPECT_TRUE(session->mustChangePassword);
}

TEST_F(SignInTest, DoesNotRegardUpperAndLowerCaseOfTheUserName) {
    EXPECT_EQ(outcome(kRight, "10.0.0.1", "CLERK"), "none");
}

TEST_F(SignInTest, AnswersTheSameForAnUnknownUserAndAWrongPassword) {
    EXPECT_EQ(outcome("x", "10.0.0.1", "nobody"), "sign-in-failed");
    EXPECT_EQ(outcome("x"), "sign-in-failed");
}

TEST_F(SignInTest, LocksAfterFiveWrongPasswordsEvenForTheRightOne) {
    wrong(5);
    EXPECT_EQ(outcome(kRight), "account-locked");
    clock.advance(std::chrono::minutes{14});
    EXPECT_EQ(outcome(kRight), "account-locked");
    clock.advance(std::chrono::minutes{2});
    EXPECT_EQ(outcome(kRight), "none");
}

TEST_F(SignInTest, LocksAnUnknownUserLikeAKnownOne) {
    for (int count = 0; count < 5; ++count) {
        EXPECT_EQ(outcome("x", "10.0.0.1", "nobody"), "sign-in-failed");
    }
    EXPECT_EQ(outcome("x", "10.0.0.1", "nobody"), "account-locked");
}

TEST_F(SignInTest, ForgetsWrongPasswordsAfterAQuarterOfAnHour) {
    wrong(4);
    clock.advance(std::chrono::minutes{16});
    wrong(4);
    EXPECT_EQ(outcome(kRight), "none");
}

TEST_F(SignInTest, ARightPasswordTakesTheCountBack) {
    wrong(4);
    EXPECT_EQ(outcome(kRight), "none");
    wrong(4);
    EXPECT_EQ(outcome(kRight), "none");
}

TEST_F(SignInTest, LocksAnAddressThatTriesManyUsers) {
    core->settings.changeText({}, "core.sign_in_attempts_of_address", "6", "");
    for (int count = 0; count < 6; ++count) {
        EXPECT_EQ(outcome("x", "10.9.9.9", "user" + std::to_string(count)), "sign-in-failed");
    }
    EXPECT_EQ(outcome(kRight, "10.9.9.9"), "account-locked");
    EXPECT_EQ(outcome(kRight, "10.0.0.2"), "none");
}

TEST_F(SignInTest, AnAdministratorUnlocksAtOnce) {
    wrong(5);
    core->people.unlock({}, as(clerk).personId);
    EXPECT_EQ(outcome(kRight), "none");
}

TEST_F(SignInTest, ASessionEndsAfterEightIdleHours) {
    ASSERT_EQ(outcome(kRight), "none");
    for (int hour = 0; hour < 10; ++hour) {
        clock.advance(std::chrono::hours{7});
        ASSERT_TRUE(core->sessions->authenticate(last.token)) << hour;
    }
    clock.advance(std::chrono::hours{8});
    EXPECT_FALSE(core->sessions->authenticate(last.token));
}

TEST_F(SignInTest, ASessionEndsAfterSevenDaysHoweverBusy) {
    ASSERT_EQ(outcome(kRight), "none");
    for (int hour = 1; hour < 7 * 24; ++hour) {
        clock.advance(std::chrono::hours{1});
        ASSERT_TRUE(core->sessions->authenticate(last.token)) << hour;
    }
    clock.advance(std::chrono::hours{1});
    EXPECT_FALSE(core->sessions->authenticate(last.token));
}

TEST_F(SignInTest, TheLastUseOfASessionOutlivesARestart) {
    ASSERT_EQ(outcome(kRight), "none");
    clock.advance(std::chrono::hours{7});
    ASSERT_TRUE(core->sessions->authenticate(last.token));
    core->sessions->writeActivity();
    restart();
    clock.advance(std::chrono::hours{7});
    EXPECT_TRUE(core->sessions->authenticate(last.token));
}

TEST_F(SignInTest, SigningOutEndsTheSessionAtOnce) {
    ASSERT_EQ(outcome(kRight), "none");
    auto caller = core->sessions->authenticate(last.token)->caller;
    core->own.end(caller, caller.sessionId);
    EXPECT_FALSE(core->sessions->authenticate(last.token));
}

TEST_F(SignInTest, SigningOutElsewhereKeepsThisSession) {
    ASSERT_EQ(outcome(kRight), "none");
    const auto other = last.token;
    ASSERT_EQ(outcome(kRight), "none");
    core->own.endOthers(core->sessions->authenticate(last.token)->caller);
    EXPECT_TRUE(core->sessions->authenticate(last.token));
    EXPECT_FALSE(core->sessions->authenticate(other));
}

TEST_F(SignInTest, NobodyEndsTheSessionOfSomebodyElse) {
    ASSERT_EQ(outcome(kRight), "none");
    const auto sessionId = last.record.id;
    EXPECT_EQ(errorOf([&] { core->own.end(as(addPost(communeB, "chair")), sessionId); }), "not-found");
    EXPECT_TRUE(core->sessions->authenticate(last.token));
}

TEST_F(SignInTest, ADisabledPersonIsOutWithTheNextRequest) {
    ASSERT_EQ(outcome(kRight), "none");
    const auto personId = as(clerk).personId;
    PersonChanges changes;
    changes.status = PersonStatus::disabled;
    core->people.change({}, personId, changes, 1);
    EXPECT_FALSE(core->sessions->authenticate(last.token));
    EXPECT_EQ(outcome(kRight), "sign-in-failed");
}

TEST_F(SignInTest, ChangingThePasswordEndsTheOtherSessions) {
    ASSERT_EQ(outcome(kRight), "none");
    const auto other = last.token;
    ASSERT_EQ(outcome(kRight), "none");
    const auto caller = core->sessions->authenticate(last.token)->caller;
    EXPECT_EQ(errorOf([&] { core->own.changePassword(caller, {"wrong", "Mot-mat-khau-moi-7"}); }), "/current core.password-wrong");
    EXPECT_EQ(errorOf([&] { core->own.changePassword(caller, {std::string{kRight}, "ngắn"}); }), "/next too-short");
    EXPECT_EQ(errorOf([&] { core->own.changePassword(caller, {std::string{kRight}, "matkhau12345"}); }), "/next core.password-common");
    core->own.changePassword(caller, {std::string{kRight}, "Mot-mat-khau-moi-7"});
    EXPECT_FALSE(core->sessions->authenticate(other));
    EXPECT_FALSE(core->sessions->authenticate(last.token)->mustChangePassword);
    EXPECT_EQ(outcome("Mot-mat-khau-moi-7"), "none");
}

TEST_F(SignInTest, SaysWhereOneActsInFullAndInShort) {
    UnitChanges changes;
    changes.shortName = "UBND xã Hoà Bình";
    core->units.change(as(clerk), communeA, changes, 1);
    const auto post = core->own.view(as(clerk).personId, clerk).post;
    EXPECT_EQ(post.agencyName, "Uỷ ban nhân dân xã Hoà Bình");
    EXPECT_EQ(post.agencyShortName, "UBND xã Hoà Bình");
    EXPECT_EQ(post.unitName, "Văn phòng");
    EXPECT_EQ(post.unitShortName, "Văn phòng");
}

TEST_F(SignInTest, SwitchesOnlyToAPostOfOnesOwn) {
    ASSERT_EQ(outcome(kRight), "none");
    NewPost second;
    second.personId = as(clerk).personId;
    second.unitId = economyA;
    second.title = "Chuyên viên";
    second.roles = {"handler"};
    second.main = false;
    const auto secondPost = core->posts.create({}, second);
    const auto caller = core->sessions->authenticate(last.token)->caller;
    core->sessions->switchPost(caller, secondPost);
    EXPECT_EQ(core->sessions->authenticate(last.token)->caller.unitId, economyA);
    EXPECT_EQ(errorOf([&] { core->sessions->switchPost(caller, addPost(communeB, "chair")); }), "/postId core.not-your-post");
}

TEST_F(SignInTest, ActsForAnotherByAMandateUntilItIsOverAndIsThenBackInTheOwnPost) {
    ASSERT_EQ(outcome(kRight), "none");
    const auto other = addPost(officeA, "clerk");
    NewMandate wanted;
    wanted.substitutePostId = clerk;
    wanted.from = wanted.until = clock.today();
    wanted.acts = {"receive"};
    const auto mandate = core->manageMandates.give(as(other), wanted);
    const auto caller = core->sessions->authenticate(last.token)->caller;
    EXPECT_EQ(core->own.view(caller.personId, clerk).mandates.front().mandateId, mandate);
    EXPECT_EQ(errorOf([&] { core->sessions->actByMandate(as(other), mandate); }), "/mandateId core.mandate-over") << "not his";
    core->sessions->actByMandate(caller, mandate);
    const auto acting = core->sessions->authenticate(last.token)->caller;
    EXPECT_EQ(acting.postId, other);
    EXPECT_EQ(acting.personId, caller.personId);
    EXPECT_EQ(acting.behalf.value().mandateId, mandate);
    EXPECT_EQ(acting.permissions, (std::vector<std::string>{"incoming.register"}));
    EXPECT_EQ(core->own.viewByMandate(caller.personId, mandate).post.permissions, acting.permissions);
    restart();
    EXPECT_TRUE(core->sessions->authenticate(last.token)->caller.behalf) << "the session remembers it";
    for (const int hour : {16, 23}) {
        clock.set(startOfDayInVietnam(wanted.until) + std::chrono::hours{hour});
        EXPECT_TRUE(core->sessions->authenticate(last.token)->caller.behalf) << "in use all day";
    }
    clock.set(startOfDayInVietnam(wanted.until.plusDays(1)));
    const auto after = core->sessions->authenticate(last.token);
    ASSERT_TRUE(after) << "still signed in";
    EXPECT_EQ(after->caller.postId, clerk);
    EXPECT_FALSE(after->caller.behalf);
}

TEST_F(SignInTest, AFailedSignInIsInTheAuditLogWithoutWhatWasTyped) {
    wrong(1);
    outcome("x", "10.0.0.1", "my-password-by-mistake");
    const auto details = db->read([](db::Reader& reader) {
        return reader.list("SELECT detail, actor_name FROM core_audit WHERE act = 'core.sign-in-failed' ORDER BY seq LIMIT 10", {},
                           [](const db::Row& row) { return row.string(0) + row.string(1); });
    });
    ASSERT_EQ(details.size(), 2U);
    EXPECT_EQ(details[0], R"({"known":"true"}Người clerk)");
    EXPECT_EQ(details[1], R"({"known":"false"})");
}

}  // namespace congvu::core
