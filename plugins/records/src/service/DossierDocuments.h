// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/DocumentOwners.h"
#include "service/DossierWork.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::records {

/// Documents of other plugins in a dossier, by reference: one document stands in as many dossiers as one likes (App. VI, part I, III.4.e).
class DossierDocuments {
public:
    DossierDocuments(const Services& services, const DossierWork& work, const DocumentOwners& owners)
        : services_(services), work_(work), owners_(owners) {}

    /// In the order of time; of documents that are not for the caller only the place.
    [[nodiscard]] db::Page<ItemView> list(const http::Caller& caller, std::string_view dossierId, const db::PageRequest& page) const;
    /// All of them, for the printed list.
    [[nodiscard]] std::vector<ItemView> all(db::Reader& reader, const http::Caller& caller, std::string_view dossierId) const;

    /// AppError invalid "/id" when the caller may not see the document or it is no final one; conflict when it is in the dossier already
    /// or the dossier is full.
    ItemView add(const http::Caller& caller, std::string_view dossierId, const NewItem& input) const;
    /// For routes of one item: notFound unless the caller sees the dossier and the item is in it.
    void requireItem(const http::Caller& caller, std::string_view dossierId, std::string_view itemId) const;
    void setNote(const http::Caller& caller, std::string_view dossierId, std::string_view itemId, const ItemEdit& input) const;
    void remove(const http::Caller& caller, std::string_view dossierId, std::string_view itemId, std::string_view reason) const;

private:
    void count(db::Tx& tx, Dossier& dossier) const;

    const Services& services_;
    const DossierWork& work_;
    const DocumentOwners& owners_;
};

}  // namespace congvu::records
