// SPDX-License-Identifier: Apache-2.0
#include "attacks/AttackCase.h"
#include "attacks/RawUpdate.h"
#include "attacks/RichDocument.h"
#include "pdf/Reader.h"
#include "support/PdfFactory.h"
#include "support/Tampering.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

/// The attacker prepares the document before it is signed (`prepared`), and appends something after.
AttackCase shadow(const std::string& name, const std::string& finding, const ObjectTexts& prepared,
                  const std::function<Bytes(const Bytes&)>& append) {
    return {"shadow/" + name, finding, Integrity::modified, [=] { return append(signedRich(prepared)); }};
}

std::function<Bytes(const Bytes&)> appending(const ObjectTexts& objects) {
    return [=](const Bytes& document) { return appendObjects(document, objects); };
}

const std::string kEvil = streamWith("", "BT /F1 24 Tf 72 700 Td (and 900) Tj ET");

/// A second object 4, never listed, is hidden in the signed part.
std::string twoObjects() {
    return streamWith("", "BT (Pay 100) Tj ET") + "\nendobj\n4 0 obj\n" + streamWith("", "BT (Pay 900) Tj ET");
}

/// The cross-reference of the signed part lists object 90 just where the signed part ends; there it is put afterwards.
Bytes definedBeyondTheEnd() {
    const auto signedWith = [](std::size_t position) {
        ObjectTexts objects = richObjects();
        objects[kFirstPage] = changed(objects[kFirstPage], "/Contents[", "/Contents[90 0 R ");
        return signByChair(RawUpdate(writePdf(objects, pdf::SectionKind::table)).entry(90, position).finish());
    };
    const Bytes document = signedWith(signedWith(0).size());
    return RawUpdate(document).raw("90 0 obj\n" + kEvil + "\nendobj\n").finish();
}

std::vector<AttackCase> hiding() {
    return {
        shadow("hide-overlay-freed", "!object-freed", {},
               [](const Bytes& document) { return RawUpdate(document).entry(kOverlay, 0, 1, 'f').finish(); }),
        shadow("hide-overlay-emptied", "!shared-object-replaced", {},
               appending({{kOverlay, streamWith("/Type/XObject/Subtype/Form/BBox[0 0 595 842]", "")}})),
        shadow("hide-overlay-annotation", "!annotation-removed", {},
               [](const Bytes& document) {
                   return appendObjects(document, {{kFirstPage, changed(objectText(document, kFirstPage), " 64 0 R", "")}});
               }),
        shadow("hide-overlay-by-layer", "!layers-changed", {},
               [](const Bytes& document) {
                   return appendObjects(document, {{kCatalog, changed(objectText(document, kCatalog), "/OFF[]", "/OFF[31 0 R]")}});
               }),
        shadow("hide-overlay-field", "!annotation-flags-changed", {},
               [](const Bytes& document) {
                   return appendObjects(document, {{kNumberField, changed(objectText(document, kNumberField), "/F 4", "/F 6")}});
               }),
        shadow("hide-by-null", "!shared-object-replaced", {}, appending({{kOverlay, "null"}})),
    };
}

