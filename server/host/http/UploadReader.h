// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/Exchange.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace congvu::host {

/// Limits of one multipart body besides the route's maxBodyBytes.
inline constexpr std::size_t kMaximumFiles = 50;
inline constexpr std::size_t kMaximumTextPart = 1024 * 1024;

/// Takes a multipart/form-data body apart: files go to temporary files of their own (SHA-256 while writing, type by libmagic), texts to
/// Exchange::parts. Blocks on the disk. Throws AppError badRequest "bad-multipart", tooLarge "too-many-files" or "too-large".
void readUploads(Exchange& exchange, const std::string& boundary, const std::filesystem::path& uploadFolder);

/// A file name for showing: the last path part only, no control or direction characters, NFC, at most 200 characters, never empty.
std::string cleanFileName(std::string_view hostileName);

}  // namespace congvu::host
