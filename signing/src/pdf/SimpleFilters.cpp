// SPDX-License-Identifier: Apache-2.0
#include "pdf/SimpleFilters.h"

#include <algorithm>
#include <string>
#include <vector>

#include "congvu/signing/SigningError.h"
#include "pdf/Lexer.h"

namespace congvu::signing::pdf {
namespace {

[[noreturn]] void refuseData(const char* what) {
    throw SigningError(ErrorCode::malformedPdf, std::string("malformed PDF stream: ") + what);
}

void limitResult(std::size_t size, std::size_t largestResult) {
    if (size > largestResult) {
        throw SigningError(ErrorCode::limitExceeded, "a PDF stream inflates beyond the limit");
    }
}

/// Five characters of base 85, of which `count` were given; the others are the highest digit (7.4.3).
void appendGroup(Bytes& out, const std::uint32_t (&digits)[5], std::size_t count) {
    std::uint64_t value = 0;
    for (std::size_t index = 0; index < 5; ++index) {
        value = value * 85 + (index < count ? digits[index] : 84);
    }
    if (count == 1 || value > 0xFFFFFFFFu) {
        refuseData("a wrong group in ASCII85 data");
    }
    for (std::size_t index = 0; index + 1 < count; ++index) {
        out.push_back(static_cast<std::uint8_t>(value >> (24 - 8 * index)));
    }
}

/// The codes of LZW data, of 9 to 12 bits, the highest bit first.
class LzwCodes {
public:
    explicit LzwCodes(ByteView data) : data_(data) {}

    /// The end-of-data code when there is no whole code left.
    unsigned int next(unsigned int bits) {
        while (held_ < bits) {
            if (position_ >= data_.size()) {
                return kEnd;
            }
            buffer_ = (buffer_ << 8) | data_[position_++];
            held_ += 8;
        }
        held_ -= bits;
        return (buffer_ >> held_) & ((1u << bits) - 1);
    }

    static constexpr unsigned int kClear = 256;
    static constexpr unsigned int kEnd = 257;

private:
    ByteView data_;
    std::size_t position_ = 0;
    std::uint32_t buffer_ = 0;
    unsigned int held_ = 0;
};

/// A sequence of the table: where it stands in the output already, as all of them do.
struct LzwEntry {
    std::size_t start = 0;
    std::size_t length = 0;
};

}  // namespace

Bytes decodeAsciiHex(ByteView data) {
    Bytes out;
    int pending = -1;
    for (const std::uint8_t byte : data) {
        if (byte == '>') {
            break;
        }
        if (byte <= ' ') {
            continue;
        }
        const bool digit = byte >= '0' && byte <= '9';
        const int letter = (byte | 0x20) - 'a';
        if (!digit && (letter < 0 || letter > 5)) {
            refuseData("a wrong digit in ASCIIHex data");
        }
        const int value = digit ? byte - '0' : letter + 10;
        if (pending < 0) {
            pending = value;
        } else {
            out.push_back(static_cast<std::uint8_t>(pending * 16 + value));
            pending = -1;
        }
    }
    if (pending >= 0) {
        out.push_back(static_cast<std::uint8_t>(pending * 16));
    }
    return out;
}

Bytes decodeAscii85(ByteView data) {
    Bytes out;
    std::uint32_t digits[5];
    std::size_t count = 0;
    for (const std::uint8_t byte : data) {
        if (byte == '~') {
            break;
        }
        if (isWhiteSpace(byte)) {
            continue;
        }
        if (byte == 'z' && count == 0) {
            out.insert(out.end(), 4, 0);
            continue;
        }
        if (byte < '!' || byte > 'u') {
            refuseData("a wrong character in ASCII85 data");
        }
        digits[count++] = byte - static_cast<std::uint32_t>('!');
        if (count == 5) {
            appendGroup(out, digits, count);
            count = 0;
        }
    }
    if (count > 0) {
        appendGroup(out, digits, count);
    }
    return out;
}

Bytes decodeLzw(ByteView data, bool earlyChange, std::size_t largestResult) {
    constexpr std::size_t kFirstFree = 258;
    constexpr std::size_t kLargestTable = 4096;
    Bytes out;
    LzwCodes codes(data);
    std::vector<LzwEntry> table;  // of the codes from 258 on
    LzwEntry previous;
    for (;;) {
        const std::size_t known = kFirstFree + table.size() + (earlyChange ? 1 : 0);
        const unsigned int code = codes.next(known >= 2048 ? 12 : known >= 1024 ? 11 : known >= 512 ? 10 : 9);
        if (code == LzwCodes::kEnd) {
            return out;
        }
        if (code == LzwCodes::kClear) {
            table.clear();
            previous = {};
            continue;
        }
        if (previous.length > 0 && kFirstFree + table.size() < kLargestTable) {
            // The sequence before and the byte that follows it: they stand beside each other in the output.
            table.push_back({previous.start, previous.length + 1});
        }
        const std::size_t start = out.size();
        if (code < LzwCodes::kClear) {
            out.push_back(static_cast<std::uint8_t>(code));
        } else if (code - kFirstFree < table.size()) {
            const LzwEntry entry = table[code - kFirstFree];
            limitResult(out.size() + entry.length, largestResult);
            for (std::size_t index = 0; index < entry.length; ++index) {
                out.push_back(out[entry.start + index]);
            }
        } else {
            refuseData("a wrong code in LZW data");
        }
        previous = {start, out.size() - start};
        limitResult(out.size(), largestResult);
    }
}

Bytes decodeRunLength(ByteView data, std::size_t largestResult) {
    constexpr std::uint8_t kEndOfData = 128;
    Bytes out;
    for (std::size_t at = 0; at < data.size() && data[at] != kEndOfData;) {
        const std::size_t length = data[at++];
        if (length < kEndOfData) {
            const std::size_t count = std::min(length + 1, data.size() - at);
            out.insert(out.end(), data.begin() + static_cast<std::ptrdiff_t>(at), data.begin() + static_cast<std::ptrdiff_t>(at + count));
            at += count;
        } else if (at < data.size()) {
            out.insert(out.end(), 257 - length, data[at++]);
        }
        limitResult(out.size(), largestResult);
    }
    return out;
}

}  // namespace congvu::signing::pdf
