// SPDX-License-Identifier: Apache-2.0
#include "congvu/json/Writer.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cmath>
#include <stdexcept>

namespace congvu::json {

struct Writer::State {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> out{buffer};
};

namespace {

rapidjson::SizeType sizeOf(std::string_view text) {
    return static_cast<rapidjson::SizeType>(text.size());
}

/// RapidJSON takes no null pointers, and the data of an empty view may be one.
const char* dataOf(std::string_view text) {
    return text.empty() ? "" : text.data();
}

}  // namespace

Writer::Writer() : state_(std::make_unique<State>()) {}
Writer::~Writer() = default;
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;

Writer& Writer::beginObject() {
    state_->out.StartObject();
    return *this;
}

Writer& Writer::endObject() {
    state_->out.EndObject();
    return *this;
}

Writer& Writer::beginArray() {
    state_->out.StartArray();
    return *this;
}

Writer& Writer::endArray() {
    state_->out.EndArray();
    return *this;
}

Writer& Writer::key(std::string_view name) {
    state_->out.Key(dataOf(name), sizeOf(name));
    return *this;
}

Writer& Writer::string(std::string_view value) {
    state_->out.String(dataOf(value), sizeOf(value));
    return *this;
}

Writer& Writer::integer(std::int64_t value) {
    state_->out.Int64(value);
    return *this;
}

Writer& Writer::number(double value) {
    // RFC 8259 §6: infinity and "not a number" have no form in JSON.
    if (!std::isfinite(value)) {
        throw std::logic_error("a number that is not finite cannot be written as JSON");
    }
    state_->out.Double(value);
    return *this;
}

Writer& Writer::boolean(bool value) {
    state_->out.Bool(value);
    return *this;
}

Writer& Writer::null() {
    state_->out.Null();
    return *this;
}

Writer& Writer::raw(std::string_view json) {
    state_->out.RawValue(dataOf(json), json.size(), rapidjson::kObjectType);
    return *this;
}

std::string Writer::take() {
    if (!state_->out.IsComplete()) {
        throw std::logic_error("a JSON text was taken before it was complete");
    }
    std::string text{state_->buffer.GetString(), state_->buffer.GetSize()};
    state_->buffer.Clear();
    state_->out.Reset(state_->buffer);
    return text;
}

}  // namespace congvu::json
