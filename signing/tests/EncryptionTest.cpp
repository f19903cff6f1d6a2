// SPDX-License-Identifier: Apache-2.0
// Encrypted documents are made and checked by another program: qpdf encrypts them, and qpdf, poppler and MuPDF read what was signed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "congvu/signing/SigningError.h"
#include "congvu/signing/pades/FormFields.h"
#include "congvu/signing/pdf/DocumentInspection.h"
#include "crypto/OpenSsl.h"
#include "pdf/PasswordText.h"
#include "pdf/Reader.h"
#include "pdf/Security.h"
#include "support/PdfFactory.h"
#include "support/Process.h"
#include "support/ProtectedFiles.h"
#include "support/Refusal.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kPlace = "Mây Trắng, ngày 05 tháng 3 năm 2026";

PdfShape formShape(pdf::SectionKind kind = pdf::SectionKind::table) {
    PdfShape shape;
    shape.kind = kind;
    shape.withTextFields = shape.withSignatureField = shape.withLock = true;
    return shape;
}

/// The person, then the agency that fills the fields of number and date.
Bytes issued(const Bytes& document, const DocumentPassword& password) {
    SignatureRequest person = requestFor("Chair");
    person.appearance = Appearance::make({samplePng(), {}, nullptr});
    person.documentPassword = password;
    person.reason = "Phê duyệt";
    SignatureRequest agency = requestFor("Seal");
    agency.appearance = Appearance::make({samplePng(), {"UBND xã Mây Trắng"}, regularFont()});
    agency.fills = {{"Number", "123", regularFont()}, {"Date", kPlace, italicFont()}};
    agency.documentPassword = password;
    return signBySeal(signByChair(document, person), agency);
}

ValidationReport validated(const Bytes& document, const DocumentPassword& password) {
    return TestPki::instance().validator().validate(document, TestPki::now(), password);
}

std::size_t occurrences(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++found;
    }
    return found;
}

/// /Encrypt and the first half of /ID, as the trailer's objects say them.
std::string permanentParts(const Bytes& document, const DocumentPassword& password) {
    const pdf::Reader reader(document, {}, password);
    const auto& identifiers = reader.get(reader.trailer(), "ID").items();
    return reader.trailer().get("Encrypt").toString() + reader.get(reader.trailer(), "Encrypt").toString() +
           (identifiers.empty() ? std::string("none") : identifiers.front().toString());
}

class EncryptedDocument : public ::testing::TestWithParam<Protection> {
protected:
    DocumentPassword user_{std::string_view(kUserPassword)};
    DocumentPassword owner_{std::string_view(kOwnerPassword)};
    Bytes original_ = encrypted(makePdf(formShape()), GetParam());
};

TEST_P(EncryptedDocument, IsSignedAndFilledSoThatEveryProgramReadsIt) {
    for (const DocumentPassword& password : {user_, owner_}) {
        const Bytes document = issued(original_, password);
        EXPECT_TRUE(std::equal(original_.begin(), original_.end(), document.begin()));
        EXPECT_EQ(permanentParts(original_, password), permanentParts(document, password));
        const auto report = validated(document, user_);
        EXPECT_EQ(report.verdict, Verdict::valid) << report.toText();
        ASSERT_EQ(report.signatures.size(), 2u);

        const TemporaryFolder folder;
        const std::string file = folder.write("signed.pdf", document);
        const auto checked = runCommand(std::string("qpdf --check --password=") + kUserPassword + ' ' + file);
        EXPECT_EQ(checked.status, 0) << checked.output;
        EXPECT_THAT(checked.output, Not(HasSubstr("WARNING")));
        const auto text = runCommand(std::string("pdftotext -upw ") + kUserPassword + ' ' + file + " -").output;
        EXPECT_THAT(text, HasSubstr(kPlace));
        const auto poppler = runCommand(std::string("pdfsig -nocert -upw ") + kUserPassword + ' ' + file).output;
        EXPECT_EQ(occurrences(poppler, "Signature Validation: Signature is Valid."), 2u) << poppler;
        const auto object = runCommand(std::string("mutool show -p ") + kUserPassword + ' ' + file + " form").output;
        EXPECT_THAT(object, HasSubstr("Seal")) << object;
    }
}

TEST_P(EncryptedDocument, SaysHowItIsProtectedAndShowsItsFields) {
    const auto byUser = DocumentInspection::read(original_, user_);
    ASSERT_TRUE(byUser.encryption.has_value());
    EXPECT_EQ(byUser.encryption->revision, GetParam().revision);
    EXPECT_FALSE(byUser.encryption->isOpenedByOwner);
    EXPECT_NE(byUser.outline.find("Number"), nullptr);
    EXPECT_TRUE(DocumentInspection::read(original_, owner_).encryption->isOpenedByOwner);
}

