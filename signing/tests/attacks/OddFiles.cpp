// SPDX-License-Identifier: Apache-2.0
// Files that break the letter of the standard, or use what few use, in ways that every program reads alike.
#include "attacks/AttackCase.h"
#include "attacks/ForgedCms.h"
#include "attacks/RichDocument.h"
#include "support/PdfFactory.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

using Prepare = std::function<void(ObjectTexts&)>;

LawfulCase oddFile(const std::string& name, const std::string& noticed, const std::function<Bytes()>& make) {
    return {"file/" + name, noticed, make};
}

/// Signed twice, so that two revisions of it are compared.
LawfulCase oddObjects(const std::string& name, const Prepare& prepare) {
    return oddFile(name, "", [prepare] {
        ObjectTexts objects = richObjects();
        prepare(objects);
        return signBySeal(signByChair(writePdf(objects, pdf::SectionKind::table)));
    });
}

/// One text of the file replaced before it is signed; offsets that follow may move.
LawfulCase oddText(const std::string& name, const std::string& noticed, const std::string& from, const std::string& to) {
    return oddFile(name, noticed, [=] {
        return signedAfter([=](const Bytes& whole) {
            const std::string text = changed(std::string(textOf(whole)), from, to);
            return Bytes(text.begin(), text.end());
        });
    });
}

std::string usageRights(const std::string& contents) {
    return "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 10 20 30]/Contents<" + contents +
           ">/Reference[<</Type/SigRef/TransformMethod/UR3/TransformParams<</Type/TransformParams/V/2.2>>>>]>>";
}

}  // namespace

std::vector<LawfulCase> oddFiles() {
    return {
        oddFile("content-of-no-bytes-in-the-cms", "", signedWithEmptyContent),
        oddFile("signer-who-wrote-himself-twice", "signer-info-repeated", signedByOneTwice),
        oddFile("delimiters-of-the-value-signed-too", "byte-range-inside-delimiters", signedInsideDelimiters),
        oddFile("one-signature-for-two-fields", "", signedForTwoFields),
        oddText("first-revision-with-previous-zero", "", "/Root 1 0 R", "/Root 1 0 R/Prev 0"),
        oddText("signed-data-after-the-end", "signed-part-without-end", "%%EOF\n", "%%EOF\n<!-- saved by a server -->\n"),
        oddObjects("blank-before-the-line-end-of-a-stream",
                   [](ObjectTexts& objects) { objects[kContent] = changed(objects[kContent], "stream\n", "stream \n"); }),
        oddText("free-entry-of-a-large-generation", "", "0000000000 65535 f", "0000000000 65536 f"),
        oddText("object-in-use-at-the-header", "", "xref\n0 1\n0000000000 65535 f \n",
                "xref\n0 1\n0000000000 65535 f \n99 1\n0000000000 00000 n \n"),
        oddObjects("page-listed-twice",
                   [](ObjectTexts& objects) { objects[kPages] = changed(objects[kPages], "11 0 R]", "11 0 R 10 0 R]"); }),
        oddObjects("page-that-is-not-there",
                   [](ObjectTexts& objects) { objects[kPages] = changed(objects[kPages], "11 0 R]", "11 0 R 99 0 R null]"); }),
        oddObjects("field-that-is-not-there",
                   [](ObjectTexts& objects) { objects[kForm] = changed(objects[kForm], "/Fields[", "/Fields[99 0 R null "); }),
        oddObjects("equal-key-twice", [](ObjectTexts& objects) { objects[kFirstPage] = extended(objects[kFirstPage], "/Type/Page"); }),
        oddObjects("usage-rights-that-were-given-up", [](ObjectTexts& objects) { objects[70] = usageRights("308001"); }),
        oddObjects("place-for-a-signature-that-was-never-made",
                   [](ObjectTexts& objects) {
                       objects[70] = "<</Type/Sig/Filter/Adobe.PPKLite/ByteRange[0 0 0 0]/Contents<" + std::string(200, '0') + ">>>";
                   }),
    };
}

}  // namespace congvu::signing::testing
