// SPDX-License-Identifier: Apache-2.0
#include "SigningFixture.h"

#include "congvu/json/Encode.h"

#include <gmock/gmock.h>

#include <numeric>

namespace congvu::signingdesk {

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kBroken = "%PDF-1.7\nnothing that a reader could follow\n%%EOF\n";

class Batch : public SigningFixture {
protected:
    Batch() : keyId(chairKey()) {}

    testing::TestResponse begin(const http::Caller& caller, const std::vector<std::string>& requestIds, const std::string& pinText) {
        const auto joined = std::accumulate(requestIds.begin(), requestIds.end(), std::string{}, [](std::string list, const auto& id) {
            return std::move(list) + (list.empty() ? "" : ",") + json::toText(id);
        });
        return harness.post(caller, "/batches",
                            R"({"requestIds":[)" + joined + R"(],"keyId":)" + json::toText(keyId) + R"(,"pin":)" + json::toText(pinText) +
                                R"(,"places":[]})");
    }
    std::vector<std::string> askFor(int documents) {
        std::vector<std::string> ids;
        for (int index = 0; index < documents; ++index) {
            ids.push_back(ask());
        }
        harness.runBackground();  // what was told to open pages
        return ids;
    }
    testing::TestResponse batch(const std::string& id, const std::string& rest = "") { return harness.get(chair, "/batches/" + id + rest); }
    testing::TestResponse resume(const http::Caller& caller, const std::string& id, const std::string& pinText) {
        return harness.post(caller, "/batches/" + id + "/resumption", R"({"pin":)" + json::toText(pinText) + "}");
    }
    void rule(const std::string& what) {
        const auto answer =
            harness.put(harness.as("administrator", "tinh"), "/api/v1/plugin-rules",
                        R"({"changes":[{"unitId":")" + harness.unitId("xa-a") + R"(","pluginId":"signing","rule":")" + what + R"("}]})");
        ASSERT_EQ(answer.status, 200) << answer.body;
    }

    std::string keyId;
};

}  // namespace

TEST_F(Batch, AnswersAtOnceAndSignsEveryDocumentInTheBackground) {
    const auto ids = askFor(45);
    const auto answer = begin(chair, ids, pin);
    ASSERT_EQ(answer.status, 202) << answer.body;
    EXPECT_EQ(answer.at("state"), "running");
    EXPECT_EQ(answer.at("total"), "45");
    EXPECT_EQ(answer.at("signed"), "0");
    EXPECT_THAT(harness.published(), IsEmpty()) << "nothing is signed while the caller waits";

    harness.runBackground();
    const auto done = batch(answer.at("id"));
    EXPECT_EQ(done.at("state"), "finished");
    EXPECT_EQ(done.at("signed"), "45");
    EXPECT_EQ(done.at("failed"), "0");
    EXPECT_EQ(harness.published().size(), 45U);
    EXPECT_THAT(harness.openWork(chair), IsEmpty());
    EXPECT_EQ(request(chair, ids[44]).at("state"), "signed");
    EXPECT_THAT(auditOf("batch", answer.at("id")), ElementsAre("signing.batch-started"));
    EXPECT_EQ(harness.get(chair, "/api/v1/notifications").at("items/0/title"), "Đã ký xong đợt 45 văn bản");
}

TEST_F(Batch, GivesEveryDocumentItsOwnResult) {
    const auto good = ask();
    const auto broken = ask({}, kBroken);
    const auto unknown = newId();
    const auto signedElsewhere = ask();
    const auto answer = begin(chair, {good, broken, unknown, signedElsewhere, good}, pin);
    ASSERT_EQ(answer.status, 202) << answer.body;
    EXPECT_EQ(answer.at("total"), "4") << "a request that is named twice is one document";
    sign(chair, keyId, {signedElsewhere}, pin);
    harness.runBackground();

    const auto id = answer.at("id");
    EXPECT_EQ(batch(id).at("signed"), "1");
    EXPECT_EQ(batch(id).at("failed"), "3");
    EXPECT_EQ(batch(id, "/items?state=signed").at("items/0/requestId"), good);
    EXPECT_EQ(batch(id, "/items?state=signed").at("items/0/level"), "B-B");
    const auto failed = batch(id, "/items?state=failed");
    EXPECT_EQ(failed.at("items/0/requestId"), broken);
    EXPECT_EQ(failed.at("items/0/title"), "Báo cáo thử nghiệm");
    EXPECT_EQ(failed.at("items/0/code"), "signing.error.notAPdf");
    EXPECT_EQ(failed.at("items/1/code"), "not-found");
    EXPECT_EQ(failed.at("items/2/code"), "signing.already-decided");
    EXPECT_EQ(request(chair, broken).at("state"), "open");
}

