// SPDX-License-Identifier: Apache-2.0
#include "attacks/RawUpdate.h"

#include <algorithm>
#include <cstdio>

#include "pdf/Reader.h"

namespace congvu::signing::testing {

std::string usualTrailer(const Bytes& document) {
    const pdf::Reader reader(document);
    return "/Size " + std::to_string(std::max<pdf::ObjectNumber>(reader.nextObjectNumber(), 200)) + "/Root " +
           reader.trailer().get("Root").toString() + "/Prev " + std::to_string(reader.startCrossReference());
}

RawUpdate::RawUpdate(const Bytes& document) : document_(document), trailer_(usualTrailer(document)) {}

RawUpdate& RawUpdate::entry(pdf::ObjectNumber number, std::size_t position, unsigned int generation, char kind) {
    char line[80];
    std::snprintf(line, sizeof line, "%u 1%s%010zu %05u %c %s", number, lineEnd_.c_str(), position, generation, kind, lineEnd_.c_str());
    entries_ += line;
    return *this;
}

RawUpdate& RawUpdate::object(pdf::ObjectNumber number, const std::string& text, unsigned int generation) {
    entry(number, position(), generation);
    return raw(std::to_string(number) + ' ' + std::to_string(generation) + " obj" + lineEnd_ + text + lineEnd_ + "endobj" + lineEnd_);
}

RawUpdate& RawUpdate::raw(const std::string& text) {
    body_ += text;
    return *this;
}

RawUpdate& RawUpdate::trailer(const std::string& entries) {
    trailer_ = entries;
    return *this;
}

RawUpdate& RawUpdate::lineEnd(const std::string& end) {
    lineEnd_ = end;
    return *this;
}

Bytes RawUpdate::joined(const std::string& tail) const {
    Bytes out = document_;
    out.insert(out.end(), body_.begin(), body_.end());
    out.insert(out.end(), tail.begin(), tail.end());
    return out;
}

Bytes RawUpdate::finish() const {
    return joined("xref" + lineEnd_ + entries_ + "trailer" + lineEnd_ + "<<" + trailer_ + ">>" + lineEnd_ + "startxref" + lineEnd_ +
                  std::to_string(position()) + lineEnd_ + "%%EOF" + lineEnd_);
}

Bytes RawUpdate::withoutCrossReference() const {
    return joined({});
}

}  // namespace congvu::signing::testing
