// SPDX-License-Identifier: Apache-2.0
#include "xml/XmlDocument.h"

#include <libxml/parser.h>
#include <libxml/xmlreader.h>

#include <algorithm>
#include <cctype>

namespace congvu::signing::xml {
namespace {

constexpr std::size_t kLargestFile = std::size_t{512} << 20;
constexpr int kDeepest = 64;
constexpr std::size_t kMostNodes = 2'000'000;
constexpr int kMostAttributes = 256;
// Attachments are longer than libxml2's ten megabytes of text, hence XML_PARSE_HUGE: what it lifts is limited here.
constexpr int kParseOptions = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE;

struct ReaderDeleter {
    void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

/// The value of `encoding` in the XML declaration, in lower case; empty without one.
std::string declaredEncoding(std::string_view text) {
    constexpr std::string_view kKey = "encoding";
    const std::string_view declaration = text.starts_with("<?xml") ? text.substr(0, text.find("?>")) : std::string_view();
    const std::size_t key = declaration.find(kKey);
    if (key == std::string_view::npos) {
        return {};
    }
    const std::size_t open = declaration.find_first_of("\"'", key + kKey.size());
    const std::size_t close = open == std::string_view::npos ? open : declaration.find(declaration[open], open + 1);
    if (close == std::string_view::npos) {
        return "?";
    }
    std::string name(declaration.substr(open + 1, close - open - 1));
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char letter) { return std::tolower(letter); });
    return name;
}

/// What is refused before any parser sees the file. UTF-8 only: in another encoding a DOCTYPE would not look like one.
std::optional<XmlDocument::Refusal> refusalOfBytes(std::string_view text) {
    if (text.empty() || text.size() > kLargestFile || text.front() != '<') {
        return XmlDocument::Refusal{"xml-unreadable", {}};
    }
    const std::string encoding = declaredEncoding(text);
    if (text.find('\0') != std::string_view::npos || !(encoding.empty() || encoding == "utf-8" || encoding == "us-ascii")) {
        return XmlDocument::Refusal{"xml-encoding", encoding};
    }
    if (text.find("<!DOCTYPE") != std::string_view::npos || text.find("<!ENTITY") != std::string_view::npos) {
        return XmlDocument::Refusal{"xml-doctype", {}};
    }
    return std::nullopt;
}

/// A first pass that keeps nothing, so that no tree is built of a file that would exhaust the reader.
std::optional<XmlDocument::Refusal> refusalOfStructure(std::string_view text, bool& hasComments) {
    const std::unique_ptr<xmlTextReader, ReaderDeleter> reader(
        xmlReaderForMemory(text.data(), static_cast<int>(text.size()), nullptr, "UTF-8", kParseOptions));
    std::size_t nodes = 0;
    int state = reader == nullptr ? -1 : xmlTextReaderRead(reader.get());
    for (; state == 1; state = xmlTextReaderRead(reader.get())) {
        const int type = xmlTextReaderNodeType(reader.get());
        if (type == XML_READER_TYPE_DOCUMENT_TYPE || type == XML_READER_TYPE_ENTITY_REFERENCE) {
            return XmlDocument::Refusal{"xml-doctype", {}};
        }
        if (type == XML_READER_TYPE_PROCESSING_INSTRUCTION) {
            return XmlDocument::Refusal{"xml-processing-instruction", std::string(view(xmlTextReaderConstName(reader.get())))};
        }
        hasComments = hasComments || type == XML_READER_TYPE_COMMENT;
        if (++nodes > kMostNodes || xmlTextReaderDepth(reader.get()) > kDeepest ||
            xmlTextReaderAttributeCount(reader.get()) > kMostAttributes) {
            return XmlDocument::Refusal{"xml-unreadable", "too large or too deep"};
        }
    }
    return state == 0 ? std::nullopt : std::optional(XmlDocument::Refusal{"xml-unreadable", {}});
}

bool isIdentifier(const xmlAttr* attribute) {
    const std::string_view name = view(attribute->name);
    if (attribute->ns == nullptr) {
        return name == "Id" || name == "ID" || name == "id";
    }
    return name == "id" && view(attribute->ns->href) == view(XML_XML_NAMESPACE);
}

std::string valueOf(const xmlAttr* attribute) {
    xmlChar* value = xmlNodeListGetString(attribute->doc, attribute->children, 1);
    std::string out(view(value));
    xmlFree(value);
    return out;
}

void collect(xmlNode* node, std::vector<xmlNode*>& out) {
    out.push_back(node);
    for (xmlNode* child : childElements(node)) {
        collect(child, out);
    }
}

}  // namespace

std::optional<XmlDocument> XmlDocument::parse(ByteView bytes, Refusal& refusal) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    std::string_view text = signing::textOf(bytes);
    text.remove_prefix(text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
    XmlDocument out;
    auto found = refusalOfBytes(text);
    found = found ? found : refusalOfStructure(text, out.hasComments_);
    if (found) {
        refusal = std::move(*found);
        return std::nullopt;
    }
    out.document_.reset(xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, "UTF-8", kParseOptions));
    if (out.document_ == nullptr || out.root() == nullptr || out.document_->intSubset != nullptr) {
        refusal = {"xml-unreadable", {}};
        return std::nullopt;
    }
    out.indexIdentifiers();
    return out;
}

void XmlDocument::indexIdentifiers() {
    for (const xmlNode* element : allElements(root())) {
        for (xmlAttr* attribute = element->properties; attribute != nullptr; attribute = attribute->next) {
            if (isIdentifier(attribute)) {
                identifiers_[valueOf(attribute)].push_back(attribute);
            }
        }
    }
}

const std::vector<xmlAttr*>& XmlDocument::identifiers(const std::string& value) const {
    static const std::vector<xmlAttr*> kNone;
    const auto found = identifiers_.find(value);
    return found == identifiers_.end() ? kNone : found->second;
}

std::string_view nameOf(const xmlNode* node) {
    return view(node->name);
}

bool isElement(const xmlNode* node) {
    return node->type == XML_ELEMENT_NODE;
}

bool isSignatureElement(const xmlNode* node, std::string_view name) {
    return isElement(node) && nameOf(node) == name && node->ns != nullptr && view(node->ns->href) == kSignatureNamespace;
}

std::vector<xmlNode*> childElements(const xmlNode* node) {
    std::vector<xmlNode*> out;
    for (xmlNode* child = node->children; child != nullptr; child = child->next) {
        if (isElement(child)) {
            out.push_back(child);
        }
    }
    return out;
}

std::vector<xmlNode*> childrenNamed(const xmlNode* node, std::string_view name) {
    std::vector<xmlNode*> out = childElements(node);
    std::erase_if(out, [&](const xmlNode* child) { return nameOf(child) != name; });
    return out;
}

std::optional<std::string> attribute(const xmlNode* node, const char* name) {
    const xmlAttr* found = xmlHasNsProp(node, reinterpret_cast<const xmlChar*>(name), nullptr);
    return found == nullptr ? std::nullopt : std::optional(valueOf(found));
}

std::string textOf(const xmlNode* node) {
    xmlChar* content = xmlNodeGetContent(node);
    std::string out(view(content));
    xmlFree(content);
    return out;
}

std::vector<xmlNode*> allElements(xmlNode* top) {
    std::vector<xmlNode*> out;
    collect(top, out);
    return out;
}

}  // namespace congvu::signing::xml
