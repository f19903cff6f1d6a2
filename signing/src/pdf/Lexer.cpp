// SPDX-License-Identifier: Apache-2.0
#include "pdf/Lexer.h"

#include <array>
#include <charconv>

#include "congvu/signing/SigningError.h"

namespace congvu::signing::pdf {
namespace {

enum : std::uint8_t { kRegular = 0, kWhite = 1, kDelimiter = 2 };

constexpr std::array<std::uint8_t, 256> makeClasses() {
    std::array<std::uint8_t, 256> classes{};
    for (const unsigned int byte : {0u, 9u, 10u, 12u, 13u, 32u}) {
        classes[byte] = kWhite;
    }
    for (const char byte : {'(', ')', '<', '>', '[', ']', '{', '}', '/', '%'}) {
        classes[static_cast<unsigned char>(byte)] = kDelimiter;
    }
    return classes;
}

constexpr auto kClasses = makeClasses();

int hexValue(std::uint8_t byte) {
    if (byte >= '0' && byte <= '9') {
        return byte - '0';
    }
    if (byte >= 'A' && byte <= 'F') {
        return byte - 'A' + 10;
    }
    if (byte >= 'a' && byte <= 'f') {
        return byte - 'a' + 10;
    }
    return -1;
}

bool looksLikeReal(std::string_view token) {
    std::size_t digits = 0;
    std::size_t points = 0;
    for (std::size_t index = 0; index < token.size(); ++index) {
        const char character = token[index];
        if (character >= '0' && character <= '9') {
            ++digits;
        } else if (character == '.') {
            ++points;
        } else if (!((character == '+' || character == '-') && index == 0)) {
            return false;
        }
    }
    return digits > 0 && points <= 1 && token.size() <= 64;
}

std::optional<std::int64_t> integerOf(std::string_view token) {
    if (!token.empty() && token.front() == '+') {
        token.remove_prefix(1);
        if (token.empty() || token.front() == '-') {
            return std::nullopt;
        }
    }
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), value);
    if (error != std::errc{} || end != token.data() + token.size()) {
        return std::nullopt;
    }
    return value;
}

}  // namespace

bool isWhiteSpace(std::uint8_t byte) {
    return kClasses[byte] == kWhite;
}

bool isDelimiter(std::uint8_t byte) {
    return kClasses[byte] == kDelimiter;
}

std::size_t streamDataStart(ByteView file, std::size_t position) {
    const auto byteAt = [&](std::size_t at) { return at < file.size() ? static_cast<int>(file[at]) : -1; };
    std::size_t end = position;
    while (byteAt(end) == ' ' || byteAt(end) == '\t') {
        ++end;
    }
    const bool isLineEnd = byteAt(end) == '\r' || byteAt(end) == '\n';
    std::size_t start = isLineEnd ? end : position;
    start += byteAt(start) == '\r' ? 1 : 0;
    start += byteAt(start) == '\n' ? 1 : 0;
    return start;
}

Lexer::Lexer(ByteView bytes, std::size_t position, const Limits& limits) : bytes_(bytes), position_(position), limits_(&limits) {
    if (position > bytes.size()) {
        fail("a position outside of the file");
    }
}

void Lexer::fail(const char* what) const {
    throw SigningError(ErrorCode::malformedPdf, "malformed PDF near byte " + std::to_string(position_) + ": " + what);
}

void Lexer::skipWhiteSpace() {
    while (position_ < bytes_.size()) {
        const std::uint8_t byte = bytes_[position_];
        if (isWhiteSpace(byte)) {
            ++position_;
        } else if (byte == '%') {
            while (position_ < bytes_.size() && bytes_[position_] != '\n' && bytes_[position_] != '\r') {
                ++position_;
            }
        } else {
            return;
        }
    }
}

std::string_view Lexer::regularToken() {
    const std::size_t start = position_;
    while (position_ < bytes_.size() && kClasses[bytes_[position_]] == kRegular) {
        ++position_;
    }
    return textOf(bytes_.subspan(start, position_ - start));
}

