// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "cms/Builder.h"
#include "congvu/signing/SigningError.h"
#include "crypto/CertificateNative.h"
#include "pdf/Form.h"
#include "support/PdfFactory.h"
#include "support/Tampering.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

using pdf::Object;
using ::testing::Contains;

ValidationReport validate(const Bytes& document) {
    return TestPki::instance().validator().validate(document, TestPki::now());
}

/// The attack is called by its name, and no signature is called intact.
void expectNamed(const Bytes& attacked, const std::string& name, Integrity integrity = Integrity::modified) {
    const auto report = validate(attacked);
    EXPECT_EQ(report.verdict, Verdict::invalid) << report.toText();
    EXPECT_THAT(noticedIn(report), Contains(name)) << report.toText();
    ASSERT_FALSE(report.signatures.empty());
    EXPECT_EQ(report.signatures[0].integrity, integrity) << report.toText();
}

Bytes signedPdf(const PdfShape& shape = {}, const SignatureRequest& request = requestFor()) {
    return signByChair(makePdf(shape), request);
}

Bytes certifiedPdf(Certification certification, PdfShape shape = {}) {
    SignatureRequest request = requestFor();
    request.certification = certification;
    return signedPdf(shape, request);
}

std::string withEntry(std::string dictionary, const std::string& entry) {
    dictionary.insert(2, entry);
    return dictionary;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from << " in " << text;
    return text.replace(at, from.size(), to);
}

/// Number of the newest signature's field and of its dictionary.
struct SignatureNumbers {
    pdf::ObjectNumber field;
    pdf::ObjectNumber dictionary;
};

SignatureNumbers numbersOf(const Bytes& document) {
    const pdf::Reader reader(document);
    const pdf::Form form(reader);
    return {form.fields().back().number, form.fields().back().value.number()};
}

TEST(AlteredByte, IsAHashFailure) {
    const auto report = validate(replaceText(signedPdf(), "(Pay 100)", "(Pay 900)"));
    EXPECT_EQ(report.verdict, Verdict::invalid);
    EXPECT_EQ(report.signatures.at(0).subIndication, SubIndication::hashFailure);
    EXPECT_EQ(report.signatures.at(0).integrity, Integrity::broken);
    EXPECT_THAT(noticedIn(report), Contains("digest-mismatch"));
}

TEST(IncrementalSaving, OfPageContentIsNamed) {
    const Bytes document = signedPdf();
    const std::string page = replaced(objectText(document, kFirstPage), "/Contents 4 0 R", "/Contents[4 0 R 150 0 R]");
    expectNamed(appendObjects(document, {{kFirstPage, page}, {150, streamText("BT /F1 24 Tf 72 700 Td (and 900) Tj ET")}}),
                "!page-content-changed");
}

TEST(IncrementalSaving, OfEveryProtectedObjectIsNamed) {
    PdfShape shape;
    shape.withLinkAnnotation = true;
    const Bytes document = signedPdf(shape);
    const std::string page = objectText(document, kFirstPage);
    const std::string catalog = objectText(document, kCatalog);
    const std::map<std::string, std::map<pdf::ObjectNumber, std::string>> attacks{
        {"!page-geometry-changed", {{kFirstPage, replaced(page, "[0 0 595 842]", "[0 0 595 400]")}}},
        {"!page-resources-changed", {{kFont, "<</Type/Font/Subtype/Type1/BaseFont/Symbol>>"}}},
        {"!action-changed", {{kCatalog, withEntry(catalog, "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>")}}},
        {"!layers-changed", {{kCatalog, withEntry(catalog, "/OCProperties<</OCGs[]/D<<>>>>")}}},
        {"!catalog-changed", {{kCatalog, withEntry(catalog, "/Outlines 3 0 R")}}},
        {"!pages-changed", {{kPages, "<</Type/Pages/Count 2/Kids[10 0 R 150 0 R]>>"}, {150, replaced(page, "/Annots", "/Nothing")}}},
        {"!annotation-flags-changed", {{kLink, replaced(objectText(document, kLink), "/F 4", "/F 2")}}},
        {"!annotation-added",
         {{kFirstPage, replaced(page, "/Annots[", "/Annots[150 0 R ")},
          {150, "<</Type/Annot/Subtype/FreeText/Rect[0 0 500 500]/Contents(paid)>>"}}},
    };
    for (const auto& [name, objects] : attacks) {
        SCOPED_TRACE(name);
        expectNamed(appendObjects(document, objects), name);
    }
}

