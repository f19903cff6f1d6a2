// SPDX-License-Identifier: Apache-2.0
#include "cms/Der.h"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "crypto/OpenSsl.h"

namespace congvu::signing::cms::der {
namespace {

void appendLength(Bytes& out, std::size_t length) {
    if (length < 0x80) {
        out.push_back(static_cast<std::uint8_t>(length));
        return;
    }
    int octets = 0;
    for (std::size_t rest = length; rest > 0; rest >>= 8) {
        ++octets;
    }
    out.push_back(static_cast<std::uint8_t>(0x80 | octets));
    for (int shift = (octets - 1) * 8; shift >= 0; shift -= 8) {
        out.push_back(static_cast<std::uint8_t>(length >> shift));
    }
}

/// X.690, 8.19.2: base 128, the highest bit set on all but the last octet.
void appendArc(Bytes& out, std::uint32_t arc) {
    constexpr std::uint32_t kLow = 0x7F;
    int shift = 28;
    while (shift > 0 && (arc >> shift) == 0) {
        shift -= 7;
    }
    for (; shift > 0; shift -= 7) {
        out.push_back(static_cast<std::uint8_t>(0x80 | ((arc >> shift) & kLow)));
    }
    out.push_back(static_cast<std::uint8_t>(arc & kLow));
}

}  // namespace

Bytes element(std::uint8_t tag, ByteView content) {
    Bytes out;
    out.reserve(content.size() + 6);
    out.push_back(tag);
    appendLength(out, content.size());
    out.insert(out.end(), content.begin(), content.end());
    return out;
}

Bytes join(std::initializer_list<ByteView> parts) {
    std::size_t size = 0;
    for (const ByteView part : parts) {
        size += part.size();
    }
    Bytes out;
    out.reserve(size);
    for (const ByteView part : parts) {
        out.insert(out.end(), part.begin(), part.end());
    }
    return out;
}

Bytes sequence(std::initializer_list<ByteView> parts) {
    return element(kSequence, join(parts));
}

Bytes setOf(std::vector<Bytes> members) {
    std::sort(members.begin(), members.end());
    Bytes content;
    for (const Bytes& member : members) {
        content.insert(content.end(), member.begin(), member.end());
    }
    return element(kSet, content);
}

Bytes octetString(ByteView content) {
    return element(kOctetString, content);
}

Bytes objectIdentifier(std::string_view dotted) {
    const auto nextArc = [&dotted] {
        std::uint32_t arc = 0;
        const auto end = std::from_chars(dotted.data(), dotted.data() + dotted.size(), arc);
        crypto::require(end.ec == std::errc{}, ErrorCode::cryptoFailure, "a wrong object identifier");
        dotted.remove_prefix(std::min(static_cast<std::size_t>(end.ptr - dotted.data()) + 1, dotted.size()));
        return arc;
    };
    Bytes content;
    const std::uint32_t root = nextArc();
    appendArc(content, root * 40 + nextArc());  // X.690, 8.19.4
    while (!dotted.empty()) {
        appendArc(content, nextArc());
    }
    return element(kObjectIdentifier, content);
}

Bytes null() {
    return {0x05, 0x00};
}

Bytes integer(std::uint8_t value) {
    return {0x02, 0x01, value};
}

std::size_t firstElementSize(ByteView bytes) {
    if (bytes.size() < 2) {
        return 0;
    }
    std::size_t header = 2;
    std::size_t length = bytes[1];
    if (length >= 0x80) {
        const std::size_t octets = length & 0x7F;
        if (octets == 0 || octets > 4 || bytes.size() < 2 + octets) {
            return 0;
        }
        length = 0;
        for (std::size_t index = 0; index < octets; ++index) {
            length = (length << 8) | bytes[2 + index];
        }
        header += octets;
    }
    return length <= bytes.size() - header ? header + length : 0;
}

namespace {

constexpr std::uint8_t kIndefinite = 0x80;
constexpr std::uint8_t kConstructed = 0x20;
constexpr int kDeepest = 64;

std::size_t berSize(ByteView bytes, int depth) {
    if (bytes.size() < 2 || bytes[1] != kIndefinite) {
        return firstElementSize(bytes);
    }
    if ((bytes[0] & kConstructed) == 0 || depth == 0) {
        return 0;
    }
    std::size_t at = 2;
    while (bytes.size() - at >= 2 && (bytes[at] != 0 || bytes[at + 1] != 0)) {
        const std::size_t size = berSize(bytes.subspan(at), depth - 1);
        if (size == 0) {
            return 0;
        }
        at += size;
    }
    return bytes.size() - at >= 2 ? at + 2 : 0;
}

}  // namespace

std::size_t firstBerElementSize(ByteView bytes) {
    return berSize(bytes, kDeepest);
}

std::optional<ByteView> take(ByteView& bytes, std::uint8_t tag) {
    const std::size_t size = firstElementSize(bytes);
    if (size == 0 || bytes[0] != tag) {
        return std::nullopt;
    }
    const std::size_t header = bytes[1] < 0x80 ? 2 : 2 + (bytes[1] & 0x7Fu);
    const ByteView content = bytes.subspan(header, size - header);
    bytes = bytes.subspan(size);
    return content;
}

}  // namespace congvu::signing::cms::der
