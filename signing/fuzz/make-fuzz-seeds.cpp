// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>
#include <iostream>

#include "cms/Parser.h"
#include "congvu/signing/tsp/TimeStampClient.h"
#include "pdf/Reader.h"
#include "support/EdxmlFactory.h"
#include "support/LongTermPki.h"
#include "support/PdfFactory.h"
#include "support/ProtectedFiles.h"
#include "support/Tampering.h"
#include "support/TestPki.h"

using namespace congvu::signing;

namespace {

void save(const std::filesystem::path& file, ByteView bytes) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary).write(textOf(bytes).data(), static_cast<std::streamsize>(bytes.size()));
}

/// The CMS inside a freshly signed document.
Bytes cmsOf(const Bytes& document) {
    const pdf::Reader reader(document);
    for (const auto& entry : reader.entries()) {
        const pdf::Object& object = reader.object(entry.number);
        if (object.has("ByteRange")) {
            const ByteView contents = viewOf(object.get("Contents").stringValue());
            const ByteView cms = contents.first(cms::Parser(contents).size());
            return Bytes(cms.begin(), cms.end());
        }
    }
    return {};
}

/// Responses and lists of every shape.
void saveRevocationData(const std::filesystem::path& folder) {
    testing::LongTermPki pki;
    const IssuedKey signer = pki.issueSigner();
    auto& authority = pki.first();
    save(folder / "ocsp" / "good.der", pki.ocspResponse(authority, signer.certificate));
    save(folder / "crl" / "empty.der", pki.crl(authority));
    authority.ocsp.byIssuer = authority.ocsp.byName = authority.ocsp.withoutNextUpdate = true;
    pki.revoke(authority, signer.certificate, pki.now(), 1);
    authority.crl.distributionPoint = "critical,onlyuser:TRUE,fullname:URI:http://127.0.0.1/first.crl";
    save(folder / "ocsp" / "revoked.der", pki.ocspResponse(authority, signer.certificate));
    save(folder / "crl" / "revoked.der", pki.crl(authority));
    save(folder / "p12" / "key.p12", signer.toPkcs12("pass", "seed"));
    TimeStampClient client(pki.timeStampUrl(1));
    save(folder / "tsp" / "token.der", client.stamp(viewOf("data")));
}

void saveEdxml(const std::filesystem::path& folder) {
    const IssuedKey& key = testing::TestPki::instance().chairKey();
    testing::EdxmlShape byParts;
    byParts.references = testing::partReferences();
    save(folder / "whole.edxml", viewOf(testing::signEdxml({}, key)));
    save(folder / "parts.edxml", viewOf(testing::signEdxml(byParts, key)));
}

/// Every way of encryption that opens without a password.
void saveEncrypted(const std::filesystem::path& folder) {
    SignatureRequest request = testing::requestFor();
    request.reservedBytes = 4096;
    for (const testing::Protection& protection : testing::protections()) {
        const Bytes document = testing::encrypted(testing::makePdf(), protection, "");
        save(folder / (std::string(protection.name) + ".pdf"), testing::signByChair(document, request));
    }
}

}  // namespace

/// Writes small seeds for the fuzz targets into FOLDER/pdf, cms, ocsp, crl, edxml, tsp and p12.
int main(int argumentCount, char** arguments) {
    if (argumentCount != 2) {
        std::cerr << "usage: make-fuzz-seeds FOLDER\n";
        return 64;
    }
    const std::filesystem::path folder = arguments[1];
    saveRevocationData(folder);
    saveEdxml(folder / "edxml");
    saveEncrypted(folder / "pdf");
    int index = 0;
    for (const auto kind : {pdf::SectionKind::table, pdf::SectionKind::stream, pdf::SectionKind::hybrid}) {
        testing::PdfShape shape;
        shape.kind = kind;
        shape.withTextFields = true;
        shape.withLinkAnnotation = true;
        SignatureRequest request = testing::requestFor();
        request.reservedBytes = 4096;
        const Bytes document = testing::makePdf(shape);
        const Bytes once = testing::signByChair(document, request);
        const std::string name = std::to_string(++index);
        save(folder / "pdf" / (name + "-plain.pdf"), document);
        save(folder / "pdf" / (name + "-signed.pdf"), once);
        save(folder / "pdf" / (name + "-twice.pdf"), testing::signBySeal(once, request));
        save(folder / "pdf" / (name + "-added.pdf"), testing::appendObjects(once, {{testing::kLink, "<</Type/Annot/Subtype/Stamp/F 2>>"}}));
        save(folder / "cms" / (name + ".der"), cmsOf(once));
    }
    return 0;
}
