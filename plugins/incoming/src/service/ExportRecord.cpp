// SPDX-License-Identifier: Apache-2.0
#include "service/ExportRecord.h"

#include "congvu/appendix/RecordXml.h"
#include "congvu/error/AppError.h"

namespace congvu::incoming {

std::string ExportRecord::run(const http::Caller& caller, std::string_view documentId) const {
    DossierRecords records{directory_};
    const auto record = db_.read([&](db::Reader& reader) { return records.find(reader, caller, documentId); });
    if (!record) {
        throw AppError::notFound();
    }
    const auto agency = directory_.unit(caller.agencyId);
    const auto year = record->arrivalDate ? std::to_string(record->arrivalDate->year()) : std::string{};
    return appendix::documentRecordXml(*record, {agency ? agency->organId : std::string{}, year, {}});
}

}  // namespace congvu::incoming
