// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/files/StoredFile.h"
#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"
#include "domain/Carriage.h"
#include "domain/DocumentState.h"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace congvu::outgoing {

/// An outgoing document (văn bản đi) from the first draft to its recall.
struct OutgoingDocument {
    std::string id;
    std::string agencyId;
    std::string unitId;  ///< drafting unit
    std::string drafterPostId;
    std::string drafterName;
    std::string formId;
    std::string typeAbbreviation;  ///< "QĐ"; empty for an official letter
    std::string typeName;
    std::string subject;
    std::string urgency = "normal";
    DocumentState state = DocumentState::draft;
    json::RawJson fields;          ///< values of the form, the current version
    std::int64_t draftNumber = 1;  ///< of the current version
    std::int64_t currentStep = 0;  ///< position in the review chain; 0 is the drafter
    std::string signerPostId;
    std::string signerName;
    std::string signerTitle;
    std::string signingMandateId{};               ///< of the substitute whom the signer block names; empty: the post itself
    std::optional<std::string> sourceDocumentId;  ///< incoming document that is answered
    std::optional<std::string> sourceTaskId;
    std::optional<Date> dueOn;
    std::optional<std::string> fileId;  ///< the latest revision of the file
    std::optional<std::string> requestId;
    std::int64_t pages = 0;
    std::optional<std::string> ownFileId{};  ///< the drafter's own file that is the body instead of the form
    std::int64_t unsealedAppendices = 0;     ///< known while the seal is asked for: appendices that still lack it
    std::optional<std::int64_t> number;
    std::string numberGroup;
    std::string symbol;
    std::string numberAndSymbol;
    std::optional<Date> documentDate;
    std::optional<Timestamp> signedAt;  ///< when the competent person signed
    std::optional<Timestamp> issuedAt;
    std::string recallReason;
    Timestamp createdAt;
    Timestamp updatedAt;
    std::int64_t version = 1;
};

/// One link of the review chain.
struct ReviewStep {
    std::int64_t position = 0;
    std::string kind;  ///< "drafter", "unit-head", "office", "signer", "other"
    std::string postId;
    std::string personName;
    std::string postTitle;
    std::string state;  ///< "waiting", "current", "passed", "returned"
    std::string note;
    std::optional<Timestamp> decidedAt;
};

/// A kept version of the form's values and, where there is one, of the drafter's own file.
struct DraftVersion {
    std::int64_t draftNumber = 1;
    json::RawJson fields;
    std::string authorName;
    std::string authorTitle;
    std::string note;
    Timestamp createdAt;
    std::optional<std::string> ownFileId{};
};

/// One word of a delivery's history: "sent", then the recipient's statuses, "13" when a recall was asked, "15" or "16" its answer. By mail
/// and on paper: "queued", "sent", "failed", "uncertain", "received".
struct DeliveryStatus {
    std::string status;
    std::string reason;
    Timestamp at;
};

/// Who gets the document. Two things run side by side: the status of the delivery and, once a recall was asked, the answer to it; a
/// recipient that has refused the recall goes on working with the document.
struct Recipient {
    std::string deliveryId;
    std::string agencyId;  ///< an agency on this server; the entry of the address book for any other recipient
    std::string name;
    std::string status;  ///< "00" not sent yet, "sent", then the recipient's word: "01" arrived … "06" done, "02" refused; see MailStatus.h
    std::string recall;  ///< "" none, "13" asked, "15" given back, "16" refused
    std::string reason;
    std::optional<std::int64_t> arrivalNumber;
    Timestamp updatedAt;
    std::vector<DeliveryStatus> history{};   ///< oldest first
    std::optional<std::string> contactId{};  ///< entry of the address book
    Carriage carriage = Carriage::electronic;
    std::int64_t copies = 1;
    std::string organId{};
    std::string email{};
    std::string postalAddress{};
};

/// A row of a list.
struct DocumentRow {
    std::string id;
    std::string typeName;
    std::string subject;
    std::string numberAndSymbol;
    std::optional<Date> documentDate;
    std::string drafterName;
    std::string holderName;  ///< who has it now
    std::string signerName;
    std::string urgency;
    DocumentState state = DocumentState::draft;
    bool isReturned = false;  ///< a reviewer or the signer has given it back
    std::optional<Date> dueOn;
    Timestamp updatedAt;
    std::optional<Timestamp> signedAt{};
};

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::ReviewStep> {
    static auto fields() {
        using Step = congvu::outgoing::ReviewStep;
        return std::tuple{field("position", &Step::position),   field("kind", &Step::kind),
                          field("postId", &Step::postId),       field("personName", &Step::personName),
                          field("postTitle", &Step::postTitle), field("state", &Step::state),
                          field("note", &Step::note),           field("decidedAt", &Step::decidedAt)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::DraftVersion> {
    static auto fields() {
        using Version = congvu::outgoing::DraftVersion;
        return std::tuple{
            field("draftNumber", &Version::draftNumber), field("fields", &Version::fields), field("authorName", &Version::authorName),
            field("authorTitle", &Version::authorTitle), field("note", &Version::note),     field("createdAt", &Version::createdAt),
            field("ownFileId", &Version::ownFileId)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::DeliveryStatus> {
    static auto fields() {
        using Status = congvu::outgoing::DeliveryStatus;
        return std::tuple{field("status", &Status::status), field("reason", &Status::reason), field("at", &Status::at)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::Recipient> {
    static auto fields() {
        using Recipient = congvu::outgoing::Recipient;
        return std::tuple{field("deliveryId", &Recipient::deliveryId),
                          field("agencyId", &Recipient::agencyId),
                          field("name", &Recipient::name),
                          field("status", &Recipient::status),
                          field("recall", &Recipient::recall),
                          field("reason", &Recipient::reason),
                          field("arrivalNumber", &Recipient::arrivalNumber),
                          field("updatedAt", &Recipient::updatedAt),
                          field("history", &Recipient::history),
                          field("contactId", &Recipient::contactId),
                          field("carriage", &Recipient::carriage),
                          field("copies", &Recipient::copies),
                          field("organId", &Recipient::organId),
                          field("email", &Recipient::email),
                          field("postalAddress", &Recipient::postalAddress)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::DocumentRow> {
    static auto fields() {
        using Row = congvu::outgoing::DocumentRow;
        return std::tuple{field("id", &Row::id),
                          field("typeName", &Row::typeName),
                          field("subject", &Row::subject),
                          field("numberAndSymbol", &Row::numberAndSymbol),
                          field("documentDate", &Row::documentDate),
                          field("drafterName", &Row::drafterName),
                          field("holderName", &Row::holderName),
                          field("signerName", &Row::signerName),
                          field("urgency", &Row::urgency),
                          field("state", &Row::state),
                          field("isReturned", &Row::isReturned),
                          field("dueOn", &Row::dueOn),
                          field("updatedAt", &Row::updatedAt),
                          field("signedAt", &Row::signedAt)};
    }
};
