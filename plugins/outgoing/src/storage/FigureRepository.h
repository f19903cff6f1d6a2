// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"
#include "congvu/http/Caller.h"
#include "congvu/ports/FigureSource.h"
#include "domain/FigureFilter.h"
#include "domain/IssuedFigure.h"
#include "domain/OutgoingDocument.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::outgoing {

/// All SQL of outgoing_figure and outgoing_figure_day: what statistics count, and the list that a figure leads to.
class FigureRepository {
public:
    /// A document that is issued now; its recipients, its number and its revisions are stored already. Marks its day as changed.
    void insert(db::Tx& tx, const OutgoingDocument& document, std::string_view sending) const;
    /// Something was said of an issued document; nothing happens for one that is not issued.
    void markChanged(db::Tx& tx, std::string_view documentId) const;

    /// Documents issued on that day.
    [[nodiscard]] std::vector<IssuedFigure> ofDay(db::Reader& reader, std::string_view agencyId, Date day) const;
    [[nodiscard]] std::vector<ports::FigureDay> days(db::Reader& reader, const std::vector<std::string>& agencyIds, Date from,
                                                     Date until) const;
    [[nodiscard]] std::vector<ports::FigureDay> changedAfter(db::Reader& reader, std::int64_t change, std::int64_t limit) const;

    /// Issued documents that the caller may see, last issued first. `foldedWords` as text::fold gives them, empty for any.
    [[nodiscard]] db::Page<DocumentRow> list(db::Reader& reader, const http::Caller& caller, const FigureFilter& filter,
                                             const std::string& foldedWords, const db::PageRequest& request) const;
};

}  // namespace congvu::outgoing
