// SPDX-License-Identifier: Apache-2.0
#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"
#include "congvu/json/Value.h"
#include "congvu/json/Writer.h"

#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <stdexcept>

namespace {

enum class Urgency { normal, flash };

struct Assignment {
    std::string unitId;
    std::optional<congvu::Date> dueOn;
};

struct Direction {
    std::string opinion;
    std::int64_t pages = 1;
    Urgency urgency = Urgency::normal;
    std::vector<Assignment> assignments;
    std::optional<congvu::Timestamp> at;
    congvu::json::RawJson detail;
};

}  // namespace

template <>
struct congvu::json::EnumNames<Urgency> {
    static constexpr std::array values{std::pair{Urgency::normal, std::string_view{"normal"}},
                                       std::pair{Urgency::flash, std::string_view{"flash"}}};
};
template <>
struct congvu::json::Description<Assignment> {
    static auto fields() { return std::tuple{field("unitId", &Assignment::unitId).required(), field("dueOn", &Assignment::dueOn)}; }
};
template <>
struct congvu::json::Description<Direction> {
    static auto fields() {
        return std::tuple{field("opinion", &Direction::opinion).required().maxLength(12).multiline(),
                          field("pages", &Direction::pages).range(1, 500),
                          field("urgency", &Direction::urgency),
                          field("assignments", &Direction::assignments).maxLength(2),
                          field("at", &Direction::at),
                          field("detail", &Direction::detail)};
    }
};

namespace {

using congvu::AppError;
using congvu::ErrorKind;
using congvu::json::decode;
using congvu::json::Document;
using congvu::json::Kind;
using congvu::json::UnknownMembers;
using congvu::json::Writer;

std::vector<std::string> errorsOf(std::string_view text) {
    std::vector<std::string> found;
    try {
        decode<Direction>(text);
    } catch (const AppError& error) {
        for (const auto& field : error.fields()) {
            found.push_back(field.pointer + ' ' + field.code);
        }
    }
    return found;
}

bool isRefusedAsBadJson(std::string_view text) {
    try {
        Document::parse(text);
    } catch (const AppError& error) {
        return error.kind() == ErrorKind::badRequest && error.code() == "bad-json";
    }
    return false;
}

TEST(JsonWriter, WritesNestedValuesInTheOrderOfTheCalls) {
    Writer out;
    out.beginObject().key("a").beginArray().integer(-1).number(0.5).boolean(true).null().endArray();
    out.key("b").string("đ\"\n").key("c").raw(R"({"x":1})").endObject();
    EXPECT_EQ(out.take(), "{\"a\":[-1,0.5,true,null],\"b\":\"đ\\\"\\n\",\"c\":{\"x\":1}}");
}

TEST(JsonWriter, EscapesInTextsOfEveryShortLength) {
    for (std::size_t length = 1; length <= 20; ++length) {
        EXPECT_EQ(Writer{}.string(std::string(length, 'x')).take(), '"' + std::string(length, 'x') + '"');
        for (std::size_t at = 0; at < length; ++at) {
            auto value = std::string(length, 'x');
            value[at] = '\n';
            EXPECT_EQ(Writer{}.string(value).take(), '"' + value.substr(0, at) + "\\n" + value.substr(at + 1) + '"')
                << length << " at " << at;
        }
    }
}

TEST(JsonWriter, EscapesWhatMustBeEscapedWhereverItStandsInATextOfAnyLength) {
    for (int code = 0; code < 256; ++code) {
        const auto character = static_cast<char>(code);
        const bool mustBeEscaped = code < 0x20 || character == '"' || character == '\\';
        for (std::size_t at = 0; at < 20; ++at) {
            std::string value(20, 'x');
            value[at] = character;
            Writer out;
            const auto text = out.string(value).take();
            const auto escape = text.substr(1 + at, text.size() - 2 - 19);
            EXPECT_EQ(mustBeEscaped, escape.front() == '\\') << code << " at " << at;
            EXPECT_EQ(value.substr(at + 1), text.substr(1 + at + escape.size(), 19 - at)) << code << " at " << at;
        }
    }
    Writer out;
    EXPECT_EQ(R"("\"\\\b\f\n\r\t\u0000\u001F/Đồi")", out.string(std::string_view{"\"\\\b\f\n\r\t\0\x1F/Đồi", 16}).take());
}

