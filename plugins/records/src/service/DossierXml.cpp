// SPDX-License-Identifier: Apache-2.0
#include "service/DossierXml.h"

#include "domain/AppendixSix.h"

#include <libxml/xmlwriter.h>
#include <map>
#include <memory>
#include <stdexcept>

namespace congvu::records {

namespace {

constexpr const char* kNamespace = "urn:congvu:dossier-package:1";

struct FreeWriter {
    void operator()(xmlTextWriter* writer) const { xmlFreeTextWriter(writer); }
};
struct FreeBuffer {
    void operator()(xmlBuffer* buffer) const { xmlBufferFree(buffer); }
};

const xmlChar* xmlText(const char* text) {
    return reinterpret_cast<const xmlChar*>(text);
}

/// XML 1.0 has no control characters but tab and line breaks; they are left out.
std::string cleaned(std::string_view text) {
    std::string clean;
    for (const char character : text) {
        const auto code = static_cast<unsigned char>(character);
        if (code >= 0x20 || character == '\t' || character == '\n') {
            clean += character;
        }
    }
    return clean;
}

using Values = std::map<std::string_view, std::string>;

/// Writes elements of one document; groups ("FileCode/OrganId") open and close by themselves.
class XmlOut {
public:
    XmlOut() : buffer_(xmlBufferCreate()), writer_(xmlNewTextWriterMemory(buffer_.get(), 0)) {
        if (!buffer_ || !writer_) {
            throw std::runtime_error("xml");
        }
        xmlTextWriterSetIndent(writer_.get(), 1);
        xmlTextWriterStartDocument(writer_.get(), nullptr, "UTF-8", nullptr);
    }
    void open(const std::string& name) { xmlTextWriterStartElement(writer_.get(), xmlText(name.c_str())); }
    void close() { xmlTextWriterEndElement(writer_.get()); }
    void attribute(const char* name, const std::string& value) {
        xmlTextWriterWriteAttribute(writer_.get(), xmlText(name), xmlText(cleaned(value).c_str()));
    }
    void element(const std::string& name, const std::string& text) {
        open(name);
        xmlTextWriterWriteString(writer_.get(), xmlText(text.c_str()));
        close();
    }
    /// Those of the fields that have a value, in the order of the Appendix, cut to their lengths.
    void fields(std::span<const AppendixField> fields, const Values& values) {
        std::string group;
        for (const auto& field : fields) {
            const auto slash = field.path.find('/');
            const std::string parent{slash == std::string_view::npos ? std::string_view{} : field.path.substr(0, slash)};
            const auto value = values.find(field.path);
            if (value == values.end() || value->second.empty()) {
                continue;
            }
            const auto fitted = fit(field, cleaned(value->second));
            if (!fitted.full.empty()) {
                deviations_.emplace_back(field.path, fitted.full);
            }
            if (fitted.value.empty()) {
                continue;
            }
            changeGroup(group, parent);
            element(std::string{slash == std::string_view::npos ? field.path : field.path.substr(slash + 1)}, fitted.value);
        }
        changeGroup(group, "");
    }
    void deviations() {
        for (const auto& [field, full] : deviations_) {
            open("Deviation");
            attribute("field", field);
            xmlTextWriterWriteString(writer_.get(), xmlText(full.c_str()));
            close();
        }
        deviations_.clear();
    }
    std::string take() {
        xmlTextWriterEndDocument(writer_.get());
        xmlTextWriterFlush(writer_.get());
        return {reinterpret_cast<const char*>(xmlBufferContent(buffer_.get())), static_cast<std::size_t>(xmlBufferLength(buffer_.get()))};
    }

private:
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

