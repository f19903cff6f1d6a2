// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Caller.h"
#include "congvu/sheets/SheetFiles.h"
#include "service/LabelDrawing.h"
#include "service/PaperDesk.h"
#include "service/RegisterDesk.h"
#include "service/Services.h"

#include <filesystem>
#include <string_view>
#include <utility>

namespace congvu::outgoing {

/// Prints of paper dispatch: lists, the register of a period, labels, envelopes, notices.
class PaperPrint {
public:
    /// Lines of one register; a longer one is asked for in parts.
    static constexpr std::int64_t kMostLines = 5'000;

    PaperPrint(const Services& services, const PaperDesk& desk, std::filesystem::path folder)
        : services_(services), desk_(desk), folder_(std::move(folder)) {}

    [[nodiscard]] PrintedRegister list(const http::Caller& caller, std::string_view id, sheets::SheetFormat format) const;
    [[nodiscard]] PrintedRegister labels(const http::Caller& caller, std::string_view id) const;
    [[nodiscard]] PrintedRegister envelopes(const http::Caller& caller, std::string_view id, EnvelopeSize size) const;
    /// AppError invalid "/to" when there are more than kMostLines.
    [[nodiscard]] PrintedRegister registerOf(const http::Caller& caller, const PaperPeriod& period, sheets::SheetFormat format) const;
    /// AppError conflict "outgoing.not-now" for an item that is the document itself.
    [[nodiscard]] PrintedRegister notice(const http::Caller& caller, std::string_view itemId) const;

private:
    [[nodiscard]] RegisterHead headOf(const http::Caller& caller) const;
    [[nodiscard]] PrintedRegister rendered(const sheets::Sheet& sheet, sheets::SheetFormat format) const;

    Services services_;
    const PaperDesk& desk_;
    std::filesystem::path folder_;
    PaperRepository papers_;
    DocumentRepository documents_;
};

}  // namespace congvu::outgoing
