// SPDX-License-Identifier: Apache-2.0
// Revocations, stale or missing data, servers that are not to be believed: what stays open, and what is not extended.
#include <gmock/gmock.h>

#include "congvu/signing/keys/PrivateKeySigner.h"
#include "pades/SecurityStore.h"
#include "support/LongTermFixture.h"
#include "support/Refusal.h"
#include "support/Tampering.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

using std::chrono::days;
using std::chrono::hours;
using ::testing::Contains;
using ::testing::HasSubstr;

TEST_F(LongTerm, WithoutNetworkAStampedSignatureOfACertificateWithSourcesStaysOpen) {
    const Bytes document = signWithTime();
    pki_.switchOff();
    expectOpen(document, SubIndication::tryLater);
    EXPECT_EQ(validate(document).signatures.at(0).level, "B-T");
    expectOpen(document, SubIndication::tryLater, &online_);
    pki_.switchOn();
    EXPECT_EQ(validate(document, &online_).verdict, Verdict::valid);
}

TEST_F(LongTerm, ARevocationBeforeTheProvenTimeIsFoundAndNothingIsExtended) {
    pki_.revoke(pki_.first(), key_.certificate, pki_.now() - days{1}, 1);
    const Bytes document = signWithTime();
    expectOpen(document, SubIndication::revokedNoProofOfExistence, &online_);
    EXPECT_THAT(noticedIn(validate(document, &online_)), Contains("certificate-revoked"));
    EXPECT_THAT(refusalOf([&] { extend(document, SignatureLevel::bLT); }).toString(), HasSubstr("certificateRevoked"));
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
    EXPECT_THAT(refusalOf([&] { extend(document, SignatureLevel::bLT); }).toString(), HasSubstr("revocationInvalid"));
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
    EXPECT_THAT(refusalOf([&] { extend(makePdf(), SignatureLevel::bLT); }).toString(), HasSubstr("levelNotPossible"));
    const IssuedKey mute = pki_.issueSigner(KeyKind::ecP256, {"", false, false, false, false});
    EXPECT_THAT(refusalOf([&] { extend(sign(makePdf(), mute, &tsa1_), SignatureLevel::bLT); }).toString(),
                HasSubstr("revocationUnavailable"));
    const IssuedKey onlyOcsp = pki_.issueSigner(KeyKind::ecP256, {"", false, true, false, false});
    const auto withoutIssuer = PrivateKeySigner::load(onlyOcsp.pkcs8, onlyOcsp.certificate, {});
    SignatureRequest request;
    request.signingTime = pki_.now();
    const Bytes orphan = PadesSignature::sign(makePdf(), request, *withoutIssuer, &tsa2_);
    EXPECT_THAT(refusalOf([&] { extend(orphan, SignatureLevel::bLT); }).toString(), HasSubstr("chainIncomplete"));
    const Bytes stamped = signWithTime();
    EXPECT_THAT(refusalOf([&] { PadesExtension::extend(sign(makePdf(), key_), SignatureLevel::bT, sources(nullptr)); }).toString(),
                HasSubstr("timeStampUnavailable"));
    pki_.switchOff();
    EXPECT_THAT(refusalOf([&] { extend(stamped, SignatureLevel::bLT); }).toString(), HasSubstr("revocationUnavailable"));
    EXPECT_THAT(refusalOf([&] { extend(stamped, SignatureLevel::bLTA); }).toString(), HasSubstr("revocationUnavailable"));
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

}  // namespace
}  // namespace congvu::signing::testing
