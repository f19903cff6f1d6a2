// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "congvu/signing/Certificate.h"
#include "congvu/signing/keys/SecretText.h"
#include "congvu/signing/keys/Signer.h"

namespace congvu::signing {

enum class KeyKind { rsa2048, rsa3072, ecP256, ecP384 };

struct Validity {
    Instant notBefore;
    Instant notAfter;
};

/// Whom a certificate is for.
struct CertificateSubject {
    std::string commonName;    ///< UTF-8, e.g. "Nguyễn Văn Mẫu"
    std::string organization;  ///< UTF-8, may be empty
    std::string locality;      ///< UTF-8, may be empty
};

/// A private key with its certificate and the chain up to, but without, the root.
struct IssuedKey {
    SecretText pkcs8;
    Certificate certificate;
    std::vector<Certificate> chain;

    std::shared_ptr<const Signer> signer() const;

    /// A PKCS#12 container under `passphrase`.
    Bytes toPkcs12(std::string_view passphrase, std::string_view friendlyName) const;
};

/// A small certification authority for demonstrations and tests: a root, an intermediate, and certificates for people,
/// agencies and a time-stamp server. Everything is generated when it is made; nothing is stored by this class.
class DemoAuthority {
public:
    /// Makes root and intermediate.
    DemoAuthority(const std::string& name, Validity validity, KeyKind kind = KeyKind::ecP256);
    ~DemoAuthority();
    DemoAuthority(DemoAuthority&&) noexcept;
    DemoAuthority& operator=(DemoAuthority&&) noexcept;

    const Certificate& root() const;
    const Certificate& intermediate() const;

    /// A certificate for a person's or an agency's signatures.
    IssuedKey issueSigner(const CertificateSubject& subject, Validity validity, KeyKind kind = KeyKind::rsa2048) const;

    /// A certificate for an RFC 3161 time-stamp server.
    IssuedKey issueTimeStamper(const CertificateSubject& subject, Validity validity, KeyKind kind = KeyKind::rsa2048) const;

    struct Native;

private:
    std::unique_ptr<Native> native_;
};

}  // namespace congvu::signing
