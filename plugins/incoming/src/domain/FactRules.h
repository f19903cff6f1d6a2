// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/IncomingDocument.h"
#include "domain/Registration.h"

#include "congvu/error/AppError.h"
#include "congvu/time/Date.h"

#include <optional>
#include <string>
#include <vector>

namespace congvu::incoming {

/// What is wrong with the clerk's facts beyond their form: an unknown type, a document dated tomorrow, a deadline in the past (unless it is
/// `deadlineBefore`, the one the document has already), an unknown authority prefix. `at` is the pointer of the facts in the body.
std::vector<FieldError> checkFacts(const DocumentFacts& facts, Date today, const std::string& at, std::optional<Date> deadlineBefore);

/// Copies the facts into the document.
void applyFacts(const DocumentFacts& facts, IncomingDocument& document);
/// The facts that a document holds now.
DocumentFacts factsOf(const IncomingDocument& document);

}  // namespace congvu::incoming
