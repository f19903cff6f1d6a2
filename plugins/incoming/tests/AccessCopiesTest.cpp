// SPDX-License-Identifier: Apache-2.0
#include "IncomingFixture.h"

#include "congvu/db/Db.h"

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <utility>

namespace congvu::incoming {

namespace {

/// Rows of incoming_access carry copies of what orders and groups their document. Each sequence is drawn from its own seed.
class AccessCopies : public IncomingFixture, public ::testing::WithParamInterface<unsigned> {
protected:
    static constexpr int kActs = 260;

    std::size_t below(std::size_t end) { return random_() % end; }
    const std::string& anyOf(const std::vector<std::string>& list) { return list[below(list.size())]; }
    /// One of the last documents: older ones are closed, cancelled or recalled.
    std::string document() { return documents_[documents_.size() - 1 - below(std::min<std::size_t>(documents_.size(), 6))]; }
    std::string path() { return "/documents/" + document(); }
    /// Empty: none.
    std::string deadline() { return below(3) == 0 ? "" : "2026-03-" + std::to_string(10 + below(19)); }
    std::string leader() { return below(2) == 0 ? "" : chair.postId; }
    std::string division() { return harness.unitId(anyOf({"vp-a", "kt-a", "vh-a"})); }

    Body letter() {
        Body body;
        body.symbol = std::to_string(++letters_) + "/UBND-VX";
        body.dueOn = deadline();
        body.leader = leader();
        return body;
    }
    bool keep(const TestResponse& registered) {
        if (registered.status == 201) {
            documents_.push_back(registered.at("id"));
        }
        return registered.status == 201;
    }
    bool registerUpload() {
        const auto body = letter();
        return keep(harness.post(clerk, "/proposals/" + uploadFiles({testing::letterPdf(body.symbol)}).at("items/0/id") + "/registration",
                                 body.json()));
    }

