// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"
#include "congvu/time/Date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace congvu::outgoing {

/// One number of the register of outgoing documents (sổ đăng ký văn bản đi) and what it was given to.
struct NumberEntry {
    std::int64_t year = 0;
    std::string group;  ///< empty for the common sequence
    std::int64_t number = 0;
    std::string status;           ///< "used", "reserved", "cancelled"
    std::string numberAndSymbol;  ///< empty while it is only reserved
    std::optional<std::string> documentId;
    std::optional<Date> documentDate;
    std::string reason;  ///< why it was reserved or cancelled
    std::string byName;  ///< who reserved or cancelled it
    Timestamp at;
    std::string typeName{};  ///< of the document, as all below
    std::string subject{};
    std::string signerName{};
};

/// What a print of the register knows besides.
struct PrintedEntry {
    NumberEntry entry;
    std::string state;
    std::string archive;  ///< who keeps the file copy: "VT, KT"
    std::optional<Date> issuedOn;
    std::vector<std::string> recipients{};
};

/// One sequence of a year.
struct NumberSequence {
    std::string group;
    std::int64_t last = 0;
};

/// Which part of the register.
struct RegisterFilter {
    int year = 0;
    std::optional<std::string> group;  ///< one sequence; nothing for all
    std::string status;                ///< empty for all
    std::optional<Date> from;          ///< dates of documents, inclusive
    std::optional<Date> to;
};

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::NumberEntry> {
    static auto fields() {
        using Entry = congvu::outgoing::NumberEntry;
        return std::tuple{field("year", &Entry::year),
                          field("group", &Entry::group),
                          field("number", &Entry::number),
                          field("status", &Entry::status),
                          field("numberAndSymbol", &Entry::numberAndSymbol),
                          field("documentId", &Entry::documentId),
                          field("documentDate", &Entry::documentDate),
                          field("reason", &Entry::reason),
                          field("byName", &Entry::byName),
                          field("at", &Entry::at),
                          field("typeName", &Entry::typeName),
                          field("subject", &Entry::subject),
                          field("signerName", &Entry::signerName)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::NumberSequence> {
    static auto fields() {
        using Sequence = congvu::outgoing::NumberSequence;
        return std::tuple{field("group", &Sequence::group), field("last", &Sequence::last)};
    }
};
