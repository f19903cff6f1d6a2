// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/DocumentState.h"

#include "congvu/sheets/Sheet.h"
#include "congvu/time/Date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace congvu::incoming {

/// Whose paper it is.
struct PrintHead {
    std::string superior;
    std::string issuer;
    std::string place;
    Date today;
};

/// Which part of which register is printed.
struct PrintPeriod {
    std::string registerCode;
    std::string registerName;
    int year = 0;
    Date first;
    Date last;
};

/// One number of a register: a document, or a number that was reserved or voided without one.
struct PrintedEntry {
    std::int64_t number = 0;
    bool isEmpty = false;  ///< no document has this number
    DocumentState state = DocumentState::registered;
    Date arrivedOn;
    std::string issuerName;
    std::string symbol;
    std::optional<Date> documentDate;
    std::string typeName;
    std::string subject;
    std::string receiver;  ///< units and persons that handle it
    std::optional<Date> passedOn;
    std::optional<Date> dueOn;
    std::int64_t tasksTotal = 0;
    std::int64_t tasksDone = 0;
    std::optional<Date> closedOn;
    std::string replySymbols;
    std::string note;
};

/// The arrival number as paper shows it: below ten with a leading zero.
std::string arrivalNumberText(std::int64_t number);

/// "Sổ đăng ký văn bản đến": Decree 30/2020, App. IV, VI; 10 columns, A4 landscape.
sheets::Sheet arrivalSheet(const PrintPeriod& period, const std::vector<PrintedEntry>& entries, const PrintHead& head);
/// "Sổ theo dõi giải quyết văn bản đến": App. IV, VIII; 7 columns, A4 landscape.
sheets::Sheet trackingSheet(const PrintPeriod& period, const std::vector<PrintedEntry>& entries, const PrintHead& head);

}  // namespace congvu::incoming
