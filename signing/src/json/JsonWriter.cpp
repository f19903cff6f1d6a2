// SPDX-License-Identifier: Apache-2.0
#include "json/JsonWriter.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "pdf/Unicode.h"

namespace congvu::signing {
namespace {

rapidjson::SizeType sizeOf(std::string_view text) {
    return static_cast<rapidjson::SizeType>(text.size());
}

}  // namespace

struct JsonWriter::Native {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer{buffer};
};

JsonWriter::JsonWriter() : native_(std::make_unique<Native>()) {}
JsonWriter::~JsonWriter() = default;

void JsonWriter::open(char bracket) {
    bracket == '{' ? native_->writer.StartObject() : native_->writer.StartArray();
}

void JsonWriter::close(char bracket) {
    bracket == '}' ? native_->writer.EndObject() : native_->writer.EndArray();
}

void JsonWriter::key(std::string_view name) {
    native_->writer.Key(name.data(), sizeOf(name));
}

void JsonWriter::item(std::string_view value) {
    const std::string text = pdf::validUtf8(value);
    native_->writer.String(text.data(), sizeOf(text));
}

void JsonWriter::item(std::uint64_t value) {
    native_->writer.Uint64(value);
}

void JsonWriter::field(std::string_view name, std::string_view value) {
    key(name);
    item(value);
}

void JsonWriter::field(std::string_view name, bool value) {
    key(name);
    native_->writer.Bool(value);
}

void JsonWriter::field(std::string_view name, std::uint64_t value) {
    key(name);
    item(value);
}

void JsonWriter::field(std::string_view name, const std::optional<Instant>& value) {
    if (value) {
        field(name, toIso8601(*value));
        return;
    }
    key(name);
    native_->writer.Null();
}

std::string JsonWriter::take() const {
    return {native_->buffer.GetString(), native_->buffer.GetSize()};
}

}  // namespace congvu::signing
