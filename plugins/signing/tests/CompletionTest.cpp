// SPDX-License-Identifier: Apache-2.0
#include "SigningFixture.h"
#include "congvu/signing/validation/Validator.h"
#include "congvu/testing/EventSchema.h"
#include "domain/Completion.h"
#include "support/LongTermPki.h"
#include "support/SilentServer.h"

#include <gmock/gmock.h>

namespace congvu::signingdesk {

namespace {

using signing::testing::LongTermPki;
using signing::testing::SilentServer;
using ::testing::Contains;

/// Signatures that get time-stamps, revocation data and archive time-stamps after they were made, under one virtual clock.
class CompletionJob : public SigningFixture {
protected:
    CompletionJob() {
        pki.setClock("2026-03-02T02:00:00Z");
        harness.setSetting("signing.tsa_url", pki.timeStampUrl(1));
        harness.setSetting("signing.tsa_timeout_seconds", "20");
    }

    void trust() {
        const auto answer = harness.upload(harness.as("administrator", "tinh"), "/roots",
                                           {{"file", "root.pem", pki.root().certificate().toPem()}}, R"({"world":"government"})");
        ASSERT_EQ(answer.status, 201) << answer.body;
    }
    void aim(const std::string& level) { harness.setSetting("signing.target_level", level); }
    /// A request that the chair has signed with a key of the infrastructure.
    std::string signedRequest() {
        const auto id = ask();
        const auto answer = sign(chair, enrolled(chair, "person", pki.issueSigner()), {id}, pin);
        EXPECT_EQ(answer.at("results/0/code"), "signed") << answer.body;
        EXPECT_EQ(answer.at("results/0/level"), "B-B");
        return id;
    }
    void complete() { harness.runJob("complete-signatures"); }
    void pass(std::chrono::seconds time) {
        harness.advance(time);
        pki.clock += time.count();
    }
    std::string levelOf(const std::string& id) { return request(chair, id).at("level"); }
    signing::ValidationReport validated(const std::string& bytes) {
        return signing::Validator(pki.trust()).validate(signing::viewOf(bytes), pki.now());
    }
    std::string rowOf(const std::string& id, const std::string& column) {
        return harness.context().db().read([&](db::Reader& reader) {
            return reader
                .one("SELECT " + column + " FROM signing_completion WHERE request_id = $1", {id},
                     [](const db::Row& row) { return row.string(0); })
                .value_or("no row");
        });
    }

    LongTermPki pki;
};

}  // namespace

TEST_F(CompletionJob, AsksTheServersAfterwardsAndRaisesTheLevelBehindTheSignedBytes) {
    trust();
    const auto id = signedRequest();
    EXPECT_EQ(pki.requests(), 0) << "nobody waits for a server";
    const auto before = fileOf(chair, id);

    complete();
    EXPECT_EQ(levelOf(id), "B-LT");
    const auto after = fileOf(chair, id);
    EXPECT_TRUE(after.size() > before.size() && after.starts_with(before));
    const auto report = validated(after);
    EXPECT_EQ(report.verdict, signing::Verdict::valid) << report.toText();
    EXPECT_EQ(report.signatures.at(0).level, "B-LT");
    EXPECT_THAT(auditOf("request", id), Contains("signing.extended"));
    const auto events = harness.published();
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[1].name, "signing.file-extended.v1");
    const testing::TestResponse payload{200, events[1].payload, {}};
    EXPECT_EQ(payload.at("level"), "B-LT");
    const auto schema = testing::EventSchema::of(CONGVU_PLUGIN_FOLDER, events[1].name);
    EXPECT_EQ(testing::membersOf(events[1].payload), schema.required);
    EXPECT_EQ(schema.example, schema.required);
    EXPECT_EQ(schema.properties, schema.required);
    const testing::TestResponse first{200, events[0].payload, {}};
    EXPECT_EQ(payload.at("fromSha256"), first.at("file/sha256"));
    EXPECT_EQ(payload.at("file/sizeBytes"), std::to_string(after.size()));

    const auto asked = pki.requests();
    pass(std::chrono::hours{24});
    complete();
    EXPECT_EQ(pki.requests(), asked) << "what is done is not asked for again";
}

TEST_F(CompletionJob, TriesAServerThatIsAwayLaterAndLaterUntilItAnswers) {
    trust();
    harness.setSetting("signing.tsa_url", "http://127.0.0.1:9/tsa");
    const auto id = signedRequest();
    complete();
    EXPECT_EQ(levelOf(id), "B-B");
    EXPECT_EQ(rowOf(id, "error"), "timeStampUnavailable");
    EXPECT_EQ(rowOf(id, "attempts"), "1");
    EXPECT_EQ(validated(fileOf(chair, id)).signatures.at(0).integrity, signing::Integrity::intact);
    pass(std::chrono::minutes{1});
    complete();
    EXPECT_EQ(rowOf(id, "attempts"), "2");
    pass(std::chrono::minutes{1});
    complete();
    EXPECT_EQ(rowOf(id, "attempts"), "2") << "two minutes have to pass after the second failure";

    harness.setSetting("signing.tsa_url", pki.timeStampUrl(1));
    pass(std::chrono::minutes{1});
    complete();
    EXPECT_EQ(levelOf(id), "B-LT");
    EXPECT_EQ(rowOf(id, "state"), "done");
}

