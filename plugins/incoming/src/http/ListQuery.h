// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/ListFilter.h"
#include "service/FindDuplicates.h"

#include "congvu/http/Request.h"

namespace congvu::incoming {

/// tab, sort, q, issuer, type, urgency, register, category, kept, arrivedFrom, arrivedTo, dueTo and marker of the query; AppError::invalid
/// with every wrong one.
ListFilter listFilterOf(const http::Request& request);
/// symbol, issuer, documentDate and sha256 of the query.
Reference referenceOf(const http::Request& request);

}  // namespace congvu::incoming
