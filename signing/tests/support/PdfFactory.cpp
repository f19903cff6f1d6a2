// SPDX-License-Identifier: Apache-2.0
#include "support/PdfFactory.h"

#include <cstdio>

namespace congvu::signing::testing {
namespace {

using pdf::ObjectNumber;
using pdf::SectionKind;
using Objects = std::map<ObjectNumber, std::string>;

std::string stream(const std::string& entries, const std::string& data) {
    return "<<" + entries + "/Length " + std::to_string(data.size()) + ">>\nstream\n" + data + "\nendstream";
}

std::string reference(ObjectNumber number) {
    return std::to_string(number) + " 0 R";
}

std::string widget(const std::string& entries, const std::string& rectangle) {
    return "<</Type/Annot/Subtype/Widget/F 4/P " + reference(kFirstPage) + "/Rect[" + rectangle + "]" + entries + ">>";
}

std::string addFields(const PdfShape& shape, Objects& objects) {
    std::string list;
    const auto add = [&](ObjectNumber number, const std::string& body) {
        objects[number] = body;
        list += reference(number) + ' ';
    };
    if (shape.withTextFields) {
        add(kNumberField, widget("/FT/Tx/T(Number)/DA(/Helv 13 Tf 0 g)/Q 2", "100 700 160 716"));
        add(kDateField, widget("/FT/Tx/T(Date)/DA(/Helv 13 Tf 0 g)/Q 1", "250 700 540 716"));
    }
    if (shape.withSignatureField) {
        add(kChairField, widget("/FT/Sig/T(Chair)", "350 200 500 260"));
    }
    if (shape.withLock) {
        add(kSealField, widget("/FT/Sig/T(Seal)/Lock<</Type/SigFieldLock/Action/Include/Fields[(Number)]>>", "300 200 360 260"));
    }
    return list;
}

void addPages(const PdfShape& shape, const std::string& annotations, Objects& objects) {
    std::string kids;
    for (int index = 0; index < shape.pages; ++index) {
        const ObjectNumber number = kFirstPage + static_cast<ObjectNumber>(index);
        kids += reference(number) + ' ';
        const std::string contents = shape.withDanglingContent ? "[" + reference(kContent) + " 90 0 R]" : reference(kContent);
        objects[number] = "<</Type/Page/Parent " + reference(kPages) + "/MediaBox[0 0 595 842]/Resources<</Font<</F1 " + reference(kFont) +
                          ">>>>/Contents " + contents + (shape.rotation != 0 ? "/Rotate " + std::to_string(shape.rotation) : "") +
                          shape.pageEntries + (index == 0 && !annotations.empty() ? "/Annots[" + annotations + "]" : "") + ">>";
    }
    objects[kPages] = "<</Type/Pages/Count " + std::to_string(shape.pages) + "/Kids[" + kids + "]>>";
}

void append(std::string& out, std::uint64_t value, int width) {
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8) {
        out += static_cast<char>((value >> shift) & 0xFF);
    }
}

/// Where an object was written.
struct Place {
    int type;
    std::uint64_t position;
    std::uint64_t index;
};
using Places = std::map<ObjectNumber, Place>;

/// Puts the objects that have no stream into one object stream.
void writeObjectStream(const Objects& packed, ObjectNumber number, std::string& out, Places& places) {
    std::string head;
    std::string body;
    std::uint64_t index = 0;
    for (const auto& [member, text] : packed) {
        head += std::to_string(member) + ' ' + std::to_string(body.size()) + ' ';
        body += text + ' ';
        places[member] = {2, number, index++};
    }
    places[number] = {1, out.size(), 0};
    out += std::to_string(number) + " 0 obj\n" +
           stream("/Type/ObjStm/N " + std::to_string(packed.size()) + "/First " + std::to_string(head.size()), head + body) + "\nendobj\n";
}

std::string crossReferenceData(const Places& places, std::string& index) {
    std::string data;
    for (const auto& [number, place] : places) {
        index += std::to_string(number) + " 1 ";
        append(data, static_cast<std::uint64_t>(place.type), 1);
        append(data, place.position, 4);
        append(data, place.index, 2);
    }
    return data;
}

std::uint64_t writeCrossReferenceStream(Places places, ObjectNumber own, const std::string& trailer, std::string& out) {
    const std::uint64_t position = out.size();
    places[own] = {1, position, 0};
    std::string index;
    const std::string data = crossReferenceData(places, index);
    out += std::to_string(own) + " 0 obj\n" + stream("/Type/XRef/W[1 4 2]/Index[" + index + "]" + trailer, data) + "\nendobj\n";
    return position;
}

std::uint64_t writeTable(const Places& places, const std::string& trailer, std::string& out) {
    const std::uint64_t position = out.size();
    out += "xref\n0 1\n0000000000 65535 f \n";
    for (const auto& [number, place] : places) {
        if (place.type != 1) {
            continue;
        }
        char line[64];
        std::snprintf(line, sizeof line, "%u 1\n%010llu 00000 n \n", number, static_cast<unsigned long long>(place.position));
        out += line;
    }
    out += "trailer\n<<" + trailer + ">>\n";
    return position;
}

}  // namespace

