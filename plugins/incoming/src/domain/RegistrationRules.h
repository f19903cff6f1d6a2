// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Registration.h"

#include "congvu/error/AppError.h"
#include "congvu/time/Date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace congvu::incoming {

/// What is wrong with where a document is entered, by its own words: an arrival tomorrow, a late entry without a reason or of more than
/// `backDateDays` days ago, more than metadata of a secret document. Pointers point into the request body.
std::vector<FieldError> checkEntry(const Registration& registration, Date today, std::int64_t backDateDays);

/// What is wrong with the register itself: not there, out of use, secret without being allowed to, or a document with content for a
/// register of secret documents (Law 117/2025/QH15: state secrets are not stored on a networked computer).
std::vector<FieldError> checkBook(const std::optional<RegisterBook>& book, const RegisterEntry& entry, bool hasContent, bool mayBeSecret);

/// Of a secret document only kSecretSubject stands where the subject stands, and no note. `at` is the pointer of the facts in the body.
std::vector<FieldError> checkSecretFacts(const DocumentFacts& facts, Secrecy secrecy, const std::string& at);

}  // namespace congvu::incoming
