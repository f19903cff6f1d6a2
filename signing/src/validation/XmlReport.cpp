// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "congvu/signing/Base64.h"
#include "congvu/signing/SigningError.h"
#include "congvu/signing/validation/Report.h"
#include "xml/XmlWriter.h"

// The XML validation report of ETSI TS 119 102-2 V1.4.1; the numbers are its clauses.
namespace congvu::signing {
namespace {

constexpr const char* kReportNamespace = "http://uri.etsi.org/19102/v1.4.1#";
constexpr const char* kXmlSignatureNamespace = "http://www.w3.org/2000/09/xmldsig#";
/// Where the codes of this library's findings and changes stand in ReportData (4.3.12.7), which is open for such data.
constexpr const char* kOwnData = "urn:congvu:signing:";

std::string digestUri(const std::string& digest) {
    if (digest == "SHA384") {
        return "http://www.w3.org/2001/04/xmldsig-more#sha384";
    }
    return digest == "SHA256" || digest == "SHA512"
               ? "http://www.w3.org/2001/04/xmlenc#" + std::string(digest == "SHA256" ? "sha256" : "sha512")
               : std::string();
}

/// "RSA-SHA256" as RFC 9231 writes it; empty for what has no such name.
std::string algorithmUri(const std::string& algorithm) {
    const std::size_t dash = algorithm.rfind("-SHA");
    const std::string digest = dash == std::string::npos ? std::string() : algorithm.substr(dash + 4);
    const std::string scheme = algorithm.substr(0, dash == std::string::npos ? 0 : dash);
    if (digest != "256" && digest != "384" && digest != "512") {
        return {};
    }
    if (scheme == "RSA-PSS") {
        return "http://www.w3.org/2007/05/xmldsig-more#sha" + digest + "-rsa-MGF1";
    }
    const std::string name = scheme == "RSA" ? "rsa" : scheme == "ECDSA" ? "ecdsa" : std::string();
    return name.empty() ? name : "http://www.w3.org/2001/04/xmldsig-more#" + name + "-sha" + digest;
}

std::string mainIndicationUri(Indication indication) {
    switch (indication) {
        case Indication::passed:
            return "urn:etsi:019102:mainindication:total-passed";
        case Indication::indeterminate:
            return "urn:etsi:019102:mainindication:indeterminate";
        case Indication::failed:
            return "urn:etsi:019102:mainindication:total-failed";
    }
    return {};
}

std::string processUri(ValidationProcess process) {
    switch (process) {
        case ValidationProcess::basic:
            return "urn:etsi:019102:validationprocess:Basic";
        case ValidationProcess::longTerm:
            return "urn:etsi:019102:validationprocess:LTVM";
        case ValidationProcess::archival:
            return "urn:etsi:019102:validationprocess:LTA";
    }
    return {};
}

/// Writes the report of one document.
class XmlReport {
public:
    explicit XmlReport(const ValidationReport& report) : report_(report) {}

    std::string write();

private:
    void writeSignature(const SignatureReport& signature, std::size_t number);
    void writeIdentifier(const SignatureReport& signature, const std::string& id);
    void writeTimes(const SignatureReport& signature);
    void writeDocument(const SignatureReport& signature);
    void writeAttributes(const SignatureReport& signature, std::size_t number);
    void writeSigner(const SignatureReport& signature);
    void writeStatus(const SignatureReport& signature, const std::string& id);
    void writeChain(const SignatureReport& signature);
    void writeCryptography(const SignatureReport& signature, const std::string& id);
    void writeOwnData(const SignatureReport& signature);
    void writeData(const std::string& type, std::string_view value);
    void writeObjects();
    void writeObject(const std::string& id, const char* type, ByteView bytes);
    void reference(const char* element, const std::string& id) { xml_.empty(element, {{"VOReference", id}}); }

    static std::string certificateId(const Certificate& certificate) { return "C-" + certificate.fingerprint(); }
    static std::string timeStampId(std::size_t number) { return "T-" + std::to_string(number); }
    static bool hasTimeStamp(const SignatureReport& signature) { return signature.evidence.timeStampTime.has_value(); }

