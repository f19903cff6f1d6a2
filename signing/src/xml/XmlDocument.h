// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libxml/tree.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "congvu/signing/Bytes.h"

namespace congvu::signing::xml {

inline constexpr std::string_view kSignatureNamespace = "http://www.w3.org/2000/09/xmldsig#";

/// An XML file that was parsed without the parts of XML that attack a reader: UTF-8 only, no DOCTYPE, no entities of its own,
/// no processing instructions, limited depth and size. Nothing is fetched.
class XmlDocument {
public:
    /// Why a file was refused: the code of a finding, and a detail.
    struct Refusal {
        std::string code;
        std::string detail;
    };

    /// Gives nothing and fills `refusal` when the file is refused.
    static std::optional<XmlDocument> parse(ByteView bytes, Refusal& refusal);

    xmlDoc* native() const { return document_.get(); }
    xmlNode* root() const { return xmlDocGetRootElement(document_.get()); }
    bool hasComments() const { return hasComments_; }

    /// Every attribute that names an element by this identifier: Id, ID, id and xml:id.
    const std::vector<xmlAttr*>& identifiers(const std::string& value) const;

private:
    void indexIdentifiers();

    struct Deleter {
        void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
    };
    std::unique_ptr<xmlDoc, Deleter> document_;
    std::map<std::string, std::vector<xmlAttr*>> identifiers_;
    bool hasComments_ = false;
};

std::string_view nameOf(const xmlNode* node);
bool isElement(const xmlNode* node);
/// An element of the XMLDSig namespace with this name.
bool isSignatureElement(const xmlNode* node, std::string_view name);
std::vector<xmlNode*> childElements(const xmlNode* node);
/// Children with this local name, whatever their namespace.
std::vector<xmlNode*> childrenNamed(const xmlNode* node, std::string_view name);
/// Value of an attribute without namespace; nothing when it is absent.
std::optional<std::string> attribute(const xmlNode* node, const char* name);
/// Text of the element and everything in it.
std::string textOf(const xmlNode* node);

/// Every element of a tree, in document order.
std::vector<xmlNode*> allElements(xmlNode* top);

}  // namespace congvu::signing::xml
