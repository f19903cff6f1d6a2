// SPDX-License-Identifier: Apache-2.0
#include "Consistency.h"
#include "IncomingFixture.h"

#include "congvu/testing/ActingCaller.h"

#include <atomic>
#include <functional>
#include <map>
#include <random>
#include <thread>
#include <utility>

namespace congvu::incoming {

namespace {

using ::testing::IsEmpty;

/// Two clerks, a leader and his substitute, a head and handlers at work on one document, on a real SQLite file. Whatever they try, in
/// whatever order, each act either happens wholly or is refused, and the state stays the one that Consistency.h describes.
class Interleaving : public IncomingFixture {
protected:
    Interleaving() {
        // A second clerk: another person in another post with the clerk's permissions.
        secondClerk.permissions = clerk.permissions;
        substitute = congvu::testing::actingFor(harness, chair, harness.as("office-head", "vp-a"), R"(["direct"])");
        substitute.permissions = {"incoming.direct", "incoming.read", "incoming.read-all"};
    }

    using Random = std::mt19937;
    using Act = std::pair<std::string, std::function<int(Random&)>>;
    struct Actor {
        std::string name;
        std::vector<Act> acts;
    };

    static std::size_t below(Random& random, std::size_t end) { return random() % end; }
    int send(const http::Caller& caller, const std::string& path, const std::string& json) {
        return harness.post(caller, "/documents/" + document + path, json).status;
    }
    /// The newest transfer of the document that this caller sees, if there is one.
    std::string newestTransfer(const http::Caller& caller, Random& random) {
        const auto answer = harness.get(caller, "/documents/" + document + "/transfers");
        std::vector<std::string> ids;
        for (std::size_t index = 0; !answer.at("items/" + std::to_string(index) + "/transfer/id").empty(); ++index) {
            ids.push_back(answer.at("items/" + std::to_string(index) + "/transfer/id"));
        }
        return ids.empty() ? "01JDEXAMPLE000000000000001" : ids[ids.size() - 1 - below(random, std::min<std::size_t>(ids.size(), 2))];
    }
    int endTransfer(const http::Caller& caller, Random& random, const std::string& act) {
        const std::string body = act == "completion" ? R"({"note":"Xong"})" : R"({"reason":"Nhầm"})";
        return send(caller, "/transfers/" + newestTransfer(caller, random) + '/' + act, body);
    }
    int transfer(const http::Caller& caller, Random& random, const std::string& kind) {
        const std::vector<std::string> to{R"({"unitId":")" + harness.unitId("kt-a") + R"("})",
                                          R"({"unitId":")" + harness.unitId("vh-a") + R"("})",
                                          R"({"postId":")" + specialist.postId + R"("})", R"({"postId":")" + handler.postId + R"("})",
                                          R"({"postId":")" + chair.postId + R"("})"};
        return send(caller, "/transfers", R"({"kind":")" + kind + R"(","recipients":[)" + to[below(random, to.size())] + "]}");
    }
    int direct(const http::Caller& leader, Random& random) {
        const bool isEconomy = below(random, 2) == 0;
        return send(leader, "/direction",
                    directionJson(harness.unitId(isEconomy ? "kt-a" : "vh-a"), harness.unitId(isEconomy ? "vh-a" : "kt-a")));
    }
    int correct(const http::Caller& caller) {
        const auto version = harness.get(caller, "/documents/" + document).at("document/version");
        return harness
            .patch(caller, "/documents/" + document,
                   R"({"symbol":"15/UBND-VX","issuerName":"UBND tỉnh Ví Dụ","typeId":"cong-van","subject":"Sửa lần )" + version + R"("})",
                   '"' + version + '"')
            .status;
    }

