// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "attacks/AttackCase.h"
#include "attacks/ForgedCms.h"
#include "attacks/RawUpdate.h"
#include "attacks/RichDocument.h"
#include "attacks/SignedParts.h"
#include "pdf/IncrementalWriter.h"
#include "support/PdfFactory.h"
#include "support/Tampering.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

AttackCase structure(const std::string& name, const std::string& finding, Integrity integrity, const std::function<Bytes()>& make) {
    return {"structure/" + name, finding, integrity, make};
}

AttackCase appended(const std::string& name, const std::string& finding, const std::function<Bytes(const Bytes&)>& make) {
    return structure(name, finding, Integrity::modified, [=] { return make(signedRich()); });
}

/// The dictionary of the signature is moved into an object stream.
Bytes packed() {
    const Bytes document = signedRich();
    const SignedParts parts = partsOf(document);
    const std::string member = objectText(document, parts.dictionary);
    const std::string head = std::to_string(parts.dictionary) + " 0 ";
    RawUpdate update(document);
    const std::size_t container = update.position();
    update.raw("160 0 obj\n" + streamWith("/Type/ObjStm/N 1/First " + std::to_string(head.size()), head + member) + "\nendobj\n");
    const std::size_t section = update.position();
    std::string entries;
    const auto put = [&entries](std::uint64_t value, int width) {
        for (int shift = (width - 1) * 8; shift >= 0; shift -= 8) {
            entries += static_cast<char>((value >> shift) & 0xFF);
        }
    };
    put(2, 1), put(160, 4), put(0, 2);
    put(1, 1), put(container, 4), put(0, 2);
    const std::string index = "/Index[" + std::to_string(parts.dictionary) + " 1 160 1]";
    update.raw("161 0 obj\n" + streamWith("/Type/XRef/W[1 4 2]" + index + usualTrailer(document), entries) + "\nendobj\nstartxref\n" +
               std::to_string(section) + "\n%%EOF\n");
    return update.withoutCrossReference();
}

Bytes withReplacedSignature(const std::function<std::string(const SignedParts&)>& make, const ObjectTexts& more) {
    const Bytes document = signedRich();
    const SignedParts parts = partsOf(document);
    ObjectTexts objects = more;
    objects[parts.dictionary] = make(parts);
    return appendObjects(document, objects);
}

/// A field that no page lists leads to an object which nothing else does.
ObjectTexts withIconOutsideThePages() {
    ObjectTexts objects = richObjects();
    objects[kForm] = changed(objects[kForm], "/Fields[", "/Fields[49 0 R ");
    objects[48] = streamWith("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", "BT (100) Tj ET");
    objects[49] = "<</Type/Annot/Subtype/Widget/FT/Btn/T(Icon)/Rect[0 0 9 9]/MK<</I 48 0 R>>>>";
    return objects;
}

std::vector<AttackCase> attacksOnTheSignature() {
    return {
        structure("doubled-contents", "doubled-key", Integrity::broken, signedWithDoubledContents),
        structure("two-signer-infos", "several-signer-infos", Integrity::broken, signedByTwo),
        structure("content-in-the-cms", "content-encapsulated", Integrity::broken, signedWithContent),
        structure("overlapping-ranges", "byte-range-overlap", Integrity::broken, signedWithOverlap),
        structure("signature-in-an-object-stream", "signature-in-object-stream", Integrity::broken, packed),
        structure("byte-range-indirect", "byte-range-indirect", Integrity::broken,
                  [] {
                      const SignedParts own = partsOf(signedRich());
                      return withReplacedSignature(
                          [](const SignedParts& parts) { return parts.head + "/ByteRange 150 0 R/Contents" + parts.contents + ">>"; },
                          {{150, own.range}});
                  }),
        structure("contents-indirect", "contents-indirect", Integrity::broken,
                  [] {
                      const SignedParts own = partsOf(signedRich());
                      return withReplacedSignature(
                          [](const SignedParts& parts) { return parts.head + "/Contents 150 0 R/ByteRange" + parts.range + ">>"; },
                          {{150, own.contents}});
                  }),
        structure("bytes-after-the-cms", "contents-trailing-data", Integrity::broken,
                  [] {
                      Bytes document = signedRich();
                      document[partsOf(document).contentsEnd - 3] = 'A';
                      return document;
                  }),
        structure("shared-by-two-fields", "signed-part-lacks-signature", Integrity::broken,
                  [] {
                      const Bytes document = signedRich();
                      const std::string value = "/V " + std::to_string(partsOf(document).dictionary) + " 0 R";
                      return appendObjects(document, {{kChairField, extended(objectText(document, kChairField), value)}});
                  }),
        structure("taken-out-of-the-form", "signature-outside-form", Integrity::modified,
                  [] {
                      const Bytes document = signBySeal(signedRich());
                      const SignedParts parts = partsOf(document);
                      const std::string value = "/V " + std::to_string(parts.dictionary) + " 0 R";
                      return appendObjects(document, {{parts.field, changed(objectText(document, parts.field), value, "")}});
                  }),
        structure(
            "value-exchanged", "byte-range-gap", Integrity::broken,
            [] {
                const Bytes document = signedRich();
                const SignedParts parts = partsOf(document);
                return appendObjects(document, {{parts.dictionary, extended(objectText(document, parts.dictionary), "/Reason(none)")}});
            }),
    };
}

