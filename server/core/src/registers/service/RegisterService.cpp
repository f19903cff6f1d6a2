// SPDX-License-Identifier: Apache-2.0
#include "registers/service/RegisterService.h"

#include "congvu/error/AppError.h"

#include <algorithm>

namespace congvu::core {

std::int64_t RegisterService::next(db::Tx& tx, const registers::Sequence& sequence, const EntityRef& entity) {
    const auto [rowId, number] = repository_.raise(tx, sequence);
    repository_.insertNumber(tx, {rowId, number, "used", ""}, entity, clock_.now());
    return number;
}

std::int64_t RegisterService::reserve(db::Tx& tx, const registers::Sequence& sequence, const EntityRef& holder, std::string_view reason) {
    const auto [rowId, number] = repository_.raise(tx, sequence);
    repository_.insertNumber(tx, {rowId, number, "reserved", reason}, holder, clock_.now());
    return number;
}

void RegisterService::use(db::Tx& tx, const registers::Sequence& sequence, std::int64_t number, const EntityRef& entity) {
    if (!repository_.use(tx, sequence, number, entity, clock_.now())) {
        throw AppError(ErrorKind::conflict, "number-not-reserved", {{"number", std::to_string(number)}});
    }
}

void RegisterService::cancel(db::Tx& tx, const registers::Sequence& sequence, std::int64_t number, std::string_view reason) {
    if (!repository_.cancel(tx, sequence, number, reason, clock_.now())) {
        throw AppError(ErrorKind::conflict, "number-not-given", {{"number", std::to_string(number)}});
    }
}

std::vector<std::string> RegisterService::visibleAgencies(const http::Caller& caller) const {
    if (!caller.may("core.organisation")) {
        return {caller.agencyId};
    }
    const auto organisation = organisation_.current();
    auto ids = organisation->subtree(caller.agencyId);
    std::erase_if(ids, [&](const std::string& id) { return organisation->unit(id)->kind != UnitKind::agency; });
    return ids;
}

db::Page<RegisterItem> RegisterService::list(const http::Caller& caller, std::optional<int> year, const db::PageRequest& page) const {
    const auto agencies = visibleAgencies(caller);
    auto result =
        db_.read([&](db::Reader& reader) { return repository_.list(reader, year.value_or(clock_.today().year()), agencies, page); });
    const auto organisation = organisation_.current();
    for (auto& item : result.items) {
        const auto* agency = organisation->unit(item.agencyId);
        item.agencyName = agency == nullptr ? "" : agency->name;
    }
    return result;
}

db::Page<RegisterNumberItem> RegisterService::numbers(const http::Caller& caller, std::string_view registerRowId,
                                                      const db::PageRequest& page) const {
    const auto agencies = visibleAgencies(caller);
    return db_.read([&](db::Reader& reader) {
        const auto agency = repository_.agencyOf(reader, registerRowId);
        if (!agency || std::find(agencies.begin(), agencies.end(), *agency) == agencies.end()) {
            throw AppError::notFound();
        }
        return repository_.numbers(reader, registerRowId, page);
    });
}

}  // namespace congvu::core