    Actor clerkActs(const std::string& name, const http::Caller& caller) {
        return {name,
                {{"submit", [=, this](Random&) { return send(caller, "/submission", R"({"postId":")" + chair.postId + R"("})"); }},
                 {"submit", [=, this](Random&) { return send(caller, "/submission", R"({"postId":")" + chair.postId + R"("})"); }},
                 {"transfer", [=, this](Random& random) { return transfer(caller, random, "handle"); }},
                 {"inform", [=, this](Random& random) { return transfer(caller, random, "inform"); }},
                 {"recall a transfer", [=, this](Random& random) { return endTransfer(caller, random, "recall"); }},
                 {"correct", [=, this](Random&) { return correct(caller); }},
                 {"close", [=, this](Random& random) { return below(random, 6) == 0 ? send(caller, "/closing", R"({"note":"Lưu"})") : 0; }},
                 {"cancel", [=, this](Random& random) {
                      return below(random, 8) == 0 ? send(caller, "/cancellation", R"({"reason":"Nhầm"})") : 0;
                  }}}};
    }
    std::vector<Act> decisions(const http::Caller& leader) {
        return {{"direct", [=, this](Random& random) { return direct(leader, random); }},
                {"return", [=, this](Random&) { return send(leader, "/return", R"({"reason":"Trình lại"})"); }},
                {"withdraw", [=, this](Random&) { return send(leader, "/direction-withdrawal", R"({"reason":"Giao lại"})"); }}};
    }
    Actor leaderActs() {
        auto acts = decisions(chair);
        acts.emplace_back("transfer", [this](Random& random) { return transfer(chair, random, "handle"); });
        acts.emplace_back("give back", [this](Random& random) { return endTransfer(chair, random, "return"); });
        return {"leader", std::move(acts)};
    }
    /// Decides for the leader; what was handed to the leader is not the substitute's to end.
    Actor substituteActs() {
        auto acts = decisions(substitute);
        acts.emplace_back("read", [this](Random&) { return send(substitute, "/reading", "{}"); });
        acts.emplace_back("end what is the leader's", [this](Random& random) {
            const int status = endTransfer(substitute, random, below(random, 2) == 0 ? "return" : "completion");
            EXPECT_GE(status, 400) << "a mandate ended a transfer";
            return status;
        });
        return {"substitute", std::move(acts)};
    }
    Actor holderActs(const std::string& name, const http::Caller& caller) {
        return {
            name,
            {{"read", [=, this](Random&) { return send(caller, "/reading", "{}"); }},
             {"forward", [=, this](Random& random) { return transfer(caller, random, "handle"); }},
             {"give back", [=, this](Random& random) { return endTransfer(caller, random, "return"); }},
             {"give back", [=, this](Random& random) { return endTransfer(caller, random, "return"); }},
             {"recall what was forwarded", [=, this](Random& random) { return endTransfer(caller, random, "recall"); }},
             {"complete", [=, this](Random& random) { return below(random, 4) == 0 ? endTransfer(caller, random, "completion") : 0; }}}};
    }
    /// The plugin tasks tells how far the work is.
    Actor taskActs() {
        return {"tasks",
                {{"start",
                  [this](Random&) {
                      progress(document, 2, 0, 0, false, true);
                      return 0;
                  }},
                 {"finish",
                  [this](Random& random) {
                      if (below(random, 3) == 0) {
                          progress(document, 2, 2, 0, true, true);
                      }
                      return 0;
                  }},
                 {"send a result back", [this](Random&) {
                      progress(document, 2, 1, 0, false, true);
                      return 0;
                  }}}};
    }
    std::vector<Actor> actors() {
        return {clerkActs("clerk", clerk),
                clerkActs("second clerk", secondClerk),
                leaderActs(),
                substituteActs(),
                holderActs("head", head),
                holderActs("handler", specialist),
                holderActs("other handler", handler)};
    }
    /// A new document when nothing more can happen to this one.
    void keepOpen() {
        const auto state = stateOf(document);
        if (document.empty() || state == "completed" || state == "cancelled" || state == "recalled") {
            document = registerPaper(letter()).at("id");
        }
    }
    Body letter() {
        Body body;
        body.symbol = std::to_string(++letters_) + "/UBND-VX";
        return body;
    }

