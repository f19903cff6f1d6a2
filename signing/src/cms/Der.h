// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "congvu/signing/Bytes.h"

/// Writes DER (ITU-T X.690), just what CMS needs.
namespace congvu::signing::cms::der {

// Identifier octets (X.690, 8.1.2).
inline constexpr std::uint8_t kInteger = 0x02;
inline constexpr std::uint8_t kOctetString = 0x04;
inline constexpr std::uint8_t kObjectIdentifier = 0x06;
inline constexpr std::uint8_t kSequence = 0x30;
inline constexpr std::uint8_t kSet = 0x31;
/// [0] and [1], constructed.
inline constexpr std::uint8_t kContext0 = 0xA0;
inline constexpr std::uint8_t kContext1 = 0xA1;

/// Tag, length and content.
Bytes element(std::uint8_t tag, ByteView content);
Bytes join(std::initializer_list<ByteView> parts);
Bytes sequence(std::initializer_list<ByteView> parts);
/// SET OF: the members are put in DER order.
Bytes setOf(std::vector<Bytes> members);
Bytes octetString(ByteView content);
/// "1.2.840.113549.1.7.2"
Bytes objectIdentifier(std::string_view dotted);
Bytes null();
/// INTEGER of a small non-negative number.
Bytes integer(std::uint8_t value);

/// Length of the first whole element (definite length), header included; 0 when the bytes do not hold one.
std::size_t firstElementSize(ByteView bytes);
/// The same for BER: an indefinite length counts up to its end-of-contents octets (X.690, 8.1.3.6).
std::size_t firstBerElementSize(ByteView bytes);
/// The content of the element with this tag at the front, and moves past it; nothing when another one stands there.
std::optional<ByteView> take(ByteView& bytes, std::uint8_t tag);

}  // namespace congvu::signing::cms::der
