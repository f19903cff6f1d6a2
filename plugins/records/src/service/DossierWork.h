// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/DossierRules.h"
#include "service/Services.h"
#include "storage/DossierRepository.h"
#include "storage/ItemRepository.h"

#include <string>
#include <string_view>

namespace congvu::records {

/// What every act on a dossier does: finds it for the caller, asks the rules, writes it back with its search entry.
class DossierWork {
public:
    explicit DossierWork(const Services& services) : services_(services) {}

    /// AppError notFound when there is none or the caller may not see it.
    [[nodiscard]] Dossier visible(db::Reader& reader, const http::Caller& caller, std::string_view id) const;
    /// The same on a connection of its own, for routes that must not look at the body first.
    void requireVisible(const http::Caller& caller, std::string_view id) const;
    [[nodiscard]] Standing standing(db::Reader& reader, const http::Caller& caller, const Dossier& dossier) const;
    /// The dossier, if the caller may do the act now: forbidden when it is somebody else's, conflict "records.wrong-state" when it is not
    /// its time.
    [[nodiscard]] Dossier forAct(db::Reader& reader, const http::Caller& caller, std::string_view id, DossierAct act) const;
    /// Counts the version up, writes and tells open pages; AppError stale when somebody else was first.
    void save(db::Tx& tx, Dossier& dossier) const;
    void putIntoSearch(db::Tx& tx, const Dossier& dossier) const;

    DossierRepository dossiers;
    ItemRepository items;

private:
    const Services& services_;
};

}  // namespace congvu::records
