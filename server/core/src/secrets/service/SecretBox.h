// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/core/FileSystem.h"

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace congvu::core {

/// Seals small secrets that the server itself must read again, such as the password of a mail server (XChaCha20-Poly1305, libsodium). The
/// key lies in a file of the data folder and never in the database, so that a copy of the database alone tells nothing. The file is made
/// with the first secret; servers that share a database must share it too. Thread-safe.
class SecretBox {
public:
    SecretBox(FileSystem& fileSystem, std::filesystem::path keyFile) : fileSystem_(fileSystem), keyFile_(std::move(keyFile)) {}

    /// Text that may lie in the database. \p context (which secret it is) must be the same when it is opened.
    [[nodiscard]] std::string seal(std::string_view secret, std::string_view context) const;
    /// Nothing when it was sealed by another key, for another context, or was changed since.
    [[nodiscard]] std::optional<std::string> open(std::string_view sealed, std::string_view context) const;

private:
    /// The key of the file; empty when there is none.
    [[nodiscard]] std::string key() const;
    void makeKey() const;

    FileSystem& fileSystem_;
    std::filesystem::path keyFile_;
    mutable std::mutex mutex_;
};

}  // namespace congvu::core