TEST(IncrementalSaving, WithoutACrossReferenceIsDataAfterTheEnd) {
    Bytes document = signedPdf();
    const std::string appended = "4 0 obj\n" + streamText("BT (900) Tj ET") + "\nendobj\n";
    document.insert(document.end(), appended.begin(), appended.end());
    expectNamed(document, "data-after-end");
}

TEST(ShadowAttack, ReplacingAnObjectInPlaceIsNamed) {
    const Bytes attacked = appendObjects(signedPdf(), {{kContent, streamText("BT /F1 24 Tf 72 760 Td (Pay 900) Tj ET")}});
    expectNamed(attacked, "!shared-object-replaced");
    EXPECT_THAT(noticedIn(validate(attacked)), Contains("!page-content-changed"));
}

TEST(ShadowAttack, HidingAnOverlayIsNamed) {
    PdfShape shape;
    shape.withLinkAnnotation = true;
    const Bytes document = signedPdf(shape);
    expectNamed(appendObjects(document, {{kFirstPage, replaced(objectText(document, kFirstPage), "64 0 R", "")}}), "!annotation-removed");
}

TEST(ShadowAttack, HideAndReplaceByAnotherCatalogueIsNamed) {
    PdfShape shape;
    shape.withHiddenCatalog = true;
    const auto report = validate(appendTrailerWithRoot(signedPdf(shape), 80));
    EXPECT_EQ(report.verdict, Verdict::invalid) << report.toText();
    EXPECT_THAT(noticedIn(report), Contains("signature-outside-form"));
}

TEST(ShadowAttack, DefiningAnObjectThatTheSignedPartLackedIsNamed) {
    PdfShape shape;
    shape.withDanglingContent = true;
    expectNamed(appendObjects(signedPdf(shape), {{90, streamText("BT /F1 24 Tf 72 700 Td (and 900) Tj ET")}}), "!hidden-object-defined");
}

TEST(ShadowAttack, FreeingAnObjectIsNamed) {
    expectNamed(appendFreedObject(signedPdf(), kContent), "!object-freed");
}

TEST(UniversalForgery, WithoutUsableByteRangeOrContentsIsNamed) {
    const Bytes document = signedPdf();
    const auto numbers = numbersOf(document);
    const std::string head = "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached";
    const std::string text = objectText(document, numbers.dictionary);
    const std::size_t contentsAt = text.find("/Contents");
    const std::string contents = text.substr(contentsAt);
    const std::map<std::string, std::string> forgeries{
        {"byte-range-missing", head + contents},
        {"byte-range-shape", head + "/ByteRange[0 -1 2 3]" + contents},
        {"byte-range-start", head + "/ByteRange[1 2 3 4]" + contents},
        {"byte-range-beyond-file", head + "/ByteRange[0 99999999 0 1]" + contents},
        {"byte-range-gap", head + "/ByteRange[0 10 20 30]" + contents},
        {"contents-missing", head + "/ByteRange[0 10 20 30]>>"},
        {"contents-not-hexadecimal", head + "/ByteRange[0 10 20 30]/Contents(abc)>>"},
        {"signature-not-a-dictionary", "(text)"},
    };
    for (const auto& [name, dictionary] : forgeries) {
        SCOPED_TRACE(name);
        expectNamed(appendObjects(document, {{numbers.dictionary, dictionary}}), name, Integrity::broken);
    }
}

std::string tableEntry(pdf::ObjectNumber number, std::size_t position) {
    char entry[64];
    std::snprintf(entry, sizeof entry, "%u 1\n%010zu 00000 n \n", number, position);
    return entry;
}

