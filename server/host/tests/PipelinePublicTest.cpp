// SPDX-License-Identifier: Apache-2.0
#include "PipelineFixture.h"

#include <gmock/gmock.h>

namespace congvu::host {
namespace {

using http::Method;
using http::Route;
using ::testing::HasSubstr;

/// What people who are not signed in may call.
class PipelinePublic : public PipelineFixture {
protected:
    PipelinePublic() {
        add(Route::get("/open").forEveryone().by(says("open")));
        add(Route::post("/costly").forEveryone().atMostPerMinute(3).acceptsFiles(1'000).by(says("done")));
        add(Route::get("/closed").needs("demo.read").by(says("closed")));
        add(Route::get("/metered").needs("demo.read").atMostPerMinute(1).by(says("metered")));
        add(Route::get("/metered-write").needs("demo.write").atMostPerMinute(1).by(says("metered")));
    }
    OutgoingResponse get(const std::string& path) { return pipeline.run(request(Method::get, path, "")); }
    OutgoingResponse costly(const std::string& address, const std::string& token = "") {
        auto made = request(Method::post, "/api/v1/demo/costly", token);
        made.clientAddress = address;
        made.headers.add("Sec-Fetch-Site", "same-origin");
        return pipeline.run(withBody(std::move(made), "--B--\r\n", "multipart/form-data; boundary=B"));
    }
};

TEST_F(PipelinePublic, OnlyRoutesThatSaySoAnswerWithoutASession) {
    EXPECT_EQ(get("/api/v1/demo/open").status, 200);
    EXPECT_EQ(get("/api/v1/demo/closed").status, 401);
}

TEST_F(PipelinePublic, RoutesOfAPluginEndWhereItIsOffForTheRootUnit) {
    directory.off = {"demo@root"};
    const auto refused = get("/api/v1/demo/open");
    EXPECT_EQ(refused.status, 403);
    EXPECT_THAT(refused.body, HasSubstr("plugin-off-for-unit"));
    directory.off = {"demo@unit-a"};
    EXPECT_EQ(get("/api/v1/demo/open").status, 200);
}

TEST_F(PipelinePublic, FilesNeedNoSessionButEndWithThePlugin) {
    EXPECT_EQ(get("/plugins/demo/public/0123/index.js").body, "file /plugins/demo/public/0123/index.js");
    EXPECT_EQ(get("/plugins/demo/ui/0123/index.js").status, 401);
    EXPECT_EQ(get("/plugins/demo/ui/public/index.js").status, 401);
    directory.off = {"demo@root"};
    EXPECT_EQ(get("/plugins/demo/public/0123/index.js").status, 403);
    EXPECT_EQ(get("/plugins/demo/%70ublic/0123/index.js").status, 403);
}

TEST_F(PipelinePublic, CallsBeyondTheLimitOfAnAddressAreRefusedAndToldHowLongToWait) {
    for (int call = 0; call < 3; ++call) {
        EXPECT_EQ(costly("192.0.2.7").status, 200);
    }
    const auto refused = costly("192.0.2.7");
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(refused.header("Retry-After"), "20");
    EXPECT_THAT(refused.body, HasSubstr("too-many-calls"));
    EXPECT_THAT(refused.body, HasSubstr("Hãy thử lại sau 20 giây."));
    EXPECT_EQ(costly("192.0.2.7", "token-an").status, 429) << "a session makes no difference";
    EXPECT_EQ(costly("192.0.2.8").status, 200);

    clock.advance(std::chrono::seconds{20});
    EXPECT_EQ(costly("192.0.2.7").status, 200);
    EXPECT_EQ(costly("192.0.2.7").status, 429);
}

TEST_F(PipelinePublic, WhoIsSignedInCountsAloneAndOnlyWhereAllowed) {
    const auto metered = [&](const std::string& path, const std::string& token) {
        return pipeline.run(request(Method::get, path, token)).status;
    };
    authenticator.sessions["token-binh"] = authenticator.sessions["token-an"];
    authenticator.sessions["token-binh"].caller.personId = "binh";
    EXPECT_EQ(metered("/api/v1/demo/metered", "token-an"), 200);
    EXPECT_EQ(metered("/api/v1/demo/metered", "token-an"), 429);
    EXPECT_EQ(metered("/api/v1/demo/metered", "token-binh"), 200);
    for (int call = 0; call < 3; ++call) {
        EXPECT_EQ(metered("/api/v1/demo/metered-write", "token-an"), 403);
    }
}

TEST_F(PipelinePublic, AnIpv6ClientCountsByItsNetwork) {
    for (const auto* address : {"2001:db8:1:2::1", "2001:db8:1:2::2", "2001:db8:1:2:ffff::3"}) {
        EXPECT_EQ(costly(address).status, 200);
    }
    EXPECT_EQ(costly("2001:db8:1:2::4").status, 429);
    EXPECT_EQ(costly("2001:db8:1:3::4").status, 200);
}

TEST_F(PipelinePublic, TheLimitComesBeforeTheBody) {
    for (int call = 0; call < 3; ++call) {
        costly("192.0.2.7");
    }
    Exchange exchange;
    exchange.request = request(Method::post, "/api/v1/demo/costly", "");
    exchange.request.headers.add("Content-Length", "900");
    const auto refused = pipeline.admit(exchange);
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->status, 429);
}

TEST(AddressLimiterTest, ForgetsTheOldestWhenTooManyAddressesCall) {
    congvu::testing::VirtualClock clock;
    AddressLimiter limiter{clock};
    constexpr int kMany = 120'000;
    for (int number = 0; number < kMany; ++number) {
        EXPECT_EQ(limiter.secondsToWait("/x", "198.51." + std::to_string(number), 1), std::nullopt);
    }
    EXPECT_EQ(limiter.secondsToWait("/x", "198.51." + std::to_string(kMany - 1), 1), 60);
}

}  // namespace
}  // namespace congvu::host
