// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/files/StoredFile.h"
#include "congvu/json/Description.h"
#include "service/DocumentWork.h"
#include "service/Issuing.h"
#include "service/Services.h"
#include "storage/MailRepository.h"
#include "storage/ReceiptRepository.h"

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::outgoing {

/// A file that the recipient may fetch by the link of his mail.
struct ReceiptFile {
    std::string id;
    std::string name;
    std::int64_t sizeBytes = 0;
};

/// What the page behind the link of a mail shows.
struct ReceiptView {
    std::string issuerName;
    std::string recipientName;
    std::string typeName;
    std::string numberAndSymbol;
    std::optional<Date> documentDate;
    std::string subject;
    std::optional<Timestamp> issuedAt;
    std::string confirmedBy;
    std::optional<Timestamp> confirmedAt;
    bool isRecalled = false;
    std::string recallReason;
    std::string recallAnswer;             ///< "" not asked, "13" asked, "15" agreed, "16" refused
    std::vector<RelationView> relations;  ///< later documents that correct, amend or replace it: kind and number only
    std::vector<ReceiptFile> files;       ///< none once it is recalled
};

/// A file that was asked for, and whose it is.
struct ReceiptDownload {
    files::StoredFile file;
    std::string documentId;
};

struct ReceiptConfirmation {
    std::string name;  ///< who confirms
};
struct RecallAnswer {
    bool agrees = true;
    std::string reason;  ///< required to refuse
    std::string name;
};

/// What a recipient of a mail does with its link, without an account. The token is the only key: whoever has it is the recipient, so it
/// shows no more than the mail had, and reading changes nothing (programs that look through mails open every link).
class Receipts {
public:
    Receipts(const Services& services, DocumentWork& work, Issuing& issuing) : services_(services), work_(work), issuing_(issuing) {}

    /// AppError notFound for a token nobody was given.
    [[nodiscard]] ReceiptView view(std::string_view token) const;
    [[nodiscard]] ReceiptDownload file(std::string_view token, std::string_view fileId) const;
    /// Once; a second confirmation changes nothing.
    void confirm(std::string_view token, const ReceiptConfirmation& confirmation) const;
    /// AppError conflict "outgoing.no-recall" when none is asked for.
    void answerRecall(std::string_view token, const RecallAnswer& answer) const;

private:
    struct Found {
        Receipt receipt;
        OutgoingDocument document;
        Recipient recipient;
    };
    [[nodiscard]] Found require(db::Reader& reader, std::string_view token) const;
    [[nodiscard]] std::vector<std::string> fileIds(db::Reader& reader, const OutgoingDocument& document) const;

    Services services_;
    DocumentWork& work_;
    Issuing& issuing_;
    ReceiptRepository receipts_;
    MailRepository mails_;
};

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::ReceiptFile> {
    static auto fields() {
        using File = congvu::outgoing::ReceiptFile;
        return std::tuple{field("id", &File::id), field("name", &File::name), field("sizeBytes", &File::sizeBytes)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::ReceiptView> {
    static auto fields() {
        using View = congvu::outgoing::ReceiptView;
        return std::tuple{field("issuerName", &View::issuerName),     field("recipientName", &View::recipientName),
                          field("typeName", &View::typeName),         field("numberAndSymbol", &View::numberAndSymbol),
                          field("documentDate", &View::documentDate), field("subject", &View::subject),
                          field("issuedAt", &View::issuedAt),         field("confirmedBy", &View::confirmedBy),
                          field("confirmedAt", &View::confirmedAt),   field("isRecalled", &View::isRecalled),
                          field("recallReason", &View::recallReason), field("recallAnswer", &View::recallAnswer),
                          field("relations", &View::relations),       field("files", &View::files)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::ReceiptConfirmation> {
    static auto fields() { return std::tuple{field("name", &congvu::outgoing::ReceiptConfirmation::name).required().maxLength(100)}; }
};
template <>
struct congvu::json::Description<congvu::outgoing::RecallAnswer> {
    static auto fields() {
        using Answer = congvu::outgoing::RecallAnswer;
        return std::tuple{field("agrees", &Answer::agrees), field("reason", &Answer::reason).maxLength(500).multiline(),
                          field("name", &Answer::name).required().maxLength(100)};
    }
};
