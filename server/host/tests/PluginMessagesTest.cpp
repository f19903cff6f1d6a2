// SPDX-License-Identifier: Apache-2.0
#include "messages/MessageCatalogue.h"
#include "plugins/ManifestReader.h"
#include "testing/TemporaryFolder.h"

#include <gtest/gtest.h>
#include <fstream>

namespace congvu::host {
namespace {

class PluginMessages : public ::testing::Test {
protected:
    void load(const std::string& vi, const std::string& en, std::string_view owner = "demo") {
        const auto folder = root.path() / "demo" / "locale";
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "vi.json") << vi;
        std::ofstream(folder / "en.json") << en;
        catalogue.load(folder, owner);
    }
    congvu::testing::TemporaryFolder root;
    MessageCatalogue catalogue;
};

TEST_F(PluginMessages, FillsInParameters) {
    load(R"({"demo.duplicate":"Văn bản {symbol} đã đăng ký, số đến {number}"})", R"({"demo.duplicate":"{symbol} is number {number}"})");
    const MessageParams params{{"symbol", "15/UBND"}, {"number", "7"}};
    EXPECT_EQ(catalogue.message("vi", "demo.duplicate", params), "Văn bản 15/UBND đã đăng ký, số đến 7");
    EXPECT_EQ(catalogue.message("en", "demo.duplicate", params), "15/UBND is number 7");
}

TEST_F(PluginMessages, KeepsAPlaceholderWithoutAValueAndNeverFillsTwice) {
    load(R"({"demo.a":"{x} {y} {"})", "{}");
    EXPECT_EQ(catalogue.message("vi", "demo.a", {{"x", "{y}"}}), "{y} {y} {");
}

TEST_F(PluginMessages, FallsBackToTheOtherLanguageAndThenToTheId) {
    load(R"({"demo.a":"chỉ tiếng Việt"})", "{}");
    EXPECT_EQ(catalogue.message("en", "demo.a", {}), "chỉ tiếng Việt");
    EXPECT_EQ(catalogue.message("vi", "demo.none", {}), "demo.none");
}

TEST_F(PluginMessages, AcceptsTheIdsOfThePluginAndOfItsGroupsOnly) {
    EXPECT_NO_THROW(load(R"({"demo.a":"1","work.demo.do":"2","audit.demo.done":"3"})", "{}"));
    EXPECT_THROW(load(R"({"forbidden":"mine now"})", "{}"), PluginRefused);
    EXPECT_THROW(load(R"({"work.incoming.direct":"mine now"})", "{}"), PluginRefused);
    EXPECT_THROW(load(R"({"demo.a":5})", "{}"), PluginRefused);
}

TEST_F(PluginMessages, OfTheHostAreThereInBothLanguages) {
    const std::filesystem::path locale = std::filesystem::path{CONGVU_SOURCE_FOLDER} / "server/host/locale";
    MessageCatalogue host;
    host.load(locale, {});
    for (const auto* id : {"forbidden", "csrf", "not-found", "internal", "busy", "problem.404", "problem.503"}) {
        EXPECT_TRUE(host.has("vi", id)) << id;
        EXPECT_TRUE(host.has("en", id)) << id;
    }
}

}  // namespace
}  // namespace congvu::host
