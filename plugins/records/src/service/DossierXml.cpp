// SPDX-License-Identifier: Apache-2.0
#include "service/DossierXml.h"

#include "congvu/appendix/RecordXml.h"

namespace congvu::records {

namespace {

constexpr const char* kNamespace = "urn:congvu:dossier-package:1";

std::string dayOrEmpty(const std::optional<Date>& day) {
    return day ? day->toString() : std::string{};
}

appendix::FileCode codeOf(const Dossier& dossier, const std::string& organId) {
    return {organId, std::to_string(dossier.year), dossier.notation};
}

appendix::FieldValues dossierValues(const Dossier& dossier, const std::string& organId) {
    const auto code = codeOf(dossier, organId);
    appendix::FieldValues values{
        {"FileCode/OrganId", code.organId}, {"FileCode/FileCatalog", code.catalog}, {"FileCode/FileNotation", code.notation}};
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

/// The record with the dossier's note before its own description.
ports::DocumentRecord describedRecord(const PackagedDocument& document) {
    auto record = document.record;
    record.description = document.note.empty() || record.description.empty() ? document.note + record.description
                                                                             : document.note + "; " + record.description;
    return record;
}

void writeFiles(appendix::RecordXml& out, const std::vector<PackagedFile>& files) {
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
    appendix::RecordXml out;
    out.open("DossierPackage");
    out.attribute("xmlns", kNamespace);
    out.open("Dossier");
    out.fields(appendix::dossierFields(), dossierValues(dossier, organId));
    out.deviations();
    out.close();
    out.open("Documents");
    for (std::size_t index = 0; index < documents.size(); ++index) {
        const auto& document = documents[index];
        const auto record = describedRecord(document);
        const auto values = appendix::documentValues(record, codeOf(dossier, organId), index + 1);
        out.open(record.direction == ports::DocumentDirection::outgoing ? "OutgoingDocument" : "IncomingDocument");
        appendix::writeDocumentFields(out, record, values);
        out.deviations();
        writeFiles(out, document.files);
        out.close();
    }
    out.close();
    out.close();
    return out.take();
}

}  // namespace congvu::records
