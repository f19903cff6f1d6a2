// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/DocumentState.h"
#include "domain/RegisterBook.h"
#include "domain/Secrecy.h"
#include "domain/Urgency.h"

#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"
#include "congvu/time/Date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>

namespace congvu::incoming {

/// A registered incoming document (văn bản đến): the record columns of Decree 30/2020, Appendix VI, and where it stands.
struct IncomingDocument {
    std::string id;
    std::string agencyId;
    std::int64_t version = 1;
    DocumentState state = DocumentState::registered;
    std::string registerCode{kCommonRegister};
    std::int64_t arrivalNumber = 0;
    Date arrivedOn;
    std::string backDateReason;  ///< why it was entered after the day it came
    Secrecy secrecy = Secrecy::none;
    std::string symbol;
    std::string issuerName;
    std::string superiorName;
    std::string typeId;
    std::string subject;
    std::optional<Date> documentDate;
    std::string place;
    Urgency urgency = Urgency::normal;
    std::string signerName;
    std::string signerPosition;
    std::string signerAuthority;
    std::optional<Date> dueOn;
    std::int64_t pages = 0;
    std::string note;
    std::string verdict = "unknown";  ///< of the signatures: valid, indeterminate, invalid, unsigned, unreadable, unknown
    std::optional<std::string> duplicateOf;
    std::string duplicateReason;
    std::optional<std::string> deliveryId;
    std::string registeredByPostId;
    std::string registeredByName;
    Timestamp registeredAt;
    std::optional<std::string> submittedToPostId;
    std::string submittedToName;
    std::optional<std::string> directionId;  ///< the direction in force
    std::int64_t tasksTotal = 0;
    std::int64_t tasksDone = 0;
    std::optional<Timestamp> closedAt;
    std::string closingNote;
    std::string frozenReason;  ///< why it was cancelled or recalled
};

}  // namespace congvu::incoming

template <>
struct congvu::json::Description<congvu::incoming::IncomingDocument> {
    static auto fields() {
        using Document = congvu::incoming::IncomingDocument;
        return std::tuple{field("id", &Document::id),
                          field("version", &Document::version),
                          field("state", &Document::state),
                          field("registerCode", &Document::registerCode),
                          field("arrivalNumber", &Document::arrivalNumber),
                          field("arrivedOn", &Document::arrivedOn),
                          field("backDateReason", &Document::backDateReason),
                          field("secrecy", &Document::secrecy),
                          field("symbol", &Document::symbol),
                          field("issuerName", &Document::issuerName),
                          field("superiorName", &Document::superiorName),
                          field("typeId", &Document::typeId),
                          field("subject", &Document::subject),
                          field("documentDate", &Document::documentDate),
                          field("place", &Document::place),
                          field("urgency", &Document::urgency),
                          field("signerName", &Document::signerName),
                          field("signerPosition", &Document::signerPosition),
                          field("signerAuthority", &Document::signerAuthority),
                          field("dueOn", &Document::dueOn),
                          field("pages", &Document::pages),
                          field("note", &Document::note),
                          field("verdict", &Document::verdict),
                          field("duplicateOf", &Document::duplicateOf),
                          field("duplicateReason", &Document::duplicateReason),
                          field("deliveryId", &Document::deliveryId),
                          field("registeredByName", &Document::registeredByName),
                          field("registeredAt", &Document::registeredAt),
                          field("submittedToPostId", &Document::submittedToPostId),
                          field("submittedToName", &Document::submittedToName),
                          field("tasksTotal", &Document::tasksTotal),
                          field("tasksDone", &Document::tasksDone),
                          field("closedAt", &Document::closedAt),
                          field("closingNote", &Document::closingNote),
                          field("frozenReason", &Document::frozenReason)};
    }
};
