// SPDX-License-Identifier: Apache-2.0
#include "attacks/SignedParts.h"

#include <algorithm>
#include <cstdio>
#include <stdexcept>

#include "attacks/RichDocument.h"
#include "pdf/Form.h"
#include "support/PdfFactory.h"

namespace congvu::signing::testing {
namespace {

std::string tableEntry(pdf::ObjectNumber number, std::size_t position) {
    char entry[64];
    std::snprintf(entry, sizeof entry, "%u 1\n%010zu 00000 n \n", number, position);
    return entry;
}

std::string wrappedObject(const Bytes& document, WrappedObjects objects) {
    if (objects == WrappedObjects::content) {
        return std::to_string(kContent) + " 0 obj\n" + streamWith("", "(900)") + "\nendobj\n";
    }
    const std::string catalog = pdf::Reader(document).object(kCatalog).toString();
    return std::to_string(kCatalog) + " 0 obj\n" + changed(catalog, "/Pages 2 0 R", "/Pages 45 0 R") + "\nendobj\n";
}

}  // namespace

SignedParts partsOf(const Bytes& document) {
    const pdf::Reader reader(document);
    const pdf::Form form(reader);
    const pdf::Field* field = nullptr;
    for (const pdf::Field& candidate : form.fields()) {
        field = candidate.type == "Sig" && candidate.value.isReference() ? &candidate : field;
    }
    if (field == nullptr) {
        throw std::logic_error("no signature");
    }
    const pdf::Object& dictionary = reader.object(field->value.number());
    SignedParts parts{field->number, field->value.number(), "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached", {}, {}, 0, 0};
    const auto& range = dictionary.get("ByteRange");
    parts.range = range.toString();
    parts.contents = dictionary.get("Contents").token();
    parts.contentsStart = static_cast<std::size_t>(range.items()[1].integerValue());
    parts.contentsEnd = static_cast<std::size_t>(range.items()[2].integerValue());
    return parts;
}

Bytes signedPadded() {
    return signedRich({{95, streamWith("", std::string(100'000, 'x'))}});
}

Bytes wrapSignature(const Bytes& document, WrappedObjects objects) {
    const SignedParts parts = partsOf(document);
    const pdf::Reader reader(document);
    const auto& range = reader.object(parts.dictionary).get("ByteRange").items();
    const std::size_t gapEnd = parts.contentsEnd;
    const std::size_t table = reader.startCrossReference();
    const auto placeOf = [&](std::size_t at) { return document.begin() + static_cast<std::ptrdiff_t>(at); };
    const std::string oldTable(placeOf(table) + 5, document.end());
    const std::string content = wrappedObject(document, objects);
    const pdf::ObjectNumber number = objects == WrappedObjects::content ? kContent : kCatalog;
    const std::size_t start = table + 5 + tableEntry(number, 0).size() + tableEntry(parts.dictionary, 0).size() + oldTable.size();
    const std::string head = std::to_string(parts.dictionary) + " 0 obj\n" + parts.head + "/Contents" + parts.contents + "/ByteRange[0 " +
                             range[1].toString() + " 0000";
    const std::string foot = ' ' + range[3].toString() + "]>>\nendobj\n";
    const std::size_t end = start + content.size() + head.size() + 6 + foot.size();
    std::string injected(table - gapEnd, ' ');
    injected += "xref\n" + tableEntry(number, start) + tableEntry(parts.dictionary, start + content.size()) + oldTable;
    injected += content + head + std::to_string(end) + foot;
    if (gapEnd + injected.size() != end) {
        throw std::logic_error("the wrapped objects do not stand where they must");
    }
    Bytes out(document.begin(), placeOf(gapEnd));
    out.insert(out.end(), injected.begin(), injected.end());
    out.insert(out.end(), placeOf(gapEnd), document.end());
    return out;
}

Bytes fillGap(Bytes document, const std::string& text) {
    const SignedParts parts = partsOf(document);
    const std::size_t start = parts.contentsEnd - text.size();
    document[start - 1] = '>';
    std::copy(text.begin(), text.end(), document.begin() + static_cast<std::ptrdiff_t>(start));
    return document;
}

}  // namespace congvu::signing::testing
