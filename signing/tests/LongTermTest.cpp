// SPDX-License-Identifier: Apache-2.0
// Levels B-T to B-LTA as they are reached, kept and renewed.
#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "congvu/signing/keys/PrivateKeySigner.h"
#include "pades/SecurityStore.h"
#include "support/LongTermFixture.h"
#include "support/Process.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

using std::chrono::days;
using ::testing::Contains;
using ::testing::HasSubstr;

bool isPrefix(const Bytes& shorter, const Bytes& longer) {
    return shorter.size() < longer.size() && std::equal(shorter.begin(), shorter.end(), longer.begin());
}

TEST_F(LongTerm, EveryKindOfFileAndKeyReachesEveryLevelAndTheOriginalStaysAPrefix) {
    const IssuedKey rsa = pki_.issueSigner(KeyKind::rsa2048);
    const TemporaryFolder folder;
    for (const auto kind : {pdf::SectionKind::table, pdf::SectionKind::stream, pdf::SectionKind::hybrid}) {
        for (const IssuedKey* key : {static_cast<const IssuedKey*>(&key_), &rsa}) {
            PdfShape shape;
            shape.kind = kind;
            const Bytes stamped = sign(makePdf(shape), *key, &tsa1_);
            const Bytes longTerm = extend(stamped, SignatureLevel::bLT);
            const Bytes archived = extend(longTerm, SignatureLevel::bLTA);
            EXPECT_TRUE(isPrefix(stamped, longTerm));
            EXPECT_TRUE(isPrefix(longTerm, archived));
            expectValid(longTerm, "B-LT");
            expectValid(archived, "B-LTA");
            const bool isStream = kind == pdf::SectionKind::stream;
            EXPECT_EQ(pdf::Reader(archived).sections().front().kind == pdf::SectionKind::stream, isStream);
            const std::string file = folder.write("archived.pdf", archived);
            const auto checked = runCommand("qpdf --check " + file);
            EXPECT_EQ(checked.status, 0) << checked.output;
            EXPECT_THAT(runCommand("pdfsig -nocert " + file).output, HasSubstr("Signature Validation: Signature is Valid."));
        }
    }
}

TEST_F(LongTerm, ASignatureWithoutTimeStampIsProvenByADocumentTimeStamp) {
    const Bytes plain = sign(makePdf(), key_);
    const Bytes stamped = extend(plain, SignatureLevel::bT);
    EXPECT_TRUE(isPrefix(plain, stamped));
    auto report = validate(stamped, &online_);
    EXPECT_EQ(report.verdict, Verdict::valid) << report.toText();
    EXPECT_EQ(report.signatures.at(0).level, "B-T");
    EXPECT_EQ(report.signatures.at(0).provenTime, pki_.now());
    EXPECT_TRUE(report.signatures.at(1).isDocumentTimeStamp);
    EXPECT_THAT(noticedIn(report), Contains("document-time-stamp-added"));
    EXPECT_EQ(extend(stamped, SignatureLevel::bT), stamped) << "nothing is added twice";
    expectValid(extend(plain, SignatureLevel::bLT), "B-LT");
    expectValid(extend(plain, SignatureLevel::bLTA), "B-LTA");
}

TEST_F(LongTerm, EachItemStandsOnceInTheStoreAndNothingIsEverRemoved) {
    const Bytes longTerm = extend(signWithTime(), SignatureLevel::bLT);
    EXPECT_EQ(extend(longTerm, SignatureLevel::bLT), longTerm);
    const auto first = pades::SecurityStore::read(pdf::Reader(longTerm));
    EXPECT_EQ(first.ocspResponses.size(), 2u) << "signer and time-stamp server";
    EXPECT_EQ(first.crls.size(), 1u) << "the list of the root, about their issuer";
    pki_.clock += 3600;
    const Bytes archived = extend(longTerm, SignatureLevel::bLTA);
    const Bytes renewed = extend(archived, SignatureLevel::bLTA);
    const auto last = pades::SecurityStore::read(pdf::Reader(renewed));
    std::set<Bytes> distinct;
    for (const auto* items : {&last.certificates, &last.ocspResponses, &last.crls}) {
        for (const auto& item : *items) {
            EXPECT_TRUE(distinct.insert(item.data).second) << "object " << item.number;
        }
    }
    for (const auto& item : first.ocspResponses) {
        EXPECT_THAT(last.ocspResponses, Contains(::testing::Field(&pades::StoredItem::number, item.number)));
    }
    expectValid(renewed, "B-LTA");
}

