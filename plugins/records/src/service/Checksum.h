// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace congvu::records {

/// SHA-256 (FIPS 180-4) in lower-case hex. std::runtime_error when the file cannot be read.
std::string sha256Of(std::string_view bytes);
std::string sha256OfFile(const std::filesystem::path& file);

}  // namespace congvu::records
