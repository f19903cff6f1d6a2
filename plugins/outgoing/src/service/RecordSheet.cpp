// SPDX-License-Identifier: Apache-2.0
#include "service/RecordSheet.h"

#include "congvu/appendix/RecordXml.h"

namespace congvu::outgoing {

namespace {

sheets::SheetRow rowOfValues(const appendix::FieldValues& values) {
    sheets::SheetRow row;
    for (const auto& field : appendix::outgoingFields()) {
        const auto value = values.find(field.path);
        row.cells.push_back(value == values.end() ? std::string{} : appendix::fit(field, value->second).value);
    }
    return row;
}

void addRows(sheets::Sheet& sheet, const ports::DocumentRecord& record, const std::string& organId) {
    const auto year = record.issuedDate ? std::to_string(record.issuedDate->year()) : std::string{};
    auto values = appendix::documentValues(record, {organId, year, {}}, 0);
    if (record.recipients.empty()) {
        sheet.rows.push_back(rowOfValues(values));
    }
    for (const auto& recipient : record.recipients) {
        values["To/OrganId"] = recipient.organId;
        values["To/OrganName"] = recipient.organName;
        sheet.rows.push_back(rowOfValues(values));
    }
}

}  // namespace

sheets::Sheet RecordSheet::of(const http::Caller& caller, const std::vector<std::string>& ids, const std::string& fileName) const {
    const auto agency = directory_.unit(caller.agencyId);
    sheets::Sheet sheet;
    sheet.fileName = fileName;
    sheet.issuer = agency ? agency->name : std::string{};
    sheet.title = {"DỮ LIỆU VĂN BẢN ĐI", "(Nghị định 30/2020/NĐ-CP, Phụ lục VI, phần II.I)"};
    sheet.isLandscape = true;
    for (const auto& field : appendix::outgoingFields()) {
        sheet.columns.push_back({std::string{field.path}, 1});
    }
    for (const auto& id : ids) {
        const auto record = db_.read([&](db::Reader& reader) { return records_.find(reader, caller, id); });
        if (record) {
            addRows(sheet, *record, agency ? agency->organId : std::string{});
        }
    }
    return sheet;
}

}  // namespace congvu::outgoing
