// SPDX-License-Identifier: Apache-2.0
#include "PipelineFixture.h"

#include "congvu/json/Value.h"

#include <gmock/gmock.h>

namespace congvu::host {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string codeOf(const OutgoingResponse& response) {
    EXPECT_EQ(response.header("Content-Type"), "application/problem+json");
    const auto document = json::Document::parse(response.body);
    return std::string{document.root().member("code")->string()};
}

class PipelineStages : public PipelineFixture {};

TEST_F(PipelineStages, LetsACallerWithThePermissionIn) {
    add(http::Route::get("/items").needs("demo.read").by([](const http::Request& request) {
        return http::Response::text(request.caller().postId + ' ' + request.caller().address, "text/plain");
    }));
    const auto response = pipeline.run(request(http::Method::get, "/api/v1/demo/items"));
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.body, "post-an 192.0.2.7");
    EXPECT_EQ(response.header("Cache-Control"), "no-store");
    EXPECT_EQ(response.header("X-Content-Type-Options"), "nosniff");
}

TEST_F(PipelineStages, RefusesWhoIsNotSignedIn) {
    add(http::Route::get("/items").needs("demo.read").by(says("secret")));
    for (const auto* token : {"", "unknown"}) {
        const auto response = pipeline.run(request(http::Method::get, "/api/v1/demo/items", token));
        EXPECT_EQ(response.status, 401);
        EXPECT_EQ(codeOf(response), "unauthenticated");
    }
}

TEST_F(PipelineStages, DeniesByDefault) {
    add(http::Route::get("/items").needs("demo.write").by(says("secret")));
    const auto response = pipeline.run(request(http::Method::get, "/api/v1/demo/items"));
    EXPECT_EQ(response.status, 403);
    EXPECT_EQ(codeOf(response), "forbidden");
}

TEST_F(PipelineStages, ClosesAPluginThatIsOffForTheUnit) {
    add(http::Route::get("/items").needs("demo.read").by(says("secret")));
    directory.off.insert("demo@unit-a");
    const auto response = pipeline.run(request(http::Method::get, "/api/v1/demo/items"));
    EXPECT_EQ(response.status, 403);
    EXPECT_EQ(codeOf(response), "plugin-off-for-unit");
}

TEST_F(PipelineStages, ClosesTheUiFilesOfAPluginThatIsOffForTheUnit) {
    const std::string file = "/plugins/demo/ui/0123456789ab/index.js";
    EXPECT_EQ(pipeline.run(request(http::Method::get, file)).body, "file " + file);
    directory.off.insert("demo@unit-a");
    for (const auto* written : {"/plugins/demo/ui/0123456789ab/index.js", "/plugins/%64emo/ui/0123456789ab/index.js"}) {
        const auto refused = pipeline.run(request(http::Method::get, written));
        EXPECT_EQ(refused.status, 403) << written;
        EXPECT_EQ(codeOf(refused), "plugin-off-for-unit");
        EXPECT_EQ(refused.header("Cache-Control"), "no-store");
    }
    EXPECT_EQ(pipeline.run(request(http::Method::get, "/plugins/other/ui/0123456789ab/index.js")).status, 200);
    EXPECT_EQ(pipeline.run(request(http::Method::get, "/demo")).status, 200) << "the shell tells that there is no such page";
}

TEST_F(PipelineStages, KeepsTheUiFilesOfPluginsForThoseWhoAreSignedIn) {
    for (const auto* token : {"", "unknown"}) {
        EXPECT_EQ(codeOf(pipeline.run(request(http::Method::get, "/plugins/demo/ui/0123456789ab/index.js", token))), "unauthenticated");
        EXPECT_EQ(pipeline.run(request(http::Method::get, "/assets/app-1a2b.js", token)).status, 200);
    }
    authenticator.sessions["token-an"].mustChangePassword = true;
    EXPECT_EQ(codeOf(pipeline.run(request(http::Method::get, "/plugins/demo/ui/0123456789ab/index.js"))), "must-change-password");
}

TEST_F(PipelineStages, LetsATemporaryPasswordReachTheSessionOnly) {
    authenticator.sessions["token-an"].mustChangePassword = true;
    add(http::Route::get("/items").needs("demo.read").by(says("secret")));
    router.add("core", "/api/v1", http::Route::put("/session/password").forSignedIn().by(says("changed")));
    EXPECT_EQ(codeOf(pipeline.run(request(http::Method::get, "/api/v1/demo/items"))), "must-change-password");
    EXPECT_EQ(pipeline.run(withCsrf(request(http::Method::put, "/api/v1/session/password"))).status, 200);
}

