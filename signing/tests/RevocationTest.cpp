// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "congvu/signing/trust/RevocationAtTime.h"
#include "congvu/signing/trust/RevocationSource.h"
#include "crl/CertificateRevocationList.h"
#include "ocsp/OcspResponse.h"
#include "support/KeyPem.h"
#include "support/LongTermPki.h"
#include "support/Process.h"
#include "support/Refusal.h"
#include "support/SilentServer.h"

namespace congvu::signing::testing {
namespace {

using std::chrono::days;
using std::chrono::hours;
using ::testing::HasSubstr;

class Revocation : public ::testing::Test {
protected:
    RevocationStatus statusAt(Instant at) const { return RevocationAtTime(data_, policy_, pki_.now()).check(signer(), issuer(), at); }
    RevocationState stateAt(Instant at) const { return statusAt(at).state; }
    void takeOcsp(std::optional<Instant> provenAt = std::nullopt) {
        ASSERT_TRUE(data_.addOcsp(pki_.ocspResponse(pki_.first(), signer()), provenAt));
    }
    void takeCrl(std::optional<Instant> provenAt = std::nullopt) { ASSERT_TRUE(data_.addCrl(pki_.crl(pki_.first()), provenAt)); }
    const Certificate& signer() const { return key_.certificate; }
    const Certificate& issuer() const { return key_.chain.front(); }

