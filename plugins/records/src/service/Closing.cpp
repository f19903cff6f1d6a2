// SPDX-License-Identifier: Apache-2.0
#include "service/Closing.h"

#include "congvu/error/AppError.h"

#include <algorithm>

namespace congvu::records {

Closing::Checked Closing::checkNow(db::Reader& reader, const http::Caller& caller, std::string_view id) const {
    Checked checked;
    std::vector<CheckedDocument> documents;
    for (auto& item : work_.items.all(reader, id)) {
        CheckedDocument document;
        const auto record = owners_.find(reader, caller, item.entity);
        document.isVisible = record.has_value();
        if (record) {
            takeSnapshot(*record, item);
            document.name = item.numberAndSymbol.empty() ? item.subject : item.numberAndSymbol;
            document.isFinal = record->isFinal;
            document.hasFile = !record->files.empty();
            document.hasDate = record->issuedDate.has_value();
            checked.refreshed.push_back(item);
        }
        document.pages = item.pages;
        checked.result.documents += 1;
        checked.result.pages += item.pages;
        documents.push_back(std::move(document));
    }
    checked.result.gaps = gapsOf(documents);
    return checked;
}

ClosingCheck Closing::check(const http::Caller& caller, std::string_view id) const {
    return services_.db.read([&](db::Reader& reader) {
        static_cast<void>(work_.visible(reader, caller, id));
        return checkNow(reader, caller, id).result;
    });
}

void Closing::close(const http::Caller& caller, std::string_view id, const ClosingInput& input) const {
    services_.db.write([&](db::Tx& tx) {
        auto dossier = work_.forAct(tx, caller, id, DossierAct::close);
        if (input.endedOn < dossier.startedOn || input.endedOn > services_.clock.today()) {
            throw AppError::invalidField("/endedOn", "records.ended-outside");
        }
        const auto checked = checkNow(tx, caller, id);
        const auto& gaps = checked.result.gaps;
        const bool isBlocked = std::any_of(gaps.begin(), gaps.end(), [](const Gap& gap) { return gap.isBlocking; });
        if (isBlocked || (!gaps.empty() && !input.despiteGaps)) {
            throw AppError(ErrorKind::conflict, "records.gaps", {{"count", std::to_string(gaps.size())}});
        }
        if (!gaps.empty() && input.note.empty()) {
            throw AppError::invalidField("/note", "required");
        }
        for (const auto& item : checked.refreshed) {
            work_.items.refresh(tx, item);
        }
        dossier.state = DossierState::closed;
        dossier.endedOn = input.endedOn;
        dossier.dueOn = handOverDueOn(dossier.kind, input.endedOn);
        dossier.documentCount = checked.result.documents;
        dossier.pageCount = checked.result.pages;
        work_.save(tx, dossier);
        note(services_, tx, caller, dossierRef(dossier.id), "closed", input.note,
             R"({"endedOn":")" + input.endedOn.toString() + R"(","gaps":)" + std::to_string(gaps.size()) + '}');
    });
}

void Closing::reopen(const http::Caller& caller, std::string_view id, std::string_view reason) const {
    services_.db.write([&](db::Tx& tx) {
        auto dossier = work_.forAct(tx, caller, id, DossierAct::reopen);
        dossier.state = DossierState::open;
        dossier.endedOn.reset();
        dossier.dueOn.reset();
        work_.save(tx, dossier);
        services_.inbox.complete(tx, dossierRef(dossier.id), "records.hand-over");
        note(services_, tx, caller, dossierRef(dossier.id), "reopened", reason);
    });
}

}  // namespace congvu::records