    void deliver() {
        const auto province = harness.as("clerk", "tinh").agencyId;
        deliveries_.push_back("delivery-" + std::to_string(deliveries_.size()));
        const auto content = harness.context().files().place(testing::letterPdf(deliveries_.back()));
        harness.receive(
            "outgoing.document-issued.v1", {"outgoing", "document", deliveries_.back()}, province,
            R"({"documentId":")" + deliveries_.back() +
                R"(","number":"9","symbol":"UBND","numberAndSymbol":"9/UBND","typeId":"CV","typeName":"Công văn","subject":"a",)"
                R"("documentDate":"2026-03-02","signerName":"a","signerTitle":"b","urgency":"normal","senderAgencyId":")" +
                province +
                R"(","senderName":"UBND tỉnh","senderOrganId":"H99","dueOn":null,"answersSymbol":"","pages":1,"file":{"id":"f",)"
                R"("name":"a.pdf","mediaType":"application/pdf","sha256":")" +
                content.sha256 + R"(","sizeBytes":)" + std::to_string(content.sizeBytes) +
                R"(},"attachments":[],"recipients":[{"deliveryId":")" + deliveries_.back() + R"(","agencyId":")" + clerk.agencyId +
                R"(","name":"UBND xã"}],"sourceTaskId":null,"sourceDocumentId":null})");
    }
    bool registerDelivery() {
        deliver();
        return keep(harness.post(clerk, "/deliveries/" + deliveries_.back() + "/registration", letter().json()));
    }
    bool recall() {
        if (deliveries_.empty()) {
            return false;
        }
        const auto delivery = anyOf(deliveries_);
        const auto province = harness.as("clerk", "tinh").agencyId;
        harness.receive("outgoing.recall-requested.v1", {"outgoing", "document", delivery}, province,
                        R"({"documentId":")" + delivery + R"(","senderAgencyId":")" + province +
                            R"(","reason":"Gửi nhầm","recipients":[{"deliveryId":")" + delivery + R"(","agencyId":")" + clerk.agencyId +
                            R"("}]})");
        const auto answer = anyOf({"/recall-agreement", "/recall-refusal"});
        return isDone(harness.post(clerk, "/deliveries/" + delivery + answer, R"({"reason":"a"})"));
    }

    std::string versionOf(const std::string& id) { return harness.get(clerk, "/documents/" + id).at("document/version"); }
    bool correct() {
        const auto id = document();
        const auto body = letter().json();
        const auto facts = body.substr(9, body.find("},\"submitToPostId\"") - 8);
        return isDone(harness.patch(clerk, "/documents/" + id, facts, '"' + versionOf(id) + '"'));
    }
    bool direct() {
        const auto lead = division();
        const auto other = division();
        return isDone(harness.post(chair, path() + "/direction", directionJson(lead, other == lead ? "" : other, deadline())));
    }
    bool followTasks() {
        const auto id = document();
        const auto before = versionOf(id);
        const int total = static_cast<int>(1 + below(3));
        const int done = static_cast<int>(below(static_cast<std::size_t>(total) + 1));
        progress(id, total, done, 0, done == total, below(2) == 0);
        return versionOf(id) != before;
    }
    bool passTaskOn() {
        const auto id = document();
        const auto before = rows();
        harness.receive("tasks.task-created.v1", {"tasks", "task", "t"}, clerk.agencyId,
                        R"({"source":{"plugin":"incoming","type":"document","id":")" + id + R"("},"unitId":")" + division() +
                            R"(","leadPostId":")" + harness.postId(anyOf({"head", "handler"}), anyOf({"vp-a", "kt-a", "vh-a"})) + R"("})");
        return rows() != before;
    }
    static bool isDone(const TestResponse& response) { return response.status < 300; }
    bool act(const http::Caller& caller, const std::string& name, const std::string& json = R"({"reason":"a"})") {
        return isDone(harness.post(caller, path() + name, json));
    }

    std::int64_t count(std::string_view sql) {
        return harness.context().db().read(
            [&](db::Reader& reader) { return reader.one(sql, {}, [](const db::Row& row) { return row.integer(0); }).value_or(-1); });
    }
    std::int64_t rows() { return count("SELECT count(*) FROM incoming_access"); }
    std::int64_t wrongRows() {
        return count(R"sql(
            SELECT count(*) FROM incoming_access a LEFT JOIN incoming_document d ON d.id = a.document_id
            WHERE d.id IS NULL OR a.agency_id <> d.agency_id OR a.tab <> d.tab OR a.arrival_key <> d.arrival_key OR a.due_key <> d.due_key
        )sql");
    }

    /// Directions twice as often as the rest: most of what follows needs one.
    std::vector<std::pair<std::string, std::function<bool()>>> acts() {
        return {{"register", [this] { return keep(registerPaper(letter())); }},
                {"register an upload", [this] { return registerUpload(); }},
                {"register a delivery", [this] { return registerDelivery(); }},
                {"correct", [this] { return correct(); }},
                {"submit", [this] { return act(clerk, "/submission", R"({"postId":")" + chair.postId + R"("})"); }},
                {"return", [this] { return act(chair, "/return"); }},
                {"direct", [this] { return direct(); }},
                {"direct", [this] { return direct(); }},
                {"withdraw", [this] { return act(chair, "/direction-withdrawal"); }},
                {"close", [this] { return below(5) == 0 && act(chair, "/closing", R"({"note":"a"})"); }},
                {"cancel", [this] { return below(5) == 0 && act(clerk, "/cancellation"); }},
                {"recall", [this] { return recall(); }},
                {"follow tasks", [this] { return followTasks(); }},
                {"pass a task on", [this] { return passTaskOn(); }}};
    }

private:
    std::mt19937 random_{GetParam()};
    std::vector<std::string> documents_;
    std::vector<std::string> deliveries_;
    int letters_ = 0;
};

}  // namespace

TEST_P(AccessCopies, EqualTheirDocumentAfterEveryActOfARandomSequence) {
    const auto all = acts();
    std::map<std::string, int> done;
    ASSERT_TRUE(all.front().second()) << "there is a document to begin with";
    for (int step = 0; step < kActs; ++step) {
        const auto& [name, run] = all[below(all.size())];
        done[name] += run() ? 1 : 0;
        ASSERT_EQ(wrongRows(), 0) << "seed " << GetParam() << ", act " << step << ": " << name;
    }
    for (const auto& [name, run] : all) {
        EXPECT_GT(done[name], 0) << "nothing was found out about: " << name;
    }
    EXPECT_GT(rows(), 5);
}

INSTANTIATE_TEST_SUITE_P(Seeds, AccessCopies, ::testing::Values(1U, 2U, 3U));

}  // namespace congvu::incoming
