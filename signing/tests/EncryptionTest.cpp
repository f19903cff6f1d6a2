// SPDX-License-Identifier: Apache-2.0
// Encrypted documents are made and checked by another program: qpdf encrypts them, and qpdf, poppler and MuPDF read what was signed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>

#include "congvu/signing/SigningError.h"
#include "congvu/signing/pades/FormFields.h"
#include "congvu/signing/pdf/DocumentInspection.h"
#include "pdf/PasswordText.h"
#include "pdf/Reader.h"
#include "pdf/Security.h"
#include "support/PdfFactory.h"
#include "support/Process.h"
#include "support/ProtectedFiles.h"
#include "support/Tampering.h"
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

ErrorCode refusedWith(const std::function<void()>& act) {
    try {
        act();
    } catch (const SigningError& error) {
        return error.code();
    }
    ADD_FAILURE() << "nothing was refused";
    return ErrorCode::cryptoFailure;
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
    EXPECT_EQ(refusedWith([&] { signByChair(original_); }), ErrorCode::encryptedPdf);
    SignatureRequest request = requestFor();
    request.documentPassword = DocumentPassword(std::string_view("nguoi-khac"));
    EXPECT_EQ(refusedWith([&] { signByChair(original_, request); }), ErrorCode::wrongDocumentPassword);
    EXPECT_EQ(refusedWith([&] { DocumentOutline::read(original_); }), ErrorCode::encryptedPdf);
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
    EXPECT_EQ(refusedWith([&] { reader.security()->decryptedStream(dictionary("Unknown"), data, where); }), ErrorCode::malformedPdf);
    EXPECT_EQ(pdf::withoutCryptFilter(dictionary("StdCF")).get("Filter").toString(), "[/FlateDecode]");
}

/// A document whose trailer refers to this dictionary, in object 20.
Bytes withEncryption(const std::string& dictionary, Bytes document = makePdf()) {
    const pdf::Reader reader(document);
    std::string added = "20 0 obj\n" + dictionary + "\nendobj\n";
    const std::size_t object = document.size();
    const std::size_t start = object + added.size();
    char entry[64];
    std::snprintf(entry, sizeof entry, "xref\n20 1\n%010zu 00000 n \n", object);
    added += entry + std::string("trailer\n<</Size 102/Root 1 0 R/Encrypt 20 0 R/ID[<00><00>]/Prev ") +
             std::to_string(reader.startCrossReference()) + ">>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
    document.insert(document.end(), added.begin(), added.end());
    return document;
}

struct HostileCase {
    const char* what;
    std::string dictionary;
    ErrorCode code;
};

