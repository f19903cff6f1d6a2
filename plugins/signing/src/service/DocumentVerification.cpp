// SPDX-License-Identifier: Apache-2.0
#include "service/DocumentVerification.h"

#include "congvu/error/AppError.h"
#include "congvu/signing/SigningError.h"
#include "congvu/signing/pades/FormFields.h"

#include <fstream>
#include <iterator>

namespace congvu::signingdesk {

namespace {

ports::Verdict verdictOf(signing::Verdict verdict) {
    switch (verdict) {
        case signing::Verdict::valid:
            return ports::Verdict::valid;
        case signing::Verdict::indeterminate:
            return ports::Verdict::indeterminate;
        case signing::Verdict::invalid:
            return ports::Verdict::invalid;
        case signing::Verdict::unsignedDocument:
            return ports::Verdict::unsignedFile;
        case signing::Verdict::unreadable:
            return ports::Verdict::unreadable;
    }
    return ports::Verdict::unreadable;
}

}  // namespace

std::string readWholeFile(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    if (!in) {
        throw AppError::notFound();
    }
    return {std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
}

ports::VerificationReport DocumentVerification::verify(const std::filesystem::path& file) {
    return work_.run([&]() -> ports::VerificationReport {
        const auto bytes = readWholeFile(file);
        const auto now = std::chrono::floor<std::chrono::seconds>(clock_.now());
        const auto report = roots_.validator()->validate(signing::viewOf(bytes), now);
        return {verdictOf(report.verdict), report.toJson()};
    });
}

bool DocumentVerification::hasEndlessPages(const std::filesystem::path& file) {
    return work_.run([&] {
        const auto bytes = readWholeFile(file);
        try {
            static_cast<void>(signing::DocumentOutline::read(signing::viewOf(bytes)));
        } catch (const signing::SigningError& error) {
            return error.code() == signing::ErrorCode::endlessPageTree;
        }
        return false;
    });
}

}  // namespace congvu::signingdesk