std::vector<AttackCase> attacksOnTheFile() {
    return {
        appended("doubled-key-in-the-page", "!doubled-key",
                 [](const Bytes& document) {
                     const std::string page = objectText(document, kFirstPage);
                     return appendObjects(document, {{kFirstPage, changed(page, "/Resources", "/Contents 40 0 R/Resources")}});
                 }),
        appended("doubled-key-in-the-trailer", "!doubled-key",
                 [](const Bytes& document) { return RawUpdate(document).trailer(usualTrailer(document) + "/Root 80 0 R").finish(); }),
        appended("doubled-entries", "!doubled-entry",
                 [](const Bytes& document) {
                     const pdf::Reader reader(document);
                     RawUpdate update(document);
                     update.entry(kContent, static_cast<std::size_t>(reader.entry(kContent)->position));
                     return update.object(kContent, streamWith("", "BT (Pay 900) Tj ET")).finish();
                 }),
        appended("doubled-object", "!unlisted-object-added",
                 [](const Bytes& document) {
                     RawUpdate update(document);
                     update.object(kMetadata, streamWith("/Type/Metadata/Subtype/XML", "<x:new/>"));
                     return update.raw("33 0 obj\n" + streamWith("", "<x:other/>") + "\nendobj\n").finish();
                 }),
        structure("object-excused-by-the-information", "!object-changed", Integrity::modified,
                  [] {
                      const Bytes document = signByChair(writePdf(withIconOutsideThePages(), pdf::SectionKind::table));
                      return RawUpdate(document)
                          .object(48, streamWith("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", "BT (900) Tj ET"))
                          .object(150, "<</Title(Decision)/Excused 48 0 R>>")
                          .trailer(usualTrailer(document) + "/Info 150 0 R")
                          .finish();
                  }),
        structure("action-dressed-as-structure", "!catalog-changed", Integrity::modified,
                  [] {
                      const ObjectTexts prepared{{kOutlineItem, changed(richObjects()[kOutlineItem], "/Dest[10 0 R/Fit]", "/A 45 0 R")},
                                                 {45, "<</Type/StructElem/S/URI/URI(http://one.example/)>>"}};
                      return appendObjects(signedRich(prepared), {{45, "<</Type/StructElem/S/URI/URI(http://two.example/)>>"}});
                  }),
        appended("field-that-is-a-stream", "!object-changed",
                 [](const Bytes& document) {
                     const std::string field = "/Type/Annot/Subtype/Widget/FT/Sig/T(Both)/Rect[0 0 0 0]";
                     return appendObjects(document, {{kForm, changed(objectText(document, kForm), "/Fields[", "/Fields[150 0 R ")},
                                                     {150, streamWith(field, "BT (900) Tj ET")}});
                 }),
    };
}

}  // namespace

std::vector<AttackCase> structureAttacks() {
    std::vector<AttackCase> out = attacksOnTheSignature();
    const auto more = attacksOnTheFile();
    out.insert(out.end(), more.begin(), more.end());
    return out;
}

std::vector<AttackCase> everyAttack() {
    std::vector<AttackCase> out;
    for (const auto& group : {incrementalSavingAttacks(), brokenUpdateAttacks(), universalForgeries(), signatureWrappings(),
                              shadowAttacks(), certificationAttacks(), structureAttacks()}) {
        out.insert(out.end(), group.begin(), group.end());
    }
    return out;
}

}  // namespace congvu::signing::testing
