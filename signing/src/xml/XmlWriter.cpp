// SPDX-License-Identifier: Apache-2.0
#include "xml/XmlWriter.h"

#include "pdf/Unicode.h"

namespace congvu::signing::xml {
namespace {

/// XML 1.0, 2.2.
bool isXmlCharacter(char32_t point) {
    return point == '\t' || point == '\n' || point == '\r' || (point >= 0x20 && point <= 0xD7FF) || (point >= 0xE000 && point <= 0xFFFD) ||
           (point >= 0x10000 && point <= 0x10FFFF);
}

}  // namespace

XmlWriter::XmlWriter() : out_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

void XmlWriter::indent() {
    out_.append(open_.size() * 2, ' ');
}

void XmlWriter::append(std::string_view text) {
    constexpr char32_t kReplacement = 0xFFFD;
    for (const char32_t point : pdf::codePointsOf(text)) {
        switch (point) {
            case '&':
                out_ += "&amp;";
                break;
            case '<':
                out_ += "&lt;";
                break;
            case '>':
                out_ += "&gt;";
                break;
            case '"':
                out_ += "&quot;";
                break;
            case '\r':
                out_ += "&#13;";
                break;
            default:
                pdf::appendUtf8(out_, isXmlCharacter(point) ? point : kReplacement);
        }
    }
}

void XmlWriter::start(std::string_view name, Attributes attributes) {
    indent();
    out_ += '<';
    out_ += name;
    for (const auto& [key, value] : attributes) {
        out_ += ' ';
        out_ += key;
        out_ += "=\"";
        append(value);
        out_ += '"';
    }
}

void XmlWriter::open(std::string_view name, Attributes attributes) {
    start(name, attributes);
    out_ += ">\n";
    open_.emplace_back(name);
}

void XmlWriter::close() {
    const std::string name = std::move(open_.back());
    open_.pop_back();
    indent();
    out_ += "</" + name + ">\n";
}

void XmlWriter::element(std::string_view name, std::string_view text, Attributes attributes) {
    start(name, attributes);
    out_ += '>';
    append(text);
    out_ += "</";
    out_ += name;
    out_ += ">\n";
}

void XmlWriter::empty(std::string_view name, Attributes attributes) {
    start(name, attributes);
    out_ += "/>\n";
}

}  // namespace congvu::signing::xml
