// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Conditions.h"
#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"
#include "congvu/ids/Id.h"
#include "domain/Dossier.h"
#include "domain/DossierFilter.h"
#include "domain/Viewer.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::records {

/// All SQL of records_dossier and records_access.
class DossierRepository {
public:
    /// Adds the condition under which the viewer may see dossier `d` (docs/row-level-policy.md). The viewer must outlive the statement.
    static void restrictTo(db::Conditions& conditions, const Viewer& viewer);

    /// False when the number and symbol is taken in that agency and year.
    bool insert(db::Tx& tx, const Dossier& dossier) const;
    /// Writes every changeable column; false when the stored version is not dossier.version - 1.
    bool update(db::Tx& tx, const Dossier& dossier) const;
    /// Nothing when there is none or the viewer may not see it.
    [[nodiscard]] std::optional<Dossier> findVisible(db::Reader& reader, std::string_view id, const Viewer& viewer) const;
    /// Those of the ids (at most 200) that the viewer may see.
    [[nodiscard]] std::vector<Dossier> findAllVisible(db::Reader& reader, const std::vector<std::string>& ids, const Viewer& viewer) const;
    [[nodiscard]] db::Page<Dossier> list(db::Reader& reader, const DossierFilter& filter, const Viewer& viewer,
                                         const db::PageRequest& request) const;
    /// How many dossiers the year has.
    [[nodiscard]] std::int64_t countOfYear(db::Reader& reader, std::string_view agencyId, int year) const;

    [[nodiscard]] std::vector<Participant> participants(db::Reader& reader, std::string_view dossierId) const;
    [[nodiscard]] bool isParticipant(db::Reader& reader, std::string_view dossierId, const Viewer& viewer) const;
    /// Writes who may see the dossier anew: keeper, head of the unit, participants.
    void writeAccess(db::Tx& tx, const Dossier& dossier, const std::vector<Participant>& participants) const;

    /// Dossiers of a transfer by number and symbol, at most 500.
    [[nodiscard]] std::vector<Dossier> ofTransfer(db::Reader& reader, std::string_view transferId) const;
    /// Closed dossiers that are due by then and not noticed for their deadline, the most urgent first; those after `last`.
    [[nodiscard]] std::vector<Dossier> toNotice(db::Reader& reader, const Date& dueUntil, const std::optional<Dossier>& last,
                                                std::int64_t limit) const;
    void markNoticed(db::Tx& tx, std::string_view id, const Date& dueOn) const;
    /// Dossiers that hold a document and that the viewer may see, newest first, at most 100.
    [[nodiscard]] std::vector<Dossier> holding(db::Reader& reader, const EntityRef& entity, const Viewer& viewer) const;
};

}  // namespace congvu::records
