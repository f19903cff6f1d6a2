// SPDX-License-Identifier: Apache-2.0
// Encryption dictionaries that are wrong, exchanged or added after signing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "pdf/Reader.h"
#include "pdf/Security.h"
#include "support/PdfFactory.h"
#include "support/ProtectedFiles.h"
#include "support/Refusal.h"
#include "support/Tampering.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

using ::testing::Contains;

ValidationReport validatedHostile(const Bytes& document) {
    return TestPki::instance().validator().validate(document, TestPki::now());
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
        EXPECT_EQ(codeOf([&] { pdf::Reader reader{ByteView(document)}; }), one.code) << one.what;
        EXPECT_EQ(validatedHostile(document).verdict, Verdict::unreadable) << one.what;
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
    const auto report = validatedHostile(document);
    EXPECT_EQ(report.verdict, Verdict::invalid) << report.toText();
    EXPECT_THAT(noticedIn(report), Contains("!trailer-changed"));
}

PdfShape hostileShape() {
    PdfShape shape;
    shape.withTextFields = shape.withSignatureField = true;
    return shape;
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
        const Bytes original = signByChair(encrypted(makePdf(hostileShape()), protection, ""));
        for (int mutation = 0; mutation < kMutations; ++mutation) {
            const Bytes document = mutated(original, random);
            const auto report = validatedHostile(document);
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
    EXPECT_EQ(validatedHostile(signedDocument).verdict, Verdict::valid);
    const pdf::Reader reader{ByteView(signedDocument)};
    const auto attached = pdf::Object::dictionary({{"Type", pdf::Object::name("EmbeddedFile")}});
    EXPECT_EQ(codeOf([&] { reader.security()->decryptedStream(attached, viewOf("data"), {7, 0}); }), ErrorCode::encryptedPdf);
}

TEST(EncryptedLater, ASignedDocumentIsModifiedAndNotOnlyUnreadable) {
    const std::string zeros = "<" + std::string(64, '0') + ">";
    const Bytes document = withEncryption("<</Filter/Standard/V 1/R 2/P -4/O" + zeros + "/U" + zeros + ">>", signByChair(makePdf()));
    const auto report = validatedHostile(document);
    EXPECT_EQ(report.verdict, Verdict::invalid) << report.toText();
    EXPECT_EQ(report.signatures.at(0).integrity, Integrity::modified);
}

}  // namespace
}  // namespace congvu::signing::testing
