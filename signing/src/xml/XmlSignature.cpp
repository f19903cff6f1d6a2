// SPDX-License-Identifier: Apache-2.0
#include "xml/XmlSignature.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "congvu/signing/Base64.h"
#include "congvu/signing/SigningError.h"

namespace congvu::signing::xml {
namespace {

constexpr std::size_t kMostReferences = 200;
constexpr std::size_t kMostTransforms = 4;
constexpr std::size_t kMostXmlCertificates = 20;

struct PermittedSignature {
    std::string_view uri;
    const char* name;
    const char* digest;
};

// RFC 9231, 2.3: no SHA-1, no HMAC.
constexpr PermittedSignature kSignatures[] = {
    {"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "RSA-SHA256", "SHA256"},
    {"http://www.w3.org/2001/04/xmldsig-more#rsa-sha384", "RSA-SHA384", "SHA384"},
    {"http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", "RSA-SHA512", "SHA512"},
    {"http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", "ECDSA-SHA256", "SHA256"},
    {"http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384", "ECDSA-SHA384", "SHA384"},
    {"http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512", "ECDSA-SHA512", "SHA512"},
};
constexpr std::array<std::string_view, 3> kDigests{
    "http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2001/04/xmldsig-more#sha384", "http://www.w3.org/2001/04/xmlenc#sha512"};
constexpr std::array<std::string_view, 3> kCanonicalizations{
    "http://www.w3.org/TR/2001/REC-xml-c14n-20010315", "http://www.w3.org/2006/12/xml-c14n11", "http://www.w3.org/2001/10/xml-exc-c14n#"};
constexpr std::string_view kEnveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

/// XML Schema, part 2, 3.2.16: base64Binary may be broken by white space anywhere. Empty for what is no base64.
Bytes bytesOfXmlBase64(std::string text) {
    std::erase_if(text, [](char letter) { return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n'; });
    return fromBase64(text).value_or(Bytes{});
}

template <typename List, typename Value>
bool holds(const List& list, const Value& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

/// An XML name without colon, in ASCII: nothing that an XPointer could be built of.
bool isPlainName(std::string_view text) {
    const auto isInner = [](unsigned char letter) { return std::isalnum(letter) != 0 || letter == '_' || letter == '-' || letter == '.'; };
    return !text.empty() && text.size() <= 256 && (std::isalpha(static_cast<unsigned char>(text.front())) != 0 || text.front() == '_') &&
           std::all_of(text.begin(), text.end(), isInner);
}

/// Reads one signature; the first fault of a part ends the reading of that part.
class SignatureReading {
public:
    SignatureReading(const XmlDocument& document, xmlNode* node) : document_(document) { out_.node = node; }

    XmlSignature run();

private:
    void fault(std::string_view code, std::string detail = {}) { out_.faults.push_back({std::string(code), std::move(detail)}); }
    void readSignedInfo(const xmlNode* signedInfo);
    void readMethod(const xmlNode* method);
    void readReference(const xmlNode* reference);
    void readTarget(const xmlNode* reference);
    void addTarget(xmlNode* target, const std::string& uri);
    void readTransforms(const xmlNode* transforms);
    void readKeyInfo(const xmlNode* keyInfo);
    void readCertificate(const xmlNode* element);
    void putSignerFirst();
    bool isPermittedCanonicalization(const xmlNode* element);

    const XmlDocument& document_;
    XmlSignature out_;
};

/// XMLDSig 1.1, 4.2: SignedInfo, SignatureValue, KeyInfo?, Object*.
XmlSignature SignatureReading::run() {
    const auto parts = childElements(out_.node);
    const bool hasHead = parts.size() >= 2 && isSignatureElement(parts[0], "SignedInfo") && isSignatureElement(parts[1], "SignatureValue");
    std::size_t next = 2;
    const xmlNode* keyInfo = parts.size() > next && isSignatureElement(parts[next], "KeyInfo") ? parts[next++] : nullptr;
    const bool onlyObjects = std::all_of(parts.begin() + static_cast<std::ptrdiff_t>(std::min(next, parts.size())), parts.end(),
                                         [](const xmlNode* part) { return isSignatureElement(part, "Object"); });
    if (!hasHead || !onlyObjects) {
        fault("xml-signature-structure", "Signature");
        return std::move(out_);
    }
    readSignedInfo(parts[0]);
    out_.value = bytesOfXmlBase64(textOf(parts[1]));
    if (keyInfo != nullptr) {
        readKeyInfo(keyInfo);
    }
    return std::move(out_);
}

bool SignatureReading::isPermittedCanonicalization(const xmlNode* element) {
    const auto children = childElements(element);
    const bool onlyPrefixes =
        std::all_of(children.begin(), children.end(), [](const xmlNode* child) { return nameOf(child) == "InclusiveNamespaces"; });
    return onlyPrefixes && holds(kCanonicalizations, attribute(element, "Algorithm").value_or(""));
}

void SignatureReading::readSignedInfo(const xmlNode* signedInfo) {
    const auto parts = childElements(signedInfo);
    const bool isWhole =
        parts.size() >= 3 && parts.size() <= kMostReferences + 2 && isSignatureElement(parts[0], "CanonicalizationMethod") &&
        isSignatureElement(parts[1], "SignatureMethod") &&
        std::all_of(parts.begin() + 2, parts.end(), [](const xmlNode* part) { return isSignatureElement(part, "Reference"); });
    if (!isWhole) {
        fault("xml-signature-structure", "SignedInfo");
        return;
    }
    if (!isPermittedCanonicalization(parts[0])) {
        fault("xml-algorithm-forbidden", attribute(parts[0], "Algorithm").value_or(""));
    }
    readMethod(parts[1]);
    std::for_each(parts.begin() + 2, parts.end(), [this](const xmlNode* reference) { readReference(reference); });
}

void SignatureReading::readMethod(const xmlNode* method) {
    const std::string uri = attribute(method, "Algorithm").value_or("");
    const auto* found = std::find_if(std::begin(kSignatures), std::end(kSignatures), [&](const auto& known) { return known.uri == uri; });
    if (found == std::end(kSignatures) || !childElements(method).empty()) {
        fault("xml-algorithm-forbidden", uri);
        return;
    }
    out_.algorithm = found->name;
    out_.digestAlgorithm = found->digest;
}

void SignatureReading::readReference(const xmlNode* reference) {
    auto parts = childElements(reference);
    if (!parts.empty() && isSignatureElement(parts[0], "Transforms")) {
        readTransforms(parts[0]);
        parts.erase(parts.begin());
    }
    if (parts.size() != 2 || !isSignatureElement(parts[0], "DigestMethod") || !isSignatureElement(parts[1], "DigestValue")) {
        fault("xml-signature-structure", "Reference");
        return;
    }
    const std::string digest = attribute(parts[0], "Algorithm").value_or("");
    if (!holds(kDigests, digest) || !childElements(parts[0]).empty()) {
        fault("xml-algorithm-forbidden", digest);
    }
    readTarget(reference);
}

/// Only this file: the whole of it, or the one element with an identifier.
void SignatureReading::readTarget(const xmlNode* reference) {
    const auto uri = attribute(reference, "URI");
    if (uri && uri->empty()) {
        addTarget(document_.root(), *uri);
        return;
    }
    if (!uri || uri->front() != '#' || !isPlainName(std::string_view(*uri).substr(1))) {
        fault("xml-reference-external", uri.value_or(""));
        return;
    }
    const auto& identifiers = document_.identifiers(uri->substr(1));
    if (identifiers.size() != 1) {
        fault(identifiers.empty() ? "xml-reference-dangling" : "xml-identifier-doubled", *uri);
        return;
    }
    addTarget(identifiers.front()->parent, *uri);
    out_.identifiers.push_back(identifiers.front());
}

/// Each part once: a file must not make the reader canonicalize all of it again and again.
void SignatureReading::addTarget(xmlNode* target, const std::string& uri) {
    if (holds(out_.targets, target)) {
        fault("xml-signature-structure", "Reference " + uri);
        return;
    }
    out_.targets.push_back(target);
}

void SignatureReading::readTransforms(const xmlNode* transforms) {
    const auto parts = childElements(transforms);
    if (parts.size() > kMostTransforms) {
        fault("xml-transform-forbidden", "too many");
    }
    for (const xmlNode* part : parts) {
        const std::string uri = attribute(part, "Algorithm").value_or("");
        const bool isEnveloped = uri == kEnveloped && childElements(part).empty();
        if (!isSignatureElement(part, "Transform") || !(isEnveloped || isPermittedCanonicalization(part))) {
            fault("xml-transform-forbidden", uri);
        }
    }
}

void SignatureReading::readKeyInfo(const xmlNode* keyInfo) {
    for (const xmlNode* part : childElements(keyInfo)) {
        if (!isSignatureElement(part, "X509Data")) {
            out_.hasOtherKeyInfo = true;
            continue;
        }
        for (const xmlNode* element : childElements(part)) {
            if (isSignatureElement(element, "X509Certificate")) {
                readCertificate(element);
            }
        }
    }
    putSignerFirst();
}

void SignatureReading::readCertificate(const xmlNode* element) {
    if (out_.certificates.size() == kMostXmlCertificates) {
        fault("xml-signature-structure", "X509Data");
        return;
    }
    try {
        out_.certificates.push_back(Certificate::fromDer(bytesOfXmlBase64(textOf(element))));
    } catch (const SigningError&) {
        fault("xml-signature-structure", "X509Certificate");
    }
}

/// XMLDSig 1.1, 4.5.4: the certificates have no order; the signer's is the one that issued none of the others.
void SignatureReading::putSignerFirst() {
    auto& all = out_.certificates;
    const auto leaf = std::find_if(all.begin(), all.end(), [&](const Certificate& candidate) {
        return std::none_of(all.begin(), all.end(),
                            [&](const Certificate& other) { return !(other == candidate) && other.isIssuedBy(candidate); });
    });
    if (leaf != all.end()) {
        std::rotate(all.begin(), leaf, leaf + 1);
    }
}

}  // namespace

XmlSignature XmlSignature::read(const XmlDocument& document, xmlNode* signature) {
    return SignatureReading(document, signature).run();
}

}  // namespace congvu::signing::xml