std::vector<AttackCase> replacingContent() {
    return {
        shadow("replace-font-program", "!shared-object-replaced", {}, appending({{kFontProgram, streamWith("", "evil program")}})),
        shadow("replace-font-widths", "!shared-object-replaced", {},
               [](const Bytes& document) {
                   return appendObjects(document, {{kFont, changed(objectText(document, kFont), "[500 500]", "[0 900]")}});
               }),
        shadow("replace-font-encoding", "!shared-object-replaced", {},
               [](const Bytes& document) {
                   return appendObjects(document, {{kFont, extended(objectText(document, kFont), "/Encoding<</Differences[48/nine]>>")}});
               }),
        shadow("replace-field-overlay", "!appearance-changed", {},
               [](const Bytes& document) {
                   return appendObjects(document, {{kNumberField, changed(objectText(document, kNumberField), "/N 44 0 R", "/N 150 0 R")},
                                                   {150, streamWith("/Type/XObject/Subtype/Form/BBox[0 0 60 16]", "BT (9) Tj ET")}});
               }),
        shadow("replace-length-of-stream", "!page-content-changed",
               {{kContent, "<</Length 46 0 R>>\nstream\nBT (Pay 100) Tj ET endstream BT (0) Tj ET\nendstream"}, {46, "19"}},
               appending({{46, "41"}})),
        shadow("replace-content-listed-as-annotation", "!page-content-changed",
               {{kFirstPage, changed(richObjects().at(kFirstPage), "/Annots[", "/Annots[4 0 R ")}}, appending({{kContent, kEvil}})),
        shadow("replace-contents-array-used-as-annotations", "!page-content-changed",
               {{kFirstPage, "<</Type/Page/Parent 2 0 R/Contents 47 0 R/Annots 47 0 R/Resources<</Font<</F1 3 0 R>>>>>>"},
                {47, "[4 0 R 64 0 R]"}},
               appending({{47, "[4 0 R 64 0 R 150 0 R]"}, {150, kEvil}})),
        shadow("replace-unreadable-object", "!hidden-object-defined", {{kContent, "<</Length 9999>>\nstream\nBT ET\nendstream"}},
               appending({{kContent, kEvil}})),
    };
}

std::vector<AttackCase> hidingAndReplacing() {
    return {
        shadow(
            "hide-and-replace-catalogue", "!catalog-replaced",
            {{80, changed(richObjects().at(kCatalog), "/Pages 2 0 R", "/Pages 81 0 R")},
             {81, "<</Type/Pages/Count 1/Kids[43 0 R]/MediaBox[0 0 595 842]>>"}},
            [](const Bytes& document) { return RawUpdate(document).trailer(changed(usualTrailer(document), "1 0 R", "80 0 R")).finish(); }),
        shadow("hide-and-replace-pages", "!pages-changed", {{81, "<</Type/Pages/Count 1/Kids[43 0 R]/MediaBox[0 0 595 842]>>"}},
               [](const Bytes& document) {
                   return appendObjects(document, {{kCatalog, changed(objectText(document, kCatalog), "/Pages 2 0 R", "/Pages 81 0 R")}});
               }),
        shadow("hide-and-replace-unused-content", "!page-content-changed", {},
               [](const Bytes& document) {
                   return appendObjects(document, {{kFirstPage, changed(objectText(document, kFirstPage), "4 0 R", "40 0 R")}});
               }),
        shadow("hide-and-replace-unused-font", "!page-resources-changed", {},
               [](const Bytes& document) {
                   return appendObjects(document, {{kFont, objectText(document, kUnusedFont)}});
               }),
        shadow("hide-and-replace-by-cross-reference", "!shared-object-replaced", {{kContent, twoObjects()}},
               [](const Bytes& document) {
                   const std::string_view all = textOf(document);
                   return RawUpdate(document).entry(kContent, all.find("4 0 obj", all.find("(Pay 100)"))).finish();
               }),
        shadow("hide-and-replace-dangling-content", "!hidden-object-defined",
               {{kFirstPage, changed(richObjects().at(kFirstPage), "/Contents[", "/Contents[90 0 R ")}}, appending({{90, kEvil}})),
        {"shadow/hide-and-replace-beyond-the-end", "!hidden-object-defined", Integrity::modified, definedBeyondTheEnd},
        shadow("hide-and-replace-generation", "!shared-object-replaced", {},
               [](const Bytes& document) {
                   const pdf::Reader reader(document);
                   return RawUpdate(document).entry(kContent, static_cast<std::size_t>(reader.entry(kContent)->position), 1).finish();
               }),
    };
}

}  // namespace

std::vector<AttackCase> shadowAttacks() {
    std::vector<AttackCase> out;
    for (const auto& group : {hiding(), replacingContent(), hidingAndReplacing()}) {
        out.insert(out.end(), group.begin(), group.end());
    }
    return out;
}

}  // namespace congvu::signing::testing