TEST_P(EncryptedDocument, NeedsItsPasswordAndTellsAWrongOneApart) {
    EXPECT_EQ(codeOf([&] { signByChair(original_); }), ErrorCode::encryptedPdf);
    SignatureRequest request = requestFor();
    request.documentPassword = DocumentPassword(std::string_view("nguoi-khac"));
    EXPECT_EQ(codeOf([&] { signByChair(original_, request); }), ErrorCode::wrongDocumentPassword);
    EXPECT_EQ(codeOf([&] { DocumentOutline::read(original_); }), ErrorCode::encryptedPdf);
    EXPECT_THAT(noticedIn(validated(original_, {})), Contains("encrypted-document"));
    const auto wrong = validated(original_, request.documentPassword);
    EXPECT_EQ(wrong.verdict, Verdict::unreadable);
    EXPECT_THAT(noticedIn(wrong), Contains("wrong-document-password"));
}

TEST_P(EncryptedDocument, IsOpenedWithoutAskingWhenTheUserPasswordIsEmpty) {
    const Bytes open = encrypted(makePdf(formShape()), GetParam(), "");
    EXPECT_EQ(validated(issued(open, {}), {}).verdict, Verdict::valid);
    EXPECT_EQ(validated(issued(open, owner_), {}).verdict, Verdict::valid);
}

TEST_P(EncryptedDocument, OpensWithAPasswordInVietnamese) {
    const std::string password = "Mật khẩu của tôi";
    const Bytes document = encrypted(makePdf(formShape()), GetParam(), password);
    EXPECT_NE(DocumentOutline::read(document, DocumentPassword(std::string_view(password))).find("Date"), nullptr);
}

TEST_P(EncryptedDocument, WithObjectStreamsIsDecryptedOnce) {
    const Bytes packed =
        encrypted(makePdf(formShape(pdf::SectionKind::stream)), GetParam(), kUserPassword, kOwnerPassword, "--object-streams=generate");
    const pdf::Reader reader(packed, {}, user_);
    EXPECT_EQ(reader.sections().front().kind, pdf::SectionKind::stream);
    EXPECT_NE(DocumentOutline::read(packed, user_).find("Chair"), nullptr);
    EXPECT_EQ(validated(issued(packed, user_), owner_).verdict, Verdict::valid);
}

/// Some programs write the place for the signature encrypted, zeros as they are, and then fill it.
TEST_P(EncryptedDocument, MayPadItsSignatureWithEncryptedZerosOnly) {
    const Bytes document = signByChair(encrypted(makePdf(), GetParam(), ""));
    const pdf::Reader reader{ByteView(document)};
    const auto field = reader.get(reader.get(reader.catalog(), "AcroForm"), "Fields").items().at(0).number();
    const auto number = reader.object(field).get("V").number();
    const auto& range = reader.object(number).get("ByteRange").items();
    const auto start = static_cast<std::size_t>(range[1].integerValue()) + 1;
    const auto end = static_cast<std::size_t>(range[2].integerValue()) - 1;
    const std::string& contents = reader.object(number).get("Contents").stringValue();
    ASSERT_EQ(contents.size() % 16, 0u);
    const std::size_t cms = contents.find_last_not_of('\0') + 1;
    const std::size_t zeros = contents.size() - (GetParam().isAes() ? 32 : 0);
    const auto hidden = reader.security()->encryptedStrings(pdf::Object::bytes(std::string(zeros, '\0')), {number, 0});
    ASSERT_EQ(hidden.stringValue().size(), contents.size());
    const std::string hex = crypto::toUpperHex(viewOf(hidden.stringValue()));
    Bytes padded = document;
    std::copy(hex.begin() + static_cast<std::ptrdiff_t>(2 * cms), hex.end(), padded.begin() + static_cast<std::ptrdiff_t>(start + 2 * cms));
    const auto report = validated(padded, {});
    EXPECT_EQ(report.verdict, Verdict::valid) << report.toText();
    EXPECT_THAT(noticedIn(report), Contains("contents-padding-encrypted"));
    padded[end - 100] = padded[end - 100] == '0' ? '1' : '0';
    EXPECT_THAT(noticedIn(validated(padded, {})), Contains("contents-trailing-data"));
}