TEST_F(LongTerm, TheStoreNamesEachSignatureByTheDigestOfItsContents) {
    const Bytes longTerm = extend(signWithTime(), SignatureLevel::bLT);
    const pdf::Reader reader(longTerm);
    const auto& entries = reader.get(reader.get(reader.catalog(), "DSS"), "VRI");
    ASSERT_EQ(entries.entries().size(), 1u);
    const std::string_view file = textOf(longTerm);
    const std::size_t start = file.find('<', file.find("/Contents <"));
    const std::string hex(file.substr(start + 1, file.find('>', start) - start - 1));
    std::string contents;
    for (std::size_t at = 0; at < hex.size(); at += 2) {
        contents += static_cast<char>(std::stoi(hex.substr(at, 2), nullptr, 16));
    }
    const TemporaryFolder folder;
    const auto digest = runCommand("sha1sum < " + folder.write("contents", viewOf(contents)) + " | cut -c-40 | tr a-f A-F");
    EXPECT_EQ(entries.entries().front().first + '\n', digest.output);
}

TEST_F(LongTerm, AnArchiveStaysValidForTwentyYearsWithoutNetwork) {
    const Bytes stamped = signWithTime();
    pki_.setClock("2026-06-01");
    pki_.revoke(pki_.first(), key_.certificate, pki_.now());
    pki_.setClock("2026-07-01");
    const Bytes archived = extend(stamped, SignatureLevel::bLTA);
    pki_.setClock("2034-01-01");  // the signer has expired; its issuer and the first time-stamp server still live
    const Bytes renewed = extend(archived, SignatureLevel::bLTA, &tsa2_);
    pki_.setClock("2046-07-01");
    pki_.switchOff();
    const auto report = validate(renewed);
    EXPECT_EQ(report.verdict, Verdict::valid) << report.toText();
    const SignatureReport& signature = report.signatures.at(0);
    EXPECT_EQ(signature.level, "B-LTA") << signature.nextLevelLacks;
    EXPECT_EQ(signature.provenTime, fromIso8601("2026-03-05T07:08:09Z"));
    EXPECT_EQ(signature.renewBefore, fromIso8601("2066-01-01"));
    EXPECT_EQ(signature.revocations.at(0).revokedAt, fromIso8601("2026-06-01"));
    EXPECT_THAT(noticedIn(report), Contains("revoked-later"));
    // Without the renewal the first server's certificate has ended, and with it every proof.
    expectOpen(archived, SubIndication::outOfBoundsNoProofOfExistence);
    expectOpen(stamped, SubIndication::outOfBoundsNoProofOfExistence);
}

TEST_F(LongTerm, ACertificationThatPermitsNothingPermitsValidationDataAndTimeStamps) {
    for (const auto level : {Certification::noChanges, Certification::formFilling, Certification::annotations}) {
        const Bytes archived = extend(sign(makePdf(), key_, &tsa1_, level), SignatureLevel::bLTA);
        expectValid(archived, "B-LTA");
        EXPECT_EQ(validate(archived).signatures.at(0).certificationLevel, static_cast<int>(level));
    }
}

TEST_F(LongTerm, SignaturesOfOthersAreRaisedTogether) {
    const IssuedKey other = pki_.issueSigner(KeyKind::rsa2048);
    const Bytes twice = sign(signWithTime(), other, &tsa2_);
    const Bytes archived = extend(twice, SignatureLevel::bLTA);
    const auto report = validate(archived);
    EXPECT_EQ(report.verdict, Verdict::valid) << report.toText();
    EXPECT_EQ(report.signatures.at(0).level, "B-LTA");
    EXPECT_EQ(report.signatures.at(1).level, "B-LTA");
    const Bytes later = sign(archived, other, &tsa2_);
    const auto mixed = validate(later, &online_);
    EXPECT_EQ(mixed.verdict, Verdict::valid) << mixed.toText();
    EXPECT_EQ(mixed.signatures.at(3).level, "B-LT") << "the store already holds fresh data about this signer";
}

