// SPDX-License-Identifier: Apache-2.0
#include "service/RevocationMemory.h"

#include "congvu/signing/SigningError.h"

#include <algorithm>
#include <chrono>

namespace congvu::signingdesk {

namespace {

/// Responders and lists change at most so often for us.
constexpr std::chrono::hours kFresh{1};
/// How long a source that gave no answer is left alone.
constexpr std::chrono::minutes kRest{10};

}  // namespace

signing::RevocationAnswer RevocationMemory::ask(const signing::Certificate& certificate, const std::optional<signing::Certificate>& issuer,
                                                signing::Instant) {
    const Key key{certificate.fingerprint(), issuer ? issuer->fingerprint() : std::string{}};
    const std::lock_guard lock{mutex_};
    if (entries_.size() >= kMostCertificates && !entries_.contains(key)) {
        entries_.erase(entries_.begin());
    }
    auto& entry = entries_.try_emplace(key, Entry{certificate, issuer, std::nullopt, clock_.now()}).first->second;
    entry.isWanted = true;
    if (!entry.answer) {
        throw signing::SigningError{signing::ErrorCode::revocationUnavailable, "nobody was asked about this certificate yet"};
    }
    return *entry.answer;
}

int RevocationMemory::fetch(signing::RevocationSource& online) {
    int answers = 0;
    for (const auto& [key, entry] : wanted()) {
        try {
            keep(key, online.ask(entry.certificate, entry.issuer, std::chrono::floor<std::chrono::seconds>(clock_.now())));
            ++answers;
        } catch (const signing::SigningError&) {
            keep(key, std::nullopt);  // the verification says that there is no data
        }
    }
    return answers;
}

std::vector<std::pair<RevocationMemory::Key, RevocationMemory::Entry>> RevocationMemory::wanted() {
    const auto now = clock_.now();
    const std::lock_guard lock{mutex_};
    std::vector<std::pair<Key, Entry>> due;
    for (const auto& [key, entry] : entries_) {
        if (entry.isWanted && entry.askAgainAt <= now && due.size() < kFetchesInARun) {
            due.emplace_back(key, entry);
        }
    }
    return due;
}

void RevocationMemory::keep(const Key& key, std::optional<signing::RevocationAnswer> answer) {
    const auto now = clock_.now();
    const std::lock_guard lock{mutex_};
    const auto found = entries_.find(key);
    if (found == entries_.end()) {
        return;
    }
    auto& entry = found->second;
    entry.isWanted = false;
    entry.askAgainAt = now + (answer ? std::chrono::minutes{kFresh} : kRest);
    if (answer) {
        entry.answer = std::move(answer);
    } else {
        entry.isWanted = true;
    }
}

}  // namespace congvu::signingdesk