TEST_F(CompletionJob, WaitsForASilentServerOnceInARunAndNotOnceForEachFile) {
    const SilentServer server;
    harness.setSetting("signing.tsa_url", server.url());
    harness.setSetting("signing.tsa_timeout_seconds", "1");
    for (int file = 0; file < 3; ++file) {
        signedRequest();
    }
    EXPECT_EQ(server.connections(), 0);
    complete();
    EXPECT_EQ(server.connections(), 1);
}

TEST_F(CompletionJob, OfASignerWhomNobodyTrustsStampsTheFileAndVisitsNoAddressOfItsCertificate) {
    const auto id = signedRequest();
    complete();
    EXPECT_EQ(levelOf(id), "B-T");
    EXPECT_EQ(pki.requests(), 1) << "the time-stamp server only";
    EXPECT_EQ(rowOf(id, "state"), "waiting");

    trust();
    pass(std::chrono::minutes{2});
    complete();
    EXPECT_EQ(levelOf(id), "B-LT");
}

TEST_F(CompletionJob, StopsAtTheLevelThatIsWanted) {
    trust();
    aim("B-T");
    const auto id = signedRequest();
    complete();
    EXPECT_EQ(levelOf(id), "B-T");
    EXPECT_EQ(rowOf(id, "state"), "done");
}

TEST_F(CompletionJob, WithoutATimeStampServerLeavesTheSignatureAsItIs) {
    harness.setSetting("signing.tsa_url", "");
    const auto id = signedRequest();
    complete();
    EXPECT_EQ(levelOf(id), "B-B");
    EXPECT_EQ(rowOf(id, "state"), "no row");
}

TEST_F(CompletionJob, LeavesTheFileAloneWhileTheSealIsAskedForAndCompletesTheSealedOneForBoth) {
    trust();
    const auto personal = signedRequest();
    const auto sealRequest = ask(sealing(), fileOf(chair, personal));
    complete();
    EXPECT_EQ(levelOf(personal), "B-B") << "the seal is made over the file that was submitted";
    EXPECT_EQ(sign(clerk, enrolled(clerk, "agency", pki.issueSigner()), {sealRequest}, pin).at("results/0/code"), "signed");
    pass(std::chrono::minutes{10});
    complete();
    EXPECT_EQ(rowOf(personal, "state"), "superseded");
    EXPECT_EQ(request(clerk, sealRequest).at("level"), "B-LT");
    const auto report = validated(fileOf(clerk, sealRequest));
    EXPECT_EQ(report.verdict, signing::Verdict::valid) << report.toText();
    EXPECT_EQ(report.signatures.at(0).level, "B-LT");
    EXPECT_EQ(report.signatures.at(1).level, "B-LT");
}

TEST_F(CompletionJob, RenewsAnArchiveBeforeItsTimeStampCanNoLongerBeChecked) {
    trust();
    aim("B-LTA");
    const auto id = signedRequest();
    complete();
    EXPECT_EQ(levelOf(id), "B-LTA");
    EXPECT_EQ(rowOf(id, "state"), "archived");
    const auto archived = fileOf(chair, id);
    harness.runJob("renew-archives");
    EXPECT_EQ(fileOf(chair, id), archived) << "not yet";

    const auto before = validated(archived).signatures.at(0).renewBefore;
    ASSERT_TRUE(before);
    pki.clock = (*before - std::chrono::days{40}).time_since_epoch().count();
    harness.setNow(pki.now());
    harness.setSetting("signing.tsa_url", pki.timeStampUrl(2));
    harness.runJob("renew-archives");
    const auto renewed = fileOf(chair, id);
    EXPECT_TRUE(renewed.size() > archived.size() && renewed.starts_with(archived));
    const auto after = validated(renewed).signatures.at(0);
    ASSERT_TRUE(after.renewBefore);
    EXPECT_GT(*after.renewBefore, *before);
    EXPECT_EQ(rowOf(id, "state"), "archived");
}

TEST(CompletionPause, DoublesFromAMinuteToSixHours) {
    using std::chrono::minutes;
    EXPECT_EQ(pauseAfter(1), minutes{1});
    EXPECT_EQ(pauseAfter(2), minutes{2});
    EXPECT_EQ(pauseAfter(4), minutes{8});
    EXPECT_EQ(pauseAfter(20), minutes{360});
    EXPECT_EQ(pauseAfter(1'000'000), minutes{360});
}

}  // namespace congvu::signingdesk
