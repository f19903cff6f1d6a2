// SPDX-License-Identifier: Apache-2.0
#include "congvu/json/Writer.h"

#include <rapidjson/internal/dtoa.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace congvu::json {

namespace {

constexpr std::size_t kFirstRoom = 1024;
constexpr std::size_t kMostFirstRoom = 64 * 1024;
constexpr std::size_t kBlock = sizeof(std::uint64_t);
constexpr std::ptrdiff_t kHalf = sizeof(std::uint32_t);
constexpr std::size_t kSlack = 32;  // comma, quotes, colon and one escape

bool needsEscape(char character) {
    return static_cast<unsigned char>(character) < 0x20 || character == '"' || character == '\\';
}

/// The same question for eight characters at once. In each term a high bit says that some byte is below 0x20, or zero: there the
/// subtraction borrows into a bit that the byte itself does not have.
bool anyNeedsEscape(std::uint64_t eight) {
    constexpr std::uint64_t kOnes = 0x0101010101010101;
    constexpr std::uint64_t kHighBits = 0x8080808080808080;
    const std::uint64_t zeroWhereQuote = eight ^ (kOnes * '"');
    const std::uint64_t zeroWhereBackslash = eight ^ (kOnes * '\\');
    const std::uint64_t found = ((eight - kOnes * 0x20) & ~eight) | ((zeroWhereQuote - kOnes) & ~zeroWhereQuote) |
                                ((zeroWhereBackslash - kOnes) & ~zeroWhereBackslash);
    return (found & kHighBits) != 0;
}

/// Copies what stands for itself at the front of the text, takes it off the text, and gives the end of the copy.
char* copyPlain(char* to, std::string_view& text) {
    const char* from = text.data();
    const char* const end = from + text.size();
    const auto takeBlockAt = [&](const char* block, char* place) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, block, kBlock);
        if (anyNeedsEscape(eight)) {
            return false;
        }
        std::memcpy(place, &eight, kBlock);
        return true;
    };
    while (end - from >= static_cast<std::ptrdiff_t>(kBlock) && takeBlockAt(from, to)) {
        from += kBlock;
        to += kBlock;
    }
    // The rest in one block too: it overlaps what was copied before.
    const auto rest = end - from;
    if (from != text.data() && rest < static_cast<std::ptrdiff_t>(kBlock) && takeBlockAt(end - kBlock, to + rest - kBlock)) {
        text = {};
        return to + rest;
    }
    // Four to seven: two halves that overlap.
    if (from == text.data() && rest >= kHalf && rest < static_cast<std::ptrdiff_t>(kBlock)) {
        std::uint32_t front = 0;
        std::uint32_t back = 0;
        std::memcpy(&front, from, kHalf);
        std::memcpy(&back, end - kHalf, kHalf);
        if (!anyNeedsEscape(std::uint64_t{back} << 32U | front)) {
            std::memcpy(to, &front, kHalf);
            std::memcpy(to + rest - kHalf, &back, kHalf);
            text = {};
            return to + rest;
        }
    }
    while (from != end && !needsEscape(*from)) {
        *to++ = *from++;
    }
    text = {from, static_cast<std::size_t>(end - from)};
    return to;
}

char* writeEscape(char* to, char character) {
    constexpr std::string_view kShortNames = "\"\"\\\\\bb\ff\nn\rr\tt";  // what is written after the backslash, behind each
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    *to++ = '\\';
    for (std::size_t at = 0; at < kShortNames.size(); at += 2) {
        if (kShortNames[at] == character) {
            *to++ = kShortNames[at + 1];
            return to;
        }
    }
    to = std::copy_n("u00", 3, to);
    *to++ = kDigits[static_cast<unsigned char>(character) >> 4];
    *to++ = kDigits[static_cast<unsigned char>(character) & 15];
    return to;
}

}  // namespace

/// Texts of one thread resemble each other: room for the last one spares the next the growing.
std::size_t& sizeOfLast() {
    thread_local std::size_t size = 0;
    return size;
}

