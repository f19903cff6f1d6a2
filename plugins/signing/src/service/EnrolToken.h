// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/audit/Audit.h"
#include "congvu/db/Db.h"
#include "congvu/http/Caller.h"
#include "congvu/time/Clock.h"
#include "domain/TokenChallenge.h"
#include "service/ManageKeys.h"
#include "service/TrustRoots.h"
#include "storage/ChallengeRepository.h"
#include "storage/KeyRepository.h"

#include <string>
#include <tuple>
#include <vector>

namespace congvu::signingdesk {

/// A certificate of a token as the agent gives it.
struct TokenCertificate {
    KeyOwner owner = KeyOwner::person;
    std::string certificate;         ///< base64 of DER
    std::vector<std::string> chain;  ///< likewise, issuers that the token holds
};

/// What the token has to sign, and whose certificate it is.
struct ChallengeView {
    std::string id;
    std::string attributes;  ///< base64 of DER
    std::string algorithm;
    std::string subject;
    std::string organization;
    std::string issuer;
    Timestamp notBefore;
    Timestamp notAfter;
    Timestamp expiresAt;
};

struct TokenEnrolment {
    std::string challengeId;
    std::string label;
    std::string signature;  ///< base64; RSA as it is, ECDSA as DER
};

/// Records the certificate of a token as a key of the caller or of his agency. The private key stays on the token: that the caller has it
/// is shown by a signature over a challenge. No PIN passes here.
class EnrolToken {
public:
    struct Services {
        db::Db& db;
        audit::Audit& audit;
        Clock& clock;
        TrustRoots& roots;
        ManageKeys& keys;
    };
    explicit EnrolToken(const Services& services) : services_(services) {}

    /// Looks at the certificate: its chain ends at a configured root, it may sign documents and has not ended. AppError forbidden without
    /// the permission to sign with such a key; invalid "/certificate" or "/chain" with the reason; conflict "signing.certificate-enrolled".
    ChallengeView challenge(const http::Caller& caller, const TokenCertificate& token);
    /// AppError conflict "signing.challenge-ended" for one that is unknown, used or too old; invalid "/signature" when another key signed
    /// it.
    KeyView enrol(const http::Caller& caller, const TokenEnrolment& enrolment);

private:
    [[nodiscard]] std::vector<signing::Certificate> trustedChain(const signing::Certificate& certificate,
                                                                 const std::vector<signing::Certificate>& supplied);
    void refuseSecond(db::Reader& reader, const http::Caller& caller, const signing::Certificate& certificate) const;

    Services services_;
    ChallengeRepository challenges_;
    KeyRepository keys_;
};

}  // namespace congvu::signingdesk

template <>
struct congvu::json::Description<congvu::signingdesk::TokenCertificate> {
    static auto fields() {
        using Token = congvu::signingdesk::TokenCertificate;
        return std::tuple{field("owner", &Token::owner), field("certificate", &Token::certificate).required(),
                          field("chain", &Token::chain).maxLength(8)};
    }
};
template <>
struct congvu::json::Description<congvu::signingdesk::ChallengeView> {
    static auto fields() {
        using View = congvu::signingdesk::ChallengeView;
        return std::tuple{field("id", &View::id),
                          field("attributes", &View::attributes),
                          field("algorithm", &View::algorithm),
                          field("subject", &View::subject),
                          field("organization", &View::organization),
                          field("issuer", &View::issuer),
                          field("notBefore", &View::notBefore),
                          field("notAfter", &View::notAfter),
                          field("expiresAt", &View::expiresAt)};
    }
};
template <>
struct congvu::json::Description<congvu::signingdesk::TokenEnrolment> {
    static auto fields() {
        using Enrolment = congvu::signingdesk::TokenEnrolment;
        return std::tuple{field("challengeId", &Enrolment::challengeId).required(),
                          field("label", &Enrolment::label).required().maxLength(100),
                          field("signature", &Enrolment::signature).required()};
    }
};
