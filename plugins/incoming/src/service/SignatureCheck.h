// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/ports/Ports.h"
#include "congvu/ports/SignatureVerifier.h"

#include <filesystem>
#include <string>

namespace congvu::incoming {

/// What is known of a file's signatures.
struct SignatureFacts {
    std::string verdict = "unknown";  ///< valid, indeterminate, invalid, unsigned, unreadable; unknown when no plugin can verify
    std::string report = "null";      ///< JSON
};

/// Asks the signing plugin for a verdict; without it the signatures stay unknown, which the pages say. Blocks for milliseconds: never call
/// it inside a transaction.
class SignatureCheck {
public:
    explicit SignatureCheck(const ports::Ports& ports) : ports_(ports) {}
    [[nodiscard]] bool isPossible() const { return ports_.find<ports::SignatureVerifier>() != nullptr; }
    /// A page tree that goes round or is too deep; false too when no plugin can tell.
    [[nodiscard]] bool hasEndlessPages(const std::filesystem::path& file) const;
    [[nodiscard]] SignatureFacts of(const std::filesystem::path& file) const;

private:
    const ports::Ports& ports_;
};

}  // namespace congvu::incoming
