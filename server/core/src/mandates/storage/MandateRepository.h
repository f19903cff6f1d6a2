// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mandates/domain/MandateBook.h"
#include "mandates/domain/MandateRow.h"

#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"

#include <optional>
#include <string_view>
#include <vector>

namespace congvu::core {

/// Whose absences and mandates a list shows: those of some posts (as giver or substitute), or of some agencies.
struct MandateFilter {
    std::vector<std::string> postIds;
    std::vector<std::string> agencyIds;  ///< used when there are no posts
    std::optional<Date> notOverOn{};     ///< only absences that are neither withdrawn nor over that day
};

/// All SQL of absences and mandates.
class MandateRepository {
public:
    /// What is neither withdrawn, revoked nor over before that day.
    [[nodiscard]] MandateBook read(db::Reader& reader, Date today) const;

    void insert(db::Tx& tx, const Absence& absence, std::string_view agencyId) const;
    [[nodiscard]] std::optional<AbsenceRow> findAbsence(db::Reader& reader, std::string_view id) const;
    /// The absence ends on that day; it is withdrawn altogether when it has not begun by then.
    void endAbsence(db::Tx& tx, std::string_view id, Date lastDay, Timestamp at) const;
    /// Newest first.
    [[nodiscard]] db::Page<AbsenceRow> absences(db::Reader& reader, const MandateFilter& filter, const db::PageRequest& page) const;

    void insert(db::Tx& tx, const Mandate& mandate, std::string_view agencyId) const;
    [[nodiscard]] std::optional<MandateRow> findMandate(db::Reader& reader, std::string_view id) const;
    /// Is it neither revoked nor over that day, and begun?
    [[nodiscard]] bool stands(db::Reader& reader, std::string_view id, Date day) const;
    /// False when it was revoked already.
    [[nodiscard]] bool revoke(db::Tx& tx, std::string_view id, std::string_view byName, std::string_view reason, Timestamp at) const;
    /// Mandates of an absence that are not revoked.
    [[nodiscard]] std::vector<MandateRow> mandatesOfAbsence(db::Reader& reader, std::string_view absenceId) const;
    /// Newest first.
    [[nodiscard]] db::Page<MandateRow> mandates(db::Reader& reader, const MandateFilter& filter, const db::PageRequest& page) const;
};

}  // namespace congvu::core