Bytes writePdf(const Objects& objects, SectionKind kind) {
    constexpr ObjectNumber kObjectStream = 100;
    constexpr ObjectNumber kCrossReference = 101;
    std::string out = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    Places places;
    Objects packed;
    for (const auto& [number, text] : objects) {
        const bool packable = text.find("stream\n") == std::string::npos && number != kCatalog;
        if (kind != SectionKind::table && packable) {
            packed[number] = text;
            continue;
        }
        places[number] = {1, out.size(), 0};
        out += std::to_string(number) + " 0 obj\n" + text + "\nendobj\n";
    }
    if (!packed.empty()) {
        writeObjectStream(packed, kObjectStream, out, places);
    }
    std::string trailer = "/Size 102/Root 1 0 R/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]";
    std::uint64_t start = 0;
    if (kind == SectionKind::stream) {
        start = writeCrossReferenceStream(places, kCrossReference, trailer, out);
    } else {
        if (kind == SectionKind::hybrid) {
            Places hidden;
            for (const auto& [number, place] : places) {
                if (place.type == 2) {
                    hidden[number] = place;
                }
            }
            trailer += "/XRefStm " + std::to_string(writeCrossReferenceStream(hidden, kCrossReference, "/Size 102", out));
        }
        start = writeTable(places, trailer, out);
    }
    out += "startxref\n" + std::to_string(start) + "\n%%EOF\n";
    return Bytes(out.begin(), out.end());
}

Bytes makePdf(const PdfShape& shape) {
    Objects objects;
    const std::string fields = addFields(shape, objects);
    std::string annotations = fields;
    if (shape.withLinkAnnotation) {
        objects[kLink] = "<</Type/Annot/Subtype/Link/F 4/Rect[50 50 200 80]/Border[0 0 0]>>";
        annotations += reference(kLink);
    }
    objects[kCatalog] = "<</Type/Catalog/Pages " + reference(kPages) + (fields.empty() ? "" : "/AcroForm " + reference(kForm)) + ">>";
    if (!fields.empty()) {
        objects[kForm] = "<</Fields[" + fields + "]/DA(/Helv 0 Tf 0 g)/DR<</Font<</Helv " + reference(kFont) + ">>>>>>";
    }
    objects[kFont] = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";
    objects[kContent] = stream("", "BT /F1 24 Tf 72 760 Td (Pay 100) Tj ET");
    addPages(shape, annotations, objects);
    if (shape.withHiddenCatalog) {
        objects[80] = "<</Type/Catalog/Pages 81 0 R>>";
        objects[81] = "<</Type/Pages/Count 1/Kids[82 0 R]>>";
        objects[82] = "<</Type/Page/Parent 81 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents 83 0 R>>";
        objects[83] = stream("", "BT /F1 24 Tf 72 760 Td (Pay 100000) Tj ET");
    }
    if (shape.paddingBytes > 0) {
        objects[95] = stream("", std::string(shape.paddingBytes, 'x'));
    }
    return writePdf(objects, shape.kind);
}

}  // namespace congvu::signing::testing
