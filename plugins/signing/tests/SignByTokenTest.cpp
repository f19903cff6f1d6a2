// SPDX-License-Identifier: Apache-2.0
#include "TokenFixture.h"

#include "congvu/json/Encode.h"
#include "congvu/signing/pades/FormFields.h"
#include "service/RevocationMemory.h"
#include "service/SignByToken.h"
#include "support/TestPki.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <thread>

namespace congvu::signingdesk {

namespace {

using signing::testing::TestPki;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// What a server that was started anew on the same data is made of, as far as tokens need it.
struct NewServer {
    explicit NewServer(PluginContext& context)
        : work(1, 1),
          revocations(context.clock()),
          roots(context.db(), context.audit(), context.directory(), context.clock(), revocations),
          vault(context.db(), context.audit(), context.clock(), work),
          keys(context.db(), context.files(), context.audit(), context.directory(), context.clock(), vault),
          timeStamps(context.settings(), context.clock(), context.log()),
          verification(roots, context.clock(), work),
          checks({context.db(), context.files(), context.settings(), context.directory(), verification}),
          sources(roots, timeStamps, context.clock()),
          completions({context.db(), context.files(), context.events(), context.audit(), context.settings(), context.clock(), context.log(),
                       sources, checks}),
          maker(context.settings(), roots, context.clock(), work),
          signing({context.db(), context.files(), context.events(), context.inbox(), context.timeline(), context.audit(),
                   context.mandates(), context.clock(), maker, completions}),
          byToken({context.db(), context.files(), context.clock(), keys, signing}) {}

    BoundedWork work;
    RevocationMemory revocations;
    TrustRoots roots;
    KeyVault vault;
    ManageKeys keys;
    TimeStamps timeStamps;
    DocumentVerification verification;
    DocumentChecks checks;
    LevelSources sources;
    CompleteSignatures completions;
    SignatureMaker maker;
    RequestSigning signing;
    SignByToken byToken;
};

class TokenSigning : public TokenFixture {
protected:
    void SetUp() override {
        TokenFixture::SetUp();
        keyId = chairToken();
    }
    static const signing::Signer& token() { return TestPki::instance().chair(); }
    void withdraw() {
        const auto desk = harness.context().ports().find<ports::SigningDesk>();
        harness.context().db().write([&](db::Tx& tx) { desk->withdraw(tx, document); });
    }
    /// Somebody gives the request other bytes behind the desk's back.
    void changeFileOf(const std::string& requestId) {
        const auto other = store(withChangedPage(form()));
        harness.context().db().write([&](db::Tx& tx) {
            tx.execute("UPDATE signing_request SET file_id = $2 WHERE id = $1", {requestId, other.id});
        });
    }
    std::int64_t preparedRows() { return rowsOf("SELECT count(*) FROM signing_prepared"); }
    std::int64_t preparedStates() { return rowsOf("SELECT count(*) FROM core_file WHERE entity_type = 'prepared'"); }

