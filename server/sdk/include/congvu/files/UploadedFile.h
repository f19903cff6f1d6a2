// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace congvu::files {

/// A file that came with a request and lies in the upload folder until the request ends. Its name is hostile text, cleaned of
/// path parts and control characters and cut to 200 characters; its type is what libmagic sees, not what the client says.
struct UploadedFile {
    std::string part;       ///< name of the form part
    std::string name;       ///< cleaned file name, for showing
    std::string mediaType;  ///< by content
    std::string sha256;     ///< lower-case hex, computed while streaming
    std::int64_t sizeBytes = 0;
    std::filesystem::path path;
};

}  // namespace congvu::files
