// SPDX-License-Identifier: Apache-2.0
#include "support/Tampering.h"

#include <algorithm>
#include <cstdio>
#include <stdexcept>

#include "congvu/signing/pades/PadesSignature.h"
#include "pdf/IncrementalWriter.h"

namespace congvu::signing::testing {
namespace {

Bytes appendTable(const Bytes& document, const std::string& entries, pdf::ObjectNumber root) {
    const pdf::Reader reader(document);
    Bytes out = document;
    const std::string text = "xref\n" + entries + "trailer\n<</Size 200/Root " + std::to_string(root) + " 0 R/Prev " +
                             std::to_string(reader.startCrossReference()) + ">>\nstartxref\n" + std::to_string(document.size()) +
                             "\n%%EOF\n";
    out.insert(out.end(), text.begin(), text.end());
    return out;
}

}  // namespace

Bytes appendObjects(const Bytes& document, const std::map<pdf::ObjectNumber, std::string>& objects) {
    const pdf::Reader reader(document);
    pdf::IncrementalWriter writer(reader);
    for (const auto& [number, text] : objects) {
        writer.putText(number, text);
    }
    return PadesSignature::join(document, writer.finish());
}

std::string objectText(const Bytes& document, pdf::ObjectNumber number) {
    return pdf::Reader(document).object(number).toString();
}

Bytes replaceText(Bytes document, const std::string& from, const std::string& to) {
    const auto found = std::search(document.begin(), document.end(), from.begin(), from.end());
    if (from.size() != to.size() || found == document.end()) {
        throw std::logic_error("nothing to replace: " + from);
    }
    std::copy(to.begin(), to.end(), found);
    return document;
}

std::string streamText(const std::string& data) {
    return "<</Length " + std::to_string(data.size()) + ">>\nstream\n" + data + "\nendstream";
}

Bytes appendTrailerWithRoot(const Bytes& document, pdf::ObjectNumber root) {
    return appendTable(document, "0 1\n0000000000 65535 f \n", root);
}

Bytes appendFreedObject(const Bytes& document, pdf::ObjectNumber number) {
    return appendTable(document, std::to_string(number) + " 1\n0000000000 00001 f \n", pdf::Reader(document).catalogNumber());
}

}  // namespace congvu::signing::testing
