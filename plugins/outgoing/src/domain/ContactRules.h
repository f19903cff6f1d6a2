// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/error/AppError.h"
#include "domain/Contact.h"

#include <string_view>
#include <vector>

namespace congvu::outgoing {

/// True for an identity code of Decision 20/2020/QĐ-TTg (at most 35 characters in groups between dots, the first of a state agency a
/// letter A to Y and two digits: "H37.02.02") or of the older QCVN 102:2016 ("000.00.00.H41"). Codes of others begin with Z or are the
/// number of an enterprise.
bool isOrganId(std::string_view text);

ContactStanding standingOf(const ContactFacts& facts, Date today);

/// Everything that is wrong with an entry in itself, with pointers "/organId", "/email", "/validUntil".
std::vector<FieldError> contactProblems(const ContactFacts& facts);

}  // namespace congvu::outgoing
