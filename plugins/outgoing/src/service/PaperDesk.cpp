// SPDX-License-Identifier: Apache-2.0
#include "service/PaperDesk.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Encode.h"
#include "domain/RecipientStatus.h"

#include <algorithm>
#include <map>

namespace congvu::outgoing {

namespace {

EntityRef paperListRef(const PaperList& list) {
    return {"outgoing", "paper-list", list.id};
}

std::string handOverDetail(const PaperList& list, std::size_t recipients) {
    return R"({"number":")" + std::to_string(list.number.value_or(0)) + "/" + std::to_string(list.year) + R"(","recipients":)" +
           std::to_string(recipients) + "}";
}

}  // namespace

db::Page<PaperItem> PaperDesk::waiting(const http::Caller& caller, const db::PageRequest& page) const {
    return services_.db.read([&](db::Reader& reader) { return papers_.waiting(reader, caller.agencyId, page); });
}

db::Page<PaperList> PaperDesk::lists(const http::Caller& caller, const db::PageRequest& page) const {
    return services_.db.read([&](db::Reader& reader) { return papers_.lists(reader, caller.agencyId, page); });
}

PaperListView PaperDesk::view(const http::Caller& caller, std::string_view id) const {
    return services_.db.read([&](db::Reader& reader) {
        auto list = papers_.list(reader, caller.agencyId, id);
        if (!list) {
            throw AppError::notFound();
        }
        return PaperListView{std::move(*list), papers_.ofList(reader, id)};
    });
}

PaperItem PaperDesk::item(const http::Caller& caller, std::string_view id) const {
    auto found = services_.db.read([&](db::Reader& reader) { return papers_.item(reader, caller.agencyId, id); });
    if (!found) {
        throw AppError::notFound();
    }
    return std::move(*found);
}

PaperList PaperDesk::requireOpenList(db::Reader& reader, const http::Caller& caller, std::string_view id) const {
    auto list = papers_.list(reader, caller.agencyId, id);
    if (!list) {
        throw AppError::notFound();
    }
    if (list->handedOn) {
        throw AppError{ErrorKind::conflict, "outgoing.list-handed"};
    }
    return std::move(*list);
}

PaperItem PaperDesk::requireItem(db::Reader& reader, const http::Caller& caller, std::string_view id, PaperState state) const {
    auto item = papers_.item(reader, caller.agencyId, id);
    if (!item) {
        throw AppError::notFound();
    }
    if (item->state != state) {
        throw AppError{ErrorKind::conflict, "outgoing.not-now"};
    }
    return std::move(*item);
}

std::string PaperDesk::create(const http::Caller& caller, const PaperListInput& input) const {
    PaperList list;
    list.id = newId();
    list.agencyId = caller.agencyId;
    list.year = services_.clock.today().year();
    list.way = input.way;
    list.carrier = input.carrier;
    list.note = input.note;
    list.createdByName = caller.personName;
    list.createdAt = services_.clock.now();
    services_.db.write([&](db::Tx& tx) {
        papers_.insertList(tx, list);
        place(tx, caller, list, input.itemIds, {});
        services_.audit.record(tx, caller, "outgoing.paper-listed", paperListRef(list));
    });
    return list.id;
}

void PaperDesk::add(const http::Caller& caller, std::string_view id, const PaperListInput& input) const {
    services_.db.write([&](db::Tx& tx) {
        const auto list = requireOpenList(tx, caller, id);
        place(tx, caller, list, input.itemIds, papers_.ofList(tx, id));
        if (!papers_.updateList(tx, list, list.version)) {
            throw AppError::stale();
        }
        services_.audit.record(tx, caller, "outgoing.paper-listed", paperListRef(list));
    });
}

void PaperDesk::place(db::Tx& tx, const http::Caller& caller, const PaperList& list, const std::vector<std::string>& ids,
                      const std::vector<PaperItem>& already) const {
    if (static_cast<std::int64_t>(already.size() + ids.size()) > PaperRepository::kMostItems) {
        throw AppError::invalidField("/itemIds", "too-long", {{"max", std::to_string(PaperRepository::kMostItems)}});
    }
    std::map<std::string, std::int64_t> envelopes;
    std::int64_t last = 0;
    for (const auto& item : already) {
        envelopes[item.recipientId] = item.envelope;
        last = std::max(last, item.envelope);
    }
    auto items = papers_.waitingOf(tx, caller.agencyId, ids);
    for (std::size_t index = 0; index < ids.size(); ++index) {
        const auto isThere = std::ranges::any_of(items, [&](const PaperItem& item) { return item.id == ids[index]; });
        if (!isThere) {
            throw AppError::invalidField("/itemIds/" + std::to_string(index), "outgoing.not-waiting");
        }
    }
    for (auto& item : items) {
        auto& envelope = envelopes[item.recipientId];
        envelope = envelope == 0 ? ++last : envelope;
        item.state = PaperState::listed;
        item.listId = list.id;
        item.envelope = envelope;
        item.changedAt = services_.clock.now();
        papers_.updateItem(tx, item);
    }
}

void PaperDesk::putBack(db::Tx& tx, PaperItem item) const {
    item.state = PaperState::waiting;
    item.listId.reset();
    item.envelope = 0;
    item.changedAt = services_.clock.now();
    papers_.updateItem(tx, item);
}

void PaperDesk::change(const http::Caller& caller, std::string_view id, std::int64_t expectedVersion, const PaperPlaces& places) const {
    services_.db.write([&](db::Tx& tx) {
        auto list = requireOpenList(tx, caller, id);
        list.way = places.way;
        list.carrier = places.carrier;
        list.note = places.note;
        if (!papers_.updateList(tx, list, expectedVersion)) {
            throw AppError::stale();
        }
        std::map<std::string_view, const PaperPlace*> byItem;
        for (const auto& place : places.items) {
            byItem[place.itemId] = &place;
        }
        for (auto& item : papers_.ofList(tx, id)) {
            const auto found = byItem.find(item.id);
            if (found == byItem.end()) {
                putBack(tx, std::move(item));
                continue;
            }
            item.envelope = found->second->envelope;
            item.copies = found->second->copies;
            item.note = found->second->note;
            papers_.updateItem(tx, item);
        }
        services_.audit.record(tx, caller, "outgoing.paper-list-changed", paperListRef(list));
    });
}

void PaperDesk::remove(const http::Caller& caller, std::string_view id) const {
    services_.db.write([&](db::Tx& tx) {
        const auto list = requireOpenList(tx, caller, id);
        for (auto& item : papers_.ofList(tx, id)) {
            putBack(tx, std::move(item));
        }
        papers_.removeList(tx, id);
        services_.audit.record(tx, caller, "outgoing.paper-list-removed", paperListRef(list));
    });
}

void PaperDesk::handOver(const http::Caller& caller, std::string_view id, std::int64_t expectedVersion, const HandOverInput& input) const {
    const auto today = services_.clock.today();
    const auto day = input.handedOn.value_or(today);
    if (day > today) {
        throw AppError::invalidField("/handedOn", "outgoing.date-in-future", {{"date", day.toDisplay()}});
    }
    services_.db.write([&](db::Tx& tx) {
        auto list = requireOpenList(tx, caller, id);
        auto items = papers_.ofList(tx, id);
        if (items.empty()) {
            throw AppError{ErrorKind::conflict, "outgoing.list-empty"};
        }
        for (const auto& item : items) {
            if (item.documentDate && day < *item.documentDate) {
                throw AppError::invalidField("/handedOn", "outgoing.handed-before-document", {{"number", item.numberAndSymbol}});
            }
        }
        list.handedOn = day;
        list.year = day.year();
        list.number = papers_.lastNumber(tx, caller.agencyId, list.year) + 1;
        list.receivedBy = input.receivedBy;
        list.handedByName = caller.personName;
        if (!papers_.updateList(tx, list, expectedVersion)) {
            throw AppError::stale();
        }
        markSent(tx, caller, list, std::move(items));
        services_.audit.record(tx, caller, "outgoing.paper-handed", paperListRef(list), json::toText(list));
    });
}

void PaperDesk::markSent(db::Tx& tx, const http::Caller& caller, const PaperList& list, std::vector<PaperItem> items) const {
    const auto now = services_.clock.now();
    const bool isToday = list.handedOn == services_.clock.today();
    const auto at = isToday ? now : startOfDayInVietnam(list.handedOn.value());
    std::map<std::string, std::size_t> recipients;
    for (auto& item : items) {
        item.state = PaperState::handed;
        item.changedAt = now;
        papers_.updateItem(tx, item);
        if (item.kind == NoticeKind::document) {
            setStatus(tx, item, kSent, {}, at);
        }
        ++recipients[item.documentId];
    }
    for (const auto& [documentId, count] : recipients) {
        if (auto document = work_.documents.findForSystem(tx, documentId)) {
            work_.keep(tx, *document);
            work_.note(tx, caller, *document, "outgoing.handed-over", list.receivedBy, handOverDetail(list, count));
        }
    }
}

void PaperDesk::setStatus(db::Tx& tx, const PaperItem& item, std::string_view status, std::string_view reason, Timestamp at) const {
    auto recipient = work_.dispatch.recipient(tx, item.documentId, item.deliveryId);
    if (!recipient || recipient->status == kReceived) {
        return;
    }
    recipient->status = status;
    recipient->reason = reason;
    recipient->updatedAt = services_.clock.now();
    work_.dispatch.updateRecipient(tx, item.documentId, *recipient, {std::string{status}, std::string{reason}, at});
}

void PaperDesk::cameBack(const http::Caller& caller, std::string_view itemId, std::string_view reason) const {
    services_.db.write([&](db::Tx& tx) {
        auto item = requireItem(tx, caller, itemId, PaperState::handed);
        const auto now = services_.clock.now();
        item.state = PaperState::returned;
        item.note = reason;
        item.changedAt = now;
        papers_.updateItem(tx, item);
        auto document = work_.documents.findForSystem(tx, item.documentId);
        if (item.kind == NoticeKind::document) {
            setStatus(tx, item, kFailed, reason, now);
        }
        if (document) {
            work_.keep(tx, *document);
            work_.note(tx, caller, *document, "outgoing.came-back", item.recipientName + ": " + std::string{reason});
        }
    });
}

void PaperDesk::sendAgain(const http::Caller& caller, std::string_view itemId) const {
    services_.db.write([&](db::Tx& tx) {
        auto item = requireItem(tx, caller, itemId, PaperState::returned);
        auto document = work_.documents.findForSystem(tx, item.documentId);
        if (!document || (item.kind == NoticeKind::document && !document->recallReason.empty())) {
            throw AppError{ErrorKind::conflict, "outgoing.not-now"};
        }
        // The old item stays on its list as it was handed over.
        PaperItem again = item;
        again.id = newId();
        again.state = PaperState::waiting;
        again.listId.reset();
        again.envelope = 0;
        again.note.clear();
        again.createdAt = again.changedAt = services_.clock.now();
        papers_.insertItem(tx, again);
        item.state = PaperState::dropped;
        papers_.updateItem(tx, item);
        if (item.kind == NoticeKind::document) {
            setStatus(tx, again, kQueued, {}, again.createdAt);
        }
        work_.keep(tx, *document);
        work_.note(tx, caller, *document, "outgoing.sent-again", item.recipientName);
    });
}

}  // namespace congvu::outgoing
