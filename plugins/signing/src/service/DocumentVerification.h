// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/ports/SignatureVerifier.h"
#include "congvu/time/Clock.h"
#include "service/BoundedWork.h"
#include "service/TrustRoots.h"

#include <filesystem>

namespace congvu::signingdesk {

/// Verifies PDFs against the configured roots, at the time of the clock. Nothing is stored. Bounded work.
class DocumentVerification : public ports::SignatureVerifier {
public:
    DocumentVerification(TrustRoots& roots, Clock& clock, BoundedWork& work) : roots_(roots), clock_(clock), work_(work) {}
    ports::VerificationReport verify(const std::filesystem::path& file) override;
    bool hasEndlessPages(const std::filesystem::path& file) override;

private:
    TrustRoots& roots_;
    Clock& clock_;
    BoundedWork& work_;
};

/// The bytes of a file; AppError notFound when it cannot be opened.
std::string readWholeFile(const std::filesystem::path& file);

}  // namespace congvu::signingdesk
