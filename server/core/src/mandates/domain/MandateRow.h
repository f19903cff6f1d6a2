// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mandates/domain/Mandate.h"

#include <optional>
#include <string>

namespace congvu::core {

/// A stored absence.
struct AbsenceRow {
    Absence absence;
    std::string agencyId;
    std::optional<Timestamp> withdrawnAt;
};

/// A stored mandate.
struct MandateRow {
    Mandate mandate;
    std::string agencyId;
    std::optional<Timestamp> revokedAt;
    std::string revokedByName;
    std::string revocationReason;
};

/// "a,b" as its parts; nothing for an empty text.
std::vector<std::string> partsOf(std::string_view text);
/// The parts joined by commas.
std::string commaList(const std::vector<std::string>& parts);
std::vector<std::string> namesOf(const std::vector<mandates::Act>& acts);
/// Names that are none are left out.
std::vector<mandates::Act> actsFrom(const std::vector<std::string>& names);

}  // namespace congvu::core
