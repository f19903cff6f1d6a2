// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/DocumentFigure.h"
#include "domain/IncomingDocument.h"

#include "congvu/db/Tx.h"
#include "congvu/ports/FigureSource.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::incoming {

/// All SQL of incoming_figure and incoming_figure_day: what statistics count. Every change marks the document's day as changed.
class FigureRepository {
public:
    /// A document that was just inserted. `entry` as domain/FigureRules says.
    void insert(db::Tx& tx, const IncomingDocument& document, Timestamp arrivedAt, std::string_view entry) const;
    /// Copies what may have changed, and the time at which a state was reached for the first time.
    void follow(db::Tx& tx, const IncomingDocument& document, DocumentState before, Timestamp now) const;
    /// The unit that handles it from now on; empty for none.
    void setUnit(db::Tx& tx, const IncomingDocument& document, std::string_view unitId) const;
    /// The issuer stands in another group: every day on which something came from it changed.
    void reclassified(db::Tx& tx, std::string_view agencyId, std::string_view issuerName) const;

    /// Documents that arrived on a day; cancelled registrations are left out.
    [[nodiscard]] std::vector<DocumentFigure> ofDay(db::Reader& reader, std::string_view agencyId, Date day) const;
    [[nodiscard]] std::vector<ports::FigureDay> days(db::Reader& reader, const std::vector<std::string>& agencyIds, Date from,
                                                     Date until) const;
    [[nodiscard]] std::vector<ports::FigureDay> changedAfter(db::Reader& reader, std::int64_t change, std::int64_t limit) const;

private:
    void markChanged(db::Tx& tx, std::string_view agencyId, Date day) const;
};

}  // namespace congvu::incoming
