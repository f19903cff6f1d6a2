// SPDX-License-Identifier: Apache-2.0
#include "congvu/appendix/RecordXml.h"

#include <libxml/xmlwriter.h>

#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

namespace congvu::appendix {

namespace {

constexpr const char* kRecordNamespace = "urn:congvu:document-record:1";

const xmlChar* xmlText(const char* text) {
    return reinterpret_cast<const xmlChar*>(text);
}

/// XML 1.0 has no control characters but tab and line breaks; they are left out.
std::string withoutControls(std::string_view text) {
    std::string clean;
    for (const char character : text) {
        const auto code = static_cast<unsigned char>(character);
        if (code >= 0x20 || character == '\t' || character == '\n') {
            clean += character;
        }
    }
    return clean;
}

std::string dayOrNothing(const std::optional<Date>& day) {
    return day ? day->toString() : std::string{};
}

/// App. VI has one field of one digit for urgency and secrecy and does not say how it holds both: the urgency is told.
std::string priorityOf(const std::string& urgency) {
    if (urgency == "flash") {
        return "3";
    }
    if (urgency == "very_urgent") {
        return "2";
    }
    return urgency == "urgent" ? "1" : "0";
}

}  // namespace

struct RecordXml::Writer {
    struct FreeXml {
        void operator()(xmlTextWriter* writer) const { xmlFreeTextWriter(writer); }
        void operator()(xmlBuffer* freed) const { xmlBufferFree(freed); }
    };

    Writer() : buffer(xmlBufferCreate()), xml(xmlNewTextWriterMemory(buffer.get(), 0)) {
        if (!buffer || !xml) {
            throw std::runtime_error("xml");
        }
        xmlTextWriterSetIndent(xml.get(), 1);
        xmlTextWriterStartDocument(xml.get(), nullptr, "UTF-8", nullptr);
    }
    void open(const std::string& name) { xmlTextWriterStartElement(xml.get(), xmlText(name.c_str())); }
    void close() { xmlTextWriterEndElement(xml.get()); }
    void element(const std::string& name, const std::string& text) {
        open(name);
        xmlTextWriterWriteString(xml.get(), xmlText(text.c_str()));
        close();
    }
    void changeGroup(std::string& group, const std::string& next) {
        if (group == next) {
            return;
        }
        if (!group.empty()) {
            close();
        }
        if (!next.empty()) {
            open(next);
        }
        group = next;
    }

    std::unique_ptr<xmlBuffer, FreeXml> buffer;
    std::unique_ptr<xmlTextWriter, FreeXml> xml;
    std::vector<std::pair<std::string, std::string>> deviations;
};

RecordXml::RecordXml() : writer_(std::make_unique<Writer>()) {}
RecordXml::~RecordXml() = default;

void RecordXml::open(const std::string& name) {
    writer_->open(name);
}

void RecordXml::close() {
    writer_->close();
}

void RecordXml::attribute(const char* name, const std::string& value) {
    xmlTextWriterWriteAttribute(writer_->xml.get(), xmlText(name), xmlText(withoutControls(value).c_str()));
}

void RecordXml::fields(std::span<const AppendixField> fields, const FieldValues& values) {
    std::string group;
    for (const auto& field : fields) {
        const auto value = values.find(field.path);
        if (value == values.end() || value->second.empty()) {
            continue;
        }
        const auto fitted = fit(field, withoutControls(value->second));
        if (!fitted.full.empty()) {
            writer_->deviations.emplace_back(field.path, fitted.full);
        }
        if (fitted.value.empty()) {
            continue;
        }
        const auto slash = field.path.find('/');
        writer_->changeGroup(group, std::string{slash == std::string_view::npos ? std::string_view{} : field.path.substr(0, slash)});
        writer_->element(std::string{slash == std::string_view::npos ? field.path : field.path.substr(slash + 1)}, fitted.value);
    }
    writer_->changeGroup(group, "");
}

void RecordXml::deviations() {
    for (const auto& [field, full] : writer_->deviations) {
        open("Deviation");
        attribute("field", field);
        xmlTextWriterWriteString(writer_->xml.get(), xmlText(full.c_str()));
        close();
    }
    writer_->deviations.clear();
}

std::string RecordXml::take() {
    xmlTextWriterEndDocument(writer_->xml.get());
    xmlTextWriterFlush(writer_->xml.get());
    const auto* buffer = writer_->buffer.get();
    return {reinterpret_cast<const char*>(xmlBufferContent(buffer)), static_cast<std::size_t>(xmlBufferLength(buffer))};
}

FieldValues documentValues(const ports::DocumentRecord& record, const FileCode& code, std::size_t ordinal) {
    FieldValues values{
        {"FileCode/OrganId", code.organId}, {"FileCode/FileCatalog", code.catalog}, {"FileCode/FileNotation", code.notation}};
    values["DocOrdinal"] = ordinal > 0 ? std::to_string(ordinal) : std::string{};
    values["TypeName"] = record.typeName;
    values["CodeNumber"] = record.codeNumber;
    values["CodeNotation"] = record.codeNotation;
    values["IssuedDate"] = dayOrNothing(record.issuedDate);
    values["OrganName"] = record.organName;
    values["Subject"] = record.subject;
    values["Language"] = record.language;
    values["PageAmount"] = std::to_string(record.pageAmount);
    values["Description"] = record.description;
    values["SignerInfo/Position"] = record.signerPosition;
    values["SignerInfo/FullName"] = record.signerName;
    values["Priority"] = priorityOf(record.urgency);
    values["DueDate"] = dayOrNothing(record.dueDate);
    values["IssuedAmount"] = record.issuedAmount ? std::to_string(*record.issuedAmount) : std::string{};
    values["ArrivalDate"] = dayOrNothing(record.arrivalDate);
    values["ArrivalNumber"] = record.arrivalNumber > 0 ? std::to_string(record.arrivalNumber) : std::string{};
    values["ToPlaces"] = record.toPlaces;
    values["TraceHeaderList"] = record.trace;
    return values;
}

void writeDocumentFields(RecordXml& out, const ports::DocumentRecord& record, const FieldValues& values) {
    if (record.direction == ports::DocumentDirection::incoming) {
        out.fields(incomingFields(), values);
        return;
    }
    // Field 13 "To" is repeated, so the list is written in three runs.
    constexpr std::size_t kFirstOfTo = 15;
    constexpr std::size_t kAfterTo = 17;
    const auto all = outgoingFields();
    out.fields(all.first(kFirstOfTo), values);
    for (const auto& recipient : record.recipients) {
        out.fields(all.subspan(kFirstOfTo, kAfterTo - kFirstOfTo),
                   {{"To/OrganId", recipient.organId}, {"To/OrganName", recipient.organName}});
    }
    out.fields(all.subspan(kAfterTo), values);
}

std::string documentRecordXml(const ports::DocumentRecord& record, const FileCode& code) {
    RecordXml out;
    out.open(record.direction == ports::DocumentDirection::outgoing ? "OutgoingDocument" : "IncomingDocument");
    out.attribute("xmlns", kRecordNamespace);
    writeDocumentFields(out, record, documentValues(record, code, 0));
    out.deviations();
    out.close();
    return out.take();
}

}  // namespace congvu::appendix
