// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Period.h"
#include "domain/Scope.h"

#include "congvu/db/Tx.h"
#include "congvu/figures/FigureCell.h"
#include "congvu/time/Date.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::statistics {

/// Which kept sums are read; what is handed in must outlive the statement.
struct CellQuestion {
    std::string_view source;
    const Scope& scope;
    std::string_view registerCode;  ///< empty for any
};

/// All SQL of statistics_cell: sums of days, months and years.
class CellRepository {
public:
    /// A sum: of a unit or, where agencies are told apart, of an agency.
    struct Sum {
        std::string measure;
        std::string place;
        std::string value;
        std::int64_t amount = 0;
    };
    [[nodiscard]] std::vector<Sum> sums(db::Reader& reader, const CellQuestion& question, const std::vector<std::string>& measures,
                                        const std::vector<KeyRange>& ranges) const;

    struct CoursePoint {
        std::string period;  ///< the kept key
        std::int64_t amount = 0;
    };
    /// The number of things, by kept key.
    [[nodiscard]] std::vector<CoursePoint> course(db::Reader& reader, const CellQuestion& question,
                                                  const std::vector<KeyRange>& ranges) const;

    /// What is kept of one day of an agency in these measures.
    [[nodiscard]] std::vector<figures::FigureCell> ofDay(db::Reader& reader, std::string_view source, std::string_view agencyId,
                                                         const std::vector<std::string>& measures, Date day) const;
    /// Adds the cell's amount, which may be negative, to the sums of its day, its month and its year.
    void add(db::Tx& tx, std::string_view source, std::string_view agencyId, Date day, const figures::FigureCell& cell) const;

private:
    void addTo(db::Tx& tx, std::string_view source, std::string_view agencyId, std::string_view period,
               const figures::FigureCell& cell) const;
};

}  // namespace congvu::statistics