TEST(JsonWriter, WritesNumbersInTheirShortestForm) {
    Writer out;
    out.beginArray().number(0.1).number(3).number(-1.5e300).integer(0).integer(INT64_MIN).integer(INT64_MAX).endArray();
    EXPECT_EQ("[0.1,3.0,-1.5e300,0,-9223372036854775808,9223372036854775807]", out.take());
}

TEST(JsonWriter, IsEmptyAgainAfterItsTextWasTaken) {
    Writer out;
    EXPECT_EQ(out.beginArray().endArray().take(), "[]");
    EXPECT_EQ(out.string("").take(), "\"\"");
}

TEST(JsonWriter, RefusesNumbersThatJsonCannotHold) {
    Writer out;
    EXPECT_THROW(out.number(std::numeric_limits<double>::infinity()), std::logic_error);
}

TEST(JsonWriter, RefusesToHandOutAnUnfinishedText) {
    Writer out;
    out.beginObject();
    EXPECT_THROW((void)out.take(), std::logic_error);
}

TEST(JsonDocument, TellsKindsApart) {
    const auto document = Document::parse(R"([null,true,9223372036854775807,9223372036854775808,1.0,"x",{},[]])");
    const std::vector<Kind> wanted{Kind::null,   Kind::boolean, Kind::integer, Kind::number,
                                   Kind::number, Kind::string,  Kind::object,  Kind::array};
    for (std::size_t index = 0; index < wanted.size(); ++index) {
        EXPECT_EQ(document.root().element(index).kind(), wanted[index]) << index;
    }
}

TEST(JsonDocument, ReadsMembersAndWritesThemBack) {
    const auto document = Document::parse(R"( {"a": {"b": [1, 2]}, "c": ""} )");
    EXPECT_EQ(document.root().size(), 2U);
    EXPECT_EQ(document.root().member("a")->toText(), R"({"b":[1,2]})");
    EXPECT_EQ(document.root().member("c")->string(), "");
    EXPECT_FALSE(document.root().member("b").has_value());
}

TEST(JsonDocument, RefusesTextThatIsNotJson) {
    for (const auto* text : {"", " ", "{", "[1,]", "{\"a\":1}x", "'a'", "NaN", "\"\xff\"", "// note\n1", "01"}) {
        EXPECT_TRUE(isRefusedAsBadJson(text)) << text;
    }
}

TEST(JsonDocument, RefusesTheSameMemberTwiceAtAnyDepth) {
    EXPECT_TRUE(isRefusedAsBadJson(R"([{"x":{"role":"handler","role":"chair"}}])"));
    EXPECT_FALSE(isRefusedAsBadJson(R"([{"role":"handler"},{"role":"chair"}])"));
}

TEST(JsonDocument, RefusesDeepNestingWithoutUsingUpTheStack) {
    EXPECT_FALSE(isRefusedAsBadJson(std::string(64, '[') + std::string(64, ']')));
    EXPECT_TRUE(isRefusedAsBadJson(std::string(65, '[') + std::string(65, ']')));
    EXPECT_TRUE(isRefusedAsBadJson(std::string(5'000'000, '[')));
}

TEST(JsonDocument, RefusesMoreThanAMillionNodes) {
    std::string text = "[1";
    for (int index = 0; index < 1'000'000; ++index) {
        text += ",1";
    }
    EXPECT_TRUE(isRefusedAsBadJson(text + "]"));
}