TEST_F(LongTerm, AStampedSignatureIsExtendedThoughTheServersIssuerIsUnknownAndNamesNoSource) {
    CertificateShape stamping;
    stamping.extendedUsage = "critical,timeStamping";
    stamping.withOcsp = stamping.withCrl = false;
    IssuedKey stamper =
        pki_.issue(pki_.root(), "TSA gốc", {fromIso8601("2026-01-01"), fromIso8601("2056-01-01")}, KeyKind::ecP256, stamping);
    stamper.chain.clear();
    HttpPeer server([&](const std::string&, const std::string& body) {
        return HttpAnswer{200, "application/timestamp-reply", std::string(textOf(pki_.timeStampResponse(stamper, viewOf(body)))), {}};
    });
    TimeStampClient client(server.url("/"), std::chrono::seconds{20});
    ExtensionSources withoutRoot = sources(&client);
    withoutRoot.certificates.clear();
    const Bytes archived = PadesExtension::extend(sign(makePdf(), key_, &client), SignatureLevel::bLTA, withoutRoot);
    expectValid(archived, "B-LTA");
    pki_.setClock("2046-11-23");
    pki_.switchOff();
    expectValid(archived, "B-LTA");
}

TEST_F(LongTerm, AnyDocumentCanBeTimeStamped) {
    const Bytes original = makePdf();
    const Bytes stamped = PadesSignature::join(original, PadesExtension::timeStampIncrement(original, tsa2_));
    const auto report = validate(stamped, &online_);
    EXPECT_EQ(report.verdict, Verdict::valid) << report.toText();
    EXPECT_TRUE(report.signatures.at(0).isDocumentTimeStamp);
    EXPECT_EQ(report.signatures.at(0).provenTime, pki_.now());
}

TEST_F(LongTerm, TheToolSignsExtendsAndVerifiesAtEveryLevel) {
    // The tool reads the computer's clock, so this tree lives around it.
    const Instant today = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    pki_.clock = today.time_since_epoch().count();
    const IssuedKey key = pki_.issue(pki_.second(), "Người ký", {today - days{1}, today + days{700}}, KeyKind::rsa2048, {});
    const TemporaryFolder folder;
    const auto path = [&](const std::string& name) { return (folder.path() / name).string(); };
    const auto run = [&](const std::string& arguments) { return runCommand(std::string(CONGVU_SIGN_TOOL) + ' ' + arguments); };
    folder.write("in.pdf", makePdf());
    folder.write("pin", viewOf("246810\n"));
    folder.write("key.p12", key.toPkcs12("246810", "key"));
    folder.write("trust/root.pem", viewOf(pki_.root().certificate().toPem()));
    const std::string key12 = " --p12 " + path("key.p12") + " --pin-file " + path("pin") + ' ';
    for (const std::string level : {"B-B", "B-T", "B-LT", "B-LTA"}) {
        const auto made =
            run("sign" + key12 + "--level " + level + " --tsa " + pki_.timeStampUrl(2) + ' ' + path("in.pdf") + ' ' + path("out.pdf"));
        ASSERT_EQ(made.status, 0) << made.output;
        const auto verified = run("verify --json --trust " + path("trust") + ' ' + path("out.pdf"));
        EXPECT_EQ(verified.status, 0) << verified.output;
        EXPECT_THAT(verified.output, HasSubstr("\"level\":\"" + level + '"'));
        const bool isLongTerm = level == "B-LT" || level == "B-LTA";
        EXPECT_EQ(run("verify --offline --trust " + path("trust") + ' ' + path("out.pdf")).status, isLongTerm ? 0 : 2);
    }
    ASSERT_EQ(run("sign" + key12 + path("in.pdf") + ' ' + path("plain.pdf")).status, 0);
    const auto extended = run("extend --level B-LTA --tsa " + pki_.timeStampUrl(2) + " --trust " + path("trust") + ' ' + path("plain.pdf") +
                              ' ' + path("extended.pdf"));
    ASSERT_EQ(extended.status, 0) << extended.output;
    const auto verified = run("verify --json --offline --trust " + path("trust") + ' ' + path("extended.pdf"));
    EXPECT_EQ(verified.status, 0) << verified.output;
    EXPECT_THAT(verified.output, HasSubstr("\"level\":\"B-LTA\""));
    ASSERT_EQ(run("stamp --tsa " + pki_.timeStampUrl(2) + ' ' + path("in.pdf") + ' ' + path("stamped.pdf")).status, 0);
    EXPECT_EQ(run("verify --trust " + path("trust") + ' ' + path("stamped.pdf")).status, 0);
    EXPECT_EQ(run("extend --level B-LT " + path("in.pdf") + ' ' + path("none.pdf")).status, 1);
    EXPECT_EQ(run("extend --level B-X " + path("in.pdf") + ' ' + path("none.pdf")).status, 64);
}

}  // namespace
}  // namespace congvu::signing::testing
