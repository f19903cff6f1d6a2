// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace congvu::ports {

/// The verdict over all signatures of a PDF, worst first (EN 319 102-1 behind it).
enum class Verdict { valid, indeterminate, invalid, unsignedFile, unreadable };

struct VerificationReport {
    Verdict verdict = Verdict::unreadable;
    std::string json;  ///< the full report as docs/verification-report.md has it
};

/// Verifies the signatures of a stored or uploaded PDF. Provided by the signing plugin. Blocks for milliseconds; call it on the pool.
class SignatureVerifier {
public:
    static constexpr std::string_view kPort = "congvu.signature-verifier.v1";
    virtual ~SignatureVerifier() = default;
    virtual VerificationReport verify(const std::filesystem::path& file) = 0;
    /// True when the page tree of a PDF contains itself or is deeper than any document needs: no reader and no signature can be sure of its
    /// pages. Files that are damaged otherwise are not judged.
    virtual bool hasEndlessPages(const std::filesystem::path& file) = 0;
};

}  // namespace congvu::ports
