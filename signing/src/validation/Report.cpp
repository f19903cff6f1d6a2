// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/validation/Report.h"

#include "json/JsonWriter.h"
#include "pdf/Unicode.h"

namespace congvu::signing {
namespace {

/// "text" is for people and Vietnamese; "vi" and "en" give both languages.
void writeTexts(JsonWriter& json, const std::string& vietnamese, const std::string& english) {
    json.field("text", vietnamese);
    json.field("vi", vietnamese);
    json.field("en", english);
}

void writeFindings(JsonWriter& json, const std::vector<Finding>& findings) {
    json.key("findings");
    json.open('[');
    for (const Finding& finding : findings) {
        json.open('{');
        json.field("code", finding.code);
        json.field("severity", nameOf(finding.severity));
        writeTexts(json, finding.vietnamese, finding.english);
        json.close('}');
    }
    json.close(']');
}

void writeSigner(JsonWriter& json, const SignatureReport& report) {
    json.field("field", report.field);
    json.field("signer", report.signer);
    json.field("organization", report.signerOrganization);
    json.field("issuer", report.issuer);
    json.field("serialNumber", report.serialNumber);
    json.field("fingerprint", report.certificateFingerprint);
    json.field("validFrom", report.certificateNotBefore);
    json.field("validTo", report.certificateNotAfter);
    json.field("signedAt", report.provenTime ? report.provenTime : report.claimedTime);
    json.field("claimedTime", report.claimedTime);
    json.field("provenTime", report.provenTime);
}

void writeRevocations(JsonWriter& json, const std::vector<RevocationFact>& facts) {
    json.key("revocations");
    json.open('[');
    for (const RevocationFact& fact : facts) {
        json.open('{');
        json.field("certificate", fact.certificate);
        json.field("state", fact.state);
        json.field("source", fact.source);
        json.field("thisUpdate", fact.thisUpdate);
        json.field("revokedAt", fact.revokedAt);
        json.field("fromDocument", fact.isFromDocument);
        json.close('}');
    }
    json.close(']');
}

void writeSignature(JsonWriter& json, const SignatureReport& report) {
    json.open('{');
    writeSigner(json, report);
    json.field("subFilter", report.subFilter);
    json.field("algorithm", report.algorithm);
    json.field("level", report.level);
    json.field("nextLevelLacks", report.nextLevelLacks);
    json.field("nextLevelLacksVi", report.nextLevelLacksVietnamese);
    json.field("renewBefore", report.renewBefore);
    json.field("world", report.world);
    json.field("documentTimeStamp", report.isDocumentTimeStamp);
    json.field("certification", static_cast<std::uint64_t>(report.certificationLevel));
    json.field("revision", static_cast<std::uint64_t>(report.revision));
    json.field("coveredLength", report.coveredLength);
    json.field("coversWholeFile", report.coversWholeFile);
    json.field("integrity", nameOf(report.integrity));
    json.field("indication", nameOf(report.indication));
    json.field("subIndication", nameOf(report.subIndication));
    writeRevocations(json, report.revocations);
    writeFindings(json, report.findings);
    json.close('}');
}

void writeChange(JsonWriter& json, const Change& change) {
    json.open('{');
    json.field("revision", static_cast<std::uint64_t>(change.revision));
    json.field("kind", change.kind);
    json.field("allowed", change.allowed);
    json.field("object", change.object);
    writeTexts(json, change.vietnamese, change.english);
    json.close('}');
}

std::string_view vietnameseVerdict(Verdict verdict) {
    switch (verdict) {
        case Verdict::valid:
            return "Hợp lệ (valid)";
        case Verdict::indeterminate:
            return "Chưa đủ căn cứ kết luận (indeterminate)";
        case Verdict::invalid:
            return "Không hợp lệ (invalid)";
        case Verdict::unsignedDocument:
            return "Không có chữ ký số (unsigned)";
        case Verdict::unreadable:
            return "Không đọc được (unreadable)";
    }
    return "";
}

void writeTextFindings(std::string& out, const std::vector<Finding>& findings) {
    for (const Finding& finding : findings) {
        out += "    - " + finding.vietnamese + "\n      " + finding.english + " [" + finding.code + "]\n";
    }
}

void writeTextSignature(std::string& out, const SignatureReport& report) {
    out += "  Chữ ký / Signature: " + report.field + '\n';
    out += "    Người ký / Signer: " + report.signer + (report.signerOrganization.empty() ? "" : " – " + report.signerOrganization) + '\n';
    out += "    Tổ chức cấp / Issuer: " + report.issuer + '\n';
    if (report.claimedTime) {
        out += "    Thời điểm ký tự khai / Claimed time: " + toIso8601(*report.claimedTime) + '\n';
    }
    if (report.provenTime) {
        out += "    Thời điểm được chứng minh / Proven time: " + toIso8601(*report.provenTime) + '\n';
    }
    out += "    Toàn vẹn / Integrity: " + std::string(nameOf(report.integrity)) +
           "; mức / level: " + (report.level.empty() ? "–" : report.level) +
           (report.revision == 0 ? "" : "; bản / revision " + std::to_string(report.revision)) + '\n';
    if (!report.nextLevelLacks.empty()) {
        out += "    Mức kế tiếp / Next level: " + report.nextLevelLacksVietnamese + " / " + report.nextLevelLacks + '\n';
    }
    out += "    Kết luận / Indication: " + std::string(nameOf(report.indication)) + ' ' + std::string(nameOf(report.subIndication)) + '\n';
    writeTextFindings(out, report.findings);
}

}  // namespace

std::string ValidationReport::toJson(std::string_view fileName) const {
    JsonWriter json;
    json.open('{');
    json.field("file", fileName);
    json.field("verdict", nameOf(verdict));
    json.field("format", format);
    json.field("validatedAt", validatedAt);
    json.key("signatures");
    json.open('[');
    for (const SignatureReport& signature : signatures) {
        writeSignature(json, signature);
    }
    json.close(']');
    json.key("changes");
    json.open('[');
    for (const Change& change : changes) {
        writeChange(json, change);
    }
    json.close(']');
    writeFindings(json, findings);
    json.close('}');
    return json.take();
}

std::string ValidationReport::toText(std::string_view fileName) const {
    std::string out(fileName);
    out += (fileName.empty() ? "" : ": ") + std::string(vietnameseVerdict(verdict)) + '\n';
    writeTextFindings(out, findings);
    for (const SignatureReport& signature : signatures) {
        writeTextSignature(out, signature);
    }
    for (const Change& change : changes) {
        out += "  Bản sửa / Revision " + std::to_string(change.revision) + ": " + change.vietnamese + ' ' + change.english + " [" +
               change.kind + ", " + change.object + ", " + (change.allowed ? "được phép / allowed" : "KHÔNG được phép / FORBIDDEN") + "]\n";
    }
    return pdf::validUtf8(out);
}

std::string_view nameOf(Indication indication) {
    switch (indication) {
        case Indication::passed:
            return "TOTAL-PASSED";
        case Indication::indeterminate:
            return "INDETERMINATE";
        case Indication::failed:
            return "TOTAL-FAILED";
    }
    return "";
}

std::string_view nameOf(SubIndication subIndication) {
    switch (subIndication) {
        case SubIndication::none:
            return "";
        case SubIndication::formatFailure:
            return "FORMAT_FAILURE";
        case SubIndication::hashFailure:
            return "HASH_FAILURE";
        case SubIndication::sigCryptoFailure:
            return "SIG_CRYPTO_FAILURE";
        case SubIndication::sigConstraintsFailure:
            return "SIG_CONSTRAINTS_FAILURE";
        case SubIndication::chainConstraintsFailure:
            return "CHAIN_CONSTRAINTS_FAILURE";
        case SubIndication::noCertificateChainFound:
            return "NO_CERTIFICATE_CHAIN_FOUND";
        case SubIndication::noSigningCertificateFound:
            return "NO_SIGNING_CERTIFICATE_FOUND";
        case SubIndication::signedDataNotFound:
            return "SIGNED_DATA_NOT_FOUND";
        case SubIndication::expired:
            return "EXPIRED";
        case SubIndication::notYetValid:
            return "NOT_YET_VALID";
        case SubIndication::outOfBoundsNoProofOfExistence:
            return "OUT_OF_BOUNDS_NO_POE";
        case SubIndication::cryptoConstraintsFailureNoProofOfExistence:
            return "CRYPTO_CONSTRAINTS_FAILURE_NO_POE";
        case SubIndication::revokedNoProofOfExistence:
            return "REVOKED_NO_POE";
        case SubIndication::revokedAuthorityNoProofOfExistence:
            return "REVOKED_CA_NO_POE";
        case SubIndication::noProofOfExistence:
            return "NO_POE";
        case SubIndication::certificateChainGeneralFailure:
            return "CERTIFICATE_CHAIN_GENERAL_FAILURE";
        case SubIndication::tryLater:
            return "TRY_LATER";
        case SubIndication::generic:
            return "GENERIC";
    }
    return "";
}

std::string_view nameOf(Integrity integrity) {
    switch (integrity) {
        case Integrity::intact:
            return "intact";
        case Integrity::modified:
            return "modified";
        case Integrity::broken:
            return "broken";
    }
    return "";
}

std::string_view nameOf(Severity severity) {
    switch (severity) {
        case Severity::information:
            return "information";
        case Severity::warning:
            return "warning";
        case Severity::error:
            return "error";
    }
    return "";
}

std::string_view nameOf(Verdict verdict) {
    switch (verdict) {
        case Verdict::valid:
            return "valid";
        case Verdict::indeterminate:
            return "indeterminate";
        case Verdict::invalid:
            return "invalid";
        case Verdict::unsignedDocument:
            return "unsigned";
        case Verdict::unreadable:
            return "unreadable";
    }
    return "";
}

}  // namespace congvu::signing
