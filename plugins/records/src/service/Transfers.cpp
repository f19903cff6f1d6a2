// SPDX-License-Identifier: Apache-2.0
#include "service/Transfers.h"

#include "congvu/error/AppError.h"

#include <set>

namespace congvu::records {

namespace {

constexpr std::string_view kAcceptWork = "records.accept";
constexpr std::string_view kHandOverWork = "records.hand-over";

bool isDecider(const http::Caller& caller, const Transfer& transfer) {
    return caller.may("records.archive") && transfer.fromPostId != caller.postId;
}

}  // namespace

db::Page<Transfer> Transfers::list(const http::Caller& caller, const db::PageRequest& page) const {
    const auto viewer = viewerOf(caller);
    return services_.db.read([&](db::Reader& reader) { return transfers_.list(reader, viewer, page); });
}

Transfer Transfers::visible(db::Reader& reader, const http::Caller& caller, std::string_view id) const {
    auto transfer = transfers_.findVisible(reader, id, viewerOf(caller));
    if (!transfer) {
        throw AppError::notFound();
    }
    return std::move(*transfer);
}

void Transfers::requireVisible(const http::Caller& caller, std::string_view id) const {
    services_.db.read([&](db::Reader& reader) { static_cast<void>(visible(reader, caller, id)); });
}

TransferDetail Transfers::detail(const http::Caller& caller, std::string_view id) const {
    return services_.db.read([&](db::Reader& reader) {
        TransferDetail detail;
        detail.transfer = visible(reader, caller, id);
        detail.dossiers = work_.dossiers.ofTransfer(reader, id);
        detail.mayDecide = detail.transfer.state == TransferState::submitted && isDecider(caller, detail.transfer);
        return detail;
    });
}

std::vector<Dossier> Transfers::dossiersFor(db::Tx& tx, const http::Caller& caller, const std::vector<std::string>& ids) const {
    std::vector<Dossier> dossiers;
    std::vector<FieldError> errors;
    std::set<std::string> named;
    for (std::size_t index = 0; index < ids.size(); ++index) {
        const auto pointer = "/dossierIds/" + std::to_string(index);
        const auto dossier = work_.dossiers.findVisible(tx, ids[index], viewerOf(caller));
        if (!dossier || !named.insert(ids[index]).second) {
            errors.push_back({pointer, "records.unknown-dossier", {}});
        } else if (!mayDo(work_.standing(tx, caller, *dossier), DossierAct::handOver)) {
            errors.push_back({pointer, "records.not-your-dossier", {{"notation", dossier->notation}}});
        } else if (!isAllowed(dossier->state, DossierAct::handOver)) {
            errors.push_back({pointer, "records.not-closed", {{"notation", dossier->notation}}});
        } else {
            dossiers.push_back(*dossier);
        }
    }
    if (!errors.empty()) {
        throw AppError::invalid(std::move(errors));
    }
    return dossiers;
}

void Transfers::askArchivist(db::Tx& tx, const http::Caller& caller, const Transfer& transfer) const {
    inbox::NewWorkItem item;
    item.entity = transferRef(transfer.id);
    item.kind = kAcceptWork;
    item.agencyId = transfer.agencyId;
    item.title = transfer.title;
    item.subtitle = transfer.unitName;
    item.fromName = caller.personName;
    item.link = transferLink(transfer.id);
    for (const auto& archivist : services_.directory.postsOfAgency(transfer.agencyId, "records.archive")) {
        if (archivist.id != caller.postId) {
            item.assignee = inbox::Assignee::post(archivist.id);
            services_.inbox.create(tx, item);
        }
    }
}

std::string Transfers::submit(const http::Caller& caller, const NewTransfer& input) const {
    Transfer transfer;
    transfer.id = newId();
    transfer.agencyId = caller.agencyId;
    transfer.year = services_.clock.today().year();
    transfer.title = input.title;
    transfer.unitId = caller.unitId;
    transfer.unitName = caller.unitName;
    transfer.condition = input.condition;
    transfer.boxes = input.boxes;
    transfer.fromPostId = caller.postId;
    transfer.fromName = caller.personName;
    transfer.fromTitle = caller.postTitle;
    transfer.createdAt = services_.clock.now();
    services_.db.write([&](db::Tx& tx) {
        auto dossiers = dossiersFor(tx, caller, input.dossierIds);
        transfer.dossierCount = static_cast<std::int64_t>(dossiers.size());
        transfers_.insert(tx, transfer);
        for (auto& dossier : dossiers) {
            dossier.state = DossierState::transferring;
            dossier.transferId = transfer.id;
            work_.save(tx, dossier);
            services_.inbox.complete(tx, dossierRef(dossier.id), kHandOverWork);
            note(services_, tx, caller, dossierRef(dossier.id), "handed-over");
        }
        askArchivist(tx, caller, transfer);
        note(services_, tx, caller, transferRef(transfer.id), "transfer-submitted");
    });
    return transfer.id;
}

Transfer Transfers::toDecide(db::Tx& tx, const http::Caller& caller, std::string_view id) const {
    auto transfer = visible(tx, caller, id);
    if (transfer.state != TransferState::submitted) {
        throw AppError(ErrorKind::conflict, "records.transfer-decided");
    }
    if (!isDecider(caller, transfer)) {
        // The minutes have two parties: nobody receives what he hands over himself.
        throw AppError(ErrorKind::forbidden, "records.own-transfer");
    }
    return transfer;
}

void Transfers::finish(db::Tx& tx, const http::Caller& caller, Transfer& transfer, TransferState state, DossierState ofDossiers,
                       std::string_view words) const {
    transfer.state = state;
    transfer.toName = caller.personName;
    transfer.toTitle = caller.postTitle;
    transfer.decidedAt = services_.clock.now();
    transfer.version += 1;
    if (!transfers_.update(tx, transfer)) {
        throw AppError::stale();
    }
    const std::string act = state == TransferState::accepted ? "archived" : "transfer-returned";
    for (auto& dossier : work_.dossiers.ofTransfer(tx, transfer.id)) {
        dossier.state = ofDossiers;
        work_.save(tx, dossier);
        note(services_, tx, caller, dossierRef(dossier.id), act, words);
    }
    services_.inbox.complete(tx, transferRef(transfer.id), kAcceptWork);
    note(services_, tx, caller, transferRef(transfer.id), state == TransferState::accepted ? "transfer-accepted" : "transfer-returned",
         words);
    const std::string message = state == TransferState::accepted ? "records.notify.accepted" : "records.notify.returned";
    services_.notifications.send(tx, {transfer.fromPostId,
                                      transferRef(transfer.id),
                                      message,
                                      {{"title", transfer.title}, {"person", caller.personName}, {"note", std::string{words}}},
                                      transferLink(transfer.id)});
}

void Transfers::accept(const http::Caller& caller, std::string_view id, const TransferAcceptance& input) const {
    services_.db.write([&](db::Tx& tx) {
        auto transfer = toDecide(tx, caller, id);
        transfer.condition = input.condition.empty() ? transfer.condition : input.condition;
        finish(tx, caller, transfer, TransferState::accepted, DossierState::archived, {});
    });
}

void Transfers::giveBack(const http::Caller& caller, std::string_view id, std::string_view reason) const {
    services_.db.write([&](db::Tx& tx) {
        auto transfer = toDecide(tx, caller, id);
        transfer.reason = reason;
        finish(tx, caller, transfer, TransferState::returned, DossierState::closed, reason);
    });
}

}  // namespace congvu::records