/// The classic wrapping: a new cross-reference and new objects stand in the gap, just where startxref points; the signed
/// end is moved behind them, and a copy of the signature dictionary tells the moved range.
Bytes wrapSignature(const Bytes& document) {
    const pdf::Reader reader(document);
    const pdf::ObjectNumber signature = numbersOf(document).dictionary;
    const Object& dictionary = reader.object(signature);
    const auto& range = dictionary.get("ByteRange").items();
    const auto gapEnd = static_cast<std::size_t>(range[2].integerValue());
    const std::size_t table = reader.startCrossReference();
    const auto positionOf = [&](std::size_t at) { return document.begin() + static_cast<std::ptrdiff_t>(at); };
    const std::string oldTable(positionOf(table) + 5, document.end());
    const std::string content = std::to_string(kContent) + " 0 obj\n" + streamText("(900)") + "\nendobj\n";
    const std::size_t objects = table + 5 + tableEntry(kContent, 0).size() + tableEntry(signature, 0).size() + oldTable.size();
    const std::string head = std::to_string(signature) + " 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/Contents" +
                             dictionary.get("Contents").token() + "/ByteRange[0 " + range[1].toString() + " 0000";
    const std::string foot = ' ' + range[3].toString() + "]>>\nendobj\n";
    const std::size_t end = objects + content.size() + head.size() + 6 + foot.size();
    std::string injected(table - gapEnd, ' ');
    injected += "xref\n" + tableEntry(kContent, objects) + tableEntry(signature, objects + content.size()) + oldTable;
    EXPECT_EQ(gapEnd + injected.size(), objects);
    injected += content + head + std::to_string(end) + foot;
    EXPECT_EQ(gapEnd + injected.size(), end);
    Bytes out(document.begin(), positionOf(gapEnd));
    out.insert(out.end(), injected.begin(), injected.end());
    out.insert(out.end(), positionOf(gapEnd), document.end());
    return out;
}

TEST(SignatureWrapping, IsNamed) {
    PdfShape shape;
    shape.paddingBytes = 100'000;
    expectNamed(wrapSignature(signedPdf(shape)), "byte-range-gap", Integrity::broken);
}

TEST(HiddenSignature, ThatWasTakenOutOfTheFormIsNamed) {
    const Bytes document = signedPdf();
    const auto numbers = numbersOf(document);
    const std::string reference = "/V " + std::to_string(numbers.dictionary) + " 0 R";
    const auto report = validate(appendObjects(document, {{numbers.field, replaced(objectText(document, numbers.field), reference, "")}}));
    EXPECT_EQ(report.verdict, Verdict::invalid);
    EXPECT_THAT(noticedIn(report), Contains("signature-outside-form"));
}

TEST(SharedSignature, OfTwoFieldsIsNamed) {
    PdfShape shape;
    shape.withSignatureField = true;
    const Bytes document = signedPdf(shape);
    const auto numbers = numbersOf(document);
    const std::string field = withEntry(objectText(document, kChairField), "/V " + std::to_string(numbers.dictionary) + " 0 R");
    const auto report = validate(appendObjects(document, {{kChairField, field}}));
    EXPECT_EQ(report.verdict, Verdict::invalid) << report.toText();
    EXPECT_THAT(noticedIn(report), Contains("signed-part-lacks-signature"));
}

/// A document whose signature was made by the signer himself, over a dictionary with a doubled /Contents.
Bytes signWithDoubledContents() {
    const auto& signer = TestPki::instance().chair();
    const Bytes document = makePdf();
    auto prepared = PadesSignature::prepare(document, requestFor(), {signer.certificate(), signer.chain(), signer.algorithm()});
    const std::string doubled = "/Contents<00>";
    const std::string spaces(doubled.size() + 1, ' ');
    const auto room = std::search(prepared.increment.begin(), prepared.increment.end(), spaces.begin(), spaces.end());
    std::copy(doubled.begin(), doubled.end(), room);
    const ByteView increment(prepared.increment);
    const Bytes digest = crypto::digest("SHA256", document, increment.first(static_cast<std::size_t>(prepared.holeOffset)),
                                        increment.subspan(static_cast<std::size_t>(prepared.holeOffset + prepared.holeLength)));
    prepared.toBeSigned = cms::signedAttributes(signer.certificate(), digest);
    const Bytes value = signer.sign(prepared.toBeSigned);
    return PadesSignature::join(document, PadesSignature::finish(std::move(prepared), value));
}

