// SPDX-License-Identifier: Apache-2.0
#include "service/PaperPrint.h"

#include "congvu/error/AppError.h"

namespace congvu::outgoing {

namespace {

constexpr const char* kPdfType = "application/pdf";

}  // namespace

RegisterHead PaperPrint::headOf(const http::Caller& caller) const {
    const auto agency = services_.directory.unit(caller.agencyId);
    return {agency ? agency->parentAgencyName : std::string{}, agency ? agency->name : std::string{}};
}

PrintedRegister PaperPrint::rendered(const sheets::Sheet& sheet, sheets::SheetFormat format) const {
    return {sheets::renderSheet(sheet, format, folder_), std::string{sheets::mediaTypeOf(format)},
            sheet.fileName + '.' + std::string{sheets::endingOf(format)}};
}

PrintedRegister PaperPrint::list(const http::Caller& caller, std::string_view id, sheets::SheetFormat format) const {
    const auto view = desk_.view(caller, id);
    return rendered(paperListSheet(view.list, view.items, headOf(caller)), format);
}

PrintedRegister PaperPrint::labels(const http::Caller& caller, std::string_view id) const {
    return {labelsPdf(envelopesOf(desk_.view(caller, id).items)), kPdfType, "nhan-dia-chi.pdf"};
}

PrintedRegister PaperPrint::envelopes(const http::Caller& caller, std::string_view id, EnvelopeSize size) const {
    const LabelSender sender{headOf(caller).issuer, services_.settings.text("outgoing.return_address", caller.agencyId)};
    return {envelopesPdf(envelopesOf(desk_.view(caller, id).items), sender, size), kPdfType, "bi-van-ban.pdf"};
}

PrintedRegister PaperPrint::registerOf(const http::Caller& caller, const PaperPeriod& period, sheets::SheetFormat format) const {
    std::vector<PaperItem> items;
    std::vector<PaperList> lists;
    services_.db.read([&](db::Reader& reader) {
        items = papers_.handedIn(reader, caller.agencyId, period, kMostLines + 1);
        lists = papers_.handedLists(reader, caller.agencyId, period);
    });
    if (static_cast<std::int64_t>(items.size()) > kMostLines) {
        throw AppError::invalidField("/to", "outgoing.register-too-long", {{"max", std::to_string(kMostLines)}});
    }
    return rendered(paperRegisterSheet(period.way, {period.from, period.to}, lists, items, headOf(caller)), format);
}

PrintedRegister PaperPrint::notice(const http::Caller& caller, std::string_view itemId) const {
    const auto item = desk_.item(caller, itemId);
    if (item.kind == NoticeKind::document) {
        throw AppError{ErrorKind::conflict, "outgoing.not-now"};
    }
    const auto document = services_.db.read([&](db::Reader& reader) { return documents_.findForSystem(reader, item.documentId); });
    const auto reason = document ? document->recallReason : std::string{};
    return rendered(noticeSheet(item, reason, headOf(caller)), sheets::SheetFormat::pdf);
}

}  // namespace congvu::outgoing
