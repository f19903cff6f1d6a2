// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/appendix/AppendixSix.h"
#include "congvu/ports/DocumentRecords.h"

#include <cstddef>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace congvu::appendix {

/// Values by the path of their field ("FileCode/OrganId").
using FieldValues = std::map<std::string_view, std::string>;

/// Writes an XML document of records: fields by the names, in the order and with the lengths of Decree 30/2020, App. VI, part II. What did
/// not fit its field is kept for `deviations`.
class RecordXml {
public:
    RecordXml();
    ~RecordXml();
    RecordXml(const RecordXml&) = delete;
    RecordXml& operator=(const RecordXml&) = delete;

    void open(const std::string& name);
    void close();
    void attribute(const char* name, const std::string& value);
    /// Those of the fields that have a value; groups ("FileCode/OrganId") open and close by themselves.
    void fields(std::span<const AppendixField> fields, const FieldValues& values);
    /// One Deviation element for each field since the last call whose value did not fit, with the whole value.
    void deviations();
    /// The whole document; nothing may be written afterwards.
    std::string take();

private:
    struct Writer;
    std::unique_ptr<Writer> writer_;
};

/// FileCode: the agency's code and what is known of the dossier. Empty parts are left out.
struct FileCode {
    std::string organId;
    std::string catalog;
    std::string notation;
};

/// The values of a document's record. `ordinal` is its place in the dossier, 0 for none.
FieldValues documentValues(const ports::DocumentRecord& record, const FileCode& code, std::size_t ordinal);
/// The fields of one document, of the list that its direction has; field 13 "To" is repeated for each recipient.
void writeDocumentFields(RecordXml& out, const ports::DocumentRecord& record, const FieldValues& values);
/// One document alone: element IncomingDocument or OutgoingDocument with its fields and deviations.
std::string documentRecordXml(const ports::DocumentRecord& record, const FileCode& code);

}  // namespace congvu::appendix
