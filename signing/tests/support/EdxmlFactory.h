// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "congvu/signing/pki/DemoAuthority.h"

namespace congvu::signing::testing {

inline constexpr const char* kEnvelopedTransform = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
inline constexpr const char* kExclusiveTransform = "http://www.w3.org/2001/10/xml-exc-c14n#";

/// One ds:Reference of a signature to be made.
struct EdxmlReference {
    std::string uri;
    std::string transforms;  ///< content of ds:Transforms; empty: exclusive canonicalization
    std::string digest = "http://www.w3.org/2001/04/xmlenc#sha256";
};

/// A generated edXML file and its signature; the defaults are a lawful one over the whole file.
struct EdxmlShape {
    std::vector<EdxmlReference> references{{"", transform(kEnvelopedTransform) + transform(kExclusiveTransform)}};
    std::string method = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    std::string keyInfo;                 ///< content of ds:KeyInfo; empty: X509Data of the signer and its issuer
    std::string object;                  ///< ds:Object elements
    std::string beforeRoot;              ///< after the XML declaration
    std::string header;                  ///< more in the header
    std::string rootChildren;            ///< more in the root
    std::string attachmentId = "annex";  ///< identifier of the attachment that is in the file
    bool withAttachment = true;

    static std::string transform(const std::string& algorithm, const std::string& content = {});
};

/// References to header, body and attachments by their identifiers.
std::vector<EdxmlReference> partReferences();

/// The file with an empty place for the signature value, made right by `key` with the stock library, which permits anything.
std::string signEdxml(const EdxmlShape& shape, const IssuedKey& key);
/// The same with an HMAC under a known secret.
std::string signEdxmlWithHmac(const EdxmlShape& shape);

std::string x509Data(const std::vector<Certificate>& certificates);
/// ds:KeyValue of an RSA key.
std::string rsaKeyValue(const Certificate& certificate);

}  // namespace congvu::signing::testing
