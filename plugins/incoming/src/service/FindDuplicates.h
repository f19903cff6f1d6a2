// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/DocumentRepository.h"

#include "congvu/db/Tx.h"
#include "congvu/json/Description.h"
#include "congvu/time/Date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::incoming {

/// A document that is registered already and may be the same one.
struct Duplicate {
    std::string documentId;
    std::int64_t arrivalNumber = 0;
    Date arrivedOn;
    std::string symbol;
    std::string subject;
    std::string reason;  ///< "same-reference" or "same-file"
};

/// What identifies a document (Decree 30/2020, App. VI, part I: number + symbol + issuer; here with its date, and the file's content).
struct Reference {
    std::string symbol;
    std::string issuerName;
    std::optional<Date> documentDate;
    std::string sha256;
};

/// Looks for registered documents of the agency with the same issuer, symbol and date, or the same file. When one of the two has no date
/// the dates count as equal.
class FindDuplicates {
public:
    [[nodiscard]] std::vector<Duplicate> run(db::Reader& reader, std::string_view agencyId, const Reference& reference) const;

private:
    DocumentRepository documents_;
};

}  // namespace congvu::incoming

template <>
struct congvu::json::Description<congvu::incoming::Duplicate> {
    static auto fields() {
        using Duplicate = congvu::incoming::Duplicate;
        return std::tuple{field("documentId", &Duplicate::documentId), field("arrivalNumber", &Duplicate::arrivalNumber),
                          field("arrivedOn", &Duplicate::arrivedOn),   field("symbol", &Duplicate::symbol),
                          field("subject", &Duplicate::subject),       field("reason", &Duplicate::reason)};
    }
};
