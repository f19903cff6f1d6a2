// SPDX-License-Identifier: Apache-2.0
#include "congvu/db/Page.h"

#include "congvu/error/AppError.h"
#include "congvu/http/Request.h"

#include <gtest/gtest.h>

#include <functional>
#include <map>

namespace {

using congvu::AppError;
using congvu::db::packCursor;
using congvu::db::PageRequest;
using congvu::db::unpackCursor;
using Query = std::map<std::string, std::string, std::less<>>;

std::string fieldErrorOf(const std::function<void()>& act) {
    try {
        act();
    } catch (const AppError& error) {
        return error.fields().at(0).pointer + ' ' + error.fields().at(0).code;
    }
    return "no error";
}

TEST(Cursor, GivesBackTheSortValuesItWasMadeOf) {
    const std::vector<std::string> values{"2026-03-02", "Đặng \"An\"", ""};
    EXPECT_EQ(unpackCursor(packCursor(values), 3), values);
}

TEST(Cursor, FitsIntoAUrlWithoutEscaping) {
    EXPECT_EQ(packCursor({"~~~>>>~?~?", "x"}).find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
              std::string::npos);
}

TEST(Cursor, RefusesWhatPackDidNotMake) {
    for (const auto& cursor : {std::string{"%%%"}, std::string{"W10"}, packCursor({"only one"}), std::string(5'000, 'A'), std::string{},
                               packCursor({"a", std::string("b\0c", 3)})}) {
        EXPECT_EQ(fieldErrorOf([&] { unpackCursor(cursor, 2); }), "/cursor bad-cursor") << cursor.substr(0, 40);
    }
}

TEST(Page, HasANextCursorOnlyWhenMoreRowsFollow) {
    const auto cursorOf = [](int row) { return std::vector{std::to_string(row)}; };
    const auto full = congvu::db::makePage(std::vector{1, 2, 3}, PageRequest{"", 2}, cursorOf);
    EXPECT_EQ(full.items, (std::vector{1, 2}));
    EXPECT_EQ(unpackCursor(full.next.value(), 1), std::vector<std::string>{"2"});
    EXPECT_FALSE(congvu::db::makePage(std::vector{1, 2}, PageRequest{"", 2}, cursorOf).next.has_value());
}

/// A request that has nothing but query parameters.
class QueryOnly final : public congvu::http::Request {
public:
    explicit QueryOnly(Query query) : query_(std::move(query)) {}
    const congvu::http::Caller& caller() const override { return caller_; }
    std::string_view path(std::string_view) const override { return {}; }
    std::optional<std::string> query(std::string_view name) const override {
        const auto found = query_.find(name);
        return found == query_.end() ? std::nullopt : std::optional{found->second};
    }
    std::optional<std::string> header(std::string_view) const override { return std::nullopt; }
    std::string_view bodyText() const override { return {}; }
    const std::vector<congvu::files::UploadedFile>& uploads() const override { return uploads_; }
    std::optional<std::string> part(std::string_view) const override { return std::nullopt; }
    std::int64_t expectedVersion() const override { return 0; }

private:
    congvu::http::Caller caller_;
    std::vector<congvu::files::UploadedFile> uploads_;
    Query query_;
};

TEST(RequestPage, TakesFiftyRowsUnlessAsked) {
    EXPECT_EQ(QueryOnly(Query{}).page().limit, 50);
    EXPECT_EQ(QueryOnly(Query{{"limit", ""}}).page().limit, 50);
    EXPECT_EQ(QueryOnly(Query{{"limit", "200"}, {"cursor", "abc"}}).page().limit, 200);
    EXPECT_EQ(QueryOnly(Query{{"cursor", "abc"}}).page().cursor, "abc");
}

TEST(RequestPage, RefusesALimitOutOfRange) {
    for (const auto* limit : {"0", "-1", "201", "1e2", "10 ", "99999999999999999999", "abc"}) {
        EXPECT_EQ(fieldErrorOf([&] { (void)QueryOnly(Query{{"limit", limit}}).page(); }), "/limit out-of-range") << limit;
    }
}

}  // namespace
