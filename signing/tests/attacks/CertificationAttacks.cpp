// SPDX-License-Identifier: Apache-2.0
#include "attacks/AttackCase.h"
#include "attacks/RichDocument.h"
#include "attacks/SignedParts.h"
#include "support/PdfFactory.h"
#include "support/Tampering.h"

namespace congvu::signing::testing {
namespace {

const std::string kEvilAppearance =
    streamWith("/Type/XObject/Subtype/Form/BBox[0 0 500 500]", "1 g 0 0 500 500 re f 0 g BT /F1 24 Tf (Pay 900) Tj ET");

ObjectTexts annotated(const Bytes& document, const std::string& entries) {
    return {{kFirstPage, changed(objectText(document, kFirstPage), "/Annots[", "/Annots[150 0 R ")},
            {150, "<</Type/Annot/F 4/Rect[60 740 400 800]/AP<</N 151 0 R>>" + entries + ">>"},
            {151, kEvilAppearance}};
}

ObjectTexts withField(const Bytes& document, const std::string& entries) {
    ObjectTexts objects = annotated(document, "/Subtype/Widget/FT/Sig/T(Sneaky)" + entries);
    objects[kForm] = changed(objectText(document, kForm), "/Fields[", "/Fields[150 0 R ");
    return objects;
}

AttackCase on(Certification level, const std::string& name, const std::string& finding,
              const std::function<ObjectTexts(const Bytes&)>& make) {
    const std::string prefix = "certification/p" + std::to_string(static_cast<int>(level)) + '-';
    return {prefix + name, finding, Integrity::modified, [=] {
                const Bytes document = certifiedRich(level);
                return appendObjects(document, make(document));
            }};
}

std::vector<AttackCase> evilAnnotations(Certification level) {
    std::vector<AttackCase> out;
    const bool mayAnnotate = level == Certification::annotations;
    for (const char* kind : {"FreeText", "Stamp", "Redact", "Square", "Text", "Highlight"}) {
        out.push_back(on(level, std::string("annotation-") + kind, mayAnnotate ? "!annotation-hides-content" : "!annotation-added",
                         [kind](const Bytes& document) { return annotated(document, std::string("/Subtype/") + kind); }));
    }
    return out;
}

std::vector<AttackCase> sneakySignatures(Certification level) {
    const bool mayAnnotate = level == Certification::annotations;
    const std::string overContent = mayAnnotate ? "!signature-hides-content" : "!visible-signature-field-added";
    return {
        on(level, "field-over-content", mayAnnotate ? "!signature-hides-content" : "!signature-field-added",
           [](const Bytes& document) { return withField(document, ""); }),
        on(level, "field-with-empty-signature", overContent, [](const Bytes& document) { return withField(document, "/V<</Type/Sig>>"); }),
        on(level, "content-replaced", "!page-content-changed",
           [](const Bytes&) {
               return ObjectTexts{{kContent, kEvilAppearance}};
           }),
        on(level, "permission-raised", "!permissions-changed",
           [](const Bytes& document) {
               const SignedParts parts = partsOf(document);
               return ObjectTexts{{kCatalog, changed(objectText(document, kCatalog), std::to_string(parts.dictionary) + " 0 R", "150 0 R")},
                                  {150, changed(objectText(document, parts.dictionary), "/TransformParams<<", "/TransformParams<</X 1")}};
           }),
        on(level, "permission-removed", "!permissions-changed",
           [](const Bytes& document) {
               return ObjectTexts{{kCatalog, changed(objectText(document, kCatalog), "/Perms", "/Nothing")}};
           }),
    };
}

}  // namespace

std::vector<AttackCase> certificationAttacks() {
    std::vector<AttackCase> out;
    for (const auto level : {Certification::noChanges, Certification::formFilling, Certification::annotations}) {
        for (const auto& group : {evilAnnotations(level), sneakySignatures(level)}) {
            out.insert(out.end(), group.begin(), group.end());
        }
    }
    out.push_back(on(Certification::noChanges, "field-filled", "!locked-field-changed", [](const Bytes& document) {
        return ObjectTexts{{kDateField, extended(objectText(document, kDateField), "/V(today)")}};
    }));
    out.push_back({"certification/p1-xfa-data", "!locked-field-changed", Integrity::modified, [] {
                       const ObjectTexts xfa{{kForm, changed(richObjects()[kForm], "<<", "<</XFA[(datasets)46 0 R]")},
                                             {46, streamWith("", "<xfa:datasets/>")}};
                       const Bytes document = certifiedRich(Certification::noChanges, xfa);
                       return appendObjects(document, {{46, streamWith("", "<xfa:datasets>7</xfa:datasets>")}});
                   }});
    return out;
}

}  // namespace congvu::signing::testing
