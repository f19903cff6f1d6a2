// SPDX-License-Identifier: Apache-2.0
#include "service/DossierDocuments.h"

#include "congvu/error/AppError.h"

namespace congvu::records {

db::Page<ItemView> DossierDocuments::list(const http::Caller& caller, std::string_view dossierId, const db::PageRequest& page) const {
    return services_.db.read([&](db::Reader& reader) {
        static_cast<void>(work_.visible(reader, caller, dossierId));
        auto found = work_.items.list(reader, dossierId, page);
        std::vector<Item> items;
        for (const auto& [item, ordinal] : found.items) {
            items.push_back(item);
        }
        const auto visible = owners_.visibleItems(reader, caller, items);
        db::Page<ItemView> views;
        views.next = found.next;
        views.total = found.total;
        for (const auto& [item, ordinal] : found.items) {
            views.items.push_back(viewOf(item, ordinal, visible.contains(item.id)));
        }
        return views;
    });
}

std::vector<ItemView> DossierDocuments::all(db::Reader& reader, const http::Caller& caller, std::string_view dossierId) const {
    const auto items = work_.items.all(reader, dossierId);
    const auto visible = owners_.visibleItems(reader, caller, items);
    std::vector<ItemView> views;
    views.reserve(items.size());
    for (const auto& item : items) {
        views.push_back(viewOf(item, static_cast<std::int64_t>(views.size()) + 1, visible.contains(item.id)));
    }
    return views;
}

void DossierDocuments::count(db::Tx& tx, Dossier& dossier) const {
    const auto totals = work_.items.totals(tx, dossier.id);
    dossier.documentCount = totals.documents;
    dossier.pageCount = totals.pages;
    work_.save(tx, dossier);
}

ItemView DossierDocuments::add(const http::Caller& caller, std::string_view dossierId, const NewItem& input) const {
    return services_.db.write([&](db::Tx& tx) {
        auto dossier = work_.forAct(tx, caller, dossierId, DossierAct::file);
        const auto record = owners_.find(tx, caller, {input.plugin, input.type, input.id});
        if (!record) {
            throw AppError::invalidField("/id", "records.unknown-document");
        }
        if (!record->isFinal) {
            throw AppError::invalidField("/id", "records.not-final");
        }
        if (dossier.documentCount >= kMostDocuments) {
            throw AppError(ErrorKind::conflict, "records.dossier-full", {{"most", std::to_string(kMostDocuments)}});
        }
        Item item;
        takeSnapshot(*record, item);
        item.id = newId();
        item.dossierId = dossier.id;
        item.note = input.note;
        item.addedByName = caller.personName;
        item.addedAt = services_.clock.now();
        if (!work_.items.insert(tx, item)) {
            throw AppError(ErrorKind::conflict, "records.already-in-dossier");
        }
        count(tx, dossier);
        // The timeline is for everybody who sees the dossier, the document is not: it names the entity only.
        note(services_, tx, caller, dossierRef(dossier.id), "document-added", {},
             R"({"plugin":")" + item.entity.plugin + R"(","id":")" + item.entity.id + R"("})");
        return viewOf(item, 0, true);
    });
}

void DossierDocuments::requireItem(const http::Caller& caller, std::string_view dossierId, std::string_view itemId) const {
    services_.db.read([&](db::Reader& reader) {
        static_cast<void>(work_.visible(reader, caller, dossierId));
        if (!work_.items.find(reader, dossierId, itemId)) {
            throw AppError::notFound();
        }
    });
}

void DossierDocuments::setNote(const http::Caller& caller, std::string_view dossierId, std::string_view itemId,
                               const ItemEdit& input) const {
    services_.db.write([&](db::Tx& tx) {
        auto dossier = work_.forAct(tx, caller, dossierId, DossierAct::file);
        if (!work_.items.setNote(tx, dossierId, itemId, input.note)) {
            throw AppError::notFound();
        }
        work_.save(tx, dossier);
        note(services_, tx, caller, dossierRef(dossier.id), "document-noted");
    });
}

void DossierDocuments::remove(const http::Caller& caller, std::string_view dossierId, std::string_view itemId,
                              std::string_view reason) const {
    services_.db.write([&](db::Tx& tx) {
        auto dossier = work_.forAct(tx, caller, dossierId, DossierAct::file);
        const auto item = work_.items.find(tx, dossierId, itemId);
        if (!item) {
            throw AppError::notFound();
        }
        work_.items.remove(tx, itemId);
        count(tx, dossier);
        note(services_, tx, caller, dossierRef(dossier.id), "document-removed", reason,
             R"({"plugin":")" + item->entity.plugin + R"(","id":")" + item->entity.id + R"("})");
    });
}

}  // namespace congvu::records
