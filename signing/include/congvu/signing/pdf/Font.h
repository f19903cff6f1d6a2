// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

namespace congvu::signing {

/// A TrueType font whose used letters are embedded as a subset with ToUnicode. Load it once and share it: subsets are
/// cached inside. Safe to use from several threads.
class Font {
public:
    /// Throws SigningError(unreadableFont).
    static std::shared_ptr<const Font> load(const std::filesystem::path& file);

    Font(const Font&) = delete;
    Font& operator=(const Font&) = delete;
    ~Font();

    struct Native;
    Native& native() const { return *native_; }

private:
    explicit Font(std::unique_ptr<Native> native);
    std::unique_ptr<Native> native_;
};

}  // namespace congvu::signing