    std::unique_ptr<xmlBuffer, FreeBuffer> buffer_;
    std::unique_ptr<xmlTextWriter, FreeWriter> writer_;
    std::vector<std::pair<std::string, std::string>> deviations_;
};

std::string dayOrEmpty(const std::optional<Date>& day) {
    return day ? day->toString() : std::string{};
}

/// App. VI has one field of one digit for urgency; documents with state secrets are never here.
std::string priorityOf(const std::string& urgency) {
    if (urgency == "flash") {
        return "3";
    }
    if (urgency == "very_urgent") {
        return "2";
    }
    return urgency == "urgent" ? "1" : "0";
}

Values fileCode(const Dossier& dossier, const std::string& organId) {
    return {
        {"FileCode/OrganId", organId}, {"FileCode/FileCatalog", std::to_string(dossier.year)}, {"FileCode/FileNotation", dossier.notation}};
}

Values dossierValues(const Dossier& dossier, const std::string& organId) {
    auto values = fileCode(dossier, organId);
    values["Title"] = dossier.title;
    values["Maintenance"] = dossier.retention;
    values["Rights"] = dossier.rights;
    values["Creator"] = dossier.keeperName;
    values["Language"] = dossier.language;
    values["StartDate"] = dossier.startedOn.toString();
    values["EndDate"] = dayOrEmpty(dossier.endedOn);
    values["DocTotal"] = std::to_string(dossier.documentCount);
    values["PageTotal"] = std::to_string(dossier.pageCount);
    values["Description"] = dossier.description;
    return values;
}

Values documentValues(const Dossier& dossier, const std::string& organId, const PackagedDocument& document, std::size_t ordinal) {
    const auto& record = document.record;
    auto values = fileCode(dossier, organId);
    values["DocOrdinal"] = std::to_string(ordinal);
    values["TypeName"] = record.typeName;
    values["CodeNumber"] = record.codeNumber;
    values["CodeNotation"] = record.codeNotation;
    values["IssuedDate"] = dayOrEmpty(record.issuedDate);
    values["OrganName"] = record.organName;
    values["Subject"] = record.subject;
    values["Language"] = record.language;
    values["PageAmount"] = std::to_string(record.pageAmount);
    values["Description"] = document.note.empty() || record.description.empty() ? document.note + record.description
                                                                                : document.note + "; " + record.description;
    values["SignerInfo/Position"] = record.signerPosition;
    values["SignerInfo/FullName"] = record.signerName;
    values["Priority"] = priorityOf(record.urgency);
    values["DueDate"] = dayOrEmpty(record.dueDate);
    values["IssuedAmount"] = record.issuedAmount ? std::to_string(*record.issuedAmount) : std::string{};
    values["ArrivalDate"] = dayOrEmpty(record.arrivalDate);
    values["ArrivalNumber"] = record.arrivalNumber > 0 ? std::to_string(record.arrivalNumber) : std::string{};
    values["ToPlaces"] = record.toPlaces;
    values["TraceHeaderList"] = record.trace;
    return values;
}

/// Field 13 "To" is repeated for each recipient, so the list is written in three runs.
void writeOutgoing(XmlOut& out, const Values& values, const std::vector<ports::RecordRecipient>& recipients) {
    constexpr std::size_t kFirstOfTo = 15;
    constexpr std::size_t kAfterTo = 17;
    const auto all = outgoingFields();
    out.fields(all.first(kFirstOfTo), values);
    for (const auto& recipient : recipients) {
        out.fields(all.subspan(kFirstOfTo, kAfterTo - kFirstOfTo),
                   {{"To/OrganId", recipient.organId}, {"To/OrganName", recipient.organName}});
    }
    out.fields(all.subspan(kAfterTo), values);
}

void writeFiles(XmlOut& out, const std::vector<PackagedFile>& files) {
    out.open("Files");
    for (const auto& file : files) {
        out.open("File");
        out.attribute("path", file.path);
        out.attribute("mediaType", file.mediaType);
        out.attribute("sizeBytes", std::to_string(file.sizeBytes));
        out.attribute("sha256", file.sha256);
        out.attribute("role", file.isMain ? "main" : "attachment");
        out.close();
    }
    out.close();
}

}  // namespace

std::string dossierXml(const Dossier& dossier, const std::string& organId, const std::vector<PackagedDocument>& documents) {
    XmlOut out;
    out.open("DossierPackage");
    out.attribute("xmlns", kNamespace);
    out.open("Dossier");
    out.fields(dossierFields(), dossierValues(dossier, organId));
    out.deviations();
    out.close();
    out.open("Documents");
    for (std::size_t index = 0; index < documents.size(); ++index) {
        const auto& document = documents[index];
        const auto values = documentValues(dossier, organId, document, index + 1);
        const bool isOutgoing = document.record.direction == ports::DocumentDirection::outgoing;
        out.open(isOutgoing ? "OutgoingDocument" : "IncomingDocument");
        if (isOutgoing) {
            writeOutgoing(out, values, document.record.recipients);
        } else {
            out.fields(incomingFields(), values);
        }
        out.deviations();
        writeFiles(out, document.files);
        out.close();
    }
    out.close();
    out.close();
    return out.take();
}

}  // namespace congvu::records
