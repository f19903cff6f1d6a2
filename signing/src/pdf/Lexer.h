// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "congvu/signing/Bytes.h"
#include "pdf/Limits.h"
#include "pdf/Object.h"

namespace congvu::signing::pdf {

/// White space of ISO 32000-2, table 1.
bool isWhiteSpace(std::uint8_t byte);
/// Delimiters of ISO 32000-2, table 2.
bool isDelimiter(std::uint8_t byte);

/// Where the data of a stream begins: after the line that holds the word "stream" (ISO 32000-2, 7.3.8.1). Blanks before the
/// end of that line, which some programs write, belong to it. `position`: after the word.
std::size_t streamDataStart(ByteView file, std::size_t position);

/// Reads tokens and values from bytes, strictly: what the grammar does not allow is SigningError(malformedPdf).
class Lexer {
public:
    Lexer(ByteView bytes, std::size_t position, const Limits& limits);

    std::size_t position() const { return position_; }
    bool atEnd() const { return position_ >= bytes_.size(); }

    /// White space and comments.
    void skipWhiteSpace();
    /// Takes the word if it stands next as a whole token.
    bool takeKeyword(std::string_view keyword);
    /// Takes "<<" or ">>" if it stands next.
    bool takeDoubleDelimiter(char delimiter);
    /// A non-negative integer of at most 19 digits, or nothing; then the position stays.
    std::optional<std::int64_t> takeUnsigned();
    /// The next value. One of more values than the limit is SigningError(limitExceeded).
    Object readObject() {
        values_ = 0;
        return readObject(0);
    }
    /// How many values the last one was made of.
    std::size_t valuesRead() const { return values_; }

private:
    Object readObject(std::size_t depth);
    Object readDictionary(std::size_t depth);
    Object readArray(std::size_t depth);
    Object readName();
    Object readLiteralString();
    Object readHexString();
    Object readNumberOrReference();
    Object readKeywordValue();
    std::string nameCharacters();
    void readEscape(std::string& value);
    std::string_view regularToken();
    [[noreturn]] void fail(const char* what) const;

    ByteView bytes_;
    std::size_t position_;
    const Limits* limits_;
    std::size_t values_ = 0;
};

}  // namespace congvu::signing::pdf