    const ValidationReport& report_;
    xml::XmlWriter xml_;
};

std::string XmlReport::write() {
    xml_.open("ValidationReport", {{"xmlns", kReportNamespace}, {"xmlns:ds", kXmlSignatureNamespace}});
    for (std::size_t index = 0; index < report_.signatures.size(); ++index) {
        writeSignature(report_.signatures[index], index + 1);
    }
    writeObjects();
    xml_.close();
    return xml_.text();
}

void XmlReport::writeSignature(const SignatureReport& signature, std::size_t number) {
    const std::string id = "S-" + std::to_string(number);
    xml_.open("SignatureValidationReport");
    writeIdentifier(signature, id);
    writeTimes(signature);
    writeDocument(signature);
    writeAttributes(signature, number);
    writeSigner(signature);
    xml_.open("SignatureValidationProcess");
    xml_.element("SignatureValidationProcessID", processUri(report_.process));
    xml_.close();
    writeStatus(signature, id);
    xml_.close();
}

/// 4.3.3. Neither the document nor the signature was validated by its hash alone.
void XmlReport::writeIdentifier(const SignatureReport& signature, const std::string& id) {
    xml_.open("SignatureIdentifier", {{"id", id}});
    if (!signature.evidence.signatureValue.empty()) {
        xml_.element("ds:SignatureValue", toBase64(signature.evidence.signatureValue));
    }
    xml_.element("HashOnly", "false");
    xml_.element("DocHashOnly", "false");
    xml_.close();
}

/// 4.3.6. Without a time-stamp the signature is known to exist at the time of validation and not earlier.
void XmlReport::writeTimes(const SignatureReport& signature) {
    if (!report_.validatedAt) {
        return;
    }
    xml_.open("ValidationTimeInfo");
    xml_.element("ValidationTime", toIso8601(*report_.validatedAt));
    xml_.open("BestSignatureTime");
    xml_.element("POETime", toIso8601(signature.provenTime.value_or(*report_.validatedAt)));
    xml_.element("TypeOfProof", "urn:etsi:019102:poetype:validation");
    xml_.close();
    xml_.close();
}

void XmlReport::writeDocument(const SignatureReport& signature) {
    const std::string algorithm = digestUri(signature.evidence.digestAlgorithm);
    if (algorithm.empty() || signature.evidence.documentDigest.empty()) {
        return;
    }
    xml_.open("SignersDocument");
    xml_.open("DigestAlgAndValue");
    xml_.empty("ds:DigestMethod", {{"Algorithm", algorithm}});
    xml_.element("ds:DigestValue", toBase64(signature.evidence.documentDigest));
    xml_.close();
    xml_.close();
}

/// Annex A.
void XmlReport::writeAttributes(const SignatureReport& signature, std::size_t number) {
    if (!signature.claimedTime && !hasTimeStamp(signature) && signature.subFilter.empty()) {
        return;
    }
    xml_.open("SignatureAttributes");
    if (signature.claimedTime) {
        xml_.open("SigningTime", {{"Signed", "true"}});
        xml_.element("Time", toIso8601(*signature.claimedTime));
        xml_.close();
    }
    if (hasTimeStamp(signature)) {
        xml_.open("SignatureTimeStamp");
        reference("AttributeObject", timeStampId(number));
        xml_.element("TimeStampValue", toIso8601(*signature.evidence.timeStampTime));
        xml_.close();
    }
    if (!signature.subFilter.empty()) {
        xml_.open("SubFilter", {{"Signed", "true"}});
        xml_.element("SubFilterElement", signature.subFilter);
        xml_.close();
    }
    xml_.close();
}

void XmlReport::writeSigner(const SignatureReport& signature) {
    if (signature.evidence.chain.empty()) {
        return;
    }
    xml_.open("SignerInformation");
    reference("SignerCertificate", certificateId(signature.evidence.chain.front()));
    xml_.element("Signer", signature.signer);
    xml_.close();
}

/// 4.3.4 and 4.3.12.
void XmlReport::writeStatus(const SignatureReport& signature, const std::string& id) {
    xml_.open("SignatureValidationStatus");
    xml_.element("MainIndication", mainIndicationUri(signature.indication));
    if (signature.subIndication != SubIndication::none) {
        xml_.element("SubIndication", "urn:etsi:019102:subindication:" + std::string(nameOf(signature.subIndication)));
    }
    xml_.open("AssociatedValidationReportData");
    writeChain(signature);
    writeCryptography(signature, id);
    writeOwnData(signature);
    xml_.close();
    xml_.close();
}

void XmlReport::writeChain(const SignatureReport& signature) {
    const std::vector<Certificate>& chain = signature.evidence.chain;
    if (chain.empty()) {
        return;
    }
    const bool hasAnchor = signature.evidence.endsAtAnchor && chain.size() > 1;
    if (hasAnchor) {
        reference("TrustAnchor", certificateId(chain.back()));
    }
    xml_.open("CertificateChain");
    reference("SigningCertificate", certificateId(chain.front()));
    for (std::size_t index = 1; index + (hasAnchor ? 1 : 0) < chain.size(); ++index) {
        reference("IntermediateCertificate", certificateId(chain[index]));
    }
    if (hasAnchor) {
        reference("TrustAnchor", certificateId(chain.back()));
    }
    xml_.close();
    const auto& revocations = signature.revocations;
    if (!revocations.empty() && revocations.front().revokedAt) {
        xml_.open("RevocationStatusInformation");
        reference("ValidationObjectId", certificateId(chain.front()));
        xml_.element("RevocationTime", toIso8601(*revocations.front().revokedAt));
        xml_.close();
    }
}

void XmlReport::writeCryptography(const SignatureReport& signature, const std::string& id) {
    const std::string algorithm = algorithmUri(signature.algorithm);
    if (algorithm.empty()) {
        return;
    }
    const bool isWeak = std::any_of(signature.findings.begin(), signature.findings.end(),
                                    [](const Finding& finding) { return finding.code == "algorithm-weak"; });
    xml_.open("CryptoInformation");
    reference("ValidationObjectId", id);
    xml_.element("Algorithm", algorithm);
    xml_.element("SecureAlgorithm", isWeak ? "false" : "true");
    xml_.close();
}

void XmlReport::writeData(const std::string& type, std::string_view value) {
    xml_.open("ReportData");
    xml_.element("Type", kOwnData + type);
    xml_.element("Value", value);
    xml_.close();
}

/// What the format has no element for, under types of our own.
void XmlReport::writeOwnData(const SignatureReport& signature) {
    xml_.open("AdditionalValidationReportData");
    writeData("field", signature.field);
    writeData("integrity", nameOf(signature.integrity));
    if (!signature.level.empty()) {
        writeData("level", signature.level);
    }
    if (!signature.nextLevelLacks.empty()) {
        writeData("next-level-lacks", signature.nextLevelLacks);
    }
    for (const auto* findings : {&signature.findings, &report_.findings}) {
        for (const Finding& finding : *findings) {
            writeData("finding:" + finding.code, finding.english);
        }
    }
    for (const Change& change : report_.changes) {
        const std::string place = "revision " + std::to_string(change.revision) + ", " + change.object + ": ";
        writeData((change.allowed ? "change:" : "forbidden-change:") + change.kind, place + change.english);
    }
    xml_.close();
}

void XmlReport::writeObject(const std::string& id, const char* type, ByteView bytes) {
    xml_.open("ValidationObject", {{"id", id}});
    xml_.element("ObjectType", type);
    xml_.open("ValidationObjectRepresentation");
    xml_.element("base64", toBase64(bytes));
    xml_.close();
    xml_.close();
}

/// 4.4: every object once.
void XmlReport::writeObjects() {
    std::map<std::string, const Certificate*> certificates;
    bool hasAny = false;
    for (const SignatureReport& signature : report_.signatures) {
        for (const Certificate& certificate : signature.evidence.chain) {
            certificates.emplace(certificateId(certificate), &certificate);
        }
        hasAny = hasAny || hasTimeStamp(signature);
    }
    if (certificates.empty() && !hasAny) {
        return;
    }
    xml_.open("SignatureValidationObjects");
    for (const auto& [id, certificate] : certificates) {
        writeObject(id, "urn:etsi:019102:validationObject:certificate", certificate->der());
    }
    for (std::size_t index = 0; index < report_.signatures.size(); ++index) {
        if (hasTimeStamp(report_.signatures[index])) {
            writeObject(timeStampId(index + 1), "urn:etsi:019102:validationObject:timestamp",
                        report_.signatures[index].evidence.timeStampToken);
        }
    }
    xml_.close();
}

}  // namespace

std::string ValidationReport::toXml() const {
    if (signatures.empty()) {
        throw SigningError(ErrorCode::invalidArgument, "a validation report in XML needs a signature");
    }
    return XmlReport(*this).write();
}

}  // namespace congvu::signing