bool Lexer::takeKeyword(std::string_view keyword) {
    skipWhiteSpace();
    const std::size_t start = position_;
    if (regularToken() == keyword) {
        return true;
    }
    position_ = start;
    return false;
}

bool Lexer::takeDoubleDelimiter(char delimiter) {
    skipWhiteSpace();
    const auto byte = static_cast<std::uint8_t>(delimiter);
    const bool found = position_ + 1 < bytes_.size() && bytes_[position_] == byte && bytes_[position_ + 1] == byte;
    position_ += found ? 2 : 0;
    return found;
}

std::optional<std::int64_t> Lexer::takeUnsigned() {
    skipWhiteSpace();
    const std::size_t start = position_;
    const auto token = regularToken();
    const bool digitsOnly = !token.empty() && token.find_first_not_of("0123456789") == std::string_view::npos;
    const auto value = digitsOnly ? integerOf(token) : std::nullopt;
    if (!value) {
        position_ = start;
    }
    return value;
}

Object Lexer::readObject(std::size_t depth) {
    if (depth > limits_->nestingDepth) {
        throw SigningError(ErrorCode::limitExceeded, "PDF values are nested too deeply");
    }
    if (++values_ > limits_->values) {
        throw SigningError(ErrorCode::limitExceeded, "a PDF object of too many values");
    }
    skipWhiteSpace();
    if (atEnd()) {
        fail("the end of the data inside a value");
    }
    const std::uint8_t byte = bytes_[position_];
    switch (byte) {
        case '<':
            if (position_ + 1 < bytes_.size() && bytes_[position_ + 1] == '<') {
                return readDictionary(depth);
            }
            return readHexString();
        case '[':
            return readArray(depth);
        case '/':
            return readName();
        case '(':
            return readLiteralString();
        default:
            break;
    }
    if (isDelimiter(byte)) {
        fail("an unexpected delimiter");
    }
    const bool numeric = (byte >= '0' && byte <= '9') || byte == '+' || byte == '-' || byte == '.';
    return numeric ? readNumberOrReference() : readKeywordValue();
}

Object Lexer::readDictionary(std::size_t depth) {
    position_ += 2;
    std::vector<Object::Entry> entries;
    for (;;) {
        skipWhiteSpace();
        if (position_ + 1 < bytes_.size() && bytes_[position_] == '>' && bytes_[position_ + 1] == '>') {
            position_ += 2;
            return Object::dictionary(std::move(entries));
        }
        if (atEnd() || bytes_[position_] != '/') {
            fail("a dictionary key that is not a name");
        }
        std::string key = nameCharacters();
        entries.emplace_back(std::move(key), readObject(depth + 1));
        if (entries.size() > limits_->collectionEntries) {
            throw SigningError(ErrorCode::limitExceeded, "a PDF dictionary has too many entries");
        }
    }
}

Object Lexer::readArray(std::size_t depth) {
    ++position_;
    std::vector<Object> items;
    for (;;) {
        skipWhiteSpace();
        if (!atEnd() && bytes_[position_] == ']') {
            ++position_;
            return Object::array(std::move(items));
        }
        items.push_back(readObject(depth + 1));
        if (items.size() > limits_->collectionEntries) {
            throw SigningError(ErrorCode::limitExceeded, "a PDF array has too many items");
        }
    }
}

std::string Lexer::nameCharacters() {
    ++position_;
    const auto raw = regularToken();
    if (raw.find('#') == std::string_view::npos) {
        return std::string(raw);
    }
    std::string value;
    for (std::size_t index = 0; index < raw.size(); ++index) {
        const bool escaped = raw[index] == '#' && index + 2 < raw.size() && hexValue(static_cast<std::uint8_t>(raw[index + 1])) >= 0 &&
                             hexValue(static_cast<std::uint8_t>(raw[index + 2])) >= 0;
        if (!escaped) {
            value += raw[index];
            continue;
        }
        value += static_cast<char>(hexValue(static_cast<std::uint8_t>(raw[index + 1])) * 16 +
                                   hexValue(static_cast<std::uint8_t>(raw[index + 2])));
        index += 2;
    }
    return value;
}

