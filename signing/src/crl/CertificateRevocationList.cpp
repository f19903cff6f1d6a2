// SPDX-License-Identifier: Apache-2.0
#include "crl/CertificateRevocationList.h"

#include <openssl/err.h>

#include <algorithm>

#include "crypto/CertificateNative.h"
#include "crypto/DigestName.h"
#include "crypto/TimeConversion.h"

namespace congvu::signing::crl {
namespace {

using TimePointer = std::unique_ptr<ASN1_GENERALIZEDTIME, crypto::Deleter<ASN1_GENERALIZEDTIME_free>>;
using ObjectPointer = std::unique_ptr<ASN1_OBJECT, crypto::Deleter<ASN1_OBJECT_free>>;
using EnumeratedPointer = std::unique_ptr<ASN1_ENUMERATED, crypto::Deleter<ASN1_ENUMERATED_free>>;
using DistributionPoints = std::unique_ptr<CRL_DIST_POINTS, crypto::Deleter<CRL_DIST_POINTS_free>>;

[[noreturn]] void refuse(const char* what) {
    ERR_clear_error();
    throw SigningError(ErrorCode::revocationInvalid, what);
}

/// RFC 5280, 5.2: a list with a critical extension that is not understood must not be used.
bool hasUnknownCritical(const X509_CRL* list) {
    for (int at = X509_CRL_get_ext_by_critical(list, 1, -1); at >= 0; at = X509_CRL_get_ext_by_critical(list, 1, at)) {
        const int nid = OBJ_obj2nid(X509_EXTENSION_get_object(X509_CRL_get_ext(list, at)));
        if (nid != NID_issuing_distribution_point && nid != NID_authority_key_identifier && nid != NID_crl_number) {
            return true;
        }
    }
    return false;
}

/// Critical extensions of entries: certificateIssuer makes the list indirect, others are not understood (RFC 5280, 5.3).
bool hasForeignEntries(X509_CRL* list) {
    const STACK_OF(X509_REVOKED)* entries = X509_CRL_get_REVOKED(list);
    for (int index = 0; entries != nullptr && index < sk_X509_REVOKED_num(entries); ++index) {
        const X509_REVOKED* entry = sk_X509_REVOKED_value(entries, index);
        for (int at = X509_REVOKED_get_ext_by_critical(entry, 1, -1); at >= 0; at = X509_REVOKED_get_ext_by_critical(entry, 1, at)) {
            const int nid = OBJ_obj2nid(X509_EXTENSION_get_object(X509_REVOKED_get_ext(entry, at)));
            if (nid != NID_crl_reason && nid != NID_invalidity_date) {
                return true;
            }
        }
    }
    return false;
}

std::optional<Instant> expiredCertificatesSince(const X509_CRL* list) {
    const ObjectPointer identifier(OBJ_txt2obj("2.5.29.60", 1));
    const int at = X509_CRL_get_ext_by_OBJ(list, identifier.get(), -1);
    if (at < 0) {
        return std::nullopt;
    }
    const ASN1_OCTET_STRING* value = X509_EXTENSION_get_data(X509_CRL_get_ext(list, at));
    const unsigned char* position = ASN1_STRING_get0_data(value);
    const TimePointer time(d2i_ASN1_GENERALIZEDTIME(nullptr, &position, ASN1_STRING_length(value)));
    return time == nullptr ? std::nullopt : std::optional(crypto::instantOf(time.get()));
}

bool haveCommonName(const GENERAL_NAMES* left, const GENERAL_NAMES* right) {
    for (int outer = 0; outer < sk_GENERAL_NAME_num(left); ++outer) {
        for (int inner = 0; inner < sk_GENERAL_NAME_num(right); ++inner) {
            // OpenSSL's comparison lacks const; nothing is changed.
            if (GENERAL_NAME_cmp(sk_GENERAL_NAME_value(left, outer), sk_GENERAL_NAME_value(right, inner)) == 0) {
                return true;
            }
        }
    }
    return false;
}

constexpr int kFullName = 0;

}  // namespace

CertificateRevocationList CertificateRevocationList::parse(ByteView der) {
    if (der.empty() || der.size() > kLargestList) {
        refuse("a CRL of impossible size");
    }
    const unsigned char* position = der.data();
    CertificateRevocationList out;
    out.list_.reset(d2i_X509_CRL(nullptr, &position, static_cast<long>(der.size())), X509_CRL_free);
    if (out.list_ == nullptr || position != der.data() + der.size()) {
        refuse("not a CRL");
    }
    X509_CRL* list = out.list_.get();
    if (X509_CRL_get_ext_by_NID(list, NID_delta_crl, -1) >= 0) {
        refuse("a delta CRL cannot stand alone");
    }
    if (hasUnknownCritical(list)) {
        refuse("a CRL with an unknown critical extension");
    }
    int state = 0;
    out.scope_.reset(static_cast<ISSUING_DIST_POINT*>(X509_CRL_get_ext_d2i(list, NID_issuing_distribution_point, &state, nullptr)),
                     [](const ISSUING_DIST_POINT* point) { ISSUING_DIST_POINT_free(const_cast<ISSUING_DIST_POINT*>(point)); });
    constexpr int kAbsent = -1;
    if (out.scope_ == nullptr && state != kAbsent) {
        refuse("a CRL with a damaged issuing distribution point");
    }
    if ((out.scope_ != nullptr && out.scope_->indirectCRL > 0) || hasForeignEntries(list)) {
        refuse("an indirect CRL is not supported");
    }
    if (out.scope_ != nullptr && out.scope_->onlysomereasons != nullptr) {
        refuse("a CRL of only some reasons is not supported");
    }
    out.expiredCertificatesSince_ = crl::expiredCertificatesSince(list);
    out.der_.assign(der.begin(), der.end());
    ERR_clear_error();
    return out;
}

Instant CertificateRevocationList::thisUpdate() const {
    return crypto::instantOf(X509_CRL_get0_lastUpdate(list_.get()));
}

std::optional<Instant> CertificateRevocationList::nextUpdate() const {
    const ASN1_TIME* time = X509_CRL_get0_nextUpdate(list_.get());
    return time == nullptr ? std::nullopt : std::optional(crypto::instantOf(time));
}

bool CertificateRevocationList::isIssuedBy(const Certificate& issuer) const {
    X509* x509 = crypto::x509Of(issuer);
    const std::uint32_t usage = X509_get_key_usage(x509);
    const bool maySign = usage == UINT32_MAX || (usage & KU_CRL_SIGN) != 0;
    EVP_PKEY* key = X509_get0_pubkey(x509);
    const bool good = maySign && key != nullptr && X509_NAME_cmp(X509_CRL_get_issuer(list_.get()), X509_get_subject_name(x509)) == 0 &&
                      X509_CRL_verify(list_.get(), key) == 1;
    ERR_clear_error();
    return good;
}

bool CertificateRevocationList::namesIssuerOf(const Certificate& certificate) const {
    return X509_NAME_cmp(X509_CRL_get_issuer(list_.get()), X509_get_issuer_name(crypto::x509Of(certificate))) == 0;
}

bool CertificateRevocationList::matchesDistributionPoint(const Certificate& certificate) const {
    if (scope_->distpoint == nullptr) {
        return true;
    }
    if (scope_->distpoint->type != kFullName) {
        return false;  // a name relative to the issuer: not supported, so not covered
    }
    const DistributionPoints points(
        static_cast<CRL_DIST_POINTS*>(X509_get_ext_d2i(crypto::x509Of(certificate), NID_crl_distribution_points, nullptr, nullptr)));
    ERR_clear_error();
    for (int index = 0; points != nullptr && index < sk_DIST_POINT_num(points.get()); ++index) {
        const DIST_POINT_NAME* name = sk_DIST_POINT_value(points.get(), index)->distpoint;
        if (name != nullptr && name->type == kFullName && haveCommonName(scope_->distpoint->name.fullname, name->name.fullname)) {
            return true;
        }
    }
    return false;
}

bool CertificateRevocationList::covers(const Certificate& certificate) const {
    if (!namesIssuerOf(certificate)) {
        return false;
    }
    if (scope_ == nullptr) {
        return true;
    }
    const bool isAuthority = certificate.isAuthority();
    const bool rightKind = !(scope_->onlyuser > 0 && isAuthority) && !(scope_->onlyCA > 0 && !isAuthority) && scope_->onlyattr <= 0;
    return rightKind && matchesDistributionPoint(certificate);
}

std::optional<RevokedEntry> CertificateRevocationList::entryFor(const Certificate& certificate) const {
    X509_REVOKED* found = nullptr;
    const int result = X509_CRL_get0_by_serial(list_.get(), &found, X509_get0_serialNumber(crypto::x509Of(certificate)));
    constexpr int kRemoveFromList = 2;
    if (result == 0 || result == kRemoveFromList || found == nullptr) {
        return std::nullopt;
    }
    RevokedEntry entry;
    entry.revokedAt = crypto::instantOf(X509_REVOKED_get0_revocationDate(found));
    const EnumeratedPointer reason(static_cast<ASN1_ENUMERATED*>(X509_REVOKED_get_ext_d2i(found, NID_crl_reason, nullptr, nullptr)));
    if (reason != nullptr) {
        entry.reason = static_cast<int>(ASN1_ENUMERATED_get(reason.get()));
    }
    ERR_clear_error();
    return entry;
}

std::string CertificateRevocationList::signatureDigest() const {
    const X509_ALGOR* algorithm = nullptr;
    X509_CRL_get0_signature(list_.get(), nullptr, &algorithm);
    return crypto::digestOfSignature(algorithm);
}

}  // namespace congvu::signing::crl
