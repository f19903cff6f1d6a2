// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

/// One field list per struct: it decodes input with all errors at once, encodes output and describes the OpenAPI schema.
///
///     struct Registration { std::string subject; std::optional<congvu::Date> documentDate; };
///     template <> struct congvu::json::Description<Registration> {
///         static constexpr std::string_view name = "Registration";
///         static auto fields() {
///             return std::tuple{field("subject", &Registration::subject).required().maxLength(500),
///                               field("documentDate", &Registration::documentDate)};
///         }
///     };
///
/// Member types: std::string, bool, std::int64_t, int, double, Date, Timestamp, RawJson, enums with EnumNames, std::optional, std::vector
/// and other described structs. A std::optional member accepts null and absence; any other member keeps its default when absent unless
/// required().
namespace congvu::json {

template <class T>
struct Description;

/// Names of an enum's values in JSON and in the database:
///     template <> struct congvu::json::EnumNames<Urgency> {
///         static constexpr std::array values{std::pair{Urgency::normal, std::string_view{"normal"}}, …};
///     };
template <class E>
struct EnumNames;

/// A member that is JSON text itself and is passed through (checked to be JSON on input).
struct RawJson {
    std::string text = "null";
};

template <class Owner, class Member>
struct Field {
    std::string_view name;
    Member Owner::*member;
    bool isRequired = false;
    std::size_t minimumLength = 0;
    std::size_t maximumLength = 10'000;  ///< characters of a string, elements of a list
    std::int64_t minimum = std::numeric_limits<std::int64_t>::min();
    std::int64_t maximum = std::numeric_limits<std::int64_t>::max();
    bool isMultiline = false;

    [[nodiscard]] constexpr Field required() const {
        return with([](Field& f) {
            f.isRequired = true;
            f.minimumLength = f.minimumLength == 0 ? 1 : f.minimumLength;
        });
    }
    [[nodiscard]] constexpr Field minLength(std::size_t n) const {
        return with([n](Field& f) { f.minimumLength = n; });
    }
    [[nodiscard]] constexpr Field maxLength(std::size_t n) const {
        return with([n](Field& f) { f.maximumLength = n; });
    }
    [[nodiscard]] constexpr Field range(std::int64_t low, std::int64_t high) const {
        return with([=](Field& f) {
            f.minimum = low;
            f.maximum = high;
        });
    }
    /// Line breaks are allowed in this string.
    [[nodiscard]] constexpr Field multiline() const {
        return with([](Field& f) { f.isMultiline = true; });
    }

private:
    template <class Change>
    [[nodiscard]] constexpr Field with(Change change) const {
        Field copy = *this;
        change(copy);
        return copy;
    }
};

template <class Owner, class Member>
constexpr Field<Owner, Member> field(std::string_view name, Member Owner::*member) {
    return {name, member};
}

template <class T>
concept Described = requires {
    Description<T>::fields();
};
template <class E>
concept NamedEnum = std::is_enum_v<E> && requires {
    EnumNames<E>::values;
};

}  // namespace congvu::json