TEST_F(PipelineStages, WantsTheCsrfTokenOfTheSessionForEveryChange) {
    add(http::Route::post("/items").needs("demo.read").by(says("done")));
    EXPECT_EQ(codeOf(pipeline.run(request(http::Method::post, "/api/v1/demo/items"))), "csrf");
    EXPECT_EQ(codeOf(pipeline.run(withCsrf(request(http::Method::post, "/api/v1/demo/items"), "csrf-aN"))), "csrf");
    EXPECT_EQ(codeOf(pipeline.run(withCsrf(request(http::Method::post, "/api/v1/demo/items"), ""))), "csrf");
    EXPECT_EQ(pipeline.run(withCsrf(request(http::Method::post, "/api/v1/demo/items"))).status, 200);
}

TEST_F(PipelineStages, RefusesAPublicChangeThatComesFromAnotherSite) {
    router.add("core", "/api/v1", http::Route::post("/session").forEveryone().by(says("signed in")));
    auto foreign = request(http::Method::post, "/api/v1/session", "");
    foreign.headers.add("Sec-Fetch-Site", "cross-site");
    EXPECT_EQ(codeOf(pipeline.run(std::move(foreign))), "csrf");
    auto otherOrigin = request(http::Method::post, "/api/v1/session", "");
    otherOrigin.headers.add("Origin", "https://evil.example");
    EXPECT_EQ(codeOf(pipeline.run(std::move(otherOrigin))), "csrf");
    auto own = request(http::Method::post, "/api/v1/session", "");
    own.headers.add("Origin", "https://congvu.example");
    EXPECT_EQ(pipeline.run(std::move(own)).status, 200);
}

TEST_F(PipelineStages, SaysWhichMethodsAPathHas) {
    add(http::Route::get("/items").needs("demo.read").by(says("x")));
    const auto response = pipeline.run(withCsrf(request(http::Method::del, "/api/v1/demo/items")));
    EXPECT_EQ(response.status, 405);
    EXPECT_EQ(response.header("Allow"), "GET");
}

TEST_F(PipelineStages, WritesProblemsInTheLanguageOfTheClient) {
    auto english = request(http::Method::get, "/api/v1/none");
    english.headers.add("Accept-Language", "en-GB,en;q=0.8,vi;q=0.1");
    EXPECT_THAT(pipeline.run(std::move(english)).body, HasSubstr("\"title\":\"Not found\""));
    EXPECT_THAT(pipeline.run(request(http::Method::get, "/api/v1/none")).body, HasSubstr("\"title\":\"Không tìm thấy\""));
}

