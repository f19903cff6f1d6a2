// SPDX-License-Identifier: Apache-2.0
#include "service/NoteMending.h"

#include "domain/Links.h"

#include "congvu/json/Encode.h"

#include <algorithm>

namespace congvu::incoming {

namespace {

/// The act of the history; empty for a word nobody knows.
std::string mendingAct(const std::string& kind) {
    if (kind == "corrects") {
        return "corrected-by";
    }
    if (kind == "amends") {
        return "amended-by";
    }
    return kind == "replaces" ? "replaced-by" : "";
}

}  // namespace

void NoteMending::run(const DocumentMended& mended) const {
    if (mendingAct(mended.kind).empty()) {
        return;
    }
    needs_.db.write([&](db::Tx& tx) {
        for (const auto& recipient : mended.recipients) {
            const auto delivery = deliveries_.find(tx, recipient.agencyId, recipient.deliveryId);
            if (delivery && delivery->outgoingDocumentId == mended.documentId) {
                noteOne(tx, mended, *delivery);
            }
        }
    });
}

void NoteMending::noteOne(db::Tx& tx, const DocumentMended& mended, const Delivery& delivery) const {
    const auto act = mendingAct(mended.kind);
    const auto detail = R"({"number":)" + json::toText(mended.laterNumberAndSymbol) + "}";
    if (isNoted(tx, deliveryRef(delivery.id), act, detail)) {
        return;
    }
    const auto actor = History::system(delivery.agencyId);
    needs_.history.note(tx, actor, deliveryRef(delivery.id), act, {}, detail);
    if (delivery.documentId) {
        needs_.history.note(tx, actor, documentRef(*delivery.documentId), act, {}, detail);
    }
    const auto about = delivery.documentId ? documentRef(*delivery.documentId) : deliveryRef(delivery.id);
    const auto link = delivery.documentId ? documentLink(*delivery.documentId) : deliveryLink(delivery.id);
    for (const auto& clerk : needs_.directory.postsOfAgency(delivery.agencyId, "incoming.register")) {
        needs_.notifications.send(tx,
                                  {clerk.id,
                                   about,
                                   "incoming.notify." + act,
                                   {{"symbol", delivery.symbol}, {"sender", delivery.senderName}, {"number", mended.laterNumberAndSymbol}},
                                   link});
    }
    needs_.changes.refreshPages(tx, delivery.agencyId, delivery.documentId.value_or(delivery.id));
}

bool NoteMending::isNoted(db::Reader& reader, const EntityRef& entity, const std::string& act, const std::string& detail) const {
    const auto entries = needs_.timeline.read(reader, entity);
    return std::ranges::any_of(
        entries, [&](const inbox::TimelineEntry& entry) { return entry.act == "incoming.act." + act && entry.detail.text == detail; });
}

}  // namespace congvu::incoming
