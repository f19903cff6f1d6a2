// SPDX-License-Identifier: Apache-2.0
#include "service/PrintedLists.h"

namespace congvu::records {

PrintedList PrintedLists::print(const sheets::Sheet& sheet, sheets::SheetFormat format) const {
    return {sheets::renderSheet(sheet, format, needs_.services.dataFolder / "print"), std::string{sheets::mediaTypeOf(format)},
            sheet.fileName + '.' + std::string{sheets::endingOf(format)}};
}

PrintedList PrintedLists::plan(const http::Caller& caller, std::string_view id, sheets::SheetFormat format) const {
    return print(planSheet(needs_.plans.read(caller, id), needs_.exports.letterheadOf(caller)), format);
}

PrintedList PrintedLists::documents(const http::Caller& caller, std::string_view dossierId, sheets::SheetFormat format) const {
    Dossier dossier;
    const auto items = needs_.services.db.read([&](db::Reader& reader) {
        dossier = needs_.work.visible(reader, caller, dossierId);
        return needs_.documents.all(reader, caller, dossierId);
    });
    return print(documentsSheet(dossier, items, needs_.exports.letterheadOf(caller)), format);
}

PrintedList PrintedLists::transfer(const http::Caller& caller, std::string_view id, sheets::SheetFormat format) const {
    const auto detail = needs_.transfers.detail(caller, id);
    return print(transferSheet(detail.transfer, detail.dossiers, needs_.exports.letterheadOf(caller)), format);
}

std::int64_t PrintedLists::filesOf(const http::Caller& caller, const std::vector<Dossier>& dossiers) const {
    std::int64_t files = 0;
    for (const auto& dossier : dossiers) {
        files += needs_.services.db.read([&](db::Reader& reader) {
            std::int64_t ofDossier = 0;
            for (const auto& item : needs_.work.items.all(reader, dossier.id)) {
                const auto record = needs_.owners.find(reader, caller, item.entity);
                ofDossier += record ? static_cast<std::int64_t>(record->files.size()) : 0;
            }
            return ofDossier;
        });
    }
    return files;
}

PrintedList PrintedLists::minutes(const http::Caller& caller, std::string_view id) const {
    const auto detail = needs_.transfers.detail(caller, id);
    const auto files = filesOf(caller, detail.dossiers);
    return print(minutesSheet(detail.transfer, detail.dossiers, files, needs_.exports.letterheadOf(caller)), sheets::SheetFormat::pdf);
}

}  // namespace congvu::records
