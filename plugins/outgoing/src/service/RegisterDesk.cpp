// SPDX-License-Identifier: Apache-2.0
#include "service/RegisterDesk.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Encode.h"
#include "domain/FormFields.h"
#include "domain/NumberSymbol.h"
#include "domain/RegisterSheet.h"

namespace congvu::outgoing {

namespace {

/// A number and its sequence in the audit.
std::string numberDetail(const registers::Sequence& sequence, std::int64_t number) {
    json::Writer out;
    out.beginObject().key("year").integer(sequence.year).key("group").string(sequence.group).key("number").integer(number).endObject();
    return out.take();
}

}  // namespace

db::Page<NumberEntry> RegisterDesk::page(const http::Caller& caller, const RegisterFilter& filter, const db::PageRequest& page) const {
    return services_.db.read([&](db::Reader& reader) { return numbers_.book.page(reader, caller.agencyId, filter, page); });
}

std::vector<NumberSequence> RegisterDesk::sequences(const http::Caller& caller, int year) const {
    return services_.db.read([&](db::Reader& reader) { return numbers_.book.sequences(reader, caller.agencyId, year); });
}

Reservation RegisterDesk::reserve(const http::Caller& caller, const ReservationInput& input) const {
    const auto form = services_.forms.formJson(input.formId);
    if (!form) {
        throw AppError::invalidField("/formId", "outgoing.unknown-form", {{"form", input.formId}});
    }
    return services_.db.write([&](db::Tx& tx) {
        const auto sequence = numbers_.sequenceOf(tx, caller.agencyId, textMember(*form, "abbreviation"), services_.clock.today().year());
        Reservation given;
        given.group = sequence.group;
        for (std::int64_t count = 0; count < input.amount; ++count) {
            const EntityRef entity{"outgoing", "reservation", newId()};
            const auto number = services_.registers.reserve(tx, sequence, entity, input.reason);
            numbers_.book.insert(tx, caller.agencyId,
                                 {sequence.year,
                                  sequence.group,
                                  number,
                                  "reserved",
                                  {},
                                  std::nullopt,
                                  std::nullopt,
                                  input.reason,
                                  caller.personName,
                                  services_.clock.now()});
            services_.audit.record(tx, caller, "outgoing.number-reserved", entity, numberDetail(sequence, number));
            given.numbers.push_back(number);
        }
        return given;
    });
}

void RegisterDesk::release(const http::Caller& caller, const ReleaseInput& input) const {
    const registers::Sequence sequence{caller.agencyId, "outgoing", static_cast<int>(input.year), input.group};
    services_.db.write([&](db::Tx& tx) {
        if (!numbers_.book.cancel(tx, sequence, input.number, "reserved", input.reason, caller.personName, services_.clock.now())) {
            throw AppError{ErrorKind::conflict, "outgoing.number-not-reserved", {{"number", displayNumber(input.number)}}};
        }
        services_.registers.cancel(tx, sequence, input.number, input.reason);
        services_.audit.record(tx, caller, "outgoing.reservation-cancelled", {"outgoing", "register", caller.agencyId},
                               numberDetail(sequence, input.number));
    });
}

std::vector<PrintedEntry> RegisterDesk::entries(const http::Caller& caller, const RegisterFilter& filter) const {
    auto found =
        services_.db.read([&](db::Reader& reader) { return numbers_.book.printed(reader, caller.agencyId, filter, kMostPrinted + 1); });
    if (static_cast<std::int64_t>(found.size()) > kMostPrinted) {
        throw AppError::invalidField("/to", "outgoing.register-too-long", {{"max", std::to_string(kMostPrinted)}});
    }
    return found;
}

PrintedRegister RegisterDesk::rendered(const sheets::Sheet& sheet, sheets::SheetFormat format) const {
    return {sheets::renderSheet(sheet, format, folder_), std::string{sheets::mediaTypeOf(format)},
            sheet.fileName + '.' + std::string{sheets::endingOf(format)}};
}

PrintedRegister RegisterDesk::print(const http::Caller& caller, const RegisterFilter& filter, sheets::SheetFormat format) const {
    const auto agency = services_.directory.unit(caller.agencyId);
    const RegisterHead head{agency ? agency->parentAgencyName : std::string{}, agency ? agency->name : std::string{}};
    return rendered(registerSheet(entries(caller, filter), filter, head), format);
}

PrintedRegister RegisterDesk::records(const http::Caller& caller, const RegisterFilter& filter, sheets::SheetFormat format) const {
    auto used = filter;
    used.status = "used";
    std::vector<std::string> ids;
    for (const auto& one : entries(caller, used)) {
        if (one.entry.documentId && one.issuedOn) {
            ids.push_back(*one.entry.documentId);
        }
    }
    return rendered(records_.of(caller, ids, "ho-so-van-ban-di-" + std::to_string(filter.year)), format);
}

}  // namespace congvu::outgoing
