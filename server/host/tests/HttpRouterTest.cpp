// SPDX-License-Identifier: Apache-2.0
#include "http/PercentEncoding.h"
#include "http/Router.h"

#include <gtest/gtest.h>

namespace congvu::host {
namespace {

http::Route route(http::Route made) {
    return std::move(made).forEveryone().by([](const http::Request&) { return http::Response::noContent(); });
}

class HttpRouter : public ::testing::Test {
protected:
    HttpRouter() {
        router.add("incoming", "/api/v1/incoming", route(http::Route::get("/documents")));
        router.add("incoming", "/api/v1/incoming", route(http::Route::post("/documents")));
        router.add("incoming", "/api/v1/incoming", route(http::Route::get("/documents/{id}")));
        router.add("incoming", "/api/v1/incoming", route(http::Route::get("/documents/counters")));
        router.add("incoming", "/api/v1/incoming", route(http::Route::get("/documents/{id}/files/{file}")));
    }
    std::string patternOf(std::string_view path) const {
        const auto match = router.match(http::Method::get, path);
        return match.entry == nullptr ? "" : match.entry->pattern;
    }
    Router router;
};

TEST_F(HttpRouter, PrefersAFixedSegmentToAParameter) {
    EXPECT_EQ(patternOf("/api/v1/incoming/documents/counters"), "/api/v1/incoming/documents/counters");
    EXPECT_EQ(patternOf("/api/v1/incoming/documents/01ABC"), "/api/v1/incoming/documents/{id}");
    EXPECT_EQ(patternOf("/api/v1/incoming/documents/counters/files/7"), "/api/v1/incoming/documents/{id}/files/{file}");
}

TEST_F(HttpRouter, DecodesParametersAfterSplitting) {
    const auto match = router.match(http::Method::get, "/api/v1/incoming/documents/a%2Fb/files/%C4%91");
    ASSERT_NE(match.entry, nullptr);
    EXPECT_EQ(match.parameters, (PathParameters{"a/b", "đ"}));
}

TEST_F(HttpRouter, FindsNothingForPathsThatAreAlmostRight) {
    for (const std::string_view path : {"", "/", "/api/v1/incoming", "/api/v1/incoming/documents/", "//api/v1/incoming/documents",
                                        "/api/v1/incoming/documents/%zz", "/api/v1/incoming/documents/%00", "api/v1/incoming/documents"}) {
        EXPECT_EQ(patternOf(path), "") << path;
    }
}

TEST_F(HttpRouter, NamesTheMethodsAPathDoesHave) {
    EXPECT_EQ(router.match(http::Method::del, "/api/v1/incoming/documents").allowedMethods, "GET, POST");
}

TEST_F(HttpRouter, RefusesATakenPath) {
    EXPECT_THROW(router.add("tasks", "/api/v1/incoming", route(http::Route::get("/documents/{other}"))), std::logic_error);
}

TEST_F(HttpRouter, RefusesARouteThatSaysNotWhoMayCallIt) {
    EXPECT_THROW(router.add("x", "/api/v1/x", http::Route::get("/a").by([](const http::Request&) { return http::Response::noContent(); })),
                 std::logic_error);
}

TEST_F(HttpRouter, ForgetsTheRoutesOfOnePlugin) {
    router.add("tasks", "/api/v1/tasks", route(http::Route::get("/tasks/{id}")));
    router.removeAllOf("incoming");
    EXPECT_EQ(patternOf("/api/v1/incoming/documents"), "");
    EXPECT_EQ(patternOf("/api/v1/tasks/tasks/1"), "/api/v1/tasks/tasks/{id}");
    EXPECT_EQ(router.match(http::Method::get, "/api/v1/tasks/tasks/1").entry->parameterNames, std::vector<std::string>{"id"});
}

TEST(HttpPercentEncoding, ReadsQueryParameters) {
    EXPECT_EQ(queryParameter("q=tr%C3%ACnh+k%C3%BD&limit=5", "q"), "trình ký");
    EXPECT_EQ(queryParameter("q=tr%C3%ACnh+k%C3%BD&limit=5", "limit"), "5");
    EXPECT_EQ(queryParameter("q", "q"), "");
    EXPECT_EQ(queryParameter("a=1", "q"), std::nullopt);
    EXPECT_EQ(queryParameter("q=%", "q"), std::nullopt);
    EXPECT_EQ(queryParameter("q=%ff", "q"), std::nullopt);
}

TEST(HttpPercentEncoding, EncodesWhatIsNotUnreserved) {
    EXPECT_EQ(percentEncode("Tờ trình.pdf"), "T%E1%BB%9D%20tr%C3%ACnh.pdf");
}

}  // namespace
}  // namespace congvu::host
