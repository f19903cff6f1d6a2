// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Page.h"
#include "congvu/json/Description.h"
#include "congvu/json/Writer.h"
#include "congvu/time/Clock.h"
#include "congvu/time/Date.h"

#include <optional>
#include <string>
#include <vector>

namespace congvu::json {

template <NamedEnum E>
constexpr std::string_view nameOf(E value) {
    for (const auto& [candidate, name] : EnumNames<E>::values) {
        if (candidate == value) {
            return name;
        }
    }
    return {};
}

inline void encode(Writer& out, std::string_view value) {
    out.string(value);
}
inline void encode(Writer& out, const std::string& value) {
    out.string(value);
}
inline void encode(Writer& out, bool value) {
    out.boolean(value);
}
inline void encode(Writer& out, double value) {
    out.number(value);
}
inline void encode(Writer& out, const Date& value) {
    out.string(value.toString());
}
inline void encode(Writer& out, Timestamp value) {
    out.string(toRfc3339(value));
}
inline void encode(Writer& out, const RawJson& value) {
    out.raw(value.text);
}
template <std::integral T>
requires(!std::same_as<T, bool>) void encode(Writer& out, T value) {
    out.integer(static_cast<std::int64_t>(value));
}
template <NamedEnum E>
void encode(Writer& out, E value) {
    out.string(nameOf(value));
}
template <class T>
void encode(Writer& out, const std::optional<T>& value);
template <class T>
void encode(Writer& out, const std::vector<T>& values);
template <Described T>
void encode(Writer& out, const T& value);
template <class T>
void encode(Writer& out, const db::Page<T>& page);

template <class T>
void encode(Writer& out, const std::optional<T>& value) {
    if (value) {
        encode(out, *value);
    } else {
        out.null();
    }
}
template <class T>
void encode(Writer& out, const std::vector<T>& values) {
    out.beginArray();
    for (const auto& value : values) {
        encode(out, value);
    }
    out.endArray();
}
template <Described T>
void encode(Writer& out, const T& value) {
    out.beginObject();
    std::apply([&](const auto&... fields) { ((out.key(fields.name), encode(out, value.*(fields.member))), ...); },
               Description<T>::fields());
    out.endObject();
}
template <class T>
void encode(Writer& out, const db::Page<T>& page) {
    out.beginObject();
    out.key("items");
    encode(out, page.items);
    out.key("next");
    encode(out, page.next);
    out.key("total");
    encode(out, page.total);
    out.endObject();
}

/// The JSON text of a value.
template <class T>
std::string toText(const T& value) {
    Writer out;
    encode(out, value);
    return out.take();
}

}  // namespace congvu::json
