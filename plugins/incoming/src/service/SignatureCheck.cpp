// SPDX-License-Identifier: Apache-2.0
#include "service/SignatureCheck.h"

namespace congvu::incoming {

namespace {

std::string nameOf(ports::Verdict verdict) {
    switch (verdict) {
        case ports::Verdict::valid:
            return "valid";
        case ports::Verdict::indeterminate:
            return "indeterminate";
        case ports::Verdict::invalid:
            return "invalid";
        case ports::Verdict::unsignedFile:
            return "unsigned";
        case ports::Verdict::unreadable:
            return "unreadable";
    }
    return "unknown";
}

}  // namespace

bool SignatureCheck::hasEndlessPages(const std::filesystem::path& file) const {
    const auto verifier = ports_.find<ports::SignatureVerifier>();
    return verifier != nullptr && verifier->hasEndlessPages(file);
}

SignatureFacts SignatureCheck::of(const std::filesystem::path& file) const {
    const auto verifier = ports_.find<ports::SignatureVerifier>();
    if (verifier == nullptr) {
        return {};
    }
    auto report = verifier->verify(file);
    return {nameOf(report.verdict), report.json.empty() ? "null" : std::move(report.json)};
}

}  // namespace congvu::incoming
