// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Page.h"
#include "congvu/json/Decode.h"
#include "congvu/json/Description.h"
#include "congvu/json/Writer.h"

#include <string>

namespace congvu::json {

template <class T>
struct IsPage : std::false_type {};
template <class T>
struct IsPage<db::Page<T>> : std::true_type {
    using Item = T;
};

template <class M>
void writeSchema(Writer& out);

template <class F>
void writeIfRequired(Writer& out, const F& f) {
    if (f.isRequired) {
        out.string(f.name);
    }
}

/// Writes the members of one described struct as a JSON Schema (draft 2020-12) object, as OpenAPI 3.1 wants it.
template <Described T>
void writeObjectSchema(Writer& out) {
    out.beginObject().key("type").string("object").key("properties").beginObject();
    std::apply(
        [&](const auto&... fields) {
            const auto writeOne = [&](const auto& f) {
                out.key(f.name);
                using Member = std::remove_cvref_t<decltype(std::declval<T>().*(f.member))>;
                writeSchema<Member>(out);
            };
            (writeOne(fields), ...);
            out.endObject().key("required").beginArray();
            ((writeIfRequired(out, fields)), ...);
            out.endArray();
        },
        Description<T>::fields());
    out.endObject();
}

template <class M>
void writeSchema(Writer& out) {
    const auto simple = [&out](std::string_view type, std::string_view format) {
        out.beginObject().key("type").string(type);
        if (!format.empty()) {
            out.key("format").string(format);
        }
        out.endObject();
    };
    if constexpr (IsOptional<M>::value) {
        out.beginObject().key("anyOf").beginArray();
        writeSchema<typename M::value_type>(out);
        simple("null", "");
        out.endArray().endObject();
    } else if constexpr (std::same_as<M, std::string>) {
        simple("string", "");
    } else if constexpr (std::same_as<M, bool>) {
        simple("boolean", "");
    } else if constexpr (std::same_as<M, double>) {
        simple("number", "");
    } else if constexpr (std::integral<M>) {
        simple("integer", "");
    } else if constexpr (std::same_as<M, Date>) {
        simple("string", "date");
    } else if constexpr (std::same_as<M, Timestamp>) {
        simple("string", "date-time");
    } else if constexpr (std::same_as<M, RawJson>) {
        out.beginObject().endObject();
    } else if constexpr (NamedEnum<M>) {
        out.beginObject().key("type").string("string").key("enum").beginArray();
        for (const auto& [value, name] : EnumNames<M>::values) {
            out.string(name);
        }
        out.endArray().endObject();
    } else if constexpr (IsVector<M>::value) {
        out.beginObject().key("type").string("array").key("items");
        writeSchema<typename M::value_type>(out);
        out.endObject();
    } else if constexpr (IsPage<M>::value) {
        out.beginObject().key("type").string("object").key("properties").beginObject().key("items");
        writeSchema<std::vector<typename IsPage<M>::Item>>(out);
        out.key("next").beginObject().key("type").beginArray().string("string").string("null").endArray().endObject();
        out.key("total").beginObject().key("type").beginArray().string("integer").string("null").endArray().endObject();
        out.endObject().endObject();
    } else {
        writeObjectSchema<M>(out);
    }
}

/// The schema of a type as JSON text.
template <class T>
std::string schemaOf() {
    Writer out;
    writeSchema<T>(out);
    return out.take();
}

}  // namespace congvu::json
