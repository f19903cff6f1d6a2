// SPDX-License-Identifier: Apache-2.0
#include "service/DocumentOwners.h"

#include <algorithm>

namespace congvu::records {

namespace {

constexpr std::size_t kMostAtOnce = 200;
constexpr std::string_view kNoDay = "9999-12-31";

}  // namespace

std::shared_ptr<ports::DocumentRecords> DocumentOwners::ownerOf(std::string_view plugin, std::string_view type) const {
    if (type != "document") {
        return nullptr;
    }
    if (plugin == "incoming") {
        return ports_.find<ports::IncomingRecords>();
    }
    return plugin == "outgoing" ? ports_.find<ports::OutgoingRecords>() : nullptr;
}

std::optional<ports::DocumentRecord> DocumentOwners::find(db::Reader& reader, const http::Caller& caller, const EntityRef& entity) const {
    const auto owner = ownerOf(entity.plugin, entity.type);
    return owner ? owner->find(reader, caller, entity.id) : std::nullopt;
}

std::set<std::string> DocumentOwners::visibleItems(db::Reader& reader, const http::Caller& caller, const std::vector<Item>& items) const {
    std::set<std::string> visible;
    for (const std::string_view plugin : {"incoming", "outgoing"}) {
        const auto owner = ownerOf(plugin, "document");
        std::vector<std::string> ids;
        for (const auto& item : items) {
            if (owner && item.entity.plugin == plugin) {
                ids.push_back(item.entity.id);
            }
        }
        std::set<std::string> shown;
        for (std::size_t start = 0; start < ids.size(); start += kMostAtOnce) {
            const auto end = std::min(ids.size(), start + kMostAtOnce);
            const std::vector<std::string> part(ids.begin() + static_cast<std::ptrdiff_t>(start),
                                                ids.begin() + static_cast<std::ptrdiff_t>(end));
            shown.merge([&] {
                const auto answered = owner->visible(reader, caller, part);
                return std::set<std::string>(answered.begin(), answered.end());
            }());
        }
        for (const auto& item : items) {
            if (item.entity.plugin == plugin && shown.contains(item.entity.id)) {
                visible.insert(item.id);
            }
        }
    }
    return visible;
}

void takeSnapshot(const ports::DocumentRecord& record, Item& item) {
    item.entity = record.entity;
    item.numberAndSymbol = record.numberAndSymbol;
    item.issuedOn = record.issuedDate;
    item.typeName = record.typeName;
    item.subject = record.subject;
    item.organName = record.organName;
    item.pages = record.pageAmount;
    item.link = record.link;
    const auto day = record.issuedDate ? record.issuedDate : record.arrivalDate;
    item.timeKey = day ? day->toString() : std::string{kNoDay};
}

ItemView viewOf(const Item& item, std::int64_t ordinal, bool isVisible) {
    ItemView view;
    view.id = item.id;
    view.ordinal = ordinal;
    view.isHidden = !isVisible;
    view.addedByName = item.addedByName;
    view.addedAt = item.addedAt;
    if (isVisible) {
        view.plugin = item.entity.plugin;
        view.type = item.entity.type;
        view.entityId = item.entity.id;
        view.numberAndSymbol = item.numberAndSymbol;
        view.issuedOn = item.issuedOn;
        view.typeName = item.typeName;
        view.subject = item.subject;
        view.organName = item.organName;
        view.pages = item.pages;
        view.note = item.note;
        view.link = item.link;
    }
    return view;
}

}  // namespace congvu::records