    mutable LongTermPki pki_;
    IssuedKey key_ = pki_.issueSigner();
    RevocationData data_;
    AlgorithmPolicy policy_ = AlgorithmPolicy::standard();
    HttpFetcher fetcher_;
};

TEST_F(Revocation, IsUnavailableWithoutData) {
    EXPECT_EQ(stateAt(pki_.now()), RevocationState::unavailable);
}

TEST_F(Revocation, AnOcspResponseOfTheDelegateOrTheIssuerByKeyOrByNameIsGood) {
    for (const bool byIssuer : {false, true}) {
        for (const bool byName : {false, true}) {
            for (const char* digest : {"SHA1", "SHA256"}) {
                pki_.first().ocsp.byIssuer = byIssuer;
                pki_.first().ocsp.byName = byName;
                pki_.first().ocsp.digest = digest;
                data_ = {};
                takeOcsp();
                const RevocationStatus status = statusAt(pki_.now());
                EXPECT_EQ(status.state, RevocationState::good) << status.detail;
                EXPECT_EQ(status.source, "OCSP");
                EXPECT_EQ(status.responder.has_value(), !byIssuer);
            }
        }
    }
}

TEST_F(Revocation, ARevocationCountsFromItsOwnDateAndNotFromTheResponse) {
    const Instant revokedAt = pki_.now() + days{10};
    pki_.revoke(pki_.first(), signer(), revokedAt, 1);
    pki_.setClock("2026-04-01");
    takeOcsp();
    EXPECT_EQ(stateAt(revokedAt - hours{1}), RevocationState::good);
    EXPECT_EQ(statusAt(revokedAt - hours{1}).revokedAt, revokedAt);
    EXPECT_EQ(stateAt(revokedAt), RevocationState::revoked);
    EXPECT_EQ(statusAt(revokedAt + hours{1}).reason, 1);
    data_ = {};
    takeCrl();
    EXPECT_EQ(stateAt(revokedAt - hours{1}), RevocationState::good);
    EXPECT_EQ(stateAt(revokedAt), RevocationState::revoked);
}

TEST_F(Revocation, ARevocationInOneSourceIsNotUndoneByAnother) {
    takeCrl();
    const Instant revokedAt = pki_.now() + hours{1};
    pki_.revoke(pki_.first(), signer(), revokedAt);
    pki_.clock += 7200;
    takeOcsp();
    pki_.first().revoked.clear();
    pki_.clock += 7200;
    takeCrl();
    EXPECT_EQ(stateAt(pki_.now()), RevocationState::revoked);
}

TEST_F(Revocation, ACertificateHoldEndsWithANewerList) {
    pki_.revoke(pki_.first(), signer(), pki_.now(), 6);
    takeCrl();
    EXPECT_EQ(stateAt(pki_.now() + hours{1}), RevocationState::revoked);
    pki_.first().revoked.clear();
    pki_.clock += 7200;
    takeCrl();
    EXPECT_EQ(stateAt(pki_.now()), RevocationState::good);
}

TEST_F(Revocation, DataThatEndedBeforeTheTimeIsStale) {
    takeOcsp();
    takeCrl();
    EXPECT_EQ(stateAt(pki_.now() + days{7}), RevocationState::good);
    EXPECT_EQ(stateAt(pki_.now() + days{8}), RevocationState::stale);
    EXPECT_EQ(stateAt(pki_.now() - days{8}), RevocationState::good) << "later data knows about earlier times";
}

TEST_F(Revocation, AResponseWithoutNextUpdateSpeaksForADay) {
    pki_.first().ocsp.withoutNextUpdate = true;
    takeOcsp();
    EXPECT_EQ(stateAt(pki_.now() + hours{23}), RevocationState::good);
    EXPECT_EQ(stateAt(pki_.now() + hours{25}), RevocationState::stale);
}

TEST_F(Revocation, AListIssuedAfterTheCertificateExpiredSaysNothing) {
    pki_.setClock("2028-02-01");
    takeCrl();
    takeOcsp();
    EXPECT_EQ(stateAt(fromIso8601("2027-01-01")), RevocationState::stale);
}

TEST_F(Revocation, AnUnknownStatusIsNotGood) {
    pki_.first().ocsp.unknown = true;
    takeOcsp();
    EXPECT_EQ(stateAt(pki_.now()), RevocationState::unknown);
    takeCrl();
    EXPECT_EQ(stateAt(pki_.now()), RevocationState::good) << "the list knows";
}

TEST_F(Revocation, DataSignedByAStrangerDoesNotCount) {
    pki_.first().ocsp.wrongKey = true;
    takeOcsp();
    EXPECT_EQ(stateAt(pki_.now()), RevocationState::unavailable);
    EXPECT_THAT(statusAt(pki_.now()).detail, HasSubstr("not signed by one who may speak"));
    pki_.first().crl.wrongKey = true;
    takeCrl();
    EXPECT_EQ(stateAt(pki_.now()), RevocationState::unavailable);
}

TEST_F(Revocation, AResponderOfAnotherAuthorityMayNotSpeak) {
    auto& first = pki_.first();
    std::swap(first.responderKey, pki_.second().responderKey);
    std::swap(first.responder, pki_.second().responder);
    takeOcsp();
    EXPECT_EQ(stateAt(pki_.now()), RevocationState::unavailable);
}

TEST_F(Revocation, ACertificateWithoutTheRightUsageMayNotAnswer) {
    const IssuedKey other = pki_.issueSigner();
    const auto* position = reinterpret_cast<const unsigned char*>(other.pkcs8.view().data());
    pki_.first().responderKey.reset(d2i_AutoPrivateKey(nullptr, &position, static_cast<long>(other.pkcs8.size())));
    pki_.first().responder = other.certificate;
    takeOcsp();
    EXPECT_EQ(stateAt(pki_.now()), RevocationState::unavailable);
}

TEST_F(Revocation, AResponseAboutAnotherCertificateDoesNotCount) {
    pki_.first().ocsp.otherCertificate = true;
    takeOcsp();
    EXPECT_EQ(stateAt(pki_.now()), RevocationState::unavailable);
}

TEST_F(Revocation, DataOfAnExpiredIssuerCountsOnlyWhenATimeStampProvesThatItIsOld) {
    const Instant then = pki_.now();
    takeOcsp();
    takeCrl();
    pki_.setClock("2046-03-05");
    EXPECT_EQ(stateAt(then), RevocationState::unproven);
    pki_.clock = then.time_since_epoch().count();
    data_ = {};
    takeOcsp(then + hours{1});
    pki_.setClock("2046-03-05");
    EXPECT_EQ(stateAt(then), RevocationState::good);
}

TEST_F(Revocation, DataDatedAfterItsOwnProofDoesNotCount) {
    takeOcsp(pki_.now() - hours{1});
    EXPECT_EQ(stateAt(pki_.now()), RevocationState::unavailable);
}

TEST_F(Revocation, AListCountsOnlyInItsScope) {
    pki_.first().crl.distributionPoint = "critical,onlyCA:TRUE";
    takeCrl();
    EXPECT_EQ(stateAt(pki_.now()), RevocationState::unavailable);
    pki_.first().crl.distributionPoint = "critical,fullname:URI:http://example.invalid/other.crl";
    takeCrl();
    EXPECT_EQ(stateAt(pki_.now()), RevocationState::unavailable);
    pki_.first().crl.distributionPoint = "critical,onlyuser:TRUE,fullname:URI:" + pki_.url("/first.crl");
    takeCrl();
    EXPECT_EQ(stateAt(pki_.now()), RevocationState::good);
}

TEST_F(Revocation, IndirectAndDeltaListsAndListsOfSomeReasonsAreRefusedClearly) {
    const auto parse = [&] { crl::CertificateRevocationList::parse(pki_.crl(pki_.first())); };
    pki_.first().crl.distributionPoint = "critical,indirectCRL:TRUE";
    EXPECT_THAT(refusalOf(parse).toString(), HasSubstr("revocationInvalid: an indirect CRL"));
    pki_.first().crl.distributionPoint = "critical,onlysomereasons:keyCompromise";
    EXPECT_THAT(refusalOf(parse).toString(), HasSubstr("only some reasons"));
    pki_.first().crl.distributionPoint.clear();
    pki_.first().crl.delta = true;
    EXPECT_THAT(refusalOf(parse).toString(), HasSubstr("delta"));
}

TEST_F(Revocation, TruncatedLengthenedAndHugeDataIsRefused) {
    const Bytes response = pki_.ocspResponse(pki_.first(), signer());
    const Bytes list = pki_.crl(pki_.first());
    for (std::size_t size = 0; size < response.size(); ++size) {
        EXPECT_FALSE(data_.addOcsp(ByteView(response).first(size)));
    }
    for (std::size_t size = 0; size < list.size(); ++size) {
        EXPECT_FALSE(data_.addCrl(ByteView(list).first(size)));
    }
    Bytes longer = response;
    longer.push_back(0);
    EXPECT_FALSE(data_.addOcsp(longer));
    longer.resize(ocsp::kLargestResponse + 1);
    EXPECT_THAT(refusalOf([&] { ocsp::OcspResponse::parse(longer); }).toString(), HasSubstr("impossible size"));
    EXPECT_THAT(refusalOf([&] { crl::CertificateRevocationList::parse(Bytes(crl::kLargestList + 1)); }).toString(),
                HasSubstr("impossible size"));
    EXPECT_TRUE(data_.empty());
}

TEST_F(Revocation, IsAskedOverHttpWithANonce) {
    OcspClient client(fetcher_);
    const auto ask = [&] { return client.ask(signer(), issuer(), pki_.url("/ocsp")); };
    EXPECT_TRUE(data_.addOcsp(ask()));
    EXPECT_EQ(stateAt(pki_.now()), RevocationState::good);
    pki_.first().ocsp.withNonce = false;
    EXPECT_NO_THROW(ask()) << "the nonce is optional (RFC 6960, 4.4.1)";
    pki_.first().ocsp.otherNonce = true;
    EXPECT_THAT(refusalOf(ask).toString(), HasSubstr("revocationInvalid: the OCSP response has another nonce"));
    pki_.first().ocsp.otherNonce = false;
    pki_.first().ocsp.otherCertificate = true;
    EXPECT_THAT(refusalOf(ask).toString(), HasSubstr("another certificate"));
    pki_.first().ocsp.otherCertificate = false;
    pki_.first().ocsp.wrongKey = true;
    EXPECT_THAT(refusalOf(ask).toString(), HasSubstr("not signed by one who may speak"));
}

TEST_F(Revocation, TheListIsFetchedOnceUntilItsNextUpdate) {
    CrlCache cache;
    CrlClient client(fetcher_, cache);
    const int before = pki_.requests();
    const Bytes first = client.fetch(pki_.url("/first.crl"), pki_.now());
    EXPECT_EQ(client.fetch(pki_.url("/first.crl"), pki_.now() + days{6}), first);
    EXPECT_EQ(pki_.requests(), before + 1);
    pki_.clock += 8 * 86400;
    EXPECT_NE(client.fetch(pki_.url("/first.crl"), pki_.now()), first);
    EXPECT_EQ(pki_.requests(), before + 2);
}

TEST_F(Revocation, TheCacheForgetsTheOldestListWhenItIsFull) {
    CrlCache cache(1000);
    const auto list = std::make_shared<const Bytes>(600);
    cache.put("a", list, pki_.now());
    cache.put("b", list, pki_.now());
    cache.put("c", std::make_shared<const Bytes>(2000), pki_.now());
    EXPECT_EQ(cache.find("a", pki_.now() - hours{1}), nullptr);
    EXPECT_EQ(cache.find("c", pki_.now() - hours{1}), nullptr);
    EXPECT_EQ(cache.find("b", pki_.now()), nullptr);
}

TEST_F(Revocation, OnlineTheListAnswersWhenTheResponderCannot) {
    CrlCache cache;
    OnlineRevocation online(fetcher_, cache);
    EXPECT_EQ(online.ask(signer(), issuer(), pki_.now()).ocspResponses.size(), 1u);
    pki_.first().ocsp.unknown = true;
    const RevocationAnswer answer = online.ask(signer(), issuer(), pki_.now());
    EXPECT_TRUE(answer.ocspResponses.empty());
    EXPECT_EQ(answer.crls.size(), 1u);
    pki_.switchOff();
    const IssuedKey silent = pki_.issueSigner(KeyKind::ecP256, {"", false, true, false, false});
    EXPECT_THAT(refusalOf([&] { online.ask(silent.certificate, issuer(), pki_.now()); }).toString(), HasSubstr("revocationUnavailable"));
    const IssuedKey mute = pki_.issueSigner(KeyKind::ecP256, {"", false, false, false, false});
    EXPECT_THAT(refusalOf([&] { online.ask(mute.certificate, issuer(), pki_.now()); }).toString(), HasSubstr("names neither"));
}

TEST_F(Revocation, AnAnswerOfTheRealOpensslResponderIsUnderstood) {
    // At the real time, because `openssl ocsp` answers with the computer's clock.
    const Instant today = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    pki_.clock = today.time_since_epoch().count();
    const IssuedKey key = pki_.issue(pki_.second(), "Người ký", {today - days{1}, today + days{30}}, KeyKind::rsa2048, {});
    const TemporaryFolder folder;
    const std::string at = folder.path().string();
    folder.write("ca.pem", viewOf(pki_.second().certificate().toPem()));
    folder.write("cert.pem", viewOf(key.certificate.toPem()));
    folder.write("ca.key", viewOf(privateKeyPem(pki_.second().key.get())));
    folder.write("index.txt", viewOf("V\t301231235959Z\t\t" + key.certificate.serialNumber() + "\tunknown\t/CN=x\n"));
    const auto made = runCommand("openssl ocsp -issuer " + at + "/ca.pem -cert " + at + "/cert.pem -reqout " + at +
                                 "/request && openssl ocsp -index " + at + "/index.txt -CA " + at + "/ca.pem -rsigner " + at +
                                 "/ca.pem -rkey " + at + "/ca.key -reqin " + at + "/request -ndays 7 -respout " + at + "/response");
    ASSERT_EQ(made.status, 0) << made.output;
    ASSERT_TRUE(data_.addOcsp(readBytes(at + "/response")));
    const RevocationAtTime revocation(data_, policy_, pki_.now());
    const RevocationStatus status = revocation.check(key.certificate, pki_.second().certificate(), pki_.now());
    EXPECT_EQ(status.state, RevocationState::good) << status.detail;
}

TEST(Fetching, FollowsAFewRedirectionsAndNoMore) {
    HttpFetcher fetcher;
    const std::string der("\x30\x03\x02\x01\x05", 5);
    HttpPeer* self = nullptr;
    HttpPeer peer([&](const std::string& path, const std::string&) -> HttpAnswer {
        if (path.starts_with("/hop")) {
            const int left = path.back() - '0';
            return {302, "text/plain", "", self->url(left == 0 ? "/end" : "/hop" + std::to_string(left - 1))};
        }
        return path == "/away" ? HttpAnswer{302, "text/plain", "", "https://127.0.0.1/"} : HttpAnswer{200, "application/pkix-crl", der, {}};
    });
    self = &peer;
    EXPECT_EQ(fetcher.get(peer.url("/hop2"), {}), Bytes(der.begin(), der.end()));
    EXPECT_THAT(refusalOf([&] { fetcher.get(peer.url("/hop9"), {}); }).toString(), HasSubstr("networkUnavailable"));
    EXPECT_THAT(refusalOf([&] { fetcher.get(peer.url("/away"), {}); }).toString(), HasSubstr("something else than http"));
    EXPECT_THAT(refusalOf([&] { fetcher.get("https://127.0.0.1/", {}); }).toString(), HasSubstr("invalidArgument"));
}

TEST(Fetching, TakesNoMoreThanTheLimit) {
    HttpFetcher fetcher;
    std::string der("\x30\x82\x10\x00", 4);
    der.append(0x1000, '\x05');
    HttpPeer peer([&](const std::string&, const std::string&) { return HttpAnswer{200, "application/pkix-crl", der, {}}; });
    EXPECT_EQ(fetcher.get(peer.url("/"), {}).size(), der.size());
    FetchLimits small;
    small.largestAnswer = 1000;
    EXPECT_THAT(refusalOf([&] { fetcher.get(peer.url("/"), small); }).toString(), HasSubstr("networkUnavailable"));
}

TEST(Fetching, GivesUpOnASilentServer) {
    HttpFetcher fetcher;
    const SilentServer server;
    FetchLimits limits;
    limits.timeout = std::chrono::seconds{1};
    EXPECT_THAT(refusalOf([&] { fetcher.get(server.url(), limits); }).toString(), HasSubstr("networkUnavailable"));
}

}  // namespace
}  // namespace congvu::signing::testing
