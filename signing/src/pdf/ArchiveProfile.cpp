// SPDX-License-Identifier: Apache-2.0
#include "pdf/ArchiveProfile.h"

#include <algorithm>

#include "congvu/signing/SigningError.h"

namespace congvu::signing::pdf {
namespace {

/// The number of `pdfaid:part`, as an attribute or an element; 0 without one.
int partIn(std::string_view metadata) {
    constexpr std::string_view kName = "pdfaid:part";
    const std::size_t found = metadata.find(kName);
    if (found == std::string_view::npos) {
        return 0;
    }
    const std::size_t value = metadata.find_first_not_of(" \t\r\n=>\"'", found + kName.size());
    const char digit = value == std::string_view::npos ? '\0' : metadata[value];
    return digit >= '1' && digit <= '4' ? digit - '0' : 0;
}

Object numbers(std::initializer_list<double> values) {
    Object array = Object::array();
    for (const double value : values) {
        array.items().push_back(Object::real(value));
    }
    return array;
}

/// The white point of sRGB (IEC 61966-2-1): D65.
Object whitePoint() {
    return numbers({0.9505, 1, 1.089});
}

}  // namespace

ArchiveProfile ArchiveProfile::of(const Reader& reader) {
    ArchiveProfile out;
    const Object& metadata = reader.catalog().get("Metadata");
    if (!metadata.isReference() || !reader.indirect(metadata.number()).isStream) {
        return out;
    }
    try {
        const Bytes text = reader.decodedStream(metadata.number());
        out.part = partIn(textOf(text));
    } catch (const SigningError&) {
        return out;  // metadata that cannot be read claims nothing
    }
    const auto& intents = reader.get(reader.catalog(), "OutputIntents").items();
    out.hasOutputIntent = std::any_of(intents.begin(), intents.end(),
                                      [&](const Object& intent) { return reader.get(reader.resolve(intent), "S").isName("GTS_PDFA1"); });
    return out;
}

Object calibratedRgb() {
    return Object::array(
        {Object::name("CalRGB"),
         Object::dictionary({{"WhitePoint", whitePoint()},
                             {"Gamma", numbers({2.2, 2.2, 2.2})},
                             {"Matrix", numbers({0.4124, 0.2126, 0.0193, 0.3576, 0.7152, 0.1192, 0.1805, 0.0722, 0.9505})}})});
}

Object calibratedGray() {
    return Object::array({Object::name("CalGray"), Object::dictionary({{"WhitePoint", whitePoint()}, {"Gamma", Object::real(2.2)}})});
}

}  // namespace congvu::signing::pdf