    http::Caller secondClerk = harness.as("office-head", "vp-a");
    http::Caller substitute;
    http::Caller specialist = harness.as("handler", "kt-a");
    std::string document;

private:
    int letters_ = 0;
};

class RandomOrder : public Interleaving, public ::testing::WithParamInterface<unsigned> {};
class AtOnce : public Interleaving, public ::testing::WithParamInterface<unsigned> {};

}  // namespace

TEST_P(RandomOrder, EndsInOneConsistentStateAfterEveryAct) {
    constexpr int kActs = 1'500;
    Random random{GetParam()};
    auto all = actors();
    all.push_back(taskActs());
    std::map<std::string, int> done;
    for (int step = 0; step < kActs; ++step) {
        keepOpen();
        const auto& actor = all[below(random, all.size())];
        const auto& [name, act] = actor.acts[below(random, actor.acts.size())];
        const int status = act(random);
        ASSERT_TRUE(status < 500) << actor.name << ' ' << name;
        done[name] += status >= 200 && status < 300 ? 1 : 0;
        ASSERT_THAT(inconsistencies(harness.context().db()), IsEmpty())
            << "seed " << GetParam() << ", act " << step << ": " << actor.name << ' ' << name << " answered " << status;
    }
    for (const auto* name : {"submit", "transfer", "inform", "recall a transfer", "direct", "withdraw", "give back", "correct"}) {
        EXPECT_GT(done[name], 0) << "nothing was found out about: " << name;
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomOrder, ::testing::Range(1U, 5U));

TEST_P(AtOnce, EndsInOneConsistentStateWhateverTheOrder) {
    constexpr int kRounds = 6;
    constexpr int kEach = 8;
    std::atomic<int> done = 0;
    std::atomic<int> refused = 0;
    for (int round = 0; round < kRounds; ++round) {
        document = registerPaper(letter()).at("id");
        const auto all = actors();
        std::vector<std::thread> threads;
        for (std::size_t number = 0; number < all.size(); ++number) {
            threads.emplace_back([&, number] {
                Random random{GetParam() * 1'000 + static_cast<unsigned>(round) * 10 + static_cast<unsigned>(number)};
                for (int step = 0; step < kEach; ++step) {
                    const auto& acts = all[number].acts;
                    const int status = acts[below(random, acts.size())].second(random);
                    ASSERT_LT(status, 500) << all[number].name;
                    done += status >= 200 && status < 300 ? 1 : 0;
                    refused += status >= 400 ? 1 : 0;
                }
            });
        }
        for (auto& thread : threads) {
            thread.join();
        }
        ASSERT_THAT(inconsistencies(harness.context().db()), IsEmpty()) << "seed " << GetParam() << ", round " << round;
    }
    EXPECT_GT(done, 0);
    EXPECT_GT(refused, 0) << "they never stood in each other's way";
}

INSTANTIATE_TEST_SUITE_P(Seeds, AtOnce, ::testing::Range(1U, 5U));

TEST_F(Interleaving, IsFoundOutWhenAStateIsNotConsistent) {
    document = registerPaper(letter()).at("id");
    ASSERT_THAT(inconsistencies(harness.context().db()), IsEmpty());
    harness.context().db().write(
        [&](db::Tx& tx) { tx.execute("UPDATE incoming_document SET state = 'submitted' WHERE id = $1", {document}); });
    // A submitted document without a receiver, and one whose figure does not know of the submission.
    EXPECT_EQ(inconsistencies(harness.context().db()).size(), 2U);
    harness.context().db().write([&](db::Tx& tx) {
        tx.execute("INSERT INTO incoming_access (token, document_id) VALUES ('post:x', $1)", {document});
        tx.execute("UPDATE incoming_counter SET value = value + 1 WHERE name = 'waiting'");
    });
    EXPECT_GE(inconsistencies(harness.context().db()).size(), 3U);
}

}  // namespace congvu::incoming