Object Lexer::readName() {
    return Object::name(nameCharacters());
}

Object Lexer::readHexString() {
    const std::size_t start = position_++;
    std::string value;
    int pending = -1;
    for (;; ++position_) {
        if (atEnd()) {
            fail("a hexadecimal string without end");
        }
        const std::uint8_t byte = bytes_[position_];
        if (byte == '>') {
            break;
        }
        if (isWhiteSpace(byte)) {
            continue;
        }
        const int digit = hexValue(byte);
        if (digit < 0) {
            fail("a wrong digit in a hexadecimal string");
        }
        if (pending < 0) {
            pending = digit;
        } else {
            value += static_cast<char>(pending * 16 + digit);
            pending = -1;
        }
    }
    if (pending >= 0) {
        value += static_cast<char>(pending * 16);
    }
    ++position_;
    return Object::stringToken(std::move(value), std::string(textOf(bytes_.subspan(start, position_ - start))));
}

void Lexer::readEscape(std::string& value) {
    if (++position_ >= bytes_.size()) {
        fail("a string without end");
    }
    const std::uint8_t byte = bytes_[position_];
    if (byte >= '0' && byte <= '7') {
        int code = 0;
        int digits = 0;
        while (digits < 3 && position_ < bytes_.size() && bytes_[position_] >= '0' && bytes_[position_] <= '7') {
            code = code * 8 + (bytes_[position_] - '0');
            ++position_;
            ++digits;
        }
        value += static_cast<char>(code & 0xFF);
        --position_;
        return;
    }
    switch (byte) {
        case 'n':
            value += '\n';
            return;
        case 'r':
            value += '\r';
            return;
        case 't':
            value += '\t';
            return;
        case 'b':
            value += '\b';
            return;
        case 'f':
            value += '\f';
            return;
        case '\n':
            return;
        case '\r':
            if (position_ + 1 < bytes_.size() && bytes_[position_ + 1] == '\n') {
                ++position_;
            }
            return;
        default:
            value += static_cast<char>(byte);
            return;
    }
}

Object Lexer::readLiteralString() {
    const std::size_t start = position_;
    std::string value;
    std::size_t open = 0;
    for (;; ++position_) {
        if (atEnd()) {
            fail("a string without end");
        }
        const std::uint8_t byte = bytes_[position_];
        if (byte == '\\') {
            readEscape(value);
            continue;
        }
        if (byte == '(' && open++ == 0) {
            continue;
        }
        if (byte == ')' && --open == 0) {
            break;
        }
        value += static_cast<char>(byte);
    }
    ++position_;
    return Object::stringToken(std::move(value), std::string(textOf(bytes_.subspan(start, position_ - start))));
}

Object Lexer::readNumberOrReference() {
    const std::string_view token = regularToken();
    const auto value = integerOf(token);
    if (!value) {
        if (!looksLikeReal(token)) {
            fail("a wrong number");
        }
        return Object::realToken(std::string(token));
    }
    if (*value < 0 || *value > 0xFFFFFFFFLL) {
        return Object::integer(*value);
    }
    const std::size_t afterNumber = position_;
    const auto generation = takeUnsigned();
    if (generation && *generation <= 65535 && takeKeyword("R")) {
        return Object::reference(static_cast<ObjectNumber>(*value), static_cast<std::uint32_t>(*generation));
    }
    position_ = afterNumber;
    return Object::integer(*value);
}

Object Lexer::readKeywordValue() {
    const std::string_view token = regularToken();
    if (token == "true" || token == "false") {
        return Object::boolean(token == "true");
    }
    if (token != "null") {
        fail("an unknown word");
    }
    return {};
}

}  // namespace congvu::signing::pdf
