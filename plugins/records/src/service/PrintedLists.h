// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/sheets/SheetFiles.h"
#include "service/DossierDocuments.h"
#include "service/Exports.h"
#include "service/Plans.h"
#include "service/Transfers.h"

#include <string>
#include <string_view>

namespace congvu::records {

struct PrintedList {
    std::string bytes;
    std::string mediaType;
    std::string fileName;
};

/// The forms of Decree 30/2020, App. V, as PDF, XLSX or CSV.
class PrintedLists {
public:
    struct Needs {
        const Services& services;
        const DossierWork& work;
        const Plans& plans;
        const DossierDocuments& documents;
        const Transfers& transfers;
        const Exports& exports;
        const DocumentOwners& owners;
    };
    explicit PrintedLists(const Needs& needs) : needs_(needs) {}

    [[nodiscard]] PrintedList plan(const http::Caller& caller, std::string_view id, sheets::SheetFormat format) const;
    [[nodiscard]] PrintedList documents(const http::Caller& caller, std::string_view dossierId, sheets::SheetFormat format) const;
    [[nodiscard]] PrintedList transfer(const http::Caller& caller, std::string_view id, sheets::SheetFormat format) const;
    /// PDF only: it is no table.
    [[nodiscard]] PrintedList minutes(const http::Caller& caller, std::string_view id) const;

private:
    [[nodiscard]] PrintedList print(const sheets::Sheet& sheet, sheets::SheetFormat format) const;
    [[nodiscard]] std::int64_t filesOf(const http::Caller& caller, const std::vector<Dossier>& dossiers) const;

    Needs needs_;
};

}  // namespace congvu::records
