// SPDX-License-Identifier: Apache-2.0
#include "service/XmlStream.h"

#include "congvu/error/AppError.h"

#include <limits>

namespace congvu::tasks {

namespace {

[[noreturn]] void refuseXml() {
    throw AppError::invalidField("/file", "tasks.import-damaged");
}

void keepQuiet(void* /*context*/, const char* /*message*/, xmlParserSeverities /*severity*/, xmlTextReaderLocatorPtr /*where*/) {}

std::string_view viewOf(const xmlChar* text) {
    return text == nullptr ? std::string_view{} : std::string_view{reinterpret_cast<const char*>(text)};
}

}  // namespace

XmlStream::XmlStream(const std::string& xml) : reader_(nullptr, xmlFreeTextReader) {
    if (xml.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
        refuseXml();
    }
    reader_.reset(xmlReaderForMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, XML_PARSE_NONET | XML_PARSE_NOCDATA));
    if (!reader_) {
        refuseXml();
    }
    xmlTextReaderSetErrorHandler(reader_.get(), keepQuiet, nullptr);
}

bool XmlStream::next() {
    const int read = xmlTextReaderRead(reader_.get());
    if (read < 0 || (read == 1 && xmlTextReaderNodeType(reader_.get()) == XML_READER_TYPE_DOCUMENT_TYPE)) {
        refuseXml();
    }
    return read == 1;
}

bool XmlStream::starts(std::string_view localName) const {
    return xmlTextReaderNodeType(reader_.get()) == XML_READER_TYPE_ELEMENT &&
           viewOf(xmlTextReaderConstLocalName(reader_.get())) == localName;
}

std::string XmlStream::attribute(const char* name) const {
    const std::unique_ptr<xmlChar, void (*)(void*)> value{xmlTextReaderGetAttribute(reader_.get(), reinterpret_cast<const xmlChar*>(name)),
                                                          [](void* text) { xmlFree(text); }};
    return std::string{viewOf(value.get())};
}

void XmlStream::within(const std::function<void()>& visit) {
    if (xmlTextReaderIsEmptyElement(reader_.get()) == 1) {
        return;
    }
    const int depth = xmlTextReaderDepth(reader_.get());
    while (next() && xmlTextReaderDepth(reader_.get()) > depth) {
        visit();
    }
}

std::string XmlStream::textWithin() {
    std::string text;
    within([&] {
        const auto type = xmlTextReaderNodeType(reader_.get());
        if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE || type == XML_READER_TYPE_CDATA) {
            text += viewOf(xmlTextReaderConstValue(reader_.get()));
        }
    });
    return text;
}

}  // namespace congvu::tasks