TEST(JsonDecode, ReadsAWholeStruct) {
    const auto direction = decode<Direction>(R"({"opinion":" Giao PKT\r\nlàm ","pages":3,"urgency":"flash",
        "assignments":[{"unitId":"u1","dueOn":"2026-03-31"},{"unitId":"u2","dueOn":null}],
        "at":"2026-03-02T09:00:00+07:00","detail":{"x":[1]}})");
    EXPECT_EQ(direction.opinion, "Giao PKT\nlàm");
    EXPECT_EQ(direction.pages, 3);
    EXPECT_EQ(direction.urgency, Urgency::flash);
    ASSERT_EQ(direction.assignments.size(), 2U);
    EXPECT_EQ(direction.assignments[0].dueOn, congvu::Date(2026, 3, 31));
    EXPECT_FALSE(direction.assignments[1].dueOn.has_value());
    EXPECT_EQ(congvu::toRfc3339(*direction.at), "2026-03-02T02:00:00.000Z");
    EXPECT_EQ(direction.detail.text, R"({"x":[1]})");
}

TEST(JsonDecode, ReportsEveryWrongFieldAtOnceWithItsPointer) {
    const auto errors =
        errorsOf(R"({"opinion":"","pages":501,"urgency":"soon","assignments":[{"dueOn":"2026-02-30"}],"at":"today","a/b~":1})");
    const std::vector<std::string> wanted{"/opinion required",
                                          "/pages out-of-range",
                                          "/urgency unknown-choice",
                                          "/assignments/0/unitId required",
                                          "/assignments/0/dueOn bad-date",
                                          "/at bad-time",
                                          "/a~1b~0 unknown-field"};
    EXPECT_EQ(errors, wanted);
}

TEST(JsonDecode, CountsCharactersAndNotBytes) {
    EXPECT_TRUE(errorsOf(R"({"opinion":"đđđđđđđđđđđđ"})").empty());
    EXPECT_EQ(errorsOf(R"({"opinion":"đđđđđđđđđđđđđ"})"), std::vector<std::string>{"/opinion too-long"});
}

TEST(JsonDecode, RefusesControlCharactersAndLineBreaksInOneLineTexts) {
    EXPECT_EQ(errorsOf(R"({"opinion":"a\u0000b"})"), std::vector<std::string>{"/opinion bad-characters"});
    EXPECT_EQ(errorsOf(R"({"opinion":"x","assignments":[{"unitId":"a\nb"}]})"),
              std::vector<std::string>{"/assignments/0/unitId bad-characters"});
}

TEST(JsonDecode, RefusesWrongTypesAndTooManyElements) {
    EXPECT_EQ(errorsOf("[]"), std::vector<std::string>{" wrong-type"});
    EXPECT_EQ(errorsOf(R"({"opinion":1,"pages":1.5,"assignments":{}})"),
              (std::vector<std::string>{"/opinion wrong-type", "/pages wrong-type", "/assignments wrong-type"}));
    EXPECT_EQ(errorsOf(R"({"opinion":"x","assignments":[{},{},{}]})"), std::vector<std::string>{"/assignments too-long"});
}

TEST(JsonDecode, StopsCountingErrorsAtAHundred) {
    std::string text = R"({"opinion":"x")";
    for (int index = 0; index < 500; ++index) {
        text += ",\"x" + std::to_string(index) + "\":1";
    }
    EXPECT_EQ(errorsOf(text + "}").size(), congvu::json::DecodeErrors::kMaximumErrors);
}

TEST(JsonDecode, SkipsUnknownMembersForSubscribers) {
    EXPECT_EQ(decode<Assignment>(R"({"unitId":"u","later":{"v":2}})", UnknownMembers::skip).unitId, "u");
}

TEST(JsonDecode, ComposesTextToNfc) {
    EXPECT_EQ(decode<Assignment>("{\"unitId\":\"ho\xCC\x80\x61\"}").unitId, "h\xC3\xB2\x61");
}

TEST(JsonEncode, WritesWhatDecodeReads) {
    Direction direction;
    direction.opinion = "Đồng ý";
    direction.assignments.push_back({"u1", congvu::Date(2026, 3, 31)});
    const auto text = congvu::json::toText(direction);
    EXPECT_EQ(
        text,
        R"({"opinion":"Đồng ý","pages":1,"urgency":"normal","assignments":[{"unitId":"u1","dueOn":"2026-03-31"}],"at":null,"detail":null})");
    EXPECT_EQ(congvu::json::toText(decode<Direction>(text)), text);
}

}  // namespace
