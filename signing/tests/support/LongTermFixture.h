// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "congvu/signing/pades/PadesExtension.h"
#include "congvu/signing/pades/PadesSignature.h"
#include "congvu/signing/trust/RevocationSource.h"
#include "congvu/signing/validation/Validator.h"
#include "support/LongTermPki.h"
#include "support/PdfFactory.h"

namespace congvu::signing::testing {

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

}  // namespace congvu::signing::testing