std::vector<HostileCase> hostileCases() {
    const std::string zeros32 = "<" + std::string(64, '0') + ">";
    const std::string zeros48 = "<" + std::string(96, '0') + ">";
    const std::string legacy = "/O" + zeros32 + "/U" + zeros32 + "/P -4";
    const std::string modern = "/O" + zeros48 + "/U" + zeros48 + "/P -4/OE" + zeros32 + "/UE" + zeros32;
    const auto standard = [](const std::string& entries) { return "<</Filter/Standard" + entries + ">>"; };
    return {
        {"not a dictionary", "[1 2 3]", ErrorCode::malformedPdf},
        {"no entries", "<<>>", ErrorCode::unsupportedEncryption},
        {"for certificates", "<</Filter/Adobe.PubSec/V 4/SubFilter/adbe.pkcs7.s5>>", ErrorCode::unsupportedEncryption},
        {"a version of the future", standard("/V 6/R 7" + legacy), ErrorCode::unsupportedEncryption},
        {"the unpublished version", standard("/V 3/R 3" + legacy), ErrorCode::unsupportedEncryption},
        {"version and revision apart", standard("/V 5/R 3" + modern), ErrorCode::unsupportedEncryption},
        {"a huge version", standard("/V 9223372036854775807/R 2" + legacy), ErrorCode::unsupportedEncryption},
        {"no passwords", standard("/V 1/R 2/P -4"), ErrorCode::malformedPdf},
        {"short passwords", standard("/V 1/R 2/O<00>/U<00>/P -4"), ErrorCode::malformedPdf},
        {"passwords that are numbers", standard("/V 1/R 2/O 1/U 2/P -4"), ErrorCode::malformedPdf},
        {"short keys", standard("/V 5/R 6/O" + zeros48 + "/U" + zeros48 + "/P -4/OE<00>/UE<00>"), ErrorCode::malformedPdf},
        {"no permissions", standard("/V 1/R 2/O" + zeros32 + "/U" + zeros32), ErrorCode::malformedPdf},
        {"a key of no length", standard("/V 2/R 3/Length 0" + legacy), ErrorCode::malformedPdf},
        {"a negative length", standard("/V 2/R 3/Length -128" + legacy), ErrorCode::malformedPdf},
        {"a key of odd length", standard("/V 2/R 3/Length 41" + legacy), ErrorCode::malformedPdf},
        {"a key of huge length", standard("/V 2/R 3/Length 4294967336" + legacy), ErrorCode::malformedPdf},
        {"itself inside", "<</Filter/Standard/V 4/R 4/CF 20 0 R" + legacy + ">>", ErrorCode::malformedPdf},
        {"itself inside many times",
         "<</Filter/Standard/V 4/R 4/CF[20 0 R 20 0 R 20 0 R 20 0 R 20 0 R 20 0 R 20 0 R 20 0 R]" + legacy + ">>", ErrorCode::malformedPdf},
        {"nobody's password", standard("/V 1/R 2" + legacy), ErrorCode::encryptedPdf},
        {"nobody's modern password", standard("/V 5/R 6/CF<</StdCF<</CFM/AESV3>>>>/StmF/StdCF/StrF/StdCF" + modern),
         ErrorCode::encryptedPdf}};
}

TEST(HostileEncryptionDictionary, EndsInAClearError) {
    for (const HostileCase& one : hostileCases()) {
        const Bytes document = withEncryption(one.dictionary);
        EXPECT_EQ(refusedWith([&] { pdf::Reader reader{ByteView(document)}; }), one.code) << one.what;
        EXPECT_EQ(validated(document, {}).verdict, Verdict::unreadable) << one.what;
    }
}

TEST(HostileEncryptionDictionary, WithWrongCryptFiltersEndsInAClearError) {
    const Bytes document = encrypted(makePdf(), protections().at(3), "");
    const auto replaced = [&](const std::string& from, const std::string& to) { return replaceText(document, from, to); };
    for (const Bytes& hostile : {replaced("/StmF /StdCF", "/StmF /NoSuc"), replaced("/CFM /AESV2", "/CFM /AESV3"),
                                 replaced("/CFM /AESV2", "/CFM /None "), replaced("/CFM /AESV2", "/CFM [/YYY]")}) {
        try {
            pdf::Reader reader{ByteView(hostile)};
            ADD_FAILURE() << "was opened";
        } catch (const SigningError& error) {
            EXPECT_TRUE(error.code() == ErrorCode::malformedPdf || error.code() == ErrorCode::unsupportedEncryption) << error.what();
        }
    }
}

