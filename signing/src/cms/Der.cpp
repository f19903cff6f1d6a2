// SPDX-License-Identifier: Apache-2.0
#include "cms/Der.h"

#include <algorithm>

#include "crypto/OpenSsl.h"

namespace congvu::signing::cms::der {
namespace {

constexpr std::uint8_t kOctetString = 0x04;
constexpr std::uint8_t kSequence = 0x30;
constexpr std::uint8_t kSet = 0x31;

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

Bytes objectIdentifier(const char* dotted) {
    ASN1_OBJECT* object = OBJ_txt2obj(dotted, 1);
    crypto::require(object != nullptr, ErrorCode::cryptoFailure, "a wrong object identifier");
    Bytes out = crypto::toDer(object, i2d_ASN1_OBJECT);
    ASN1_OBJECT_free(object);
    return out;
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

}  // namespace congvu::signing::cms::der
