// SPDX-License-Identifier: Apache-2.0
#include "attacks/ForgedCms.h"

#include <openssl/cms.h>

#include <algorithm>
#include <functional>

#include "attacks/RichDocument.h"
#include "cms/Der.h"
#include "crypto/CertificateNative.h"
#include "support/PdfFactory.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

crypto::KeyPointer keyOf(const IssuedKey& issued) {
    const auto* position = reinterpret_cast<const unsigned char*>(issued.pkcs8.view().data());
    return crypto::KeyPointer(d2i_AutoPrivateKey(nullptr, &position, static_cast<long>(issued.pkcs8.size())));
}

/// A place for a signature in a document written by hand.
struct Place {
    std::size_t start = 0;  ///< of '<'
    std::size_t end = 0;    ///< after '>'
};

constexpr std::size_t kReserved = 4000;

std::string signatureText(const std::string& entries) {
    return "<</Type/Sig/Filter/Adobe.PPKLite" + entries + "/ByteRange[0 1000000001 1000000002 1000000003]/Contents<" +
           std::string(kReserved * 2, '0') + ">>>";
}

void fill(Bytes& whole, std::size_t dictionary, const std::string& placeholder, std::size_t value) {
    std::string text = std::to_string(value);
    text.resize(placeholder.size(), ' ');
    const auto found =
        std::search(whole.begin() + static_cast<std::ptrdiff_t>(dictionary), whole.end(), placeholder.begin(), placeholder.end());
    std::copy(text.begin(), text.end(), found);
}

/// Fills in the ByteRange of the signature that stands in object `number`; the gap may be `inner` bytes smaller at both ends.
Place fillRange(Bytes& whole, pdf::ObjectNumber number, std::size_t inner = 0) {
    const std::size_t dictionary = textOf(whole).find(std::to_string(number) + " 0 obj");
    Place place;
    place.start = textOf(whole).find("/Contents<000000", dictionary) + 9;
    place.end = place.start + kReserved * 2 + 2 - inner;
    place.start += inner;
    fill(whole, dictionary, "1000000001", place.start);
    fill(whole, dictionary, "1000000002", place.end);
    fill(whole, dictionary, "1000000003", whole.size() - place.end);
    return place;
}

/// How a document of one revision with a signature in the field "Chair" is made.
struct HandMade {
    std::string entries;                             ///< of the signature dictionary
    std::function<Bytes(const Bytes&)> make;         ///< gives the value for the signed bytes
    std::function<void(ObjectTexts&)> prepare = {};  ///< changes the objects
    std::function<Bytes(const Bytes&)> damage = {};  ///< changes the file before it is signed
    std::size_t inner = 0;                           ///< how much smaller the gap is at both ends
};

Bytes signedByHand(const HandMade& shape) {
    constexpr pdf::ObjectNumber kSignature = 70;
    ObjectTexts objects = richObjects();
    objects[kChairField] = extended(objects[kChairField], "/V 70 0 R");
    objects[kSignature] = signatureText("/M(D:20260305070809Z)" + shape.entries);
    if (shape.prepare) {
        shape.prepare(objects);
    }
    Bytes whole = writePdf(objects, pdf::SectionKind::table);
    whole = shape.damage ? shape.damage(whole) : whole;
    const Place place = fillRange(whole, kSignature, shape.inner);
    Bytes content(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(place.start));
    content.insert(content.end(), whole.begin() + static_cast<std::ptrdiff_t>(place.end), whole.end());
    const std::string hex = crypto::toUpperHex(shape.make(content));
    std::copy(hex.begin(), hex.end(), whole.begin() + static_cast<std::ptrdiff_t>(place.start + 1 - shape.inner));
    return whole;
}

Bytes signedByHand(const std::string& entries, const std::function<Bytes(const Bytes&)>& make) {
    return signedByHand(HandMade{entries, make});
}

const std::string kDetached = "/SubFilter/adbe.pkcs7.detached";
const std::string kCades = "/SubFilter/ETSI.CAdES.detached";

Bytes signContent(const Bytes& content, unsigned int flags, const std::vector<const IssuedKey*>& keys) {
    const crypto::CmsPointer cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, flags | CMS_PARTIAL | CMS_BINARY));
    for (const IssuedKey* key : keys) {
        const unsigned int once =
            key == keys.front() && CMS_get0_SignerInfos(cms.get()) != nullptr && sk_CMS_SignerInfo_num(CMS_get0_SignerInfos(cms.get())) > 0
                ? CMS_NOCERTS
                : 0;
        CMS_add1_signer(cms.get(), crypto::x509Of(key->certificate), keyOf(*key).get(), EVP_sha256(),
                        flags | once | CMS_PARTIAL | CMS_BINARY);
        for (const Certificate& issuer : key->chain) {
            CMS_add1_cert(cms.get(), crypto::x509Of(issuer));
        }
    }
    const crypto::BioPointer bio = crypto::memoryBio(content);
    CMS_final(cms.get(), bio.get(), nullptr, flags | CMS_BINARY);
    return crypto::toDer(cms.get(), i2d_CMS_ContentInfo);
}