TEST(EncryptedSignature, IsNotValidAfterTheEncryptionDictionaryWasReplaced) {
    // The same bytes, decrypted another way, show other contents: what is signed is what they mean.
    const Bytes signedDocument = signByChair(encrypted(makePdf(), protections().at(3), ""));
    const pdf::Reader reader{ByteView(signedDocument)};
    const auto number = reader.trailer().get("Encrypt").number();
    std::string dictionary = reader.object(number).toString();
    const std::size_t streams = dictionary.find("/StmF/StdCF");
    ASSERT_NE(streams, std::string::npos) << dictionary;
    dictionary.replace(streams, 11, "/StmF/Identity");
    std::string added = std::to_string(number) + " 0 obj\n" + dictionary + "\nendobj\n";
    const std::size_t start = signedDocument.size() + added.size();
    char entry[64];
    std::snprintf(entry, sizeof entry, "xref\n%u 1\n%010zu 00000 n \n", number, signedDocument.size());
    pdf::Object trailer = reader.trailer();
    trailer.set("Prev", pdf::Object::integer(static_cast<std::int64_t>(reader.startCrossReference())));
    added += entry + ("trailer\n" + trailer.toString()) + "\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
    Bytes document = signedDocument;
    document.insert(document.end(), added.begin(), added.end());
    const auto report = validated(document, {});
    EXPECT_EQ(report.verdict, Verdict::invalid) << report.toText();
    EXPECT_THAT(noticedIn(report), Contains("!trailer-changed"));
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

/// Bytes changed at random, most of them in the last part, where the encryption dictionary and the trailer stand.
Bytes mutated(Bytes document, std::mt19937& random) {
    constexpr std::size_t kEnd = 1500;
    const std::size_t changes = 1 + random() % 4;
    for (std::size_t change = 0; change < changes; ++change) {
        const std::size_t range = random() % 4 == 0 ? document.size() : std::min(kEnd, document.size());
        document[document.size() - 1 - random() % range] = static_cast<std::uint8_t>(random());
    }
    return document;
}

TEST(MutatedEncryptedDocument, EndsInAVerdictAndIsSignedOrRefusedWithAClearError) {
    constexpr int kMutations = 150;
    std::mt19937 random(20260305);
    std::size_t signedOnes = 0;
    for (const Protection& protection : protections()) {
        const Bytes original = signByChair(encrypted(makePdf(formShape()), protection, ""));
        for (int mutation = 0; mutation < kMutations; ++mutation) {
            const Bytes document = mutated(original, random);
            const auto report = validated(document, {});
            EXPECT_FALSE(report.verdict == Verdict::valid && report.signatures.empty());
            try {
                signedOnes += signBySeal(document).empty() ? 0 : 1;
            } catch (const SigningError& error) {
                EXPECT_FALSE(nameOf(error.code()).empty());
            }
        }
    }
    EXPECT_GT(signedOnes, 0u) << "some changes hit what nobody reads";
}

TEST(EncryptedAttachments, NeedNoPasswordToSignTheDocumentAround) {
    const std::string zeros = "<" + std::string(64, '0') + ">";
    const Bytes document = withEncryption(
        "<</Filter/Standard/V 4/R 4/CF<</StdCF<</CFM/AESV2/AuthEvent/EFOpen>>>>/StmF/Identity/StrF/Identity"
        "/EFF/StdCF/P -4/O" +
        zeros + "/U" + zeros + ">>");
    const Bytes signedDocument = signByChair(document);
    EXPECT_EQ(validated(signedDocument, {}).verdict, Verdict::valid);
    const pdf::Reader reader{ByteView(signedDocument)};
    const auto attached = pdf::Object::dictionary({{"Type", pdf::Object::name("EmbeddedFile")}});
    EXPECT_EQ(refusedWith([&] { reader.security()->decryptedStream(attached, viewOf("data"), {7, 0}); }), ErrorCode::encryptedPdf);
}

TEST(EncryptedLater, ASignedDocumentIsModifiedAndNotOnlyUnreadable) {
    const std::string zeros = "<" + std::string(64, '0') + ">";
    const Bytes document = withEncryption("<</Filter/Standard/V 1/R 2/P -4/O" + zeros + "/U" + zeros + ">>", signByChair(makePdf()));
    const auto report = validated(document, {});
    EXPECT_EQ(report.verdict, Verdict::invalid) << report.toText();
    EXPECT_EQ(report.signatures.at(0).integrity, Integrity::modified);
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
