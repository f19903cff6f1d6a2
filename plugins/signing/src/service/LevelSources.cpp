// SPDX-License-Identifier: Apache-2.0
#include "service/LevelSources.h"

#include "congvu/signing/SigningError.h"
#include "congvu/signing/pades/PadesSignature.h"

#include <algorithm>

namespace congvu::signingdesk {

namespace {

constexpr const char* kStamped = "B-T";

signing::Instant secondsOf(Timestamp at) {
    return std::chrono::floor<std::chrono::seconds>(at);
}

/// A server that is away, or an address that is none, is left alone for a while.
bool isServerAway(const signing::SigningError& error) {
    return error.code() == signing::ErrorCode::timeStampUnavailable || error.code() == signing::ErrorCode::invalidArgument;
}

}  // namespace

LevelSources::Raised LevelSources::raise(std::string_view document, const std::string& reached, const std::string& target,
                                         const std::vector<signing::Certificate>& chain) {
    const auto joined = [&](const signing::Bytes& added) {
        return std::string{signing::textOf(signing::PadesSignature::join(signing::viewOf(document), added))};
    };
    const bool isStamped = reached != "B-B";
    if (target != kStamped && areChainsTrusted(document)) {
        try {
            return {joined(increment(document, target, chain)), target};
        } catch (const signing::SigningError& error) {
            if (isStamped || isServerAway(error) || error.code() == signing::ErrorCode::certificateRevoked) {
                throw;
            }
        }
    }
    if (isStamped) {
        throw signing::SigningError{signing::ErrorCode::chainIncomplete, "the signer's chain ends at no trusted root"};
    }
    return {joined(increment(document, kStamped, chain)), kStamped};
}

signing::Bytes LevelSources::increment(std::string_view document, const std::string& level,
                                       const std::vector<signing::Certificate>& chain) {
    auto client = timeStamps_.client();
    if (!client) {
        throw signing::SigningError{signing::ErrorCode::timeStampUnavailable, "the time-stamp server failed a moment ago"};
    }
    signing::OnlineRevocation revocation{fetcher_, lists_};
    const auto trust = roots_.trust();
    signing::ExtensionSources sources;
    sources.trust = trust.get();
    sources.certificates = chain;
    sources.revocation = &revocation;
    sources.timeStamps = &*client;
    sources.at = secondsOf(clock_.now());
    try {
        return signing::PadesExtension::extendIncrement(signing::viewOf(document), signing::signatureLevelOf(level), sources);
    } catch (const signing::SigningError& error) {
        if (isServerAway(error)) {
            timeStamps_.failed(error);
        }
        throw;
    }
}

bool LevelSources::areChainsTrusted(std::string_view document) {
    const auto report = roots_.validator()->validate(signing::viewOf(document), secondsOf(clock_.now()));
    return std::ranges::all_of(report.signatures,
                               [](const signing::SignatureReport& one) { return one.isDocumentTimeStamp || !one.world.empty(); });
}

std::optional<Timestamp> LevelSources::renewBefore(std::string_view document) {
    const auto report = roots_.validator()->validate(signing::viewOf(document), secondsOf(clock_.now()));
    std::optional<Timestamp> earliest;
    for (const auto& one : report.signatures) {
        if (one.renewBefore && (!earliest || *one.renewBefore < *earliest)) {
            earliest = *one.renewBefore;
        }
    }
    return earliest;
}

}  // namespace congvu::signingdesk