    std::string keyId;
};

}  // namespace

TEST_F(TokenSigning, SignsWithTheValueOfTheTokenAsWithAKeyOnTheServer) {
    const auto id = ask();
    const auto prepared = prepare(chair, keyId, {id});
    ASSERT_EQ(prepared.status, 200) << prepared.body;
    EXPECT_EQ(prepared.at("fingerprint"), token().certificate().fingerprint());
    EXPECT_EQ(prepared.at("algorithm"), "RSA-SHA256");
    EXPECT_EQ(prepared.at("documents/0/requestId"), id);
    EXPECT_EQ(prepared.at("documents/0/title"), "Công văn – Báo cáo thử nghiệm");
    EXPECT_EQ(request(chair, id).at("state"), "open") << "nothing is signed yet";
    EXPECT_THAT(harness.published(), IsEmpty());

    const auto answer = finish(chair, valuesOf(prepared, token()));
    EXPECT_EQ(answer.at("results/0/requestId"), id);
    EXPECT_EQ(answer.at("results/0/code"), "signed") << answer.body;
    EXPECT_EQ(answer.at("results/0/level"), "B-B");
    EXPECT_TRUE(fileOf(chair, id).starts_with(form())) << "the submitted bytes are the prefix of the signed ones";
    EXPECT_EQ(harness.get(chair, "/requests/" + id + "/verification").at("verdict"), "valid");
    EXPECT_THAT(harness.openWork(chair), IsEmpty());
    EXPECT_THAT(timelineOfDocument(), ElementsAre("signing.signed"));
    EXPECT_THAT(auditOf("request", id), ElementsAre("signing.requested", "signing.signed"));
    ASSERT_EQ(harness.published().size(), 1U);
    EXPECT_EQ(harness.published()[0].name, "signing.request-signed.v1");
}

TEST_F(TokenSigning, HappensOnceHoweverOftenTheValueComes) {
    const auto id = ask();
    const auto values = valuesOf(prepare(chair, keyId, {id}), token());
    std::vector<testing::TestResponse> answers(4);
    std::vector<std::thread> pages;
    for (auto& answer : answers) {
        pages.emplace_back([&] { answer = finish(chair, values); });
    }
    for (auto& page : pages) {
        page.join();
    }
    const auto isSigned = [](const testing::TestResponse& answer) { return answer.at("results/0/isSigned") == "true"; };
    EXPECT_EQ(std::ranges::count_if(answers, isSigned), 1);
    const auto replayed = finish(chair, values);
    EXPECT_EQ(replayed.at("results/0/code"), "signing.already-decided");
    EXPECT_EQ(replayed.at("results/0/requestId"), id);
    EXPECT_EQ(harness.published().size(), 1U);
    EXPECT_THAT(timelineOfDocument(), ElementsAre("signing.signed"));
}

TEST_F(TokenSigning, GivesEachDocumentItsOwnResultAndKeepsWhatWasSignedBeforeTheTokenWasTakenOut) {
    const auto first = ask();
    const auto broken = ask({}, "%PDF-1.7\nnothing that a reader could follow\n%%EOF\n");
    const auto second = ask();
    const auto third = ask();
    const auto prepared = prepare(chair, keyId, {first, broken, second, newId(), third, first});
    EXPECT_EQ(prepared.at("refused/0/requestId"), broken);
    EXPECT_EQ(prepared.at("refused/0/code"), "signing.error.notAPdf");
    EXPECT_EQ(prepared.at("refused/1/code"), "not-found");
    EXPECT_EQ(prepared.at("documents/2/requestId"), third);
    EXPECT_EQ(prepared.at("documents/3/requestId"), "") << "a request that is named twice is prepared once";

    const auto answer = finish(chair, valuesOf(prepared, token(), 2));
    EXPECT_EQ(answer.at("results/0/code"), "signed");
    EXPECT_EQ(answer.at("results/1/code"), "signed");
    EXPECT_EQ(request(chair, second).at("state"), "signed");
    EXPECT_EQ(request(chair, third).at("state"), "open");
    EXPECT_EQ(preparedStates(), 1) << "what is signed needs no state any more";
    const auto again = prepare(chair, keyId, {third});
    EXPECT_EQ(preparedStates(), 1) << "preparing again replaces";
    EXPECT_EQ(finish(chair, valuesOf(prepared, token(), 3)).at("results/2/code"), "signing.preparation-ended");
    EXPECT_EQ(finish(chair, valuesOf(again, token())).at("results/0/code"), "signed");
}

TEST_F(TokenSigning, IsFinishedByAServerThatWasStartedAnew) {
    const auto id = ask();
    const auto values = valuesOf(prepare(chair, keyId, {id}), token());
    NewServer server{harness.context()};
    const auto all = server.byToken.finish(chair, {{{values[0].id, values[0].signature}}});
    ASSERT_EQ(all.results.size(), 1U);
    EXPECT_EQ(all.results[0].code, "signed");
    EXPECT_EQ(harness.get(chair, "/requests/" + id + "/verification").at("verdict"), "valid");
    EXPECT_EQ(finish(chair, values).at("results/0/code"), "signing.already-decided");
    EXPECT_EQ(harness.published().size(), 1U);
}

TEST_F(TokenSigning, IsForThePersonAndPostThatPrepared) {
    const auto id = ask();
    const auto values = valuesOf(prepare(chair, keyId, {id}), token());
    for (const auto& stranger : {harness.as("chair", "xa-b"), clerk, harness.as("head", "kt-a")}) {
        const auto answer = finish(stranger, values);
        EXPECT_EQ(answer.at("results/0/code"), "signing.preparation-ended");
        EXPECT_EQ(answer.at("results/0/requestId"), "") << "nothing is told of it";
        EXPECT_EQ(prepare(stranger, keyId, {id}).status, 404) << "nor is the key anybody else's";
    }
    const auto foreignKey = tokenKey(harness.as("chair", "xa-b"), "person", TestPki::instance().sealKey());
    EXPECT_EQ(prepare(harness.as("chair", "xa-b"), foreignKey, {id}).at("refused/0/code"), "not-found");
    EXPECT_EQ(request(chair, id).at("state"), "open");
}

TEST_F(TokenSigning, EndsAfterAnHourAndLeavesNothingBehind) {
    const auto id = ask();
    const auto values = valuesOf(prepare(chair, keyId, {id}), token());
    harness.advance(std::chrono::minutes{59});
    harness.runJob("drop-prepared");
    EXPECT_EQ(preparedRows(), 1);
    harness.advance(std::chrono::minutes{2});
    EXPECT_EQ(finish(chair, values).at("results/0/code"), "signing.preparation-ended");
    harness.runJob("drop-prepared");
    EXPECT_EQ(preparedRows(), 0);
    EXPECT_EQ(preparedStates(), 0);
    EXPECT_EQ(request(chair, id).at("state"), "open");
    EXPECT_EQ(finish(chair, valuesOf(prepare(chair, keyId, {id}), token())).at("results/0/code"), "signed");
}

TEST_F(TokenSigning, IsRefusedWhenTheFileOrTheRequestIsNoLongerWhatWasPrepared) {
    const auto changed = ask();
    const auto values = valuesOf(prepare(chair, keyId, {changed}), token());
    changeFileOf(changed);
    EXPECT_EQ(finish(chair, values).at("results/0/code"), "signing.error.documentChanged");
    EXPECT_EQ(request(chair, changed).at("state"), "open");

    const auto withdrawn = ask();
    const auto late = valuesOf(prepare(chair, keyId, {withdrawn}), token());
    withdraw();
    EXPECT_EQ(finish(chair, late).at("results/0/code"), "signing.already-decided");
    EXPECT_THAT(harness.published(), IsEmpty());
}

TEST_F(TokenSigning, TakesNoValueOfAnotherKeyOrDocumentAndTheRightOneAfterwards) {
    const auto prepared = prepare(chair, keyId, {ask(), ask()});
    const auto right = valuesOf(prepared, token(), 2);
    EXPECT_EQ(finish(chair, valuesOf(prepared, TestPki::instance().seal())).at("results/0/code"), "signing.error.keyMismatch");
    EXPECT_EQ(finish(chair, {{right[0].id, right[1].signature}}).at("results/0/code"), "signing.error.keyMismatch");
    EXPECT_EQ(finish(chair, {{right[0].id, "not base64"}}).at("results/0/code"), "signing.error.malformedCms");
    EXPECT_EQ(finish(chair, right).at("results/0/code"), "signed");
}

TEST_F(TokenSigning, AsksForTheKeyAgainWhenTheValueComes) {
    const auto values = valuesOf(prepare(chair, keyId, {ask()}), token());
    EXPECT_EQ(harness.del(chair, "/keys/" + keyId).status, 204);
    EXPECT_EQ(finish(chair, values).at("results/0/code"), "not-found");
    EXPECT_THAT(harness.published(), IsEmpty());
}

TEST_F(TokenSigning, RefusesMoreDocumentsThanOneCallFinishesInSeconds) {
    EXPECT_EQ(prepare(chair, keyId, std::vector<std::string>(51, ask())).status, 422);
    EXPECT_EQ(finish(chair, std::vector<Value>(51, Value{"a", "b"})).status, 422);
    EXPECT_EQ(prepare(chair, keyId, {}).status, 422);
}

TEST_F(TokenSigning, KeepsKeysOfTheServerAndOfTokensApart) {
    const auto id = ask();
    const auto serverKey = enrolled(chair, "person", TestPki::instance().chairKey());
    EXPECT_EQ(prepare(chair, serverKey, {id}).at("code"), "signing.key-not-on-token");
    EXPECT_EQ(sign(chair, keyId, {id}, pin).at("code"), "signing.key-on-token");
    const auto batch =
        harness.post(chair, "/batches", R"({"requestIds":[")" + id + R"("],"keyId":")" + keyId + R"(","pin":"123456","places":[]})");
    EXPECT_EQ(batch.at("code"), "signing.key-on-token");
}

TEST_F(TokenSigning, PutsTheSealOnlyBehindThePersonsSignatureAndTheSignatureWhereItWasDragged) {
    const auto sealToken = tokenKey(clerk, "agency", TestPki::instance().sealKey());
    EXPECT_EQ(prepare(clerk, sealToken, {ask(sealing())}).at("refused/0/code"), "signing.person-must-sign-first");

    const auto id = ask();
    const auto place = R"([{"requestId":)" + json::toText(id) + R"(,"place":{"page":1,"x":100,"y":120,"width":150,"height":60}}])";
    EXPECT_EQ(finish(chair, valuesOf(prepare(chair, keyId, {id}, place), token())).at("results/0/code"), "signed");
    const auto outline = signing::DocumentOutline::read(signing::viewOf(fileOf(chair, id)));
    EXPECT_FALSE(outline.find("Chair")->signedOrFilled);
    const auto sealed = ask(sealing(), fileOf(chair, id));
    const auto answer = finish(clerk, valuesOf(prepare(clerk, sealToken, {sealed}), TestPki::instance().seal()));
    EXPECT_EQ(answer.at("results/0/code"), "signed") << answer.body;
    EXPECT_EQ(auditOf("request", sealed).back(), "signing.sealed");
}

}  // namespace congvu::signingdesk
