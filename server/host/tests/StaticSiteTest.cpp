// SPDX-License-Identifier: Apache-2.0
#include "http/StaticSite.h"

#include "congvu/error/AppError.h"
#include "testing/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <fstream>

namespace congvu::host {
namespace {

using ::testing::HasSubstr;

class StaticFiles : public ::testing::Test {
protected:
    StaticFiles() {
        write("shell/index.html", "<html>");
        write("shell/sw.js", "//");
        write("shell/ui-build.json", R"({"api":1,"importMapSha256":"sha256-abc="})");
        write("shell/assets/app-1a2b.js", "app");
        write("shell/assets/app-1a2b.js.br", "BR");
        write("shell/assets/app-1a2b.js.gz", "GZIP");
        write("shell/assets/pdfjs/a.wasm", "wasm");
        write("secret.txt", "secret");
        write("demo/ui.json", R"({"id":"demo","api":1,"entry":"index.js","css":["index.css"],"build":"0123456789ab"})");
        write("demo/index.js", "demo");
        write("demo/index.css", "css");
        write("demo-public/ui.json", R"({"id":"demo","api":1,"entry":"index.js","css":[],"build":"ba9876543210"})");
        write("demo-public/index.js", "public");
        std::filesystem::create_symlink(folder.path() / "secret.txt", folder.path() / "shell/assets/link.txt");
    }
    void write(const std::string& name, const std::string& text) {
        std::filesystem::create_directories((folder.path() / name).parent_path());
        std::ofstream(folder.path() / name) << text;
    }
    OutgoingResponse get(const std::string& path, const std::string& encodings = "") {
        StaticSite site(folder.path() / "shell");
        site.addPlugin("demo", folder.path() / "demo");
        site.addPublicPages("demo", folder.path() / "demo-public");
        IncomingRequest request;
        request.method = http::Method::get;
        request.path = path;
        if (!encodings.empty()) {
            request.headers.add("Accept-Encoding", encodings);
        }
        return site.answer(request);
    }
    congvu::testing::TemporaryFolder folder;
};

TEST_F(StaticFiles, HashedAssetsAreKeptForeverAndPagesAreNot) {
    EXPECT_EQ(get("/assets/app-1a2b.js").header("Cache-Control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(get("/plugins/demo/ui/0123456789ab/index.js").header("Cache-Control"), "private, max-age=31536000, immutable");
    EXPECT_EQ(get("/index.html").header("Cache-Control"), "no-cache");
    EXPECT_EQ(get("/sw.js").header("Cache-Control"), "no-cache");
}

TEST_F(StaticFiles, HaveTheirRealTypes) {
    EXPECT_EQ(get("/assets/app-1a2b.js").header("Content-Type"), "text/javascript; charset=utf-8");
    EXPECT_EQ(get("/assets/pdfjs/a.wasm").header("Content-Type"), "application/wasm");
    EXPECT_EQ(get("/").header("Content-Type"), "text/html; charset=utf-8");
}

TEST_F(StaticFiles, ComeCompressedToWhoCanReadThem) {
    EXPECT_EQ(get("/assets/app-1a2b.js", "gzip, deflate, br").header("Content-Encoding"), "br");
    EXPECT_EQ(get("/assets/app-1a2b.js", "gzip, br;q=0").header("Content-Encoding"), "gzip");
    EXPECT_EQ(get("/assets/app-1a2b.js", "identity").header("Content-Encoding"), "");
    EXPECT_EQ(get("/assets/app-1a2b.js", "br").file->length, 2);
}

TEST_F(StaticFiles, UnknownPagesAreRoutedInTheBrowser) {
    EXPECT_EQ(get("/incoming/documents/01ABC").header("Content-Type"), "text/html; charset=utf-8");
    EXPECT_EQ(get("/incoming/documents/01ABC").status, 200);
}

TEST_F(StaticFiles, NothingOutsideTheFoldersIsEverServed) {
    for (const auto* path : {"/assets/../../secret.txt", "/assets/%2e%2e/%2e%2e/secret.txt", "/..%2fsecret.txt", "/assets/link.txt",
                             "/assets/missing.js", "/plugins/demo/ui/ffffffffffff/index.js", "/ui-build.json", "/assets/%00.js"}) {
        EXPECT_THROW(get(path), AppError) << path;
    }
}

TEST_F(StaticFiles, CarryThePolicyWithTheHashOfTheImportMap) {
    const auto policy = get("/").header("Content-Security-Policy");
    EXPECT_THAT(policy, HasSubstr("script-src 'self' 'sha256-abc=' 'wasm-unsafe-eval';"));
    EXPECT_THAT(policy, HasSubstr("frame-ancestors 'none'"));
}

TEST_F(StaticFiles, LetPagesConnectToProgramsOfTheVisitorsOwnComputerAndToNothingElse) {
    StaticSite site(folder.path() / "shell");
    std::vector<std::string> origins{"http://127.0.0.1:14127"};
    site.letPagesConnect([&] { return origins; });
    const auto policyOf = [&](const std::string& path) {
        IncomingRequest request;
        request.method = http::Method::get;
        request.path = path;
        return site.answer(request).header("Content-Security-Policy");
    };
    EXPECT_THAT(policyOf("/signing"), HasSubstr("connect-src 'self' http://127.0.0.1:14127; worker-src"));
    EXPECT_THAT(policyOf("/assets/app-1a2b.js"), HasSubstr("connect-src 'self'; worker-src")) << "only pages call agents";
    origins = {"",
               "https://elsewhere.example",
               "http://127.0.0.1:1; script-src *",
               "http://127.0.0.1.example",
               "http://127.0.0.1:",
               "http://127.0.0.1:123456",
               "http://127.0.0.1/path",
               "*",
               "http://127.0.0.1 *",
               "ws://127.0.0.1:1"};
    EXPECT_THAT(policyOf("/signing"), HasSubstr("connect-src 'self'; worker-src"));
    origins = {"http://localhost:80"};
    EXPECT_THAT(policyOf("/signing"), HasSubstr("connect-src 'self' http://localhost:80; worker-src")) << "the setting counts at once";
}

TEST_F(StaticFiles, TellWhosePluginTheyAreHoweverThePathIsWritten) {
    for (const auto* path : {"/plugins/demo/ui/0123456789ab/index.js", "/plugins/demo/ui/ffffffffffff/gone.js", "/plugins/demo",
                             "/%70lugins/d%65mo/ui/0123456789ab/index.js", "/plugins%2Fdemo%2Fui"}) {
        EXPECT_EQ(StaticSite::pluginOf(path), "demo") << path;
    }
    for (const auto* path : {"/", "/index.html", "/assets/app-1a2b.js", "/demo", "/plugins", "/%zz"}) {
        EXPECT_EQ(StaticSite::pluginOf(path), "") << path;
    }
}

TEST_F(StaticFiles, ForEverybodyLieApartFromTheOthersOfAPlugin) {
    EXPECT_EQ(get("/plugins/demo/public/ba9876543210/index.js").header("Cache-Control"), "private, max-age=31536000, immutable");
    EXPECT_THROW(get("/plugins/demo/public/0123456789ab/index.js"), AppError);
    EXPECT_EQ(StaticSite::publicPluginOf("/plugins/demo/public/ba9876543210/index.js"), "demo");
    EXPECT_EQ(StaticSite::publicPluginOf("/plugins/demo/ui/0123456789ab/index.js"), "");
    EXPECT_EQ(StaticSite::publicPluginOf("/plugins/demo/ui/public/index.js"), "");
    EXPECT_EQ(StaticSite::publicPluginOf("/public/index.js"), "");
}

TEST_F(StaticFiles, OfAPluginAreFoundByTheManifest) {
    StaticSite site(folder.path() / "shell");
    site.addPlugin("demo", folder.path() / "demo");
    site.addPlugin("headless", folder.path() / "none");
    EXPECT_EQ(site.pluginUi("demo")->entry, "/plugins/demo/ui/0123456789ab/index.js");
    EXPECT_THAT(site.pluginUi("demo")->css, ::testing::ElementsAre("/plugins/demo/ui/0123456789ab/index.css"));
    EXPECT_FALSE(site.pluginUi("headless"));
}

TEST_F(StaticFiles, AreNotThereWithoutABuiltShell) {
    const StaticSite site(folder.path() / "nothing");
    IncomingRequest request;
    request.method = http::Method::get;
    EXPECT_THROW(static_cast<void>(site.answer(request)), AppError);
}

}  // namespace
}  // namespace congvu::host
