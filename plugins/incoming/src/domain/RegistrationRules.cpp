// SPDX-License-Identifier: Apache-2.0
#include "domain/RegistrationRules.h"

namespace congvu::incoming {

std::vector<FieldError> checkSecretFacts(const DocumentFacts& facts, Secrecy secrecy, const std::string& at) {
    std::vector<FieldError> errors;
    if (secrecy == Secrecy::none) {
        return errors;
    }
    if (facts.subject != kSecretSubject) {
        errors.push_back({at + "/subject", "incoming.secret-subject", {{"text", std::string{kSecretSubject}}}});
    }
    if (!facts.note.empty()) {
        errors.push_back({at + "/note", "incoming.secret-note", {}});
    }
    return errors;
}

std::vector<FieldError> checkEntry(const Registration& registration, Date today, std::int64_t backDateDays) {
    const auto& entry = registration.entry;
    auto errors = checkSecretFacts(registration.facts, entry.secrecy, "/facts");
    const auto arrived = entry.arrivedOn.value_or(today);
    if (arrived > today) {
        errors.push_back({"/entry/arrivedOn", "incoming.arrival-in-future", {}});
    } else if (arrived < today.plusDays(-static_cast<int>(backDateDays))) {
        errors.push_back({"/entry/arrivedOn", "incoming.back-date-too-old", {{"days", std::to_string(backDateDays)}}});
    } else if (arrived < today && entry.backDateReason.empty()) {
        errors.push_back({"/entry/backDateReason", "incoming.back-date-reason", {}});
    }
    if (arrived < today && registration.facts.documentDate && *registration.facts.documentDate > arrived) {
        errors.push_back({"/entry/arrivedOn", "incoming.arrival-before-document", {}});
    }
    return errors;
}

std::vector<FieldError> checkBook(const std::optional<RegisterBook>& book, const RegisterEntry& entry, bool hasContent, bool mayBeSecret) {
    if (!book) {
        return {{"/entry/registerCode", "incoming.unknown-register", {}}};
    }
    std::vector<FieldError> errors;
    if (!book->isActive) {
        errors.push_back({"/entry/registerCode", "incoming.register-closed", {}});
    }
    if (!book->isSecret) {
        if (entry.secrecy != Secrecy::none) {
            errors.push_back({"/entry/secrecy", "incoming.secrecy-needs-register", {}});
        }
        return errors;
    }
    if (!mayBeSecret) {
        errors.push_back({"/entry/registerCode", "incoming.secret-registers-off", {}});
    }
    if (entry.secrecy == Secrecy::none) {
        errors.push_back({"/entry/secrecy", "required", {}});
    }
    if (hasContent) {
        errors.push_back({"/entry/registerCode", "incoming.secret-content", {}});
    }
    return errors;
}

}  // namespace congvu::incoming
