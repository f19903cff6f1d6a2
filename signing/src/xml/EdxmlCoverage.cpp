// SPDX-License-Identifier: Apache-2.0
#include "xml/EdxmlCoverage.h"

#include <algorithm>

namespace congvu::signing::xml {
namespace {

bool contains(const std::vector<xmlNode*>& nodes, const xmlNode* node) {
    return std::find(nodes.begin(), nodes.end(), node) != nodes.end();
}

bool isBlankText(const xmlNode* node) {
    return (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && xmlIsBlankNode(node) == 1;
}

/// Nothing of its own between its child elements: no text, and no attribute but an identifier or one of XML Schema instances.
bool holdsOnlyElements(const xmlNode* node) {
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
        if (!isElement(child) && !isBlankText(child) && child->type != XML_COMMENT_NODE) {
            return false;
        }
    }
    for (const xmlAttr* attribute = node->properties; attribute != nullptr; attribute = attribute->next) {
        const std::string_view name(reinterpret_cast<const char*>(attribute->name));
        if (name != "Id" && name != "ID" && name != "id" && name != "schemaLocation") {
            return false;
        }
    }
    return true;
}

std::string withoutScheme(const std::string& text) {
    return text.starts_with("cid:") ? text.substr(4) : text;
}

}  // namespace

EdxmlParts::EdxmlParts(const XmlDocument& document) : root_(document.root()), elements_(allElements(root_)) {
    locate();
    findSignatures();
}

/// The one child of this name; none or several are faults.
xmlNode* EdxmlParts::only(xmlNode* parent, std::string_view name) {
    const auto found = parent == nullptr ? std::vector<xmlNode*>() : childrenNamed(parent, name);
    const auto everywhere = std::count_if(elements_.begin(), elements_.end(), [&](const xmlNode* node) { return nameOf(node) == name; });
    if (found.size() != 1 || everywhere != 1) {
        faults_.push_back({everywhere > 1 ? "xml-part-doubled" : "xml-part-missing", std::string(name)});
        return nullptr;
    }
    return found.front();
}

void EdxmlParts::locate() {
    envelope_ = only(root_, "edXMLEnvelope");
    header_ = only(envelope_, "edXMLHeader");
    body_ = only(envelope_, "edXMLBody");
    only(header_, "MessageHeader");
    const auto encoded =
        std::count_if(elements_.begin(), elements_.end(), [](const xmlNode* node) { return nameOf(node) == "AttachmentEncoded"; });
    attachments_ = encoded == 0 ? nullptr : only(root_, "AttachmentEncoded");
}

void EdxmlParts::findSignatures() {
    for (xmlNode* element : elements_) {
        if (!isSignatureElement(element, "Signature")) {
            continue;
        }
        const xmlNode* place = nameOf(element->parent) == "DigitalSignature" ? element->parent->parent : element->parent;
        (header_ != nullptr && place == header_ ? signatures_ : misplaced_).push_back(element);
    }
}

std::vector<std::string> EdxmlParts::missingAttachments() const {
    std::vector<std::string> held;
    for (const xmlNode* attachment : attachments_ == nullptr ? std::vector<xmlNode*>() : childrenNamed(attachments_, "Attachment")) {
        for (const xmlNode* identifier : childrenNamed(attachment, "ContentId")) {
            held.push_back(withoutScheme(textOf(identifier)));
        }
    }
    std::vector<std::string> missing;
    for (const xmlNode* manifest : body_ == nullptr ? std::vector<xmlNode*>() : childrenNamed(body_, "edXMLManifest")) {
        for (const xmlNode* reference : childrenNamed(manifest, "Reference")) {
            for (const xmlNode* identifier : childrenNamed(reference, "ContentId")) {
                const std::string name = withoutScheme(textOf(identifier));
                if (std::find(held.begin(), held.end(), name) == held.end()) {
                    missing.push_back(name);
                }
            }
        }
    }
    return missing;
}

/// What only frames parts and says nothing itself.
bool EdxmlParts::isFrame(const xmlNode* node) const {
    const bool isOwn = node == root_ || node == envelope_ || node == header_ || node == attachments_ ||
                       (node->parent == header_ && nameOf(node) == "DigitalSignature");
    return isOwn && holdsOnlyElements(node);
}

void EdxmlParts::collectUncovered(xmlNode* node, const XmlSignature& signature, std::vector<std::string>& out) const {
    // Other signatures of the header are judged on their own.
    if (contains(signature.targets, node) || contains(signatures_, node)) {
        return;
    }
    if (!isFrame(node)) {
        out.emplace_back(nameOf(node));
        return;
    }
    for (xmlNode* child : childElements(node)) {
        collectUncovered(child, signature, out);
    }
}

std::vector<std::string> EdxmlParts::uncoveredBy(const XmlSignature& signature) const {
    std::vector<std::string> out;
    collectUncovered(root_, signature, out);
    return out;
}

}  // namespace congvu::signing::xml
