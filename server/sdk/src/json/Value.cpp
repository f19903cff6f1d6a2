// SPDX-License-Identifier: Apache-2.0
#include "congvu/json/Value.h"

#include "congvu/error/AppError.h"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace congvu::json {

namespace {

constexpr std::size_t kMaximumBytes = 16 * 1024 * 1024;
constexpr std::size_t kMaximumDepth = 64;
constexpr std::size_t kMaximumNodes = 1'000'000;
/// Iterative, so that deep nesting cannot use up the stack before the depth limit ends it.
constexpr unsigned kParseFlags =
    rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseFullPrecisionFlag;

const rapidjson::Value& nodeAt(const void* node) {
    return *static_cast<const rapidjson::Value*>(node);
}

std::string_view viewOf(const rapidjson::Value& text) {
    return {text.GetString(), text.GetStringLength()};
}

[[noreturn]] void refuse(std::string reason) {
    throw AppError(ErrorKind::badRequest, "bad-json", {{"reason", std::move(reason)}});
}

/// Passes the events of the reader on to the document and stops when the text nests too deep or holds too many nodes.
class LimitedHandler {
public:
    explicit LimitedHandler(rapidjson::Document& target) : target_(target) {}

    bool Null() { return countNode() && target_.Null(); }
    bool Bool(bool value) { return countNode() && target_.Bool(value); }
    bool Int(int value) { return countNode() && target_.Int(value); }
    bool Uint(unsigned value) { return countNode() && target_.Uint(value); }
    bool Int64(std::int64_t value) { return countNode() && target_.Int64(value); }
    bool Uint64(std::uint64_t value) { return countNode() && target_.Uint64(value); }
    bool Double(double value) { return countNode() && target_.Double(value); }
    bool RawNumber(const char* text, rapidjson::SizeType size, bool copy) { return countNode() && target_.RawNumber(text, size, copy); }
    bool String(const char* text, rapidjson::SizeType size, bool copy) { return countNode() && target_.String(text, size, copy); }
    bool Key(const char* text, rapidjson::SizeType size, bool copy) { return target_.Key(text, size, copy); }
    bool StartObject() { return enter() && target_.StartObject(); }
    bool EndObject(rapidjson::SizeType members) {
        --depth_;
        return target_.EndObject(members);
    }
    bool StartArray() { return enter() && target_.StartArray(); }
    bool EndArray(rapidjson::SizeType elements) {
        --depth_;
        return target_.EndArray(elements);
    }

private:
    bool countNode() { return ++nodes_ <= kMaximumNodes; }
    bool enter() { return ++depth_ <= kMaximumDepth && countNode(); }

    rapidjson::Document& target_;
    std::size_t depth_ = 0;
    std::size_t nodes_ = 0;
};

/// RFC 8259 §4 calls the meaning of repeated names unpredictable; two readers of one signed text must not see two things.
void refuseDuplicateMembers(const rapidjson::Value& node) {
    if (node.IsArray()) {
        for (const auto& element : node.GetArray()) {
            refuseDuplicateMembers(element);
        }
        return;
    }
    if (!node.IsObject()) {
        return;
    }
    std::vector<std::string_view> names;
    names.reserve(node.MemberCount());
    for (const auto& member : node.GetObject()) {
        names.push_back(viewOf(member.name));
        refuseDuplicateMembers(member.value);
    }
    std::sort(names.begin(), names.end());
    if (std::adjacent_find(names.begin(), names.end()) != names.end()) {
        refuse("a member name stands twice in one object");
    }
}

void require(bool holds, const char* wanted) {
    if (!holds) {
        throw std::logic_error(std::string{"the JSON value is not "} + wanted);
    }
}

}  // namespace

Kind Value::kind() const {
    const auto& node = nodeAt(node_);
    switch (node.GetType()) {
        case rapidjson::kNullType:
            return Kind::null;
        case rapidjson::kFalseType:
        case rapidjson::kTrueType:
            return Kind::boolean;
        case rapidjson::kObjectType:
            return Kind::object;
        case rapidjson::kArrayType:
            return Kind::array;
        case rapidjson::kStringType:
            return Kind::string;
        case rapidjson::kNumberType:
            break;
    }
    return node.IsInt64() ? Kind::integer : Kind::number;
}

std::string_view Value::string() const {
    const auto& node = nodeAt(node_);
    require(node.IsString(), "a string");
    return viewOf(node);
}

std::int64_t Value::integer() const {
    const auto& node = nodeAt(node_);
    require(node.IsInt64(), "an integer");
    return node.GetInt64();
}

double Value::number() const {
    const auto& node = nodeAt(node_);
    require(node.IsNumber(), "a number");
    return node.GetDouble();
}

bool Value::boolean() const {
    const auto& node = nodeAt(node_);
    require(node.IsBool(), "a boolean");
    return node.GetBool();
}

std::size_t Value::size() const {
    const auto& node = nodeAt(node_);
    if (node.IsArray()) {
        return node.Size();
    }
    return node.IsObject() ? node.MemberCount() : 0;
}

Value Value::element(std::size_t index) const {
    const auto& node = nodeAt(node_);
    require(node.IsArray() && index < node.Size(), "an array of that size");
    return Value{&node[static_cast<rapidjson::SizeType>(index)]};
}

std::optional<Value> Value::member(std::string_view name) const {
    const auto& node = nodeAt(node_);
    if (!node.IsObject()) {
        return std::nullopt;
    }
    for (const auto& member : node.GetObject()) {
        if (viewOf(member.name) == name) {
            return Value{&member.value};
        }
    }
    return std::nullopt;
}

void Value::forEachMember(const std::function<void(std::string_view name, Value value)>& visit) const {
    const auto& node = nodeAt(node_);
    if (!node.IsObject()) {
        return;
    }
    for (const auto& member : node.GetObject()) {
        visit(viewOf(member.name), Value{&member.value});
    }
}

std::string Value::toText() const {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer{buffer};
    nodeAt(node_).Accept(writer);
    return {buffer.GetString(), buffer.GetSize()};
}

struct Document::State {
    rapidjson::Document document;
};

Document::Document(std::unique_ptr<State> state) : state_(std::move(state)) {}
Document::~Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;

Document Document::parse(std::string_view text) {
    if (text.size() > kMaximumBytes) {
        refuse("the text is longer than 16 MiB");
    }
    auto state = std::make_unique<State>();
    rapidjson::ParseResult result;
    const auto generate = [&](rapidjson::Document& target) {
        LimitedHandler handler{target};
        rapidjson::MemoryStream bytes{text.empty() ? "" : text.data(), text.size()};
        rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> input{bytes};
        rapidjson::Reader reader;
        result = reader.Parse<kParseFlags>(input, handler);
        return !result.IsError();
    };
    state->document.Populate(generate);
    if (result.IsError()) {
        refuse(std::string{rapidjson::GetParseError_En(result.Code())} + " At byte " + std::to_string(result.Offset()) + '.');
    }
    refuseDuplicateMembers(state->document);
    return Document{std::move(state)};
}

Value Document::root() const {
    return Value{&state_->document};
}

}  // namespace congvu::json
