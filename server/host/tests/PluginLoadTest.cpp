// SPDX-License-Identifier: Apache-2.0
#include "TestClient.h"
#include "app/Host.h"
#include "testing/Province.h"
#include "testing/TemporaryFolder.h"
#include "testing/VirtualClock.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace congvu::host {
namespace {

using ::testing::HasSubstr;

/// Loading refuses on purpose here, so nothing is shown.
class NoLog final : public Log {
public:
    void info(std::string_view, const Fields&) override {}
    void warn(std::string_view, const Fields&) override {}
    void error(std::string_view, const Fields&) override {}
};

/// A whole server whose plugin folder holds one good plugin and a dozen bad ones.
class PluginLoading : public ::testing::Test {
protected:
    PluginLoading() {
        options.dataFolder = folder.path() / "data";
        options.shareFolder = CONGVU_SHARE_FOLDER;
        options.pluginFolder = CONGVU_BAD_PLUGINS;
        options.shellFolder = folder.path() / "no-shell";
        options.server.port = 0;
        options.server.loops = 1;
        options.server.workers = 2;
    }
    static std::string reasonOf(const Host& host, const std::string& id) {
        const auto& status = host.plugins().status().at(id);
        EXPECT_EQ(status.state, PluginState::refused) << id;
        return status.reason;
    }
    congvu::testing::TemporaryFolder folder;
    congvu::testing::VirtualClock clock;
    NoLog log;
    HostOptions options;
};

TEST_F(PluginLoading, RefusesEveryBadPluginWithOneSentenceAndServesOn) {
    Host host(options, clock, log);
    EXPECT_EQ(reasonOf(host, "wrong-abi"), "wrong-abi/wrong-abi.so: was built for sdk 2, this server has sdk 1");
    EXPECT_EQ(reasonOf(host, "other-headers"),
              "other-headers/other-headers.so: was built with other sdk headers than this server; build it again");
    EXPECT_EQ(reasonOf(host, "missing-symbol"),
              "missing-symbol/missing-symbol.so: exports no congvu_plugin_entry (CONGVU_PLUGIN is missing)");
    EXPECT_EQ(reasonOf(host, "no-library"), "no-library/no-library.so: is missing");
    EXPECT_EQ(reasonOf(host, "throws-at-start"), "the printer is on fire");
    EXPECT_THAT(reasonOf(host, "undeclared-permission"),
                HasSubstr("undeclared-permission/plugin.json: permissions does not declare \"undeclared-permission.read\""));
    EXPECT_THAT(reasonOf(host, "undeclared-event"), HasSubstr("incoming.document-registered.v1"));
    EXPECT_EQ(reasonOf(host, "silent-job"), "silent-job/plugin.json: jobs declares \"tidy\", but no code of the plugin adds it");
    EXPECT_EQ(reasonOf(host, "missing-dependency"), "missing-dependency/plugin.json: requires plugin \"ghost\", which is not installed");
    EXPECT_THAT(reasonOf(host, "circular-one"), HasSubstr("circular-one → circular-two → circular-one"));
    EXPECT_THAT(reasonOf(host, "bad-manifest"), HasSubstr("bad-manifest/plugin.json: name is missing"));

    EXPECT_EQ(host.plugins().status().at("good").state, PluginState::running);
    // A route for everyone answers while the plugin is on for the root unit, so there must be one.
    const congvu::testing::Province province(host.core().organisation());
    host.serve();
    TestClient client(host.port());
    client.send("GET /api/v1/good/hello HTTP/1.1\r\nHost: a\r\n\r\nGET /readyz HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(client.receive().body, "hello");
    EXPECT_EQ(client.receive().status, 200);
}

TEST_F(PluginLoading, TakesTheRegistrationsOfAFailedStartBack) {
    const Host host(options, clock, log);
    IncomingRequest request;
    request.method = http::Method::get;
    request.path = "/api/v1/throws-at-start/left-behind";
    EXPECT_EQ(host.pipeline().run(std::move(request)).status, 404);
}

TEST_F(PluginLoading, RunsWithoutAPluginFolder) {
    options.pluginFolder = folder.path() / "none";
    const Host host(options, clock, log);
    EXPECT_TRUE(host.plugins().status().empty());
}

TEST_F(PluginLoading, DescribesOnlyTheRoutesThatAreThere) {
    const Host host(options, clock, log);
    const auto document = host.openApi();
    EXPECT_THAT(document, HasSubstr("\"/api/v1/good/hello\""));
    EXPECT_THAT(document, HasSubstr("\"/api/v1/session\""));
    EXPECT_THAT(document, ::testing::Not(HasSubstr("left-behind")));
}

TEST_F(PluginLoading, LetsOnlyOneServerUseADataFolder) {
    const Host first(options, clock, log);
    try {
        const Host second(options, clock, log);
        FAIL() << "two servers shared a data folder";
    } catch (const std::runtime_error& error) {
        EXPECT_THAT(error.what(), HasSubstr("another congvu uses the data folder"));
    }
}

TEST_F(PluginLoading, KeepsTheDataFolderToItsUser) {
    const Host host(options, clock, log);
    EXPECT_EQ(std::filesystem::status(options.dataFolder).permissions(), std::filesystem::perms::owner_all);
}

}  // namespace
}  // namespace congvu::host
