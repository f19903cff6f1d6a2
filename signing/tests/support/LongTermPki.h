// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/ocsp.h>

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "congvu/signing/pki/DemoAuthority.h"
#include "congvu/signing/trust/TrustStore.h"
#include "congvu/signing/tsp/TimeStampClient.h"
#include "crypto/OpenSsl.h"
#include "support/HttpPeer.h"

namespace congvu::signing::testing {

/// How the responder answers; the defaults are an honest one.
struct OcspShape {
    std::string digest = "SHA1";  ///< of the CertID
    bool byName = false;          ///< ResponderID by name instead of key hash
    bool byIssuer = false;        ///< signed by the authority itself instead of its delegate
    bool withNonce = true;
    bool otherNonce = false;
    bool otherCertificate = false;
    bool wrongKey = false;  ///< signed by a stranger's key under the right certificate
    bool unknown = false;
    bool withoutNextUpdate = false;
    std::chrono::seconds life = std::chrono::days{7};
    std::chrono::seconds age{0};  ///< how long before the clock it was made
};

/// How a list looks; the defaults are an honest one.
struct CrlShape {
    std::chrono::seconds life = std::chrono::days{7};
    std::chrono::seconds age{0};
    std::string distributionPoint;  ///< value of the issuing distribution point, in OpenSSL's configuration syntax
    bool delta = false;
    bool wrongKey = false;
    std::size_t strangers = 0;  ///< other revoked certificates
};

/// One certification authority with its OCSP delegate and its list of revoked certificates.
struct TestAuthority {
    std::string name;  ///< of its CRL: /NAME.crl
    crypto::KeyPointer key;
    std::optional<Certificate> issued;  ///< always there once made
    crypto::KeyPointer responderKey;
    std::optional<Certificate> responder;
    struct Revoked {
        Instant at;
        int reason;
    };
    std::map<std::string, Revoked> revoked;  ///< by serial number
    OcspShape ocsp;
    CrlShape crl;

    const Certificate& certificate() const { return *issued; }
};

/// What a certificate is for and what it says about its revocation.
struct CertificateShape {
    std::string extendedUsage;  ///< "timeStamping", "OCSPSigning" or empty
    bool isAuthority = false;
    bool withOcsp = true;
    bool withCrl = true;
    bool withNoCheck = false;
};

/// A public-key infrastructure under a virtual clock, with real servers for OCSP, CRLs and time-stamps on loopback.
/// Root and second authority live until 2070, the first authority until 2036, signers from 2026 to 2028.
class LongTermPki {
public:
    LongTermPki();

    std::atomic<std::int64_t> clock;  ///< seconds of the virtual time
    Instant now() const { return Instant{std::chrono::seconds{clock.load()}}; }
    void setClock(const char* iso) { clock = fromIso8601(iso).time_since_epoch().count(); }

    TestAuthority& root() { return *root_; }
    TestAuthority& first() { return *first_; }
    TestAuthority& second() { return *second_; }

    IssuedKey issue(TestAuthority& issuer, const std::string& commonName, Validity validity, KeyKind kind, const CertificateShape& shape);
    IssuedKey issueSigner(KeyKind kind = KeyKind::ecP256, const CertificateShape& shape = {});
    void revoke(TestAuthority& issuer, const Certificate& certificate, Instant at, int reason = -1);

    Bytes ocspResponse(TestAuthority& authority, const Certificate& certificate);
    Bytes crl(TestAuthority& authority);
    /// An RFC 3161 answer at the virtual time.
    Bytes timeStampResponse(const IssuedKey& stamper, ByteView request);

    /// /tsa1: a stamper of the first authority, until 2036; /tsa2: of the second one, until 2066.
    std::string timeStampUrl(int number) const { return server_->url("/tsa" + std::to_string(number)); }
    std::string url(const std::string& path) const { return server_->url(path); }
    const IssuedKey& stamper(int number) const { return number == 1 ? *stamper1_ : *stamper2_; }
    void switchOff() { isOff_ = true; }
    void switchOn() { isOff_ = false; }
    int requests() const { return server_->requests(); }

    TrustStore trust() const;

private:
    Certificate certify(TestAuthority& issuer, EVP_PKEY* key, const std::string& commonName, Validity validity,
                        const CertificateShape& shape);
    std::unique_ptr<TestAuthority> makeAuthority(const std::string& name, TestAuthority* issuer, Validity validity);
    HttpAnswer answer(const std::string& path, const std::string& body);
    Bytes makeOcspResponse(TestAuthority& authority, OCSP_REQUEST* request, const Certificate& certificate);
    HttpAnswer answerOcsp(const std::string& request);

    std::atomic<bool> isOff_ = false;
    std::unique_ptr<TestAuthority> root_;
    std::unique_ptr<TestAuthority> first_;
    std::unique_ptr<TestAuthority> second_;
    std::unique_ptr<IssuedKey> stamper1_;
    std::unique_ptr<IssuedKey> stamper2_;
    std::vector<std::pair<Certificate, TestAuthority*>> issued_;
    std::unique_ptr<HttpPeer> server_;  ///< last: its thread ends before what it reads
};

}  // namespace congvu::signing::testing
