// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/pdf/DocumentInspection.h"
#include "json/JsonWriter.h"
#include "pdf/Object.h"
#include "pdf/Unicode.h"

namespace congvu::signing {
namespace {

std::string_view kindName(FormFieldKind kind) {
    switch (kind) {
        case FormFieldKind::text:
            return "text";
        case FormFieldKind::signature:
            return "signature";
        case FormFieldKind::other:
            return "other";
    }
    return "";
}

/// Lengths in points with at most four decimals, as text.
std::string lengthText(double points) {
    return pdf::Object::real(points).toString();
}

std::string placeText(const Rectangle& place) {
    return lengthText(place.x) + ',' + lengthText(place.y) + ',' + lengthText(place.width) + ',' + lengthText(place.height);
}

std::string timeText(const std::optional<Instant>& time) {
    return time ? toIso8601(*time) : "–";
}

std::uint64_t unsignedOf(std::int64_t value) {
    return value < 0 ? 0 : static_cast<std::uint64_t>(value);
}

void writeCertificate(JsonWriter& json, const Certificate& certificate) {
    json.open('{');
    json.field("subject", certificate.subject());
    json.field("issuer", certificate.issuer());
    json.field("serialNumber", certificate.serialNumber());
    json.field("validFrom", std::optional(certificate.notBefore()));
    json.field("validTo", std::optional(certificate.notAfter()));
    json.field("fingerprint", certificate.fingerprint());
    json.close('}');
}

void writeCertificates(JsonWriter& json, const std::vector<Certificate>& certificates) {
    json.key("certificates");
    json.open('[');
    for (const Certificate& certificate : certificates) {
        writeCertificate(json, certificate);
    }
    json.close(']');
}

void writeCms(JsonWriter& json, const CmsFact& cms) {
    json.key("cms");
    json.open('{');
    json.field("error", cms.error);
    json.field("size", std::uint64_t{cms.size});
    json.field("signerInfos", std::uint64_t{cms.signerInfos});
    json.field("definiteLength", cms.hasDefiniteLength);
    json.field("content", cms.hasContent);
    json.field("signingTime", cms.hasSigningTime);
    json.field("digest", cms.digest);
    json.field("algorithm", cms.algorithm);
    json.field("signingCertificate", cms.signingCertificate);
    json.field("signer", cms.signer ? cms.signer->subject() : std::string());
    json.field("timeStamp", cms.timeStamp);
    writeCertificates(json, cms.certificates);
    json.close('}');
}

void writeSections(JsonWriter& json, const DocumentInspection& document) {
    json.key("revisions");
    json.open('[');
    for (const SectionFact& section : document.sections) {
        json.open('{');
        json.field("crossReference", section.kind);
        json.field("startxref", section.position);
        json.field("objects", std::uint64_t{section.objects});
        json.field("freed", std::uint64_t{section.freed});
        json.close('}');
    }
    json.close(']');
    if (document.encryption) {
        json.key("encryption");
        json.open('{');
        json.field("filter", document.encryption->filter);
        json.field("version", unsignedOf(document.encryption->version));
        json.field("revision", unsignedOf(document.encryption->revision));
        json.field("keyBits", unsignedOf(document.encryption->keyBits));
        json.field("algorithm", document.encryption->algorithm);
        json.field("openedAs", document.encryption->isOpenedByOwner ? "owner" : "user");
        json.field("permissions", std::uint64_t{document.encryption->permissions});
        json.close('}');
    }
}

void writeOutline(JsonWriter& json, const DocumentOutline& outline) {
    json.key("pages");
    json.open('[');
    for (const PageSize& page : outline.pages) {
        json.item(lengthText(page.width) + " x " + lengthText(page.height));
    }
    json.close(']');
    json.key("fields");
    json.open('[');
    for (const FormField& field : outline.fields) {
        json.open('{');
        json.field("name", field.name);
        json.field("kind", kindName(field.kind));
        json.field("page", std::uint64_t{field.page});
        json.field("rect", placeText(field.rectangle));
        json.field("filled", field.signedOrFilled);
        json.field("readOnly", field.readOnly);
        json.field("value", field.value);
        json.close('}');
    }
    json.close(']');
}

void writeSignatures(JsonWriter& json, const DocumentInspection& document) {
    json.key("signatures");
    json.open('[');
    for (const SignatureFact& signature : document.signatures) {
        json.open('{');
        json.field("field", signature.field);
        json.field("filter", signature.filter);
        json.field("subFilter", signature.subFilter);
        json.key("byteRange");
        json.open('[');
        for (const std::int64_t number : signature.byteRange) {
            json.item(unsignedOf(number));
        }
        json.close(']');
        json.field("contentsBytes", std::uint64_t{signature.contentsBytes});
        json.field("claimedTime", signature.claimedTime);
        json.field("reason", signature.reason);
        json.field("certification", static_cast<std::uint64_t>(signature.certification));
        writeCms(json, signature.cms);
        json.close('}');
    }
    json.close(']');
}

void writeRevocationData(JsonWriter& json, std::string_view name, const std::vector<RevocationDataFact>& facts) {
    json.key(name);
    json.open('[');
    for (const RevocationDataFact& fact : facts) {
        json.open('{');
        json.field("size", std::uint64_t{fact.size});
        json.field("issuedAt", fact.issuedAt);
        json.field("nextUpdate", fact.nextUpdate);
        json.close('}');
    }
    json.close(']');
}

void writeStore(JsonWriter& json, const SecurityStoreFact& store) {
    if (!store.isPresent) {
        return;
    }
    json.key("dss");
    json.open('{');
    writeCertificates(json, store.certificates);
    writeRevocationData(json, "ocspResponses", store.ocspResponses);
    writeRevocationData(json, "crls", store.crls);
    json.key("vri");
    json.open('[');
    for (const std::string& key : store.vriKeys) {
        json.item(key);
    }
    json.close(']');
    json.close('}');
}

std::string signatureText(const SignatureFact& signature) {
    const CmsFact& cms = signature.cms;
    std::string out = "signature " + signature.field + ": " + signature.subFilter + ", claimed " + timeText(signature.claimedTime);
    out += signature.certification > 0 ? ", certifies with P=" + std::to_string(signature.certification) : "";
    out += "\n  bytes";
    for (const std::int64_t number : signature.byteRange) {
        out += ' ' + std::to_string(number);
    }
    out += "; " + std::to_string(signature.contentsBytes) + " reserved, " + std::to_string(cms.size) + " used\n";
    if (!cms.error.empty()) {
        return out + "  CMS unreadable: " + cms.error + '\n';
    }
    out += "  CMS: " + cms.algorithm + ", " + std::to_string(cms.signerInfos) + " SignerInfo, signing-certificate " +
           cms.signingCertificate + (cms.hasSigningTime ? ", signing-time" : "") + (cms.hasContent ? ", with content" : "") +
           (cms.hasDefiniteLength ? "" : ", indefinite length") + (cms.timeStamp ? ", time-stamp " + timeText(cms.timeStamp) : "") + '\n';
    for (const Certificate& certificate : cms.certificates) {
        const bool isSigner = cms.signer && *cms.signer == certificate;
        out += std::string(isSigner ? "  signer: " : "  certificate: ") + certificate.subject() + ", until " +
               toIso8601(certificate.notAfter()) + '\n';
    }
    return out;
}

std::string storeText(const SecurityStoreFact& store) {
    std::string out;
    for (const Certificate& certificate : store.certificates) {
        out += "DSS certificate: " + certificate.subject() + ", until " + toIso8601(certificate.notAfter()) + '\n';
    }
    for (const RevocationDataFact& fact : store.ocspResponses) {
        out += "DSS OCSP response: " + std::to_string(fact.size) + " bytes, produced " + timeText(fact.issuedAt) + '\n';
    }
    for (const RevocationDataFact& fact : store.crls) {
        out += "DSS CRL: " + std::to_string(fact.size) + " bytes, " + timeText(fact.issuedAt) + " to " + timeText(fact.nextUpdate) + '\n';
    }
    for (const std::string& key : store.vriKeys) {
        out += "DSS VRI: " + key + '\n';
    }
    return out;
}

std::string outlineText(const DocumentOutline& outline) {
    std::string out;
    for (std::size_t index = 0; index < outline.pages.size(); ++index) {
        out += "page " + std::to_string(index + 1) + ": " + lengthText(outline.pages[index].width) + " x " +
               lengthText(outline.pages[index].height) + '\n';
    }
    for (const FormField& field : outline.fields) {
        out += "field " + field.name + ": " + std::string(kindName(field.kind)) + ", page " + std::to_string(field.page) + ", rect " +
               placeText(field.rectangle) + (field.signedOrFilled ? ", filled" : ", empty") + (field.readOnly ? ", read-only" : "") +
               (field.value.empty() ? "" : ", value \"" + field.value + '"') + '\n';
    }
    return out;
}

}  // namespace

std::string DocumentInspection::toJson(std::string_view fileName) const {
    JsonWriter json;
    json.open('{');
    json.field("file", fileName);
    json.field("size", size);
    json.field("version", version);
    writeSections(json, *this);
    writeOutline(json, outline);
    writeSignatures(json, *this);
    writeStore(json, securityStore);
    json.close('}');
    return json.take();
}

std::string DocumentInspection::toText() const {
    std::string out = "PDF " + version + ", " + std::to_string(size) + " bytes\n";
    for (std::size_t index = 0; index < sections.size(); ++index) {
        const SectionFact& section = sections[index];
        out += "revision " + std::to_string(index + 1) + ": cross-reference " + section.kind + " at " + std::to_string(section.position) +
               ", " + std::to_string(section.objects) + " objects, " + std::to_string(section.freed) + " freed\n";
    }
    if (encryption) {
        out += "encrypted: " + encryption->filter + ", V " + std::to_string(encryption->version) + ", R " +
               std::to_string(encryption->revision) + ", " + encryption->algorithm + ", opened as " +
               (encryption->isOpenedByOwner ? "owner" : "user") + ", permissions " +
               std::to_string(static_cast<std::int32_t>(encryption->permissions)) + '\n';
    }
    out += outlineText(outline);
    for (const SignatureFact& signature : signatures) {
        out += signatureText(signature);
    }
    return pdf::validUtf8(out + storeText(securityStore));
}

}  // namespace congvu::signing
