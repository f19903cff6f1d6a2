// SPDX-License-Identifier: Apache-2.0
#include "service/CorrectDocument.h"

#include "domain/FactRules.h"
#include "domain/Links.h"
#include "domain/RegistrationRules.h"
#include "service/ReceivingMandate.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Encode.h"
#include "congvu/json/Writer.h"

#include <tuple>

namespace congvu::incoming {

namespace {

/// Names of the facts that differ, for the history: {"changed":["subject","dueOn"]}.
std::string changedFields(const DocumentFacts& before, const DocumentFacts& after) {
    json::Writer detail;
    detail.beginObject().key("changed").beginArray();
    std::apply(
        [&](const auto&... fields) {
            const auto noteIfChanged = [&](const auto& f) {
                if (before.*(f.member) != after.*(f.member)) {
                    detail.string(f.name);
                }
            };
            (noteIfChanged(fields), ...);
        },
        json::Description<DocumentFacts>::fields());
    detail.endArray().endObject();
    return detail.take();
}

}  // namespace

IncomingDocument CorrectDocument::run(const http::Caller& clerk, std::string_view documentId, std::int64_t expectedVersion,
                                      const DocumentFacts& facts) const {
    return needs_.db.write([&](db::Tx& tx) {
        auto document = needs_.changes.require(tx, clerk, documentId);
        requireReceiving(needs_.mandates, tx, clerk, document.typeId);
        requireReceiving(needs_.mandates, tx, clerk, facts.typeId);
        if (document.version != expectedVersion) {
            throw AppError::stale();
        }
        if (tabOf(document.state) == DocumentTab::stopped) {
            throw AppError(ErrorKind::conflict, "incoming.not-now", {{"state", std::string{json::nameOf(document.state)}}});
        }
        auto errors = checkFacts(facts, needs_.clock.today(), "", document.dueOn);
        const auto ofSecret = checkSecretFacts(facts, document.secrecy, "");
        errors.insert(errors.end(), ofSecret.begin(), ofSecret.end());
        if (!errors.empty()) {
            throw AppError::invalid(errors);
        }
        const auto detail = changedFields(factsOf(document), facts);
        const bool isDeadlineNew = document.dueOn != facts.dueOn;
        applyFacts(facts, document);
        needs_.changes.save(tx, document, document.state);
        if (isDeadlineNew) {
            needs_.inbox.reschedule(tx, documentRef(document.id), Submission::kWorkDirect, document.dueOn);
        }
        issuers_.count(tx, document.agencyId, document.issuerName);
        needs_.history.note(tx, clerk, documentRef(document.id), "corrected", {}, detail);
        needs_.search.put(tx, document);
        return document;
    });
}

}  // namespace congvu::incoming
