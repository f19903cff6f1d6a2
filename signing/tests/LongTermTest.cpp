// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>

#include "congvu/signing/SigningError.h"
#include "congvu/signing/keys/PrivateKeySigner.h"
#include "congvu/signing/pades/PadesExtension.h"
#include "congvu/signing/pades/PadesSignature.h"
#include "pades/SecurityStore.h"
#include "support/LongTermPki.h"
#include "support/PdfFactory.h"
#include "support/Process.h"
#include "support/Tampering.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

using std::chrono::days;
using std::chrono::hours;
using ::testing::Contains;
using ::testing::HasSubstr;

bool isPrefix(const Bytes& shorter, const Bytes& longer) {
    return shorter.size() < longer.size() && std::equal(shorter.begin(), shorter.end(), longer.begin());
}

std::string refusalOf(const std::function<void()>& act) {
    try {
        act();
    } catch (const SigningError& error) {
        return std::string(nameOf(error.code())) + ": " + error.what();
    }
    return "nothing was refused";
}

/// Answers everything with the same data.
class FixedRevocation : public RevocationSource {
public:
    RevocationAnswer ask(const Certificate&, const std::optional<Certificate>&, Instant) override { return answer; }
    RevocationAnswer answer;
};

/// Signing on 5 March 2026 under the virtual clock, with every server at hand.
class LongTerm : public ::testing::Test {
protected:
    Bytes sign(const Bytes& document, const IssuedKey& key, TimeStampSource* timeStamps = nullptr,
               Certification certification = Certification::none) {
        SignatureRequest request;
        request.signingTime = pki_.now();
        request.certification = certification;
        return PadesSignature::sign(document, request, *key.signer(), timeStamps);
    }
    Bytes signWithTime(const Bytes& document = makePdf()) { return sign(document, key_, &tsa1_); }

    ExtensionSources sources(TimeStampSource* timeStamps) {
        ExtensionSources sources;
        sources.certificates = {pki_.root().certificate()};
        sources.revocation = &online_;
        sources.timeStamps = timeStamps;
        sources.at = pki_.now();
        return sources;
    }
    Bytes extend(const Bytes& document, SignatureLevel level, TimeStampSource* timeStamps = nullptr) {
        return PadesExtension::extend(document, level, sources(timeStamps == nullptr ? &tsa1_ : timeStamps));
    }

    ValidationReport validate(const Bytes& document, RevocationSource* revocation = nullptr) {
        ValidationOptions options;
        options.revocation = revocation;
        return Validator(pki_.trust(), AlgorithmPolicy::standard(), options).validate(document, pki_.now());
    }
    void expectValid(const Bytes& document, const std::string& level) {
        const auto report = validate(document);
        EXPECT_EQ(report.verdict, Verdict::valid) << report.toText();
        EXPECT_EQ(report.signatures.at(0).level, level) << report.signatures.at(0).nextLevelLacks << '\n' << report.toText();
    }
    void expectOpen(const Bytes& document, SubIndication why, RevocationSource* revocation = nullptr) {
        const auto report = validate(document, revocation);
        EXPECT_EQ(report.verdict, Verdict::indeterminate) << report.toText();
        EXPECT_EQ(nameOf(report.signatures.at(0).subIndication), nameOf(why)) << report.toText();
        EXPECT_EQ(report.signatures.at(0).integrity, Integrity::intact);
    }

    LongTermPki pki_;
    IssuedKey key_ = pki_.issueSigner();
    HttpFetcher fetcher_;
    CrlCache cache_;
    OnlineRevocation online_{fetcher_, cache_};
    TimeStampClient tsa1_{pki_.timeStampUrl(1), std::chrono::seconds{20}};
    TimeStampClient tsa2_{pki_.timeStampUrl(2), std::chrono::seconds{20}};
};

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

