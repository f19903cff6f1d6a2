// SPDX-License-Identifier: Apache-2.0
#include "service/DossierWork.h"

#include "congvu/error/AppError.h"

namespace congvu::records {

Dossier DossierWork::visible(db::Reader& reader, const http::Caller& caller, std::string_view id) const {
    auto dossier = dossiers.findVisible(reader, id, viewerOf(caller));
    if (!dossier) {
        throw AppError::notFound();
    }
    return std::move(*dossier);
}

void DossierWork::requireVisible(const http::Caller& caller, std::string_view id) const {
    services_.db.read([&](db::Reader& reader) { static_cast<void>(visible(reader, caller, id)); });
}

Standing DossierWork::standing(db::Reader& reader, const http::Caller& caller, const Dossier& dossier) const {
    const auto viewer = viewerOf(caller);
    return standingOf(dossier, viewer, dossiers.isParticipant(reader, dossier.id, viewer));
}

Dossier DossierWork::forAct(db::Reader& reader, const http::Caller& caller, std::string_view id, DossierAct act) const {
    auto dossier = visible(reader, caller, id);
    if (!mayDo(standing(reader, caller, dossier), act)) {
        throw AppError::forbidden();
    }
    if (!isAllowed(dossier.state, act)) {
        throw AppError(ErrorKind::conflict, "records.wrong-state");
    }
    return dossier;
}

void DossierWork::save(db::Tx& tx, Dossier& dossier) const {
    dossier.version += 1;
    dossier.updatedAt = services_.clock.now();
    if (!dossiers.update(tx, dossier)) {
        throw AppError::stale();
    }
    putIntoSearch(tx, dossier);
    services_.notifications.invalidateHolders(tx, dossier.agencyId, "records.read", {"records/dossier/" + dossier.id, "records/list"});
}

void DossierWork::putIntoSearch(db::Tx& tx, const Dossier& dossier) const {
    search::SearchDocument found;
    found.entity = dossierRef(dossier.id);
    found.agencyId = dossier.agencyId;
    found.title = dossier.title;
    found.subtitle = dossier.notation + " · " + std::to_string(dossier.year) + " · " + dossier.keeperName;
    found.text = dossier.description + ' ' + dossier.unitName;
    found.date = dossier.startedOn;
    found.link = dossierLink(dossier.id);
    found.accessTokens = {"agency-with:" + dossier.agencyId + ":records.read-all", "post:" + dossier.keeperPostId};
    for (const auto& participant : dossiers.participants(tx, dossier.id)) {
        found.accessTokens.push_back(participant.kind + ':' + participant.id);
    }
    services_.search.put(tx, found);
}

}  // namespace congvu::records
