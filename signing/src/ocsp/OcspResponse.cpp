// SPDX-License-Identifier: Apache-2.0
#include "ocsp/OcspResponse.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <algorithm>

#include "crypto/CertificateNative.h"
#include "crypto/DigestName.h"
#include "crypto/TimeConversion.h"

namespace congvu::signing::ocsp {
namespace {

using ResponsePointer = std::unique_ptr<OCSP_RESPONSE, crypto::Deleter<OCSP_RESPONSE_free>>;
using IdPointer = std::unique_ptr<OCSP_CERTID, crypto::Deleter<OCSP_CERTID_free>>;
using TimePointer = std::unique_ptr<ASN1_GENERALIZEDTIME, crypto::Deleter<ASN1_GENERALIZEDTIME_free>>;

constexpr int kMostCertificates = 20;
constexpr int kMostAnswers = 100;

[[noreturn]] void refuse(const char* what) {
    ERR_clear_error();
    throw SigningError(ErrorCode::revocationInvalid, what);
}

/// RFC 6960, 4.4: what is critical and not understood makes the response unusable. The nonce is the only one understood.
bool hasUnknownCritical(OCSP_BASICRESP* basic) {
    for (int at = OCSP_BASICRESP_get_ext_by_critical(basic, 1, -1); at >= 0; at = OCSP_BASICRESP_get_ext_by_critical(basic, 1, at)) {
        if (OBJ_obj2nid(X509_EXTENSION_get_object(OCSP_BASICRESP_get_ext(basic, at))) != NID_id_pkix_OCSP_Nonce) {
            return true;
        }
    }
    for (int index = 0; index < OCSP_resp_count(basic); ++index) {
        if (OCSP_SINGLERESP_get_ext_by_critical(OCSP_resp_get0(basic, index), 1, -1) >= 0) {
            return true;
        }
    }
    return false;
}

SingleResponse readAnswer(OCSP_SINGLERESP* single) {
    SingleResponse answer;
    ASN1_GENERALIZEDTIME* revoked = nullptr;
    ASN1_GENERALIZEDTIME* thisUpdate = nullptr;
    ASN1_GENERALIZEDTIME* nextUpdate = nullptr;
    const int status = OCSP_single_get0_status(single, &answer.reason, &revoked, &thisUpdate, &nextUpdate);
    if (status == V_OCSP_CERTSTATUS_GOOD) {
        answer.state = CertificateState::good;
    } else if (status == V_OCSP_CERTSTATUS_REVOKED && revoked != nullptr) {
        answer.state = CertificateState::revoked;
        answer.revokedAt = crypto::instantOf(revoked);
    }
    answer.thisUpdate = crypto::instantOf(thisUpdate);
    if (nextUpdate != nullptr) {
        answer.nextUpdate = crypto::instantOf(nextUpdate);
    }
    const TimePointer cutoff(
        static_cast<ASN1_GENERALIZEDTIME*>(OCSP_SINGLERESP_get1_ext_d2i(single, NID_id_pkix_OCSP_archiveCutoff, nullptr, nullptr)));
    if (cutoff != nullptr) {
        answer.archiveCutoff = crypto::instantOf(cutoff.get());
    }
    return answer;
}

/// CertID (RFC 6960, 4.1.1): the hashes of the issuer's name and key under the response's own digest, and the serial number.
bool names(OCSP_SINGLERESP* single, const Certificate& certificate, const Certificate& issuer) {
    ASN1_OBJECT* method = nullptr;
    ASN1_INTEGER* serial = nullptr;
    // OpenSSL's accessor lacks const; nothing is changed.
    OCSP_id_get0_info(nullptr, &method, nullptr, &serial, const_cast<OCSP_CERTID*>(OCSP_SINGLERESP_get0_id(single)));
    if (serial == nullptr || ASN1_INTEGER_cmp(serial, X509_get0_serialNumber(crypto::x509Of(certificate))) != 0) {
        return false;
    }
    const std::string digest = crypto::digestNameOf(OBJ_obj2nid(method));
    if (digest != "SHA1" && digest != "SHA256" && digest != "SHA384" && digest != "SHA512") {
        return false;
    }
    const IdPointer id(OCSP_cert_to_id(crypto::digestAlgorithm(digest), crypto::x509Of(certificate), crypto::x509Of(issuer)));
    return id != nullptr && OCSP_id_cmp(id.get(), OCSP_SINGLERESP_get0_id(single)) == 0;
}

}  // namespace

OcspResponse OcspResponse::parse(ByteView der) {
    if (der.empty() || der.size() > kLargestResponse) {
        refuse("an OCSP response of impossible size");
    }
    const unsigned char* position = der.data();
    const ResponsePointer response(d2i_OCSP_RESPONSE(nullptr, &position, static_cast<long>(der.size())));
    if (response == nullptr || position != der.data() + der.size()) {
        refuse("not an OCSP response");
    }
    if (OCSP_response_status(response.get()) != OCSP_RESPONSE_STATUS_SUCCESSFUL) {
        refuse("the OCSP responder gave no answer");
    }
    OcspResponse out;
    out.basic_.reset(OCSP_response_get1_basic(response.get()), OCSP_BASICRESP_free);
    if (out.basic_ == nullptr || OCSP_resp_count(out.basic_.get()) < 1 || OCSP_resp_count(out.basic_.get()) > kMostAnswers) {
        refuse("not a basic OCSP response");
    }
    if (hasUnknownCritical(out.basic_.get())) {
        refuse("an OCSP response with an unknown critical extension");
    }
    const STACK_OF(X509)* certificates = OCSP_resp_get0_certs(out.basic_.get());
    if (certificates != nullptr && sk_X509_num(certificates) > kMostCertificates) {
        refuse("an OCSP response with too many certificates");
    }
    for (int index = 0; certificates != nullptr && index < sk_X509_num(certificates); ++index) {
        out.certificates_.push_back(crypto::certificateOf(sk_X509_value(certificates, index)));
    }
    out.der_.assign(der.begin(), der.end());
    ERR_clear_error();
    return out;
}

Instant OcspResponse::producedAt() const {
    return crypto::instantOf(OCSP_resp_get0_produced_at(basic_.get()));
}

Bytes OcspResponse::nonce() const {
    const int at = OCSP_BASICRESP_get_ext_by_NID(basic_.get(), NID_id_pkix_OCSP_Nonce, -1);
    if (at < 0) {
        return {};
    }
    const ASN1_OCTET_STRING* value = X509_EXTENSION_get_data(OCSP_BASICRESP_get_ext(basic_.get(), at));
    return Bytes(ASN1_STRING_get0_data(value), ASN1_STRING_get0_data(value) + ASN1_STRING_length(value));
}

std::optional<SingleResponse> OcspResponse::answerFor(const Certificate& certificate, const Certificate& issuer) const {
    std::optional<SingleResponse> newest;
    for (int index = 0; index < OCSP_resp_count(basic_.get()); ++index) {
        OCSP_SINGLERESP* single = OCSP_resp_get0(basic_.get(), index);
        if (!names(single, certificate, issuer)) {
            continue;
        }
        SingleResponse answer = readAnswer(single);
        if (!newest || answer.thisUpdate > newest->thisUpdate) {
            newest = answer;
        }
    }
    ERR_clear_error();
    return newest;
}

bool OcspResponse::isNamedAsResponder(const Certificate& candidate) const {
    const ASN1_OCTET_STRING* keyHash = nullptr;
    const X509_NAME* name = nullptr;
    OCSP_resp_get0_id(basic_.get(), &keyHash, &name);
    X509* x509 = crypto::x509Of(candidate);
    if (name != nullptr) {
        return X509_NAME_cmp(name, X509_get_subject_name(x509)) == 0;
    }
    // RFC 6960, 4.2.1: KeyHash is the SHA-1 of the responder's public key, whatever the CertID uses.
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    return keyHash != nullptr && X509_pubkey_digest(x509, crypto::digestAlgorithm("SHA1"), digest, &size) == 1 &&
           static_cast<int>(size) == ASN1_STRING_length(keyHash) && std::equal(digest, digest + size, ASN1_STRING_get0_data(keyHash));
}

bool OcspResponse::isSignedBy(const Certificate& candidate) const {
    EVP_PKEY* key = X509_get0_pubkey(crypto::x509Of(candidate));
    const bool good =
        key != nullptr && ASN1_item_verify(ASN1_ITEM_rptr(OCSP_RESPDATA), OCSP_resp_get0_tbs_sigalg(basic_.get()),
                                           OCSP_resp_get0_signature(basic_.get()), OCSP_resp_get0_respdata(basic_.get()), key) == 1;
    ERR_clear_error();
    return good;
}

std::optional<Certificate> OcspResponse::responder(const Certificate& issuer) const {
    if (isNamedAsResponder(issuer) && isSignedBy(issuer)) {
        return issuer;
    }
    for (const Certificate& candidate : certificates_) {
        const bool isDelegated = candidate.allowsOcspSigning() && candidate.isIssuedBy(issuer);
        if (isDelegated && isNamedAsResponder(candidate) && isSignedBy(candidate)) {
            return candidate;
        }
    }
    return std::nullopt;
}

std::string OcspResponse::signatureDigest() const {
    return crypto::digestOfSignature(OCSP_resp_get0_tbs_sigalg(basic_.get()));
}

}  // namespace congvu::signing::ocsp