/// The content and the explicit element of a ContentInfo get indefinite lengths (X.690, 8.1.3.6).
Bytes toIndefinite(const Bytes& der) {
    const std::size_t header = der[1] < 0x80 ? 2 : 2 + (der[1] & 0x7Fu);
    const std::size_t oid = header + 2 + der[header + 1];
    const std::size_t inner = oid + (der[oid + 1] < 0x80 ? 2 : 2 + (der[oid + 1] & 0x7Fu));
    Bytes out{0x30, 0x80};
    out.insert(out.end(), der.begin() + static_cast<std::ptrdiff_t>(header), der.begin() + static_cast<std::ptrdiff_t>(oid));
    out.insert(out.end(), {0xA0, 0x80});
    out.insert(out.end(), der.begin() + static_cast<std::ptrdiff_t>(inner), der.end());
    out.insert(out.end(), {0, 0, 0, 0});
    return out;
}

}  // namespace

Bytes signedWithDoubledContents() {
    return signedByHand(kCades + "/Contents<00>", [](const Bytes& content) {
        return signContent(content, CMS_DETACHED | CMS_CADES, {&TestPki::instance().chairKey()});
    });
}

Bytes signedByTwo() {
    return signedByHand(kCades, [](const Bytes& content) {
        return signContent(content, CMS_DETACHED | CMS_CADES, {&TestPki::instance().chairKey(), &TestPki::instance().sealKey()});
    });
}

Bytes signedByOneTwice() {
    return signedByHand(kDetached, [](const Bytes& content) {
        const auto& key = TestPki::instance().chairKey();
        return signContent(content, CMS_DETACHED, {&key, &key});
    });
}

Bytes signedWithContent() {
    // The content itself would not fit; some other content does.
    return signedByHand(kCades, [](const Bytes&) { return signContent({'x'}, CMS_CADES, {&TestPki::instance().chairKey()}); });
}

Bytes signedWithSigningTime() {
    return signedByHand(kDetached,
                        [](const Bytes& content) { return signContent(content, CMS_DETACHED, {&TestPki::instance().chairKey()}); });
}

Bytes signedWithBer() {
    return signedByHand(kDetached, [](const Bytes& content) {
        return toIndefinite(signContent(content, CMS_DETACHED | CMS_CADES, {&TestPki::instance().chairKey()}));
    });
}

Bytes signedWithRawRsa() {
    const auto& signer = TestPki::instance().chair();
    std::string certificates = '<' + crypto::toUpperHex(signer.certificate().der()) + '>';
    for (const Certificate& issuer : signer.chain()) {
        certificates += '<' + crypto::toUpperHex(issuer.der()) + '>';
    }
    return signedByHand("/SubFilter/adbe.x509.rsa_sha1/Cert[" + certificates + ']', [](const Bytes& content) {
        const Bytes value = TestPki::instance().chair().sign(content);
        return cms::der::octetString(value);
    });
}

namespace {

Bytes signDetachedContent(const Bytes& content) {
    return signContent(content, CMS_DETACHED | CMS_CADES, {&TestPki::instance().chairKey()});
}

}  // namespace

Bytes signedWithEmptyContent() {
    return signedByHand(kDetached, [](const Bytes& content) {
        const Bytes der = signDetachedContent(content);
        const unsigned char* position = der.data();
        const crypto::CmsPointer cms(d2i_CMS_ContentInfo(nullptr, &position, static_cast<long>(der.size())));
        CMS_set_detached(cms.get(), 0);
        return crypto::toDer(cms.get(), i2d_CMS_ContentInfo);
    });
}

Bytes signedInsideDelimiters() {
    HandMade shape{kDetached, signDetachedContent};
    shape.inner = 1;
    return signedByHand(shape);
}

Bytes signedForTwoFields() {
    HandMade shape{kDetached, signDetachedContent};
    shape.prepare = [](ObjectTexts& objects) {
        objects[65] = "<</Type/Annot/Subtype/Widget/F 4/FT/Sig/T(Copy)/Rect[100 100 200 150]/P 11 0 R/V 70 0 R>>";
        objects[kForm] = changed(objects[kForm], "/Fields[", "/Fields[65 0 R ");
        objects[kSecondPage] = extended(objects[kSecondPage], "/Annots[65 0 R]");
    };
    return signedByHand(shape);
}

Bytes signedAfter(const std::function<Bytes(const Bytes&)>& change, const std::function<void(ObjectTexts&)>& prepare) {
    HandMade shape{kDetached, signDetachedContent};
    shape.damage = change;
    shape.prepare = prepare;
    return signedByHand(shape);
}

Bytes signedWithOverlap() {
    ObjectTexts objects = richObjects();
    objects[kChairField] = extended(objects[kChairField], "/V 70 0 R");
    objects[65] = "<</Type/Annot/Subtype/Widget/FT/Sig/T(Other)/Rect[0 0 0 0]/V 71 0 R>>";
    objects[kForm] = changed(objects[kForm], "/Fields[", "/Fields[65 0 R ");
    objects[70] = signatureText(kCades);
    objects[71] = signatureText(kCades);
    Bytes whole = writePdf(objects, pdf::SectionKind::table);
    fillRange(whole, 70);
    fillRange(whole, 71);
    return whole;
}

}  // namespace congvu::signing::testing
