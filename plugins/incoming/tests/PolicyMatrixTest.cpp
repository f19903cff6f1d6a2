// SPDX-License-Identifier: Apache-2.0
#include "IncomingFixture.h"

namespace congvu::incoming {

namespace {

class PolicyMatrix : public IncomingFixture {};

/// One kind of route: how it is called, and the permission the manifest's roles need for it.
struct RouteCase {
    std::string method;
    std::string path;
    std::string body;
    std::vector<std::string> roles;
};

const std::vector<std::string> kReaders{"clerk", "chair", "office-head", "head", "handler"};

std::vector<RouteCase> documentRoutes(const std::string& id) {
    const auto path = "/documents/" + id;
    const std::string reason = R"({"reason":"a"})";
    return {{"get", path, "", kReaders},
            {"get", path + "/timeline", "", kReaders},
            {"get", path + "/tasks", "", kReaders},
            {"get", path + "/verification", "", kReaders},
            {"get", path + "/files/01JDEXAMPLE000000000000001", "", kReaders},
            {"post", path + "/reading", "", kReaders},
            {"post", path + "/submission", R"({"postId":"x"})", {"clerk"}},
            {"post", path + "/return", reason, {"chair"}},
            {"post", path + "/direction-withdrawal", reason, {"chair"}},
            {"get", path + "/transfers", "", kReaders},
            {"get", path + "/leader-proposal", "", kReaders},
            {"get", path + "/processing-slip", "", kReaders},
            {"get", path + "/arrival-stamp", "", kReaders},
            {"get", path + "/record", "", kReaders},
            {"post", path + "/transfers", R"({"kind":"inform","recipients":[]})", {"clerk", "chair", "office-head", "head"}},
            {"post", path + "/transfers/01JDEXAMPLE000000000000001/recall", reason, {"clerk", "chair", "office-head", "head"}},
            {"post", path + "/transfers/01JDEXAMPLE000000000000001/return", reason, kReaders},
            {"post", path + "/transfers/01JDEXAMPLE000000000000001/completion", R"({"note":"a"})", kReaders},
            {"post", path + "/closing", R"({"note":"a"})", {"clerk", "chair"}},
            {"post", path + "/cancellation", reason, {"clerk"}}};
}

bool has(const std::vector<std::string>& roles, const std::string& role) {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

}  // namespace

TEST_F(PolicyMatrix, AnswersOtherAgenciesWith404AndMissingPermissionsWith403OnEveryRouteOfADocument) {
    const auto id = directed();
    for (const auto& route : documentRoutes(id)) {
        for (const std::string unit : {"xa-b", "tinh"}) {
            for (const std::string role : {"clerk", "chair"}) {
                const auto caller = harness.as(role, unit);
                const auto answer = route.method == "get" ? harness.get(caller, route.path) : harness.post(caller, route.path, route.body);
                const int expected = has(route.roles, role) ? 404 : 403;
                EXPECT_EQ(answer.status, expected) << role << " of " << unit << ' ' << route.method << ' ' << route.path;
            }
        }
    }
}

TEST_F(PolicyMatrix, HidesFromDivisionsWhatTheyWereNotGiven) {
    const auto id = submitted();
    for (const auto& route : documentRoutes(id)) {
        for (const auto& [role, unit] : {std::pair{"head", "kt-a"}, {"handler", "vh-a"}}) {
            const auto caller = harness.as(role, unit);
            const auto answer = route.method == "get" ? harness.get(caller, route.path) : harness.post(caller, route.path, route.body);
            EXPECT_EQ(answer.status, has(route.roles, role) ? 404 : 403) << role << ' ' << route.path;
        }
    }
}

TEST_F(PolicyMatrix, ShowsTheAdministratorNoDocuments) {
    const auto id = submitted();
    EXPECT_EQ(harness.get(harness.as("administrator", "xa-a"), "/documents/" + id).status, 403);
    EXPECT_EQ(harness.get(harness.as("administrator", "xa-a"), "/documents").status, 403);
}

TEST_F(PolicyMatrix, KeepsProposalsWithinTheAgencysClerks) {
    const auto id = uploadFiles({testing::letterPdf("1/SNV-VP")}).at("items/0/id");
    const auto stranger = harness.as("clerk", "xa-b");
    EXPECT_EQ(harness.get(stranger, "/proposals/" + id).status, 404);
    EXPECT_EQ(harness.get(stranger, "/proposals/" + id + "/file").status, 404);
    EXPECT_EQ(harness.del(stranger, "/proposals/" + id).status, 404);
    EXPECT_EQ(harness.post(stranger, "/proposals/" + id + "/registration", Body{}.json()).status, 404);
    EXPECT_EQ(harness.get(chair, "/proposals/" + id).status, 403);
    EXPECT_EQ(harness.get(stranger, "/proposals").at("items/0"), "");
}

TEST_F(PolicyMatrix, AnswersUnknownIdsLikeForeignOnes) {
    for (const auto& route : documentRoutes("01JDEXAMPLE000000000000001")) {
        if (has(route.roles, "clerk")) {
            const auto answer = route.method == "get" ? harness.get(clerk, route.path) : harness.post(clerk, route.path, route.body);
            EXPECT_EQ(answer.status, 404) << route.path;
        }
    }
}

}  // namespace congvu::incoming