TEST(DoubledContents, AreNamed) {
    expectNamed(signWithDoubledContents(), "doubled-key", Integrity::broken);
}

/// Puts any CMS into the hole of a prepared document.
Bytes embed(const Bytes& document, const PreparedSignature& prepared, const Bytes& cms) {
    Bytes whole = PadesSignature::join(document, prepared.increment);
    const std::string hex = crypto::toUpperHex(cms);
    std::copy(hex.begin(), hex.end(), whole.begin() + static_cast<std::ptrdiff_t>(document.size() + prepared.holeOffset + 1));
    return whole;
}

Bytes cmsWithTwoSigners(const Bytes& content) {
    const auto load = [](const IssuedKey& key) {
        const auto* position = reinterpret_cast<const unsigned char*>(key.pkcs8.view().data());
        return crypto::KeyPointer(d2i_AutoPrivateKey(nullptr, &position, static_cast<long>(key.pkcs8.size())));
    };
    const auto& key = TestPki::instance().chairKey();
    const auto other = TestPki::instance().authority().issueSigner({"Trần Thị Thử", "", ""}, TestPki::validity(), KeyKind::ecP256);
    constexpr unsigned int kFlags = CMS_DETACHED | CMS_BINARY | CMS_PARTIAL;
    const crypto::CmsPointer cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, kFlags));
    CMS_add1_signer(cms.get(), crypto::x509Of(key.certificate), load(key).get(), EVP_sha256(), kFlags | CMS_CADES);
    CMS_add1_signer(cms.get(), crypto::x509Of(other.certificate), load(other).get(), EVP_sha256(), kFlags | CMS_CADES);
    const crypto::BioPointer bio = crypto::memoryBio(content);
    CMS_final(cms.get(), bio.get(), nullptr, kFlags);
    return crypto::toDer(cms.get(), i2d_CMS_ContentInfo);
}

TEST(TwoSignerInfos, AreNamed) {
    const auto& signer = TestPki::instance().chair();
    const Bytes document = makePdf();
    const auto prepared = PadesSignature::prepare(document, requestFor(), {signer.certificate(), signer.chain(), signer.algorithm()});
    Bytes content = document;
    const auto hole = prepared.increment.begin() + static_cast<std::ptrdiff_t>(prepared.holeOffset);
    content.insert(content.end(), prepared.increment.begin(), hole);
    content.insert(content.end(), hole + static_cast<std::ptrdiff_t>(prepared.holeLength), prepared.increment.end());
    expectNamed(embed(document, prepared, cmsWithTwoSigners(content)), "several-signer-infos", Integrity::broken);
}

TEST(TrailingBytesInContents, AreNamed) {
    const Bytes document = signedPdf();
    const pdf::Reader reader(document);
    const auto& range = reader.object(numbersOf(document).dictionary).get("ByteRange").items();
    Bytes attacked = document;
    attacked[static_cast<std::size_t>(range[2].integerValue()) - 3] = 'A';
    expectNamed(attacked, "contents-trailing-data", Integrity::broken);
}

