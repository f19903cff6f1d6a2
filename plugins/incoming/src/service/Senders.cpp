// SPDX-License-Identifier: Apache-2.0
#include "service/Senders.h"

#include "service/ReceivingMandate.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Writer.h"

#include <algorithm>
#include <set>

namespace congvu::incoming {

namespace {

bool holdsCategory(const std::vector<SenderCategory>& categories, std::string_view id) {
    return std::any_of(categories.begin(), categories.end(), [&](const SenderCategory& one) { return one.id == id; });
}

}  // namespace

std::vector<SenderCategory> Senders::categoriesIn(db::Reader& reader, const http::Caller& caller) const {
    auto own = senders_.categories(reader, caller.agencyId);
    return own.empty() ? builtInSenderCategories() : own;
}

std::vector<SenderCategory> Senders::categories(const http::Caller& caller) const {
    return db_.read([&](db::Reader& reader) { return categoriesIn(reader, caller); });
}

std::vector<SenderCategory> Senders::replaceCategories(const http::Caller& caller, const SenderCategories& categories) const {
    std::set<std::string_view> ids;
    for (std::size_t index = 0; index < categories.items.size(); ++index) {
        if (!ids.insert(categories.items[index].id).second) {
            throw AppError::invalidField("/items/" + std::to_string(index) + "/id", "incoming.category-twice");
        }
    }
    return db_.write([&](db::Tx& tx) {
        requireReceiving(mandates_, tx, caller, "");
        for (const auto& before : categoriesIn(tx, caller)) {
            if (!ids.contains(before.id) && senders_.isCategoryUsed(tx, caller.agencyId, before.id)) {
                throw AppError(ErrorKind::conflict, "incoming.category-used", {{"name", before.name}});
            }
        }
        senders_.replaceCategories(tx, caller.agencyId, categories.items);
        history_.note(tx, caller, {"incoming", "sender-categories", caller.agencyId}, "sender-categories-changed");
        return categories.items;
    });
}

db::Page<Sender> Senders::senders(const http::Caller& caller, std::string_view typed, std::string_view categoryId,
                                  const db::PageRequest& page) const {
    return db_.read([&](db::Reader& reader) { return senders_.senders(reader, caller.agencyId, typed, categoryId, page); });
}

void Senders::setCategory(const http::Caller& caller, const SenderChoice& choice) const {
    db_.write([&](db::Tx& tx) {
        requireReceiving(mandates_, tx, caller, "");
        if (!holdsCategory(categoriesIn(tx, caller), choice.categoryId)) {
            throw AppError::invalidField("/categoryId", "unknown-choice");
        }
        if (!senders_.setCategory(tx, caller.agencyId, choice)) {
            throw AppError::invalidField("/name", "incoming.unknown-issuer");
        }
        figures_.reclassified(tx, caller.agencyId, choice.name);
        json::Writer detail;
        detail.beginObject().key("issuer").string(choice.name).key("category").string(choice.categoryId).endObject();
        history_.note(tx, caller, {"incoming", "sender-categories", caller.agencyId}, "sender-classified", {}, detail.take());
    });
}

SourceReport Senders::report(const http::Caller& caller, Date first, Date last) const {
    return db_.read([&](db::Reader& reader) {
        SourceReport report{first.toString(), last.toString(), 0, {}};
        for (const auto& category : categoriesIn(reader, caller)) {
            report.groups.push_back({category.id, category.name, 0, {}});
        }
        SourceReportGroup ungrouped;
        for (auto& count : senders_.counts(reader, caller.agencyId, first, last)) {
            const auto found = std::ranges::find(report.groups, count.categoryId, &SourceReportGroup::categoryId);
            auto& group = found == report.groups.end() ? ungrouped : *found;
            report.documents += count.documents;
            group.documents += count.documents;
            group.issuers.push_back(std::move(count));
        }
        if (ungrouped.documents > 0) {
            report.groups.push_back(std::move(ungrouped));
        }
        return report;
    });
}

}  // namespace congvu::incoming
