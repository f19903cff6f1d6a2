// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::outgoing {

/// What a number and symbol say.
struct SymbolValues {
    std::int64_t number = 0;
    std::string type;    ///< abbreviation of the type: "QĐ"
    std::string issuer;  ///< "UBND"
    std::string unit;    ///< drafting unit or field of work: "VP"; may be empty where the grammar ends with it
    int year = 0;

    friend bool operator==(const SymbolValues&, const SymbolValues&) = default;
};

/// How number and symbol are put together, for example "{number}/{type}-{issuer}" (Decree 30/2020, App. I, II.3: slash after the number,
/// hyphens between groups, no blanks) or "{number}-{type}/{issuer}" (documents of the Party).
///
/// A pattern begins with {number}; then groups follow, each after a slash or a hyphen, and each is {type}, {issuer}, {unit}, {year} or
/// fixed text. No group stands twice. A {unit} at the end falls away with its separator for a document without one. So one text is made of
/// given values and given values are read from one text: parse(build(v)) == v in what the grammar names.
class SymbolGrammar {
public:
    static constexpr std::size_t kLongestPattern = 80;
    static constexpr std::size_t kLongestValue = 20;

    /// AppError invalid for "/pattern" with the cause: "outgoing.pattern-…".
    static SymbolGrammar of(std::string_view pattern);

    /// "15/QĐ-UBND"; numbers below ten with a leading zero. AppError invalid "outgoing.symbol-value" for a value that cannot stand in a
    /// symbol.
    [[nodiscard]] std::string build(const SymbolValues& values) const;
    /// What follows the number, with its separator: "/QĐ-UBND", "-CT/TU".
    [[nodiscard]] std::string buildTail(const SymbolValues& values) const;
    /// The values that the text was built from; nothing for a text of another form. Values that the grammar does not name are empty.
    [[nodiscard]] std::optional<SymbolValues> parse(std::string_view text) const;

    enum class Part { type, issuer, unit, year, fixed };
    [[nodiscard]] bool names(Part part) const;

    /// True for what may stand in a symbol: 1 to 20 characters, no blank, slash, hyphen, brace or control character.
    static bool isValue(std::string_view text);

private:
    struct Group {
        char separator = '/';
        Part part = Part::fixed;
        std::string text;  ///< of a fixed group
    };
    static Group groupOf(char separator, std::string_view token);
    static bool isUnitMissing(const std::vector<Group>& groups, std::string_view unit);
    static bool read(const Group& group, std::string_view text, SymbolValues& values);

    std::vector<Group> groups_;
};

}  // namespace congvu::outgoing
