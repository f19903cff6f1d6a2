// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/OwnFile.h"

#include <filesystem>
#include <string>

namespace congvu::outgoing {

/// Turns a text document into PDF with LibreOffice: a child process without network, with limits on time, memory and files, that starts
/// with a profile of its own in which macros never run and links are never followed, and leaves nothing behind. One at a time is the
/// caller's matter.
class OfficeConverter {
public:
    struct Converted {
        std::string problem;  ///< empty, "no-office", "too-heavy", "damaged"
        std::string pdf;
        std::string text;  ///< paragraphs, one a line, NFC; empty when LibreOffice gave none
    };

    /// \p folder is the work folder; it is made for each conversion and removed afterwards.
    explicit OfficeConverter(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// Where LibreOffice is installed, empty when it is not (Debian: libreoffice-writer-nogui).
    static std::filesystem::path program();

    /// Blocks for up to some minutes.
    [[nodiscard]] Converted convert(const std::filesystem::path& source, OfficeFormat format) const;

private:
    std::filesystem::path folder_;
};

}  // namespace congvu::outgoing
