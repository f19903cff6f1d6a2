// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Urgency.h"

#include "congvu/files/StoredFile.h"
#include "congvu/json/Description.h"
#include "congvu/time/Date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

/// What this plugin wants to know of other plugins' events; members it does not name are skipped.
namespace congvu::incoming {

struct DeliveryRecipient {
    std::string deliveryId;
    std::string agencyId;
};

/// outgoing.document-issued.v1
struct IssuedDocument {
    std::string documentId;
    std::string numberAndSymbol;
    std::string typeId;
    std::string typeName;
    std::string subject;
    std::optional<Date> documentDate;
    std::string signerName;
    std::string signerTitle;
    Urgency urgency = Urgency::normal;
    std::string senderAgencyId;
    std::string senderName;
    std::string senderOrganId;
    std::optional<Date> dueOn;
    std::optional<std::string> answersSymbol;
    std::int64_t pages = 0;
    files::StoredFile file;
    std::vector<files::StoredFile> attachments;
    std::vector<DeliveryRecipient> recipients;
    std::optional<std::string> sourceDocumentId;  ///< the incoming document that it answers
};

/// outgoing.recall-requested.v1
struct RecallRequested {
    std::string documentId;
    std::string reason;
    std::vector<DeliveryRecipient> recipients;
};

/// outgoing.document-mended.v1
struct DocumentMended {
    std::string documentId;
    std::string kind;  ///< "corrects", "amends", "replaces"
    std::string laterNumberAndSymbol;
    std::vector<DeliveryRecipient> recipients;
};

/// The entity a task was made from.
struct TaskSource {
    std::string plugin;
    std::string type;
    std::string id;
};

/// tasks.task-created.v1; a task given by hand has no source.
struct TaskCreated {
    std::optional<TaskSource> source;
    std::optional<std::string> unitId;
    std::optional<std::string> leadPostId;
};

/// tasks.source-progress.v1
struct SourceProgress {
    TaskSource source;
    std::int64_t total = 0;
    std::int64_t done = 0;
    std::int64_t cancelled = 0;
    bool allDone = false;
    bool anyStarted = false;
};

}  // namespace congvu::incoming

template <>
struct congvu::json::Description<congvu::incoming::DeliveryRecipient> {
    static auto fields() {
        using Payload = congvu::incoming::DeliveryRecipient;
        return std::tuple{field("deliveryId", &Payload::deliveryId).required(), field("agencyId", &Payload::agencyId).required()};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::IssuedDocument> {
    static auto fields() {
        using Payload = congvu::incoming::IssuedDocument;
        return std::tuple{field("documentId", &Payload::documentId).required(),
                          field("numberAndSymbol", &Payload::numberAndSymbol).required(),
                          field("typeId", &Payload::typeId),
                          field("typeName", &Payload::typeName),
                          field("subject", &Payload::subject).required().multiline(),
                          field("documentDate", &Payload::documentDate),
                          field("signerName", &Payload::signerName),
                          field("signerTitle", &Payload::signerTitle).multiline(),
                          field("urgency", &Payload::urgency),
                          field("senderAgencyId", &Payload::senderAgencyId).required(),
                          field("senderName", &Payload::senderName).required(),
                          field("senderOrganId", &Payload::senderOrganId),
                          field("dueOn", &Payload::dueOn),
                          field("answersSymbol", &Payload::answersSymbol),
                          field("pages", &Payload::pages),
                          field("file", &Payload::file).required(),
                          field("attachments", &Payload::attachments),
                          field("recipients", &Payload::recipients),
                          field("sourceDocumentId", &Payload::sourceDocumentId)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::RecallRequested> {
    static auto fields() {
        using Payload = congvu::incoming::RecallRequested;
        return std::tuple{field("documentId", &Payload::documentId).required(), field("reason", &Payload::reason).multiline(),
                          field("recipients", &Payload::recipients).required()};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::DocumentMended> {
    static auto fields() {
        using Payload = congvu::incoming::DocumentMended;
        return std::tuple{field("documentId", &Payload::documentId).required(), field("kind", &Payload::kind).required(),
                          field("laterNumberAndSymbol", &Payload::laterNumberAndSymbol).required(),
                          field("recipients", &Payload::recipients).required()};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::TaskSource> {
    static auto fields() {
        using Payload = congvu::incoming::TaskSource;
        return std::tuple{field("plugin", &Payload::plugin), field("type", &Payload::type), field("id", &Payload::id)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::TaskCreated> {
    static auto fields() {
        using Payload = congvu::incoming::TaskCreated;
        return std::tuple{field("source", &Payload::source), field("unitId", &Payload::unitId), field("leadPostId", &Payload::leadPostId)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::SourceProgress> {
    static auto fields() {
        using Payload = congvu::incoming::SourceProgress;
        return std::tuple{
            field("source", &Payload::source).required(), field("total", &Payload::total),     field("done", &Payload::done),
            field("cancelled", &Payload::cancelled),      field("allDone", &Payload::allDone), field("anyStarted", &Payload::anyStarted)};
    }
};
