// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "xml/XmlSignature.h"

namespace congvu::signing::xml {

/// The parts of an edXML file (QCVN 102:2016/BTTTT), found by their local names: writers differ in namespaces and order.
class EdxmlParts {
public:
    /// The root is edXML.
    explicit EdxmlParts(const XmlDocument& document);

    /// Parts that stand twice, or in another place than their own: what a reader takes may not be what was signed.
    const std::vector<XmlFault>& faults() const { return faults_; }
    /// Signatures in the header, directly or in DigitalSignature.
    const std::vector<xmlNode*>& signatures() const { return signatures_; }
    /// Signatures anywhere else.
    const std::vector<xmlNode*>& misplacedSignatures() const { return misplaced_; }
    /// Content identifiers that the manifest lists and no attachment has.
    std::vector<std::string> missingAttachments() const;

    /// Names of what the references of `signature` do not lead to: header, body and attachments must all be covered, and
    /// nothing may stand beside them.
    std::vector<std::string> uncoveredBy(const XmlSignature& signature) const;

private:
    void locate();
    void findSignatures();
    void collectUncovered(xmlNode* node, const XmlSignature& signature, std::vector<std::string>& out) const;
    bool isFrame(const xmlNode* node) const;
    xmlNode* only(xmlNode* parent, std::string_view name);

    xmlNode* root_ = nullptr;
    xmlNode* envelope_ = nullptr;
    xmlNode* header_ = nullptr;
    xmlNode* body_ = nullptr;
    xmlNode* attachments_ = nullptr;
    std::vector<xmlNode*> elements_;
    std::vector<xmlNode*> signatures_;
    std::vector<xmlNode*> misplaced_;
    std::vector<XmlFault> faults_;
};

}  // namespace congvu::signing::xml
