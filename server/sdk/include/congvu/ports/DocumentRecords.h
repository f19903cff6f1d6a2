// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "congvu/files/StoredFile.h"
#include "congvu/http/Caller.h"
#include "congvu/ids/Id.h"
#include "congvu/time/Date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::ports {

/// Which of the two lists of Decree 30/2020, Appendix VI, part II the fields of a document follow.
enum class DocumentDirection { incoming, outgoing };

/// An agency that a document went to.
struct RecordRecipient {
    std::string organId;
    std::string organName;
};

/// A file of a document; its main file comes first.
struct RecordFile {
    files::StoredFile stored;
    bool isMain = false;
};

/// The record of one document as the dossier keeps it: the fields of Decree 30/2020, Appendix VI, part II, and its files. What the
/// dossier itself knows (FileCode, DocOrdinal) is not here. Texts are not cut to the lengths of the Appendix.
struct DocumentRecord {
    EntityRef entity;
    DocumentDirection direction = DocumentDirection::incoming;
    std::string typeName;
    std::string codeNumber;
    std::string codeNotation;
    std::string numberAndSymbol;  ///< both together, as on the paper: "15/UBND-VX"
    std::optional<Date> issuedDate;
    std::string organName;
    std::string subject;
    std::string language = "Tiếng Việt";
    std::int64_t pageAmount = 0;
    std::string description;
    std::string signerPosition;
    std::string signerName;
    std::string urgency = "normal";
    std::optional<Date> dueDate;
    std::optional<Date> arrivalDate;           ///< incoming
    std::int64_t arrivalNumber = 0;            ///< incoming
    std::string toPlaces;                      ///< incoming: units and persons that got it
    std::string trace;                         ///< incoming: distribution, instructions, state
    std::vector<RecordRecipient> recipients;   ///< outgoing
    std::optional<std::int64_t> issuedAmount;  ///< outgoing
    std::string link;                          ///< page of the document
    bool isFinal = false;                      ///< registered or issued: may be kept in a dossier
    std::vector<RecordFile> files;
};

/// What a plugin of documents answers to the plugin that keeps dossiers, under its own row-level policy and unit gate.
class DocumentRecords {
public:
    virtual ~DocumentRecords() = default;
    /// Those of the ids whose document the caller may see, in any order; at most 200 ids at once.
    virtual std::vector<std::string> visible(db::Reader& reader, const http::Caller& caller, const std::vector<std::string>& ids) = 0;
    /// Nothing when there is no such document or the caller may not see it.
    virtual std::optional<DocumentRecord> find(db::Reader& reader, const http::Caller& caller, std::string_view id) = 0;
};

/// Provided by incoming.
class IncomingRecords : public DocumentRecords {
public:
    static constexpr std::string_view kPort = "congvu.incoming-records.v1";
};

/// Provided by outgoing.
class OutgoingRecords : public DocumentRecords {
public:
    static constexpr std::string_view kPort = "congvu.outgoing-records.v1";
};

}  // namespace congvu::ports
