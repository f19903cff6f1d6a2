// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <random>
#include <thread>

#include "congvu/signing/xml/EdxmlSignature.h"
#include "support/EdxmlFactory.h"
#include "support/Process.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

using ::testing::Contains;
using ::testing::Not;

TrustStore edxmlTrust() {
    TrustStore store;
    store.addAnchor("government", TestPki::instance().authority().root());
    return store;
}

ValidationReport check(const std::string& text) {
    return EdxmlSignature(edxmlTrust()).validate(viewOf(text), TestPki::now());
}

std::string signedByChair(const EdxmlShape& shape = {}) {
    return signEdxml(shape, TestPki::instance().chairKey());
}

EdxmlShape byParts() {
    EdxmlShape shape;
    shape.references = partReferences();
    return shape;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

/// Not valid, and the finding names the cause.
void expectRefused(const std::string& text, Verdict verdict, const std::string& code) {
    const ValidationReport report = check(text);
    EXPECT_EQ(report.verdict, verdict) << report.toText();
    EXPECT_THAT(noticedIn(report), Contains(code)) << report.toText();
}

TEST(EdxmlSignatures, OverTheWholeFileAreValid) {
    const auto report = check(signedByChair());
    EXPECT_EQ(report.verdict, Verdict::valid) << report.toText();
    const SignatureReport& signature = report.signatures.at(0);
    EXPECT_EQ(signature.signer, "Nguyễn Văn Mẫu");
    EXPECT_EQ(signature.algorithm, "RSA-SHA256");
    EXPECT_EQ(signature.integrity, Integrity::intact);
    EXPECT_EQ(signature.world, "government");
    EXPECT_TRUE(signature.coversWholeFile);
}

TEST(EdxmlSignatures, OverEveryPartByItsIdentifierAreValid) {
    const auto report = check(signedByChair(byParts()));
    EXPECT_EQ(report.verdict, Verdict::valid) << report.toText();
    EXPECT_TRUE(report.signatures.at(0).coversWholeFile);
}

TEST(EdxmlSignatures, WithEllipticCurvesAreValid) {
    EdxmlShape shape;
    shape.method = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
    const auto report = check(signEdxml(shape, TestPki::instance().sealKey()));
    EXPECT_EQ(report.verdict, Verdict::valid) << report.toText();
    EXPECT_EQ(report.signatures.at(0).algorithm, "ECDSA-SHA256");
}

TEST(EdxmlSignatures, WithoutAKnownRootStayOpenButIntact) {
    const std::string text = signedByChair();
    const auto report = EdxmlSignature(TrustStore{}).validate(viewOf(text), TestPki::now());
    EXPECT_EQ(report.verdict, Verdict::indeterminate);
    EXPECT_EQ(report.signatures.at(0).subIndication, SubIndication::noCertificateChainFound);
    EXPECT_EQ(report.signatures.at(0).integrity, Integrity::intact);
}

TEST(EdxmlSignatures, AfterTheCertificateExpiredStayOpen) {
    const std::string text = signedByChair();
    const auto report = EdxmlSignature(edxmlTrust()).validate(viewOf(text), fromIso8601("2029-01-01"));
    EXPECT_EQ(report.signatures.at(0).subIndication, SubIndication::outOfBoundsNoProofOfExistence);
}

TEST(EdxmlSignatures, AreCheckedInSeveralThreadsAtOnce) {
    const std::string good = signedByChair(byParts());
    const std::string altered = replaced(good, "V/v thử chữ ký", "V/v thử chữ ky");
    const EdxmlSignature validator(edxmlTrust());
    std::atomic<int> right = 0;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&] {
            for (int round = 0; round < 20; ++round) {
                right += validator.validate(viewOf(good), TestPki::now()).verdict == Verdict::valid;
                right += validator.validate(viewOf(altered), TestPki::now()).verdict == Verdict::invalid;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(right, 160);
}

TEST(EdxmlFiles, WithoutASignatureSaySo) {
    const auto report = check("<edXML xmlns=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\"><edXMLEnvelope/></edXML>");
    EXPECT_EQ(report.verdict, Verdict::unsignedDocument);
}

TEST(EdxmlFiles, OfAnotherKindOrBrokenAreUnreadable) {
    expectRefused("<html/>", Verdict::unreadable, "xml-not-edxml");
    expectRefused("<edXML><unclosed></edXML>", Verdict::unreadable, "xml-unreadable");
    expectRefused("", Verdict::unreadable, "xml-unreadable");
}

TEST(EdxmlFiles, MutatedAnywhereEndInAVerdictAndNeverShowOtherWordsAsValid) {
    const std::string good = signedByChair(byParts());
    std::mt19937 random(20260305);
    for (int round = 0; round < 2000; ++round) {
        std::string text = good;
        for (int change = static_cast<int>(random() % 3); change >= 0; --change) {
            const std::size_t at = random() % text.size();
            switch (random() % 3) {
                case 0:
                    text[at] = static_cast<char>(random());
                    break;
                case 1:
                    text.erase(at, random() % 40);
                    break;
                default:
                    text.insert(at, text.substr(random() % text.size(), random() % 40));
            }
        }
        const bool isValid = check(text).verdict == Verdict::valid;
        EXPECT_TRUE(!isValid || text.find(">V/v thử chữ ký</") != std::string::npos) << text;
    }
}

TEST(EdxmlAttacks, AnAlteredPartIsAWrongDigest) {
    for (const EdxmlShape& shape : {EdxmlShape(), byParts()}) {
        const std::string text = replaced(signedByChair(shape), "V/v thử chữ ký", "V/v thử chữ ky");
        expectRefused(text, Verdict::invalid, "digest-mismatch");
        EXPECT_EQ(check(text).signatures.at(0).integrity, Integrity::broken);
    }
}

TEST(EdxmlAttacks, AWrongSignatureValueIsFound) {
    const std::string text = signedByChair();
    const std::size_t at = text.find("<ds:SignatureValue>") + 30;
    const std::string other = std::string(1, text[at] == 'A' ? 'B' : 'A');
    expectRefused(std::string(text).replace(at, 1, other), Verdict::invalid, "signature-value-wrong");
}

TEST(EdxmlAttacks, ADoctypeIsRefusedBeforeItIsRead) {
    EdxmlShape shape;
    shape.beforeRoot = "<!DOCTYPE edXML [<!ENTITY a \"x\">]>";
    expectRefused(signedByChair(shape), Verdict::unreadable, "xml-doctype");
}

TEST(EdxmlAttacks, ABombOfEntitiesIsRefusedAtOnce) {
    std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE edXML [<!ENTITY a0 \"ha\">";
    for (int index = 1; index < 40; ++index) {
        const std::string last = "&a" + std::to_string(index - 1) + ";";
        bomb += "<!ENTITY a" + std::to_string(index) + " \"" + last + last + "\">";
    }
    expectRefused(bomb + "]><edXML>&a39;</edXML>", Verdict::unreadable, "xml-doctype");
}

TEST(EdxmlAttacks, AnotherEncodingCannotHideADoctype) {
    const std::string text = "<!DOCTYPE edXML SYSTEM \"file:///etc/passwd\"><edXML/>";
    std::string wide;
    for (const char letter : text) {
        wide += letter;
        wide += '\0';
    }
    expectRefused(wide, Verdict::unreadable, "xml-encoding");
    expectRefused("<?xml version=\"1.0\" encoding=\"UTF-7\"?><edXML>+ADwAIQ-DOCTYPE</edXML>", Verdict::unreadable, "xml-encoding");
}

TEST(EdxmlAttacks, ProcessingInstructionsAreRefused) {
    EdxmlShape shape;
    shape.beforeRoot = "<?xml-stylesheet href=\"other.xsl\"?>";
    expectRefused(signedByChair(shape), Verdict::unreadable, "xml-processing-instruction");
}

TEST(EdxmlAttacks, DeepNestingIsRefused) {
    std::string deep = "<edXML>";
    for (int index = 0; index < 50'000; ++index) {
        deep += "<a>";
    }
    expectRefused(deep, Verdict::unreadable, "xml-unreadable");
}

TEST(EdxmlAttacks, AReferenceToAFileIsNotFollowed) {
    const TemporaryFolder folder;
    const std::string file = folder.write("outside.xml", viewOf("<a/>"));
    EdxmlShape shape;
    shape.references.push_back({"file://" + file, {}});
    expectRefused(signedByChair(shape), Verdict::invalid, "xml-reference-external");
}

TEST(EdxmlAttacks, AReferenceByExpressionIsNotFollowed) {
    EdxmlShape shape;
    shape.references = {{"#xpointer(/)", EdxmlShape::transform(kEnvelopedTransform) + EdxmlShape::transform(kExclusiveTransform)}};
    expectRefused(signedByChair(shape), Verdict::invalid, "xml-reference-external");
}

TEST(EdxmlAttacks, AReferenceToNothingIsFound) {
    const std::string text = replaced(signedByChair(byParts()), "id=\"trace\"", "id=\"other\"");
    expectRefused(text, Verdict::invalid, "xml-reference-dangling");
}

TEST(EdxmlAttacks, TheSamePartIsNotSignedTwice) {
    EdxmlShape shape;
    shape.references.push_back(shape.references.front());
    expectRefused(signedByChair(shape), Verdict::invalid, "xml-signature-structure");
}

TEST(EdxmlAttacks, ManySignaturesAndPartsEndSoon) {
    const std::string text = signedByChair();
    const std::size_t start = text.find("<ds:Signature ");
    const std::string end = "</ds:Signature>";
    const std::string signature = text.substr(start, text.find(end) + end.size() - start);
    std::string many;
    for (int index = 0; index < 2000; ++index) {
        many += signature;
    }
    expectRefused(replaced(text, signature, many), Verdict::unreadable, "xml-unreadable");
    std::string wide = "<edXML>";
    for (int index = 0; index < 500'000; ++index) {
        wide += "<a id=\"x\"/>";
    }
    EXPECT_EQ(check(wide + "</edXML>").verdict, Verdict::unsignedDocument);
}

TEST(EdxmlAttacks, XsltIsNotRun) {
    const std::string sheet =
        "<xsl:stylesheet version=\"1.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\"><xsl:template "
        "match=\"/\"><same/></xsl:template>"
        "</xsl:stylesheet>";
    EdxmlShape shape;
    shape.references = {{"", EdxmlShape::transform(kEnvelopedTransform) +
                                 EdxmlShape::transform("http://www.w3.org/TR/1999/REC-xslt-19991116", sheet) +
                                 EdxmlShape::transform(kExclusiveTransform)}};
    expectRefused(signedByChair(shape), Verdict::invalid, "xml-transform-forbidden");
}

TEST(EdxmlAttacks, XPathTransformsAreNotRun) {
    EdxmlShape shape;
    shape.references = {{"", EdxmlShape::transform(kEnvelopedTransform) +
                                 EdxmlShape::transform("http://www.w3.org/TR/1999/REC-xpath-19991116",
                                                       "<ds:XPath>not(ancestor-or-self::node()[local-name()='edXMLBody'])</ds:XPath>")}};
    expectRefused(signedByChair(shape), Verdict::invalid, "xml-transform-forbidden");
}

TEST(EdxmlAttacks, AKeyValueIsNotTakenForTheKey) {
    const DemoAuthority stranger("Kẻ lạ", {fromIso8601("2020-01-01"), fromIso8601("2040-01-01")});
    const IssuedKey thief = stranger.issueSigner({"Kẻ mạo danh", "", ""}, TestPki::validity());
    EdxmlShape shape;
    shape.keyInfo = rsaKeyValue(thief.certificate) + x509Data({TestPki::instance().chairKey().certificate});
    const std::string text = signEdxml(shape, thief);
    expectRefused(text, Verdict::invalid, "signature-value-wrong");
    EXPECT_THAT(noticedIn(check(text)), Contains("xml-key-info-ignored"));
    shape.keyInfo = rsaKeyValue(thief.certificate);
    expectRefused(signEdxml(shape, thief), Verdict::indeterminate, "signer-certificate-missing");
}

TEST(EdxmlAttacks, ACertificateOfAnUnknownAuthorityIsNotTrusted) {
    const DemoAuthority stranger("Kẻ lạ", {fromIso8601("2020-01-01"), fromIso8601("2040-01-01")});
    expectRefused(signEdxml({}, stranger.issueSigner({"Kẻ mạo danh", "", ""}, TestPki::validity())), Verdict::indeterminate,
                  "chain-not-found");
}

TEST(EdxmlAttacks, WrappingASignedPartAwayIsFound) {
    const std::string text = signedByChair(byParts());
    const std::size_t start = text.find("<edXML:edXMLBody");
    const std::string end = "</edXML:edXMLBody>";
    const std::string body = text.substr(start, text.find(end) + end.size() - start);
    const std::string forged = replaced(body, "id=\"body\"", "id=\"forged\"");
    // The signed body goes where no reader looks; the signature stays right.
    const std::string inObject =
        replaced(replaced(text, body, forged), "</ds:Signature>", "<ds:Object>" + body + "</ds:Object></ds:Signature>");
    expectRefused(inObject, Verdict::invalid, "xml-part-doubled");
    expectRefused(replaced(text, body, "<wrapper>" + body + "</wrapper>"), Verdict::invalid, "xml-part-missing");
    const std::string renamed = replaced(replaced(body, "<edXML:edXMLBody", "<edXML:old"), end, "</edXML:old>");
    expectRefused(replaced(text, body, forged + renamed), Verdict::invalid, "digest-mismatch");
}

TEST(EdxmlAttacks, AnIdentifierThatStandsTwiceIsFound) {
    EdxmlShape shape = byParts();
    shape.rootChildren = "<Note Id=\"body\">x</Note>";
    expectRefused(signedByChair(shape), Verdict::invalid, "xml-identifier-doubled");
}

TEST(EdxmlAttacks, Sha1IsRefused) {
    EdxmlShape shape;
    shape.references[0].digest = "http://www.w3.org/2000/09/xmldsig#sha1";
    expectRefused(signedByChair(shape), Verdict::invalid, "xml-algorithm-forbidden");
    EdxmlShape method;
    method.method = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";
    expectRefused(signedByChair(method), Verdict::invalid, "xml-algorithm-forbidden");
}

TEST(EdxmlAttacks, HmacIsRefused) {
    EdxmlShape shape;
    shape.method = "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256";
    shape.keyInfo = x509Data({TestPki::instance().chairKey().certificate});
    expectRefused(signEdxmlWithHmac(shape), Verdict::invalid, "xml-algorithm-forbidden");
}

/// A part that no reference leads to, and its name.
struct Uncovered {
    const char* uri;
    const char* part;
};

class EdxmlParts : public ::testing::TestWithParam<Uncovered> {};

TEST_P(EdxmlParts, MustAllBeCovered) {
    EdxmlShape shape = byParts();
    std::erase_if(shape.references, [](const EdxmlReference& reference) { return reference.uri == GetParam().uri; });
    const auto report = check(signedByChair(shape));
    EXPECT_EQ(report.verdict, Verdict::invalid);
    EXPECT_EQ(report.signatures.at(0).integrity, Integrity::modified);
    EXPECT_THAT(report.toText(), ::testing::HasSubstr(std::string("(") + GetParam().part + ")"));
    EXPECT_THAT(noticedIn(report), Contains("xml-part-not-covered"));
}

INSTANTIATE_TEST_SUITE_P(HeaderBodyAttachments, EdxmlParts,
                         ::testing::Values(Uncovered{"#message", "MessageHeader"}, Uncovered{"#trace", "TraceHeaderList"},
                                           Uncovered{"#body", "edXMLBody"}, Uncovered{"#attachments", "Attachment"}));

TEST(EdxmlAttacks, NothingMayStandBesideTheCoveredParts) {
    const std::string text = signedByChair(byParts());
    expectRefused(replaced(text, "</edXML>", "<Extra>đã duyệt chi</Extra></edXML>"), Verdict::invalid, "xml-part-not-covered");
    expectRefused(replaced(text, "</edXML>", "loose text</edXML>"), Verdict::invalid, "xml-part-not-covered");
    EdxmlShape shape = byParts();
    shape.header = "<edXML:Another/>";
    expectRefused(signedByChair(shape), Verdict::invalid, "xml-part-not-covered");
}

TEST(EdxmlAttacks, AnAttachmentThatIsListedAndNotThereStaysOpen) {
    EdxmlShape shape;
    shape.attachmentId = "something-else";
    expectRefused(signedByChair(shape), Verdict::indeterminate, "xml-attachment-missing");
    EdxmlShape none;
    none.withAttachment = false;
    expectRefused(signedByChair(none), Verdict::indeterminate, "xml-attachment-missing");
}

TEST(EdxmlAttacks, ASignatureOutsideOfTheHeaderIsNone) {
    const std::string text = signedByChair();
    const std::size_t start = text.find("<ds:Signature ");
    const std::string end = "</ds:Signature>";
    const std::string signature = text.substr(start, text.find(end) + end.size() - start);
    expectRefused(replaced(replaced(text, signature, ""), "</edXML>", signature + "</edXML>"), Verdict::invalid, "xml-signature-misplaced");
}

TEST(EdxmlAttacks, CommentsAreToldBecauseNoSignatureProtectsThem) {
    const std::string text = replaced(signedByChair(), "V/v thử", "V/v<!-- --> thử");
    const auto report = check(text);
    EXPECT_THAT(noticedIn(report), Contains("xml-comments")) << report.toText();
    EXPECT_THAT(noticedIn(check(signedByChair())), Not(Contains("xml-comments")));
}

TEST(EdxmlAttacks, ADamagedStructureIsRefused) {
    const std::string text = signedByChair();
    expectRefused(replaced(text, "<ds:SignatureValue>", "<ds:Object/><ds:SignatureValue>"), Verdict::invalid, "xml-signature-structure");
    expectRefused(replaced(text, "<ds:X509Certificate>", "<ds:X509Certificate>AAAA"), Verdict::invalid, "xml-signature-structure");
}

}  // namespace
}  // namespace congvu::signing::testing
