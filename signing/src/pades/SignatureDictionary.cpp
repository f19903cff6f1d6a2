// SPDX-License-Identifier: Apache-2.0
#include "pades/SignatureDictionary.h"

#include <cstdio>

namespace congvu::signing::pades {
namespace {

using pdf::Object;

constexpr std::size_t kByteRangeRoom = 60;
constexpr std::size_t kFixedText = 32;  // the two keys and the brackets

/// ISO 32000-2, 7.9.4, in Vietnam time: documents are read with the clock on the wall.
std::string pdfDate(Instant instant) {
    const std::string local = toIso8601(instant + std::chrono::hours{7});
    std::string digits;
    for (const char character : local) {
        if (character >= '0' && character <= '9') {
            digits += character;
        }
    }
    return "D:" + digits + "+07'00'";
}

Object transform(const char* method, Object parameters) {
    parameters.set("Type", Object::name("TransformParams"));
    parameters.set("V", Object::name("1.2"));
    return Object::dictionary(
        {{"Type", Object::name("SigRef")}, {"TransformMethod", Object::name(method)}, {"TransformParams", std::move(parameters)}});
}

/// DocMDP for a certification (12.8.2.2), FieldMDP for a field with a Lock (12.8.2.4).
Object references(const SignatureRequest& request, const Object& lock, pdf::ObjectNumber catalog) {
    Object array = Object::array();
    if (request.certification != Certification::none) {
        Object parameters = Object::dictionary({{"P", Object::integer(static_cast<int>(request.certification))}});
        array.items().push_back(transform("DocMDP", std::move(parameters)));
    }
    if (lock.isDictionary()) {
        Object parameters = Object::dictionary();
        for (const char* key : {"Action", "Fields", "P"}) {
            if (lock.has(key)) {
                parameters.set(key, lock.get(key));
            }
        }
        Object reference = transform("FieldMDP", std::move(parameters));
        // Table 256: needed for this method; the object whose changes are looked for.
        reference.set("Data", Object::reference(catalog));
        array.items().push_back(std::move(reference));
    }
    return array;
}

/// The entries, then room for ByteRange and Contents.
SignatureDictionary withRoom(const Object& head, std::size_t reservedBytes) {
    SignatureDictionary out;
    const std::string entries = head.toString();
    out.text.reserve(entries.size() + kByteRangeRoom + reservedBytes * 2 + kFixedText);
    out.text.assign(entries, 0, entries.size() - 2);
    out.text += "/ByteRange ";
    out.byteRangeOffset = out.text.size();
    out.byteRangeRoom = kByteRangeRoom;
    out.text.append(kByteRangeRoom, ' ');
    out.text += "/Contents ";
    out.holeOffset = out.text.size();
    out.holeLength = reservedBytes * 2 + 2;
    out.text += '<';
    out.text.append(reservedBytes * 2, '0');
    out.text += ">>>";
    return out;
}

}  // namespace

SignatureDictionary SignatureDictionary::make(const SignatureRequest& request, const Certificate& signer, const Object& lock,
                                              const pdf::IncrementalWriter& writer, pdf::ObjectNumber number) {
    Object head = Object::dictionary({{"Type", Object::name("Sig")},
                                      {"Filter", Object::name("Adobe.PPKLite")},
                                      {"SubFilter", Object::name("ETSI.CAdES.detached")},
                                      {"M", Object::bytes(pdfDate(request.signingTime))},
                                      {"Name", Object::text(request.signerName.empty() ? signer.commonName() : request.signerName)}});
    if (!request.reason.empty()) {
        head.set("Reason", Object::text(request.reason));
    }
    if (!request.location.empty()) {
        head.set("Location", Object::text(request.location));
    }
    Object reference = references(request, lock, writer.reader().catalogNumber());
    if (!reference.items().empty()) {
        head.set("Reference", std::move(reference));
    }
    return withRoom(writer.encrypted(number, std::move(head)), request.reservedBytes);
}

SignatureDictionary SignatureDictionary::makeTimeStamp(std::size_t reservedBytes) {
    return withRoom(Object::dictionary({{"Type", Object::name("DocTimeStamp")},
                                        {"Filter", Object::name("Adobe.PPKLite")},
                                        {"SubFilter", Object::name("ETSI.RFC3161")}}),
                    reservedBytes);
}

}  // namespace congvu::signing::pades
