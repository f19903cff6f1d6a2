// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "congvu/signing/Certificate.h"
#include "xml/XmlDocument.h"

namespace congvu::signing::xml {

/// One thing that forbids a signature to be processed: the code of a finding, and a detail.
struct XmlFault {
    std::string code;
    std::string detail;
};

/// One ds:Signature taken apart and held against the few forms that are permitted (W3C XMLDSig 1.1). Nothing is verified yet.
struct XmlSignature {
    xmlNode* node = nullptr;
    std::string algorithm;                  ///< "RSA-SHA256", "ECDSA-SHA384"; empty when it is not permitted
    std::string digestAlgorithm;            ///< OpenSSL name, of the signature algorithm
    std::vector<xmlNode*> targets;          ///< what the references lead to
    std::vector<xmlAttr*> identifiers;      ///< through which they do
    std::vector<Certificate> certificates;  ///< of X509Data, the signer's first
    bool hasOtherKeyInfo = false;           ///< KeyValue, KeyName and the like, which are not looked at
    Bytes value;
    std::vector<XmlFault> faults;

    static XmlSignature read(const XmlDocument& document, xmlNode* signature);
};

}  // namespace congvu::signing::xml
