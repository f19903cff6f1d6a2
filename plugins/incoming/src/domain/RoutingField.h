// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace congvu::incoming {

/// The field that a document speaks of, as far as its symbol tells: of an official letter the drafting unit or field behind the issuer
/// ("12/UBND-VX" → "VX", Decree 30/2020, Art. 15), of any other document its type ("ke-hoach").
std::string routingField(std::string_view symbol, std::string_view typeId);

}  // namespace congvu::incoming
