// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/RegisterBook.h"
#include "domain/Secrecy.h"
#include "domain/Urgency.h"

#include "congvu/json/Description.h"
#include "congvu/time/Date.h"

#include <optional>
#include <string>
#include <tuple>

namespace congvu::incoming {

/// What the clerk says of a document: when registering it and, without the last two fields, when correcting it. Lengths are those of
/// Decree 30/2020, Appendix VI, part II.
struct DocumentFacts {
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
    std::string note;
};

/// Where in the books a document goes: the register, the day it came (today unless it is entered late, which wants a reason), a number
/// that was reserved for it, and its degree of secrecy, which only a register of secret documents takes.
struct RegisterEntry {
    std::string registerCode{kCommonRegister};
    std::optional<Date> arrivedOn;
    std::string backDateReason;
    std::optional<std::string> reservationId;
    Secrecy secrecy = Secrecy::none;
};

/// A registration: the facts, to whom it is submitted at once, and why a warned duplicate is registered all the same.
struct Registration {
    DocumentFacts facts;
    RegisterEntry entry;
    std::optional<std::string> submitToPostId;
    std::string submissionNote;
    std::string duplicateReason;
};

}  // namespace congvu::incoming

template <>
struct congvu::json::Description<congvu::incoming::DocumentFacts> {
    static auto fields() {
        using Facts = congvu::incoming::DocumentFacts;
        return std::tuple{field("symbol", &Facts::symbol).required().maxLength(60),
                          field("issuerName", &Facts::issuerName).required().maxLength(200),
                          field("superiorName", &Facts::superiorName).maxLength(200),
                          field("typeId", &Facts::typeId).required().maxLength(100),
                          field("subject", &Facts::subject).required().maxLength(500).multiline(),
                          field("documentDate", &Facts::documentDate),
                          field("place", &Facts::place).maxLength(50),
                          field("urgency", &Facts::urgency),
                          field("signerName", &Facts::signerName).maxLength(50),
                          field("signerPosition", &Facts::signerPosition).maxLength(100),
                          field("signerAuthority", &Facts::signerAuthority).maxLength(10),
                          field("dueOn", &Facts::dueOn),
                          field("note", &Facts::note).maxLength(500).multiline()};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::RegisterEntry> {
    static auto fields() {
        using Entry = congvu::incoming::RegisterEntry;
        return std::tuple{field("registerCode", &Entry::registerCode).minLength(1).maxLength(12), field("arrivedOn", &Entry::arrivedOn),
                          field("backDateReason", &Entry::backDateReason).maxLength(500).multiline(),
                          field("reservationId", &Entry::reservationId), field("secrecy", &Entry::secrecy)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::Registration> {
    static auto fields() {
        using Registration = congvu::incoming::Registration;
        return std::tuple{field("facts", &Registration::facts).required(), field("entry", &Registration::entry),
                          field("submitToPostId", &Registration::submitToPostId),
                          field("submissionNote", &Registration::submissionNote).maxLength(500).multiline(),
                          field("duplicateReason", &Registration::duplicateReason).maxLength(500).multiline()};
    }
};