TEST_F(LongTerm, WithoutNetworkAStampedSignatureOfACertificateWithSourcesStaysOpen) {
    const Bytes document = signWithTime();
    pki_.switchOff();
    expectOpen(document, SubIndication::tryLater);
    EXPECT_EQ(validate(document).signatures.at(0).level, "B-T");
    expectOpen(document, SubIndication::tryLater, &online_);
    pki_.switchOn();
    EXPECT_EQ(validate(document, &online_).verdict, Verdict::valid);
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

TEST_F(LongTerm, ARevocationBeforeTheProvenTimeIsFoundAndNothingIsExtended) {
    pki_.revoke(pki_.first(), key_.certificate, pki_.now() - days{1}, 1);
    const Bytes document = signWithTime();
    expectOpen(document, SubIndication::revokedNoProofOfExistence, &online_);
    EXPECT_THAT(noticedIn(validate(document, &online_)), Contains("certificate-revoked"));
    EXPECT_THAT(refusalOf([&] { extend(document, SignatureLevel::bLT); }), HasSubstr("certificateRevoked"));
}

TEST_F(LongTerm, ALateDocumentTimeStampDoesNotSaveARevokedSignature) {
    const Bytes plain = sign(makePdf(), key_);
    pki_.clock += 86400;
    pki_.revoke(pki_.first(), key_.certificate, pki_.now());
    pki_.clock += 86400;
    const Bytes stamped = extend(plain, SignatureLevel::bT);
    expectOpen(stamped, SubIndication::revokedNoProofOfExistence, &online_);
}

TEST_F(LongTerm, ARevokedIssuerIsFound) {
    const Bytes document = signWithTime();
    pki_.revoke(pki_.root(), pki_.first().certificate(), fromIso8601("2026-02-01"));
    expectOpen(document, SubIndication::revokedAuthorityNoProofOfExistence, &online_);
}

TEST_F(LongTerm, AnUnknownStatusStaysOpen) {
    const Bytes document = sign(makePdf(), key_);
    pki_.first().ocsp.unknown = true;
    FixedRevocation source;
    source.answer.ocspResponses = {pki_.ocspResponse(pki_.first(), key_.certificate)};
    expectOpen(document, SubIndication::certificateChainGeneralFailure, &source);
    EXPECT_THAT(noticedIn(validate(document, &source)), Contains("revocation-unknown"));
}

TEST_F(LongTerm, StaleDataLeavesTheQuestionOpen) {
    pki_.first().ocsp.age = days{30};
    pki_.first().crl.age = days{30};
    const Bytes document = signWithTime();
    expectOpen(document, SubIndication::tryLater, &online_);
    EXPECT_THAT(refusalOf([&] { extend(document, SignatureLevel::bLT); }), HasSubstr("revocationInvalid"));
}

TEST_F(LongTerm, DataOfAnExpiredIssuerNeedsAProofOfItsExistence) {
    const Bytes longTerm = extend(sign(makePdf(), key_, &tsa2_), SignatureLevel::bLT);
    expectValid(longTerm, "B-LT");
    const Bytes archived = extend(longTerm, SignatureLevel::bLTA, &tsa2_);
    pki_.setClock("2046-03-05");
    pki_.switchOff();
    expectOpen(longTerm, SubIndication::noProofOfExistence);
    expectValid(archived, "B-LTA");
}

TEST_F(LongTerm, ACompromisedTimeStampServerProvesNothingButOneThatStoppedDoes) {
    const Bytes document = signWithTime();
    pki_.clock += 3600;
    pki_.revoke(pki_.first(), pki_.stamper(1).certificate, pki_.now(), 1);
    pki_.clock += 3600;
    const auto compromised = validate(document, &online_);
    EXPECT_THAT(noticedIn(compromised), Contains("time-stamp-revoked"));
    EXPECT_FALSE(compromised.signatures.at(0).provenTime.has_value());
    pki_.revoke(pki_.first(), pki_.stamper(1).certificate, pki_.now() - hours{1}, 5);
    const auto stopped = validate(document, &online_);
    EXPECT_EQ(stopped.verdict, Verdict::valid) << stopped.toText();
    EXPECT_TRUE(stopped.signatures.at(0).provenTime.has_value());
}

TEST_F(LongTerm, AKeyThatAgedSinceTheTimeStampIsToldAndAnAgedDigestProvesNothing) {
    const Bytes archived = extend(sign(makePdf(), key_, &tsa2_), SignatureLevel::bLTA, &tsa2_);
    pki_.setClock("2046-03-05");
    const auto under = [&](std::optional<Instant> digestEnds, std::optional<Instant> keyEnds) {
        const AlgorithmPolicy policy({{"SHA256", 0, digestEnds}, {"EC", 256, keyEnds}});
        return Validator(pki_.trust(), policy).validate(archived, pki_.now());
    };
    const auto agedKey = under(std::nullopt, fromIso8601("2040-01-01"));
    EXPECT_EQ(agedKey.verdict, Verdict::valid) << agedKey.toText();
    EXPECT_THAT(noticedIn(agedKey), Contains("time-stamp-key-aged"));
    EXPECT_EQ(under(std::nullopt, fromIso8601("2026-01-01")).verdict, Verdict::indeterminate);
    EXPECT_EQ(under(fromIso8601("2040-01-01"), std::nullopt).verdict, Verdict::indeterminate);
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

TEST_F(LongTerm, AnAlteredTimeStampedDocumentIsInvalid) {
    const Bytes archived = extend(signWithTime(), SignatureLevel::bLTA);
    const auto report = validate(replaceText(archived, "(Pay 100)", "(Pay 900)"));
    EXPECT_EQ(report.verdict, Verdict::invalid);
    EXPECT_EQ(report.signatures.at(0).subIndication, SubIndication::hashFailure);
    EXPECT_EQ(report.signatures.at(1).subIndication, SubIndication::hashFailure);
}

TEST_F(LongTerm, DamagedDataInTheStoreProvesNothing) {
    Bytes longTerm = extend(signWithTime(), SignatureLevel::bLT);
    const auto store = pades::SecurityStore::read(pdf::Reader(longTerm));
    for (const auto& item : store.ocspResponses) {
        longTerm[static_cast<std::size_t>(item.end) - item.data.size()] ^= 0xFF;
    }
    expectOpen(longTerm, SubIndication::tryLater);
    EXPECT_THAT(noticedIn(validate(longTerm)), Contains("validation-data-damaged"));
}

TEST_F(LongTerm, WhatCannotBeExtendedIsRefusedClearly) {
    EXPECT_THAT(refusalOf([&] { extend(makePdf(), SignatureLevel::bLT); }), HasSubstr("levelNotPossible"));
    const IssuedKey mute = pki_.issueSigner(KeyKind::ecP256, {"", false, false, false, false});
    EXPECT_THAT(refusalOf([&] { extend(sign(makePdf(), mute, &tsa1_), SignatureLevel::bLT); }), HasSubstr("revocationUnavailable"));
    const IssuedKey onlyOcsp = pki_.issueSigner(KeyKind::ecP256, {"", false, true, false, false});
    const auto withoutIssuer = PrivateKeySigner::load(onlyOcsp.pkcs8, onlyOcsp.certificate, {});
    SignatureRequest request;
    request.signingTime = pki_.now();
    const Bytes orphan = PadesSignature::sign(makePdf(), request, *withoutIssuer, &tsa2_);
    EXPECT_THAT(refusalOf([&] { extend(orphan, SignatureLevel::bLT); }), HasSubstr("chainIncomplete"));
    const Bytes stamped = signWithTime();
    EXPECT_THAT(refusalOf([&] { PadesExtension::extend(sign(makePdf(), key_), SignatureLevel::bT, sources(nullptr)); }),
                HasSubstr("timeStampUnavailable"));
    pki_.switchOff();
    EXPECT_THAT(refusalOf([&] { extend(stamped, SignatureLevel::bLT); }), HasSubstr("revocationUnavailable"));
    EXPECT_THAT(refusalOf([&] { extend(stamped, SignatureLevel::bLTA); }), HasSubstr("revocationUnavailable"));
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

TEST_F(LongTerm, ASignatureThatOnlyCallsItselfATimeStampIsNoLawfulChange) {
    PdfShape shape;
    shape.withTextFields = true;
    const Bytes certified = sign(makePdf(shape), key_, nullptr, Certification::noChanges);
    std::string form = objectText(certified, kForm);
    form.replace(form.find("/Fields["), 8, "/Fields[201 0 R ");
    const Bytes sneaky = appendObjects(
        certified, {{200, "<</Type/DocTimeStamp/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[0 1 2 3]/Contents<00>>>"},
                    {201, "<</Type/Annot/Subtype/Widget/FT/Sig/T(Sneaky)/F 132/Rect[0 0 0 0]/P 10 0 R/V 200 0 R>>"},
                    {kForm, form}});
    const auto report = validate(sneaky);
    EXPECT_EQ(report.verdict, Verdict::invalid);
    EXPECT_THAT(noticedIn(report), Contains("!signature-added"));
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
