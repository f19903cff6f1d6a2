// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace congvu::json {

enum class Kind { null, boolean, integer, number, string, array, object };

/// A view of one node of a parsed Document; valid while the document lives.
class Value {
public:
    [[nodiscard]] Kind kind() const;
    [[nodiscard]] bool isNull() const { return kind() == Kind::null; }
    [[nodiscard]] std::string_view string() const;  ///< only for Kind::string
    [[nodiscard]] std::int64_t integer() const;     ///< only for Kind::integer
    [[nodiscard]] double number() const;            ///< integer or number
    [[nodiscard]] bool boolean() const;             ///< only for Kind::boolean
    [[nodiscard]] std::size_t size() const;         ///< elements or members
    [[nodiscard]] Value element(std::size_t index) const;
    [[nodiscard]] std::optional<Value> member(std::string_view name) const;
    void forEachMember(const std::function<void(std::string_view name, Value value)>& visit) const;
    /// The node as JSON text again.
    [[nodiscard]] std::string toText() const;

private:
    friend class Document;
    explicit Value(const void* node) : node_(node) {}
    const void* node_;
};

/// An owned, parsed JSON text. Depth, size and duplicate member names are limited: hostile input ends in AppError badRequest "bad-json".
class Document {
public:
    static Document parse(std::string_view text);
    ~Document();
    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;
    [[nodiscard]] Value root() const;

private:
    struct State;
    explicit Document(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace congvu::json
