// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Direction.h"
#include "domain/DocumentType.h"
#include "domain/IncomingDocument.h"

#include "congvu/directory/Directory.h"
#include "congvu/mandates/Mandates.h"

#include <string>
#include <string_view>

namespace congvu::incoming {

/// The word by which a mandate names a type of document: its abbreviation, "CV" for the official letter.
inline std::string mandateTypeOf(std::string_view typeId) {
    const auto* type = findDocumentType(typeId);
    const bool isLetter = typeId == kOfficialLetter;
    return isLetter || type == nullptr ? std::string{isLetter ? "CV" : ""} : std::string{type->abbreviation};
}

/// A leader's act that names no unit. AppError forbidden when he acts by a mandate that does not cover it.
inline void requireMandate(const mandates::Mandates& rules, db::Reader& reader, const http::Caller& leader,
                           const IncomingDocument& document) {
    rules.require(reader, leader, mandates::Act::direct, {"", mandateTypeOf(document.typeId)});
}

/// The same for a direction: every unit that it names must lie inside.
inline void requireMandate(const mandates::Mandates& rules, const directory::Directory& directory, db::Reader& reader,
                           const http::Caller& leader, const IncomingDocument& document, const Direction& direction) {
    for (const auto& assignment : direction.assignments) {
        const auto post = assignment.unitId ? std::nullopt : directory.post(assignment.postId.value_or(""));
        const auto unitId = assignment.unitId ? *assignment.unitId : post ? post->unitId : std::string{};
        rules.require(reader, leader, mandates::Act::direct, {unitId, mandateTypeOf(document.typeId)});
    }
}

}  // namespace congvu::incoming