TEST(CertifiedDocument, NamesEvilAnnotationsAndSneakySignatures) {
    for (const auto level : {Certification::noChanges, Certification::formFilling}) {
        const Bytes document = certifiedPdf(level);
        const std::string page = objectText(document, kFirstPage);
        const std::string field = "<</Type/Annot/Subtype/Widget/FT/Sig/T(Sneaky)/F 132/Rect[0 0 500 800]/V<</Type/Sig>>>>";
        expectNamed(appendObjects(document, {{kFirstPage, replaced(page, "/Annots[", "/Annots[150 0 R ")},
                                             {150, "<</Type/Annot/Subtype/Stamp/Rect[0 0 500 500]>>"}}),
                    "!annotation-added");
        expectNamed(appendObjects(document, {{kFirstPage, replaced(page, "/Annots[", "/Annots[150 0 R ")},
                                             {kCatalog, replaced(objectText(document, kCatalog), "/Fields[", "/Fields[150 0 R ")},
                                             {150, field}}),
                    "!visible-signature-field-added", Integrity::broken);
    }
}

TEST(CertifiedDocument, ThatPermitsAnnotationsStillWarnsOfThem) {
    const Bytes document = certifiedPdf(Certification::annotations);
    const std::string page = replaced(objectText(document, kFirstPage), "/Annots[", "/Annots[150 0 R ");
    const auto report = validate(appendObjects(document, {{kFirstPage, page}, {150, "<</Type/Annot/Subtype/Stamp/Rect[0 0 500 500]>>"}}));
    EXPECT_EQ(report.verdict, Verdict::valid) << report.toText();
    EXPECT_THAT(noticedIn(report), Contains("annotation-added"));
    EXPECT_THAT(noticedIn(report), Contains("annotation-over-content"));
}

TEST(FieldTampering, IsNamed) {
    PdfShape shape;
    shape.withTextFields = shape.withLock = true;
    SignatureRequest request = requestFor("Seal");
    request.fills = {{"Number", "123", regularFont()}, {"Date", "ngày 05", regularFont()}};
    const Bytes document = signBySeal(makePdf(shape), request);
    const std::string number = objectText(document, kNumberField);
    const std::string date = objectText(document, kDateField);
    const std::string appearance = "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 0>>\nstream\n\nendstream";
    expectNamed(appendObjects(document, {{kNumberField, replaced(number, "<313233>", "(999)")}}), "!locked-field-changed");
    const std::size_t at = date.find("/AP<</N ");
    const std::string swapped = date.substr(0, at) + "/AP<</N 150 0 R" + date.substr(date.find(">>", at));
    expectNamed(appendObjects(document, {{kDateField, swapped}, {150, appearance}}), "!appearance-changed");
    expectNamed(appendObjects(document, {{kDateField, replaced(date, "/F 4", "/F 2")}}), "!annotation-flags-changed");
}

TEST(LawfulChanges, RaiseNoAlarm) {
    PdfShape shape;
    shape.withTextFields = shape.withSignatureField = true;
    const Bytes document = signedPdf(shape);
    const std::string catalog = objectText(document, kCatalog);
    const std::string date = objectText(document, kDateField);
    const std::map<std::string, std::map<pdf::ObjectNumber, std::string>> changes{
        {"validation-data-added", {{kCatalog, withEntry(catalog, "/DSS<</Certs[150 0 R]>>")}, {150, streamText("certificate")}}},
        {"metadata-changed", {{kCatalog, withEntry(catalog, "/Metadata 150 0 R")}, {150, streamText("<x:xmpmeta/>")}}},
        {"extensions-changed", {{kCatalog, withEntry(catalog, "/Extensions<</ESIC<</BaseVersion/1.7/ExtensionLevel 5>>>>")}}},
        {"form-field-filled", {{kDateField, withEntry(date, "/V(today)/AP<</N 150 0 R>>")}, {150, streamText("BT ET")}}},
        {"unused-object-changed", {{95, streamText("y")}}},
    };
    shape.paddingBytes = 10;
    const Bytes padded = signedPdf(shape);
    for (const auto& [name, objects] : changes) {
        SCOPED_TRACE(name);
        const auto report = validate(appendObjects(name == "unused-object-changed" ? padded : document, objects));
        EXPECT_EQ(report.verdict, Verdict::valid) << report.toText();
        EXPECT_THAT(noticedIn(report), Contains(name));
    }
}

}  // namespace
}  // namespace congvu::signing::testing
