// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/proposal/DocumentProposal.h"
#include "domain/proposal/PageText.h"

#include <cstddef>
#include <optional>

namespace congvu::incoming {

/// The issuing agency and, above it, its superior (cơ quan chủ quản).
struct IssuerReading {
    ReadField issuer;
    ReadField superior;
};

/// Reads the left column of the head above the number. A name may go on over several lines: "UỶ BAN NHÂN DÂN" / "TỈNH LÂM ĐỒNG" is one
/// agency, "UBND TỈNH LÂM ĐỒNG" / "SỞ TÀI CHÍNH" are a superior and an issuer.
IssuerReading readIssuer(const PageText& page, std::optional<std::size_t> symbolLine);

}  // namespace congvu::incoming
