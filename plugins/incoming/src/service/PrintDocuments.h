// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/RegisterPrint.h"
#include "domain/StampText.h"
#include "service/DocumentChanges.h"
#include "service/History.h"
#include "service/RegisterBooks.h"
#include "service/Senders.h"
#include "storage/DirectionRepository.h"
#include "storage/FileRepository.h"
#include "storage/RegisterPrintRepository.h"

#include "congvu/db/Db.h"
#include "congvu/directory/Directory.h"
#include "congvu/files/FileStore.h"
#include "congvu/pdf/PdfInspector.h"
#include "congvu/sheets/SheetFiles.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace congvu::incoming {

/// A file that is made for one download.
struct PrintedFile {
    std::string bytes;
    std::string mediaType;
    std::string fileName;  ///< letters, digits, points and hyphens
};

enum class RegisterForm { arrival, tracking };

/// Where a stamp is wanted: one of the two usual places (Decree 30/2020, Art. 22: under the symbol, or under the date), or a point.
struct StampWish {
    bool isRight = false;
    std::optional<StampPlace> place;
};

/// The forms of Decree 30/2020, App. IV, on paper: registers, processing slip, arrival stamp; and the report by source.
class PrintDocuments {
public:
    struct Needs {
        db::Db& db;
        files::FileStore& files;
        pdf::PdfInspector& pdf;
        const directory::Directory& directory;
        const Clock& clock;
        const DocumentChanges& changes;
        const RegisterBooks& books;
        const Senders& senders;
        const History& history;
        std::filesystem::path folder;
    };
    explicit PrintDocuments(Needs needs) : needs_(std::move(needs)) {}

    /// A register from `first` to `last` of one year. 422 "incoming.print-too-long" beyond 5,000 numbers: a shorter period prints.
    [[nodiscard]] PrintedFile registerOf(const http::Caller& caller, std::string_view code, RegisterForm form, Date first, Date last,
                                         sheets::SheetFormat format) const;
    /// Phiếu giải quyết văn bản đến, PDF.
    [[nodiscard]] PrintedFile processingSlip(const http::Caller& caller, std::string_view documentId) const;
    /// A copy of the main file with the arrival stamp on its first page; the file itself is never touched. 409 "incoming.no-file" for a
    /// document without one; 422 for a place where the stamp is not wholly on the page.
    [[nodiscard]] PrintedFile stampedCopy(const http::Caller& caller, std::string_view documentId, const StampWish& wish) const;
    [[nodiscard]] PrintedFile sourceReport(const http::Caller& caller, Date first, Date last, sheets::SheetFormat format) const;

private:
    [[nodiscard]] PrintHead headOf(const http::Caller& caller) const;
    [[nodiscard]] PrintedFile print(const sheets::Sheet& sheet, sheets::SheetFormat format) const;
    [[nodiscard]] StampText stampText(const http::Caller& caller, const IncomingDocument& document,
                                      const std::vector<Direction>& directions) const;

    Needs needs_;
    RegisterPrintRepository prints_;
    DirectionRepository directions_;
    FileRepository fileRows_;
    TransferRepository transfers_;
};

}  // namespace congvu::incoming
