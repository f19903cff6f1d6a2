// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/DirectionMandate.h"

#include "congvu/mandates/Mandates.h"

#include <string_view>

namespace congvu::incoming {

/// A clerk's act on a document of this type; an empty type for what is about no document. AppError forbidden when he acts by a mandate
/// that does not cover it.
inline void requireReceiving(const mandates::Mandates& rules, db::Reader& reader, const http::Caller& clerk, std::string_view typeId) {
    rules.require(reader, clerk, mandates::Act::receive, {"", mandateTypeOf(typeId)});
}

}  // namespace congvu::incoming
