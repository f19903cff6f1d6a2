// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/files/StoredFile.h"
#include "congvu/json/Description.h"
#include "congvu/time/Date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace congvu::outgoing {

struct IssuedRecipient {
    std::string deliveryId;
    std::string agencyId;
    std::string name;
};

/// An appendix in a file of its own, as it is delivered.
struct IssuedAttachment {
    std::string id;
    std::string name;
    std::string mediaType;
    std::string sha256;
    std::int64_t sizeBytes = 0;
    std::int64_t position = 1;
    std::string title;
    bool isSealed = false;
};

/// Payload of outgoing.document-issued.v1.
struct IssuedEvent {
    std::string documentId;
    std::int64_t number = 0;
    std::string symbol;
    std::string numberAndSymbol;
    std::string typeId;
    std::string typeName;
    std::string subject;
    Date documentDate;
    std::string signerName;
    std::string signerTitle;
    std::string urgency;
    std::string senderAgencyId;
    std::string senderName;
    std::string senderOrganId;
    std::optional<Date> dueOn;
    std::optional<std::string> answersSymbol;
    std::int64_t pages = 0;
    files::StoredFile file;
    std::vector<IssuedAttachment> attachments;
    std::vector<IssuedRecipient> recipients;
    std::optional<std::string> sourceTaskId;
    std::optional<std::string> sourceDocumentId;
};

/// What history and audit keep of an issue: number and fingerprints of everything that went out.
struct IssueRecord {
    std::string number;
    std::string sha256;
    std::vector<IssuedAttachment> attachments;
};

/// Payload of outgoing.recall-requested.v1.
struct RecallEvent {
    std::string documentId;
    std::string senderAgencyId;
    std::string reason;
    std::vector<IssuedRecipient> recipients;
};

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::IssuedRecipient> {
    static auto fields() {
        using Recipient = congvu::outgoing::IssuedRecipient;
        return std::tuple{field("deliveryId", &Recipient::deliveryId), field("agencyId", &Recipient::agencyId),
                          field("name", &Recipient::name)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::IssuedAttachment> {
    static auto fields() {
        using Attachment = congvu::outgoing::IssuedAttachment;
        return std::tuple{
            field("id", &Attachment::id),         field("name", &Attachment::name),           field("mediaType", &Attachment::mediaType),
            field("sha256", &Attachment::sha256), field("sizeBytes", &Attachment::sizeBytes), field("position", &Attachment::position),
            field("title", &Attachment::title),   field("isSealed", &Attachment::isSealed)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::IssueRecord> {
    static auto fields() {
        using Record = congvu::outgoing::IssueRecord;
        return std::tuple{field("number", &Record::number), field("sha256", &Record::sha256), field("attachments", &Record::attachments)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::IssuedEvent> {
    static auto fields() {
        using Event = congvu::outgoing::IssuedEvent;
        return std::tuple{field("documentId", &Event::documentId),
                          field("number", &Event::number),
                          field("symbol", &Event::symbol),
                          field("numberAndSymbol", &Event::numberAndSymbol),
                          field("typeId", &Event::typeId),
                          field("typeName", &Event::typeName),
                          field("subject", &Event::subject),
                          field("documentDate", &Event::documentDate),
                          field("signerName", &Event::signerName),
                          field("signerTitle", &Event::signerTitle),
                          field("urgency", &Event::urgency),
                          field("senderAgencyId", &Event::senderAgencyId),
                          field("senderName", &Event::senderName),
                          field("senderOrganId", &Event::senderOrganId),
                          field("dueOn", &Event::dueOn),
                          field("answersSymbol", &Event::answersSymbol),
                          field("pages", &Event::pages),
                          field("file", &Event::file),
                          field("attachments", &Event::attachments),
                          field("recipients", &Event::recipients),
                          field("sourceTaskId", &Event::sourceTaskId),
                          field("sourceDocumentId", &Event::sourceDocumentId)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::RecallEvent> {
    static auto fields() {
        using Event = congvu::outgoing::RecallEvent;
        return std::tuple{field("documentId", &Event::documentId), field("senderAgencyId", &Event::senderAgencyId),
                          field("reason", &Event::reason), field("recipients", &Event::recipients)};
    }
};
