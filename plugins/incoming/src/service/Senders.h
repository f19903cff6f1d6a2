// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/SenderCategory.h"
#include "service/History.h"
#include "storage/FigureRepository.h"
#include "storage/SenderRepository.h"

#include "congvu/db/Db.h"
#include "congvu/http/Caller.h"
#include "congvu/mandates/Mandates.h"
#include "congvu/time/Date.h"

#include <optional>
#include <string_view>
#include <vector>

namespace congvu::incoming {

/// Who documents come from: the groups of senders, the group of each issuer, and how many came from whom.
class Senders {
public:
    Senders(db::Db& db, const mandates::Mandates& mandates, const History& history) : db_(db), mandates_(mandates), history_(history) {}

    [[nodiscard]] std::vector<SenderCategory> categories(const http::Caller& caller) const;
    /// Writes the whole list. 422 for an id twice; 409 "incoming.category-used" when an issuer still has a group that is left out.
    std::vector<SenderCategory> replaceCategories(const http::Caller& caller, const SenderCategories& categories) const;
    [[nodiscard]] db::Page<Sender> senders(const http::Caller& caller, std::string_view typed, std::string_view categoryId,
                                           const db::PageRequest& page) const;
    /// 422 for a group that is not there, or an issuer that the agency has not met.
    void setCategory(const http::Caller& caller, const SenderChoice& choice) const;
    /// Arrivals of a period by group and issuer: groups in their order, issuers without a group last.
    [[nodiscard]] SourceReport report(const http::Caller& caller, Date first, Date last) const;

private:
    [[nodiscard]] std::vector<SenderCategory> categoriesIn(db::Reader& reader, const http::Caller& caller) const;

    db::Db& db_;
    const mandates::Mandates& mandates_;
    const History& history_;
    SenderRepository senders_;
    FigureRepository figures_;
};

}  // namespace congvu::incoming
