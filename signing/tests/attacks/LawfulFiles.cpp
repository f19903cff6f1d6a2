// SPDX-License-Identifier: Apache-2.0
#include "attacks/AttackCase.h"
#include "attacks/ForgedCms.h"
#include "attacks/RichDocument.h"
#include "support/PdfFactory.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

LawfulCase file(const std::string& name, const std::string& noticed, const std::function<Bytes()>& make) {
    return {"file/" + name, noticed, make};
}

Bytes withBytesInFront(Bytes document, const std::string& text) {
    document.insert(document.begin(), text.begin(), text.end());
    return document;
}

Bytes appendedText(Bytes document, const std::string& text) {
    document.insert(document.end(), text.begin(), text.end());
    return document;
}

/// An object stands in an attached document that is signed itself.
Bytes withAttachedSignedDocument() {
    const Bytes attached = signByChair(makePdf());
    return signedRich({{39, streamWith("/Type/EmbeddedFile", std::string(attached.begin(), attached.end()))}});
}

/// Usage rights (ISO 32000-1, 12.8.4) are a signature that no field holds.
Bytes withUsageRights() {
    ObjectTexts objects = richObjects();
    objects[kCatalog] = extended(objects[kCatalog], "/Perms<</UR3 70 0 R>>");
    objects[70] = "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 10 20 30]/Contents<00>>>";
    return signByChair(writePdf(objects, pdf::SectionKind::table));
}

}  // namespace

std::vector<LawfulCase> lawfulFiles() {
    return {
        file("table", "", [] { return signedRich(); }),
        file("stream", "", [] { return signedRich({}, pdf::SectionKind::stream); }),
        file("hybrid", "", [] { return signedRich({}, pdf::SectionKind::hybrid); }),
        file("white-space-after-the-end", "", [] { return appendedText(signedRich(), "\r\n \t\n"); }),
        file("zeros-after-the-end", "", [] { return appendedText(signedRich(), std::string(600, '\0')); }),
        file("bytes-before-the-header", "",
             [] { return signByChair(withBytesInFront(writePdf(richObjects(), pdf::SectionKind::table), "junk\r\n")); }),
        file("comment-after-the-end-before-signing", "",
             [] { return signByChair(appendedText(writePdf(richObjects(), pdf::SectionKind::table), "% printed by\n")); }),
        file("signing-time-and-no-signing-certificate", "signing-certificate-absent", signedWithSigningTime),
        file("cms-of-indefinite-length", "cms-not-der", signedWithBer),
        file("raw-rsa", "", signedWithRawRsa),
        file("attached-signed-document", "", withAttachedSignedDocument),
        file("usage-rights", "", withUsageRights),
        file("field-listed-twice", "",
             [] {
                 ObjectTexts objects = richObjects();
                 objects[kForm] = changed(objects[kForm], "/Fields[", "/Fields[62 0 R ");
                 return signByChair(writePdf(objects, pdf::SectionKind::table), requestFor("Chair"));
             }),
        file("certified", "", [] { return certifiedRich(Certification::noChanges); }),
    };
}

std::vector<LawfulCase> everyLawfulCase() {
    std::vector<LawfulCase> out = lawfulChanges();
    for (const auto& files : {lawfulFiles(), oddFiles()}) {
        out.insert(out.end(), files.begin(), files.end());
    }
    return out;
}

}  // namespace congvu::signing::testing