TEST_P(EncryptedDocument, HoldsNoTextOfTheSignatureInPlain) {
    const Bytes document = issued(original_, user_);
    const std::string_view added = textOf(ByteView(document).subspan(original_.size()));
    // The reason in UTF-16, a date, the number that was filled in, the content of its appearance.
    for (const std::string_view plain : {"FEFF0050", "/M<443A", "<313233>", "/Tx BMC"}) {
        EXPECT_EQ(added.find(plain), std::string_view::npos) << plain;
    }
    const pdf::Reader reader(document, {}, user_);
    const auto& chair =
        reader.get(reader.object(reader.get(reader.get(reader.catalog(), "AcroForm"), "Fields").items().at(2).number()), "V");
    EXPECT_EQ(pdf::utf8OfTextString(chair.get("Reason").stringValue()), "Phê duyệt");
    EXPECT_EQ(chair.get("M").stringValue().substr(0, 2), "D:");
    EXPECT_EQ(chair.get("Contents").token().front(), '<') << "the signature itself stands in plain";
}

INSTANTIATE_TEST_SUITE_P(Revisions, EncryptedDocument, ::testing::ValuesIn(protections()),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(EncryptedMetadata, IsReadInPlainWhenTheDocumentSaysSo) {
    std::map<pdf::ObjectNumber, std::string> objects{{1, "<</Type/Catalog/Pages 2 0 R/Metadata 4 0 R>>"},
                                                     {2, "<</Type/Pages/Count 1/Kids[3 0 R]>>"},
                                                     {3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"},
                                                     {4, "<</Type/Metadata/Subtype/XML/Length 12>>\nstream\n<x:xmpmeta/>\nendstream"}};
    for (const Protection& protection : protections()) {
        const Bytes document = encrypted(writePdf(objects, pdf::SectionKind::table), protection);
        const bool isPlain = std::string_view(protection.arguments).find("cleartext") != std::string_view::npos;
        EXPECT_EQ(textOf(document).find("<x:xmpmeta/>") != std::string_view::npos, isPlain) << protection.name;
        const pdf::Reader reader(document, {}, DocumentPassword(std::string_view(kUserPassword)));
        const Bytes metadata = reader.decodedStream(reader.catalog().get("Metadata").number());
        EXPECT_EQ(textOf(metadata), "<x:xmpmeta/>") << protection.name;
    }
}

/// A document of revision 4 with two crypt filters; every stream names its own.
TEST(CryptFilters, OfEachStreamCount) {
    const Bytes document = encrypted(makePdf(), protections().at(3));
    const pdf::Reader reader(document, {}, DocumentPassword(std::string_view(kUserPassword)));
    const pdf::ObjectIdentity where{7, 0};
    const auto dictionary = [](const char* name) {
        return pdf::Object::dictionary(
            {{"Filter", pdf::Object::array({pdf::Object::name("Crypt"), pdf::Object::name("FlateDecode")})},
             {"DecodeParms", pdf::Object::array({pdf::Object::dictionary({{"Name", pdf::Object::name(name)}}), pdf::Object()})}});
    };
    const Bytes data{'a', 'b', 'c'};
    EXPECT_EQ(reader.security()->encryptedStream(dictionary("Identity"), data, where), data);
    const Bytes hidden = reader.security()->encryptedStream(dictionary("StdCF"), data, where);
    EXPECT_NE(hidden, data);
    EXPECT_EQ(reader.security()->decryptedStream(dictionary("StdCF"), hidden, where), data);
    EXPECT_NE(reader.security()->decryptedStream(dictionary("StdCF"), hidden, {8, 0}), data) << "each object has its own key";
    EXPECT_EQ(codeOf([&] { reader.security()->decryptedStream(dictionary("Unknown"), data, where); }), ErrorCode::malformedPdf);
    EXPECT_EQ(pdf::withoutCryptFilter(dictionary("StdCF")).get("Filter").toString(), "[/FlateDecode]");
}

TEST(PasswordBytes, AreThoseOfTheStandardFirstAndThenTheTextItself) {
    const auto bytesOf = [](const char* text, int revision) {
        std::vector<std::string> out;
        for (const SecretText& bytes : pdf::passwordBytes(text, revision)) {
            out.emplace_back(bytes.view());
        }
        return out;
    };
    // RFC 4013, section 3: a soft hyphen is mapped to nothing, compatibility characters are normalized.
    EXPECT_THAT(bytesOf("I\xC2\xADX", 6), ::testing::ElementsAre("IX", "I\xC2\xADX"));
    EXPECT_THAT(bytesOf("\xE2\x85\xA8", 6), ::testing::ElementsAre("IX", "\xE2\x85\xA8"));
    EXPECT_THAT(bytesOf("user", 6), ::testing::ElementsAre("user"));
    EXPECT_EQ(bytesOf(std::string(200, 'a').c_str(), 6).front().size(), 127u);
    // ISO 32000-2, D.3: é is E9, € is A0; what PDFDocEncoding lacks stays UTF-8.
    EXPECT_THAT(bytesOf("é€", 3), ::testing::ElementsAre("\xE9\xA0", "é€"));
    EXPECT_THAT(bytesOf("ệ", 3), ::testing::ElementsAre("ệ"));
    EXPECT_EQ(bytesOf(std::string(200, 'a').c_str(), 3).front().size(), 32u);
}

TEST(PasswordBytes, OpenWhatAnotherProgramEncodedForAnOldRevision) {
    for (const Protection& protection : protections()) {
        const Bytes document = encrypted(makePdf(formShape()), protection, "pässwört");
        EXPECT_EQ(DocumentOutline::read(document, DocumentPassword(std::string_view("pässwört"))).pages.size(), 1u) << protection.name;
    }
}

TEST(EncryptedString, ThatCannotBeOneIsTakenAsItStands) {
    const Bytes document = encrypted(makePdf(), protections().at(6), "");
    const pdf::Reader reader{ByteView(document)};
    pdf::Object value = pdf::Object::array({pdf::Object::bytes("D:20260305070809Z"), pdf::Object::bytes("")});
    reader.security()->decryptStrings(value, {7, 0});
    EXPECT_EQ(value.items().at(0).stringValue(), "D:20260305070809Z");
    EXPECT_EQ(value.items().at(1).stringValue(), "");
    const auto hidden = reader.security()->encryptedStrings(pdf::Object::bytes("plain"), {7, 0});
    EXPECT_EQ(hidden.stringValue().size(), 32u);
    EXPECT_NE(hidden.toString(), reader.security()->encryptedStrings(pdf::Object::bytes("plain"), {7, 0}).toString())
        << "each has an initial vector of its own";
}

class EncryptedTool : public ::testing::Test {
protected:
    std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
    ProcessResult run(const std::string& arguments) const { return runCommand(std::string(CONGVU_SIGN_TOOL) + ' ' + arguments); }

    void SetUp() override {
        folder_.write("in.pdf", encrypted(makePdf(formShape()), protections().at(6)));
        folder_.write("pin", viewOf("246810\n"));
        folder_.write("password", viewOf(std::string(kUserPassword) + "\n"));
        folder_.write("other", viewOf("mat-khau-khac\n"));
        folder_.write("key.p12", TestPki::instance().chairKey().toPkcs12("246810", "chair"));
        folder_.write("trust/root.pem", viewOf(TestPki::instance().authority().root().toPem()));
    }

    ProcessResult sign(const std::string& more) const {
        return run("sign --p12 " + path("key.p12") + " --pin-file " + path("pin") + " --at 2026-03-05T07:08:09Z " + more + ' ' +
                   path("in.pdf") + ' ' + path("out.pdf"));
    }

    TemporaryFolder folder_;
};

TEST_F(EncryptedTool, SignsVerifiesAndInspectsWithThePasswordInAFile) {
    const auto made = sign("--password-file " + path("password") + " --fill Number=15");
    ASSERT_EQ(made.status, 0) << made.output;
    const std::string verify = "verify --json --at 2026-03-05T07:08:09Z --trust " + path("trust") + ' ';
    EXPECT_EQ(run(verify + "--password-file " + path("password") + ' ' + path("out.pdf")).status, 0);
    EXPECT_EQ(run(verify + path("out.pdf")).status, 4);
    const auto inspected = run("inspect --password-file " + path("password") + ' ' + path("out.pdf"));
    EXPECT_THAT(inspected.output, HasSubstr("encrypted: Standard, V 5, R 6, AES, 256 bits, opened as user"));
    EXPECT_THAT(inspected.output, HasSubstr("value \"15\""));
}

TEST_F(EncryptedTool, TellsAMissingFromAWrongPasswordAndShowsNone) {
    const auto missing = sign("");
    EXPECT_EQ(missing.status, 4);
    EXPECT_THAT(missing.output, HasSubstr("encryptedPdf"));
    const auto wrong = sign("--password-file " + path("other"));
    EXPECT_EQ(wrong.status, 4);
    EXPECT_THAT(wrong.output, HasSubstr("wrongDocumentPassword"));
    EXPECT_THAT(wrong.output, HasSubstr("Mật khẩu không mở được"));
    EXPECT_THAT(wrong.output, Not(HasSubstr("mat-khau-khac")));
    EXPECT_FALSE(std::filesystem::exists(path("out.pdf")));
}

}  // namespace
}  // namespace congvu::signing::testing