TEST_F(PipelineStages, ReportsEveryWrongFieldWithItsMessage) {
    add(http::Route::get("/items").needs("demo.read").by([](const http::Request&) -> http::Response {
        throw AppError::invalid({{"/subject", "too-large", {}}, {"/dueOn", "invalid", {{"min", "3"}}}});
    }));
    const auto response = pipeline.run(request(http::Method::get, "/api/v1/demo/items"));
    EXPECT_EQ(response.status, 422);
    EXPECT_THAT(response.body, HasSubstr(R"({"pointer":"/subject","code":"too-large","message":"Dữ liệu gửi lên vượt quá)"));
    EXPECT_THAT(response.body, HasSubstr(R"("pointer":"/dueOn")"));
}

TEST_F(PipelineStages, HidesABugBehindARequestId) {
    add(http::Route::get("/items").needs("demo.read").by([](const http::Request&) -> http::Response {
        throw std::runtime_error("no such table: secret");
    }));
    const auto response = pipeline.run(request(http::Method::get, "/api/v1/demo/items"));
    EXPECT_EQ(response.status, 500);
    EXPECT_THAT(response.body, ::testing::Not(HasSubstr("secret")));
    EXPECT_EQ(log.count("http.failed"), 1);
}

TEST_F(PipelineStages, WritesOneLineForEveryRequest) {
    add(http::Route::get("/items").needs("demo.read").by(says("x")));
    EXPECT_EQ(pipeline.run(request(http::Method::get, "/api/v1/demo/items")).status, 200);
    EXPECT_EQ(pipeline.run(request(http::Method::get, "/api/v1/demo/none")).status, 404);
    EXPECT_EQ(log.count("http"), 2);
}

TEST_F(PipelineStages, RefusesABodyBeyondTheLimitOrOfAnotherType) {
    add(http::Route::post("/items").needs("demo.read").upTo(10).by(says("x")));
    EXPECT_EQ(pipeline.run(withCsrf(withBody(request(http::Method::post, "/api/v1/demo/items"), "{\"a\":12345}"))).status, 413);
    EXPECT_EQ(
        pipeline.run(withCsrf(withBody(request(http::Method::post, "/api/v1/demo/items"), "a=1", "application/x-www-form-urlencoded")))
            .status,
        415);
    EXPECT_EQ(pipeline.run(withCsrf(withBody(request(http::Method::post, "/api/v1/demo/items"), "{\"a\":1}"))).status, 200);
}

TEST_F(PipelineStages, HandsUploadsToTheHandler) {
    add(http::Route::post("/files").needs("demo.read").acceptsFiles(1000).by([](const http::Request& request) {
        return http::Response::text(request.uploads().at(0).name + ' ' + *request.part("data"), "text/plain");
    }));
    const std::string body =
        "--B\r\nContent-Disposition: form-data; name=\"data\"\r\n\r\n{}\r\n"
        "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-\r\n--B--\r\n";
    const auto response =
        pipeline.run(withCsrf(withBody(request(http::Method::post, "/api/v1/demo/files"), body, "multipart/form-data; boundary=B")));
    EXPECT_EQ(response.body, "a.pdf {}");
}

TEST_F(PipelineStages, AnswersAKnownVersionWith304) {
    add(http::Route::get("/items/{id}").needs("demo.read").by([](const http::Request&) {
        return http::Response::text("{}", "application/json").version(7);
    }));
    auto again = request(http::Method::get, "/api/v1/demo/items/1");
    again.headers.add("If-None-Match", "\"6\", W/\"7\"");
    const auto response = pipeline.run(std::move(again));
    EXPECT_EQ(response.status, 304);
    EXPECT_EQ(response.body, "");
    EXPECT_EQ(response.header("ETag"), "\"7\"");
}

TEST_F(PipelineStages, AsksForIfMatchWhereAVersionIsExpected) {
    add(http::Route::put("/items/{id}").needs("demo.read").by([](const http::Request& request) {
        return http::Response::text(std::to_string(request.expectedVersion()), "text/plain");
    }));
    EXPECT_EQ(pipeline.run(withCsrf(request(http::Method::put, "/api/v1/demo/items/1"))).status, 428);
    auto matching = withCsrf(request(http::Method::put, "/api/v1/demo/items/1"));
    matching.headers.add("If-Match", "\"12\"");
    EXPECT_EQ(pipeline.run(std::move(matching)).body, "12");
}

class PipelineFiles : public PipelineFixture {
protected:
    PipelineFiles() {
        std::ofstream(folder.path() / "abc") << "0123456789";
        add(http::Route::get("/file").needs("demo.read").by([this](const http::Request&) {
            return http::Response::file({{"file-1", name, mediaType, "abc", 10}, http::Disposition::inlineView, {"demo", "item", "7"}});
        }));
    }
    OutgoingResponse get(const std::vector<std::pair<std::string, std::string>>& headers) {
        auto made = request(http::Method::get, "/api/v1/demo/file");
        for (const auto& [key, value] : headers) {
            made.headers.add(key, value);
        }
        return pipeline.run(std::move(made));
    }
    std::string name = "Tờ trình \"1\".pdf";
    std::string mediaType = "application/pdf";
};

TEST_F(PipelineFiles, StandInTheAuditBeforeTheyAreSent) {
    const auto response = get({});
    ASSERT_TRUE(response.file);
    EXPECT_EQ(response.file->length, 10);
    EXPECT_THAT(audit.rows, ElementsAre("post-an file.read demo/item/7"));
    EXPECT_EQ(response.header("ETag"), "\"abc\"");
    EXPECT_EQ(response.header("Content-Disposition"),
              "inline; filename=\"T___ tr__nh _1_.pdf\"; filename*=UTF-8''T%E1%BB%9D%20tr%C3%ACnh%20%221%22.pdf");
}

TEST_F(PipelineFiles, AreRecordedOnceWhileAViewerReadsThemInRanges) {
    get({{"Range", "bytes=0-3"}});
    get({{"Range", "bytes=4-"}});
    EXPECT_EQ(audit.rows.size(), 1U);
    clock.advance(std::chrono::minutes{11});
    get({{"Range", "bytes=4-"}});
    EXPECT_EQ(audit.rows.size(), 2U);
}

TEST_F(PipelineFiles, AnswerOneRange) {
    const auto response = get({{"Range", "bytes=2-5"}});
    EXPECT_EQ(response.status, 206);
    EXPECT_EQ(response.file->offset, 2);
    EXPECT_EQ(response.file->length, 4);
    EXPECT_EQ(response.header("Content-Range"), "bytes 2-5/10");
    EXPECT_EQ(get({{"Range", "bytes=20-"}}).status, 416);
    EXPECT_EQ(get({{"Range", "bytes=2-5"}, {"If-Range", "\"old\""}}).status, 200);
}

TEST_F(PipelineFiles, AreNotSentTwiceToWhoHasThem) {
    const auto response = get({{"If-None-Match", "\"abc\""}});
    EXPECT_EQ(response.status, 304);
    EXPECT_FALSE(response.file);
    EXPECT_TRUE(audit.rows.empty());
}

TEST_F(PipelineFiles, ThatCouldRunInTheBrowserAreDownloads) {
    mediaType = "text/html";
    EXPECT_THAT(get({}).header("Content-Disposition"), ::testing::StartsWith("attachment;"));
}

TEST_F(PipelineFiles, WhoseContentIsMissingAreNotFound) {
    std::filesystem::remove(folder.path() / "abc");
    EXPECT_EQ(get({}).status, 404);
    EXPECT_TRUE(audit.rows.empty());
}

}  // namespace
}  // namespace congvu::host