TEST_F(Batch, GoesOnWhereItStoodOnlyUnderThePin) {
    const auto id = begin(chair, askFor(50), pin).at("id");
    harness.runBackground(1);
    rule("off");
    harness.runBackground();
    rule("inherit");
    EXPECT_EQ(batch(id).at("state"), "paused");
    EXPECT_EQ(batch(id).at("signed"), "20");

    EXPECT_EQ(resume(chair, id, "wrong-" + pin).at("errors/0/code"), "signing.wrong-pin");
    EXPECT_EQ(batch(id).at("state"), "paused");
    EXPECT_EQ(resume(chair, id, pin).at("state"), "running");
    EXPECT_EQ(resume(chair, id, pin).at("code"), "signing.batch-running");
    harness.runBackground();
    EXPECT_EQ(batch(id).at("state"), "finished");
    EXPECT_EQ(batch(id).at("signed"), "50");
    EXPECT_EQ(harness.published().size(), 50U) << "each document once";
    EXPECT_EQ(resume(chair, id, pin).at("code"), "signing.batch-ended");
}

TEST_F(Batch, ThatIsStoppedLeavesTheRestOnTheDesk) {
    const auto ids = askFor(30);
    const auto id = begin(chair, ids, pin).at("id");
    harness.runBackground(1);
    EXPECT_EQ(harness.post(chair, "/batches/" + id + "/stop", "{}").at("state"), "stopped");
    harness.runBackground();
    EXPECT_EQ(batch(id).at("signed"), "20");
    EXPECT_EQ(batch(id, "/items?state=waiting&limit=1").at("items/0/requestId"), ids[20]);
    EXPECT_EQ(request(chair, ids[29]).at("state"), "open");
    EXPECT_EQ(harness.post(chair, "/batches/" + id + "/stop", "{}").at("code"), "signing.batch-ended");
    EXPECT_THAT(auditOf("batch", id), ElementsAre("signing.batch-started", "signing.batch-stopped"));
}

TEST_F(Batch, EndsWithTheKeyAndIsNotGoneOnWithWithoutIt) {
    const auto id = begin(chair, askFor(40), pin).at("id");
    harness.runBackground(1);
    ASSERT_EQ(harness.del(chair, "/keys/" + keyId).status, 204);
    harness.runBackground();
    EXPECT_EQ(batch(id).at("state"), "paused");
    EXPECT_EQ(batch(id).at("signed"), "20");
    EXPECT_EQ(resume(chair, id, pin).status, 404);
}

TEST_F(Batch, IsRefusedBeforeAnythingIsRecordedWhenThePinIsWrongOrThereAreTooMany) {
    const auto ids = askFor(2);
    EXPECT_EQ(begin(chair, ids, "wrong-" + pin).at("errors/0/pointer"), "/pin");
    EXPECT_EQ(begin(chair, std::vector<std::string>(1001, ids[0]), pin).status, 422);
    EXPECT_EQ(begin(chair, {}, pin).status, 422);
    EXPECT_EQ(harness.get(chair, "/batches").at("items/0/id"), "");
}

TEST_F(Batch, IsSeenOnlyByWhoBeganIt) {
    const auto id = begin(chair, askFor(1), pin).at("id");
    for (const auto& stranger : {harness.as("chair", "xa-b"), clerk, harness.as("head", "kt-a")}) {
        EXPECT_EQ(harness.get(stranger, "/batches/" + id).status, 404);
        EXPECT_EQ(harness.get(stranger, "/batches/" + id + "/items").status, 404);
        EXPECT_EQ(resume(stranger, id, pin).status, 404);
        EXPECT_EQ(harness.post(stranger, "/batches/" + id + "/stop", "{}").status, 404);
        EXPECT_EQ(harness.get(stranger, "/batches").at("items/0/id"), "");
    }
    EXPECT_EQ(harness.get(administrator, "/batches").status, 403);
    EXPECT_EQ(harness.get(chair, "/batches").at("items/0/id"), id);
    EXPECT_EQ(batch(id, "/items?state=sometime").status, 422);
}

}  // namespace congvu::signingdesk
