// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/error/AppError.h"
#include "congvu/json/Description.h"
#include "congvu/json/Value.h"
#include "congvu/time/Clock.h"
#include "congvu/time/Date.h"

#include <algorithm>
#include <concepts>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::json {

/// What to do with members that the struct does not list: requests refuse them ("unknown-field"), subscribers of events skip them.
enum class UnknownMembers { refuse, skip };

/// Collects every error of one input together with the JSON pointer it was met at; at most a hundred, so that hostile input cannot
/// make a huge answer.
class DecodeErrors {
public:
    static constexpr std::size_t kMaximumErrors = 100;
    explicit DecodeErrors(UnknownMembers unknown) : unknown_(unknown) {}
    [[nodiscard]] UnknownMembers unknownMembers() const { return unknown_; }
    void add(const std::string& pointer, std::string code, MessageParams params = {}) {
        if (errors_.size() < kMaximumErrors) {
            errors_.push_back({pointer, std::move(code), std::move(params)});
        }
    }
    [[nodiscard]] const std::vector<FieldError>& all() const { return errors_; }
    /// AppError::invalid if anything was added.
    void throwIfAny() const {
        if (!errors_.empty()) {
            throw AppError::invalid(errors_);
        }
    }

private:
    UnknownMembers unknown_;
    std::vector<FieldError> errors_;
};

/// Limits of one string member.
struct StringLimits {
    std::size_t minimumLength;
    std::size_t maximumLength;
    bool isMultiline;
};

/// Non-template parts (server/sdk/src/json/Decode.cpp). They add an error with codes "wrong-type", "required", "too-short", "too-long",
/// "bad-characters", "out-of-range", "bad-date", "bad-time", "unknown-field", "unknown-choice" and leave the target alone. Message
/// parameters: "min" and "max" of a limit, "expected" of a wrong type. Strings are normalised to NFC and trimmed.
void decodeString(Value in, const StringLimits& limits, const std::string& at, DecodeErrors& errors, std::string& out);
void decodeInteger(Value in, std::int64_t low, std::int64_t high, const std::string& at, DecodeErrors& errors, std::int64_t& out);
void decodeNumber(Value in, const std::string& at, DecodeErrors& errors, double& out);
void decodeBoolean(Value in, const std::string& at, DecodeErrors& errors, bool& out);
void decodeDate(Value in, const std::string& at, DecodeErrors& errors, Date& out);
void decodeTime(Value in, const std::string& at, DecodeErrors& errors, Timestamp& out);
/// True when `in` is an object; else adds "wrong-type".
bool expectObject(Value in, const std::string& at, DecodeErrors& errors);
bool expectArray(Value in, std::size_t low, std::size_t high, const std::string& at, DecodeErrors& errors);
/// Adds "unknown-field" for each member not in `known` when the errors object refuses them.
void checkUnknown(Value in, const std::vector<std::string_view>& known, const std::string& at, DecodeErrors& errors);
std::string childPointer(const std::string& at, std::string_view name);
std::string childPointer(const std::string& at, std::size_t index);

template <NamedEnum E>
std::optional<E> enumFrom(std::string_view name) {
    for (const auto& [value, candidate] : EnumNames<E>::values) {
        if (candidate == name) {
            return value;
        }
    }
    return std::nullopt;
}

template <Described T>
void decodeObject(Value in, const std::string& at, DecodeErrors& errors, T& out);

template <class F, class M>
void decodeMember(Value in, const F& f, const std::string& at, DecodeErrors& errors, M& out);

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};

template <class F, class M>
void decodeMember(Value in, const F& f, const std::string& at, DecodeErrors& errors, M& out) {
    if constexpr (IsOptional<M>::value) {
        if (in.isNull()) {
            out.reset();
            return;
        }
        typename M::value_type inner{};
        decodeMember(in, f, at, errors, inner);
        out = std::move(inner);
    } else if constexpr (std::same_as<M, std::string>) {
        decodeString(in, {f.minimumLength, f.maximumLength, f.isMultiline}, at, errors, out);
    } else if constexpr (std::same_as<M, bool>) {
        decodeBoolean(in, at, errors, out);
    } else if constexpr (std::same_as<M, double>) {
        decodeNumber(in, at, errors, out);
    } else if constexpr (std::integral<M>) {
        std::int64_t wide = static_cast<std::int64_t>(out);
        const auto low = std::max<std::int64_t>(f.minimum, std::numeric_limits<M>::min());
        const auto high = std::min<std::int64_t>(f.maximum, std::numeric_limits<M>::max());
        decodeInteger(in, low, high, at, errors, wide);
        out = static_cast<M>(wide);
    } else if constexpr (std::same_as<M, Date>) {
        decodeDate(in, at, errors, out);
    } else if constexpr (std::same_as<M, Timestamp>) {
        decodeTime(in, at, errors, out);
    } else if constexpr (std::same_as<M, RawJson>) {
        out.text = in.toText();
    } else if constexpr (NamedEnum<M>) {
        std::string name;
        decodeString(in, {0, 100, false}, at, errors, name);
        if (const auto value = enumFrom<M>(name)) {
            out = *value;
        } else {
            errors.add(at, "unknown-choice");
        }
    } else if constexpr (IsVector<M>::value) {
        if (!expectArray(in, f.minimumLength, f.maximumLength, at, errors)) {
            return;
        }
        out.clear();
        struct ElementLimits {  // limits of a list count its elements; its strings get a general limit
            std::size_t minimumLength = 0;
            std::size_t maximumLength = 10'000;
            std::int64_t minimum = std::numeric_limits<std::int64_t>::min();
            std::int64_t maximum = std::numeric_limits<std::int64_t>::max();
            bool isMultiline = false;
        };
        for (std::size_t index = 0; index < in.size(); ++index) {
            typename M::value_type element{};
            decodeMember(in.element(index), ElementLimits{}, childPointer(at, index), errors, element);
            out.push_back(std::move(element));
        }
    } else {
        decodeObject(in, at, errors, out);
    }
}

template <Described T>
void decodeObject(Value in, const std::string& at, DecodeErrors& errors, T& out) {
    if (!expectObject(in, at, errors)) {
        return;
    }
    std::apply(
        [&](const auto&... fields) {
            const auto decodeOne = [&](const auto& f) {
                const auto member = in.member(f.name);
                const auto pointer = childPointer(at, f.name);
                if (!member || (member->isNull() && f.isRequired)) {
                    if (f.isRequired) {
                        errors.add(pointer, "required");
                    }
                    return;
                }
                decodeMember(*member, f, pointer, errors, out.*(f.member));
            };
            (decodeOne(fields), ...);
            checkUnknown(in, {fields.name...}, at, errors);
        },
        Description<T>::fields());
}

/// Reads a whole input struct or throws AppError::invalid with every error.
template <Described T>
T decode(std::string_view text, UnknownMembers unknown = UnknownMembers::refuse) {
    const auto document = Document::parse(text);
    DecodeErrors errors{unknown};
    T out{};
    decodeObject(document.root(), "", errors, out);
    errors.throwIfAny();
    return out;
}

}  // namespace congvu::json
