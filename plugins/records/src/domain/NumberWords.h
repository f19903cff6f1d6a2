// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace congvu::records {

/// A number from 0 to 9,999 in Vietnamese words: "một trăm linh năm". Larger ones as digits.
std::string numberInWords(std::int64_t number);

}  // namespace congvu::records
