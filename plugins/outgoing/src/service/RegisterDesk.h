// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Caller.h"
#include "congvu/json/Description.h"
#include "congvu/sheets/SheetFiles.h"
#include "domain/NumberEntry.h"
#include "service/Numbers.h"
#include "service/RecordSheet.h"
#include "service/Services.h"

#include <filesystem>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace congvu::outgoing {

/// Numbers that are kept free for documents to come.
struct ReservationInput {
    std::string formId;  ///< tells the sequence
    std::int64_t amount = 1;
    std::string reason;
};
struct Reservation {
    std::vector<std::int64_t> numbers;
    std::string group;
};
/// A reserved number that is not needed.
struct ReleaseInput {
    std::int64_t year = 0;
    std::string group;
    std::int64_t number = 0;
    std::string reason;
};

/// A rendered print or export.
struct PrintedRegister {
    std::string bytes;
    std::string mediaType;
    std::string fileName;
};

/// The register of outgoing documents: its pages, reservations, prints (Decree 30/2020, App. IV) and record exports (App. VI). Every
/// reader is the caller's own agency.
class RegisterDesk {
public:
    /// Lines of one print; a longer one is asked for in parts.
    static constexpr std::int64_t kMostPrinted = 5'000;
    static constexpr std::int64_t kMostReserved = 20;

    RegisterDesk(const Services& services, const Numbers& numbers, const RecordSheet& records, std::filesystem::path folder)
        : services_(services), numbers_(numbers), records_(records), folder_(std::move(folder)) {}

    [[nodiscard]] db::Page<NumberEntry> page(const http::Caller& caller, const RegisterFilter& filter, const db::PageRequest& page) const;
    [[nodiscard]] std::vector<NumberSequence> sequences(const http::Caller& caller, int year) const;
    /// Takes the next numbers of a type's sequence in this year, one after the other.
    Reservation reserve(const http::Caller& caller, const ReservationInput& input) const;
    /// Cancels a reserved number; AppError conflict "outgoing.number-not-reserved" for any other.
    void release(const http::Caller& caller, const ReleaseInput& input) const;
    /// AppError invalid "/to" when there are more than kMostPrinted lines.
    [[nodiscard]] PrintedRegister print(const http::Caller& caller, const RegisterFilter& filter, sheets::SheetFormat format) const;
    /// The records of the documents that were issued, field by field as App. VI, part II.I names them.
    [[nodiscard]] PrintedRegister records(const http::Caller& caller, const RegisterFilter& filter, sheets::SheetFormat format) const;

private:
    [[nodiscard]] std::vector<PrintedEntry> entries(const http::Caller& caller, const RegisterFilter& filter) const;
    [[nodiscard]] PrintedRegister rendered(const sheets::Sheet& sheet, sheets::SheetFormat format) const;

    Services services_;
    const Numbers& numbers_;
    const RecordSheet& records_;
    std::filesystem::path folder_;
};

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::ReservationInput> {
    static auto fields() {
        using Input = congvu::outgoing::ReservationInput;
        return std::tuple{field("formId", &Input::formId).required().maxLength(60),
                          field("amount", &Input::amount).range(1, congvu::outgoing::RegisterDesk::kMostReserved),
                          field("reason", &Input::reason).required().maxLength(500)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::Reservation> {
    static auto fields() {
        using Given = congvu::outgoing::Reservation;
        return std::tuple{field("numbers", &Given::numbers), field("group", &Given::group)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::ReleaseInput> {
    static auto fields() {
        using Input = congvu::outgoing::ReleaseInput;
        return std::tuple{field("year", &Input::year).required().range(2000, 2200), field("group", &Input::group).maxLength(200),
                          field("number", &Input::number).required().range(1, 999'999'999),
                          field("reason", &Input::reason).required().maxLength(500)};
    }
};