/// The text is written through a pointer into room that was made before: one check a value instead of one a character.
struct Writer::State {
    std::string buffer;
    std::size_t used = 0;     ///< the part of the buffer that is text
    std::string closers;      ///< of what is open, the innermost last
    bool needsComma = false;  ///< a value stands before, in the same object or array

    char* room(std::size_t bytes) {
        if (buffer.size() - used < bytes) {
            grow(bytes);
        }
        return buffer.data() + used;
    }
    [[gnu::noinline]] void grow(std::size_t bytes) { buffer.resize(std::max(buffer.size() * 2, used + bytes)); }
    void endAt(const char* end) { used = static_cast<std::size_t>(end - buffer.data()); }

    /// Where a value of at most so many bytes goes.
    char* beginValue(std::size_t bytes) {
        assert(!closers.empty() || used == 0);  // one text, one value
        char* to = room(bytes + kSlack);
        if (needsComma) {
            *to++ = ',';
        }
        needsComma = true;
        return to;
    }
    void open(char opener, char closer) {
        char* to = beginValue(1);
        *to++ = opener;
        endAt(to);
        closers += closer;
        needsComma = false;
    }
    void close(char closer) {
        assert(!closers.empty() && closers.back() == closer);
        closers.pop_back();
        *room(1) = closer;
        ++used;
        needsComma = true;
    }
    void plain(std::string_view text) { endAt(std::copy_n(text.data(), text.size(), beginValue(text.size()))); }
    void quoted(std::string_view text) {
        char* to = beginValue(text.size());
        *to++ = '"';
        for (;;) {
            to = copyPlain(to, text);
            if (text.empty()) {
                break;
            }
            endAt(to);
            to = writeEscape(room(text.size() + kSlack), text.front());
            text.remove_prefix(1);
        }
        *to++ = '"';
        endAt(to);
    }
};

Writer::Writer() : state_(std::make_unique<State>()) {
    state_->buffer.resize(std::clamp(sizeOfLast() + kSlack, kFirstRoom, kMostFirstRoom));
}
Writer::~Writer() = default;
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;

Writer& Writer::beginObject() {
    state_->open('{', '}');
    return *this;
}

Writer& Writer::endObject() {
    state_->close('}');
    return *this;
}

Writer& Writer::beginArray() {
    state_->open('[', ']');
    return *this;
}

Writer& Writer::endArray() {
    state_->close(']');
    return *this;
}

Writer& Writer::key(std::string_view name) {
    state_->quoted(name);
    *state_->room(1) = ':';
    ++state_->used;
    state_->needsComma = false;
    return *this;
}

Writer& Writer::string(std::string_view value) {
    state_->quoted(value);
    return *this;
}

Writer& Writer::integer(std::int64_t value) {
    std::array<char, 24> digits;  // NOLINT(cppcoreguidelines-pro-type-member-init): filled by to_chars
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    state_->plain({digits.data(), end});
    return *this;
}

Writer& Writer::number(double value) {
    // RFC 8259 §6: infinity and "not a number" have no form in JSON.
    if (!std::isfinite(value)) {
        throw std::logic_error("a number that is not finite cannot be written as JSON");
    }
    std::array<char, 32> digits;  // NOLINT(cppcoreguidelines-pro-type-member-init): filled by dtoa
    const char* const end = rapidjson::internal::dtoa(value, digits.data());
    state_->plain({digits.data(), end});
    return *this;
}

Writer& Writer::boolean(bool value) {
    state_->plain(value ? "true" : "false");
    return *this;
}

Writer& Writer::null() {
    state_->plain("null");
    return *this;
}

Writer& Writer::raw(std::string_view json) {
    state_->plain(json);
    return *this;
}

std::string Writer::take() {
    if (!state_->closers.empty() || state_->used == 0) {
        throw std::logic_error("a JSON text was taken before it was complete");
    }
    auto text = std::move(state_->buffer);
    text.resize(state_->used);
    sizeOfLast() = text.size();
    *state_ = State{};  // without room: hardly any writer writes twice
    return text;
}

}  // namespace congvu::json
