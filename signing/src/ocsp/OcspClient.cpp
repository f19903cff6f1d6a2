// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/ocsp/OcspClient.h"

#include <openssl/ocsp.h>

#include "crypto/CertificateNative.h"
#include "ocsp/OcspResponse.h"

namespace congvu::signing {
namespace {

using OcspRequestPointer = std::unique_ptr<OCSP_REQUEST, crypto::Deleter<OCSP_REQUEST_free>>;

OcspRequestPointer makeOcspRequest(const Certificate& certificate, const Certificate& issuer) {
    constexpr int kNonceBytes = 16;
    OcspRequestPointer request(OCSP_REQUEST_new());
    OCSP_CERTID* id = OCSP_cert_to_id(crypto::digestAlgorithm("SHA1"), crypto::x509Of(certificate), crypto::x509Of(issuer));
    const bool good = request != nullptr && id != nullptr && OCSP_request_add0_id(request.get(), id) != nullptr &&
                      OCSP_request_add1_nonce(request.get(), nullptr, kNonceBytes) == 1;
    crypto::require(good, ErrorCode::cryptoFailure, "the OCSP request could not be made");
    return request;
}

Bytes nonceOf(OCSP_REQUEST* request) {
    X509_EXTENSION* extension = OCSP_REQUEST_get_ext(request, OCSP_REQUEST_get_ext_by_NID(request, NID_id_pkix_OCSP_Nonce, -1));
    const ASN1_OCTET_STRING* value = X509_EXTENSION_get_data(extension);
    return Bytes(ASN1_STRING_get0_data(value), ASN1_STRING_get0_data(value) + ASN1_STRING_length(value));
}

}  // namespace

Bytes OcspClient::ask(const Certificate& certificate, const Certificate& issuer, const std::string& url) {
    const OcspRequestPointer request = makeOcspRequest(certificate, issuer);
    const Bytes query = crypto::toDer(request.get(), i2d_OCSP_REQUEST);
    Bytes answer =
        fetcher_.post(url, "application/ocsp-request", query, "application/ocsp-response", {ocsp::kLargestResponse, timeout_, 0});
    const auto response = ocsp::OcspResponse::parse(answer);
    const Bytes nonce = response.nonce();
    if (!nonce.empty() && nonce != nonceOf(request.get())) {
        throw SigningError(ErrorCode::revocationInvalid, "the OCSP response has another nonce");
    }
    if (!response.answerFor(certificate, issuer)) {
        throw SigningError(ErrorCode::revocationInvalid, "the OCSP response is about another certificate");
    }
    if (!response.responder(issuer)) {
        throw SigningError(ErrorCode::revocationInvalid, "the OCSP response is not signed by one who may speak for the issuer");
    }
    return answer;
}

}  // namespace congvu::signing
