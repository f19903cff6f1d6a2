// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/tsp/TimeStampClient.h"

#include <openssl/err.h>
#include <openssl/rand.h>
#include <openssl/ts.h>

#include "congvu/signing/net/Fetcher.h"
#include "crypto/OpenSsl.h"

namespace congvu::signing {
namespace {

using RequestPointer = std::unique_ptr<TS_REQ, crypto::Deleter<TS_REQ_free>>;
using ResponsePointer = std::unique_ptr<TS_RESP, crypto::Deleter<TS_RESP_free>>;
using ImprintPointer = std::unique_ptr<TS_MSG_IMPRINT, crypto::Deleter<TS_MSG_IMPRINT_free>>;
using AlgorithmPointer = std::unique_ptr<X509_ALGOR, crypto::Deleter<X509_ALGOR_free>>;
using IntegerPointer = std::unique_ptr<ASN1_INTEGER, crypto::Deleter<ASN1_INTEGER_free>>;

IntegerPointer randomNonce() {
    std::uint64_t value = 0;
    crypto::require(RAND_bytes(reinterpret_cast<unsigned char*>(&value), sizeof value) == 1, ErrorCode::cryptoFailure, "no random bytes");
    IntegerPointer nonce(ASN1_INTEGER_new());
    ASN1_INTEGER_set_uint64(nonce.get(), value | 1);
    return nonce;
}

/// RFC 3161, 2.4.1: imprint by SHA-256, a nonce, and the server's certificate asked for.
RequestPointer makeRequest(const Bytes& imprint, const ASN1_INTEGER* nonce) {
    RequestPointer request(TS_REQ_new());
    const ImprintPointer message(TS_MSG_IMPRINT_new());
    const AlgorithmPointer algorithm(X509_ALGOR_new());
    Bytes digest = imprint;
    const bool good = X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr) == 1 &&
                      TS_MSG_IMPRINT_set_algo(message.get(), algorithm.get()) == 1 &&
                      TS_MSG_IMPRINT_set_msg(message.get(), digest.data(), static_cast<int>(digest.size())) == 1 &&
                      TS_REQ_set_version(request.get(), 1) == 1 && TS_REQ_set_msg_imprint(request.get(), message.get()) == 1 &&
                      TS_REQ_set_nonce(request.get(), nonce) == 1 && TS_REQ_set_cert_req(request.get(), 1) == 1;
    crypto::require(good, ErrorCode::cryptoFailure, "the time-stamp request could not be made");
    return request;
}

ResponsePointer exchange(const std::string& url, const TS_REQ* request, std::size_t largestAnswer, std::chrono::seconds timeout) {
    Bytes answer;
    try {
        answer = HttpFetcher().post(url, "application/timestamp-query", crypto::toDer(request, i2d_TS_REQ), "application/timestamp-reply",
                                    {largestAnswer, timeout, 0});
    } catch (const SigningError& error) {
        const bool wrongAddress = error.code() == ErrorCode::invalidArgument;
        throw SigningError(wrongAddress ? error.code() : ErrorCode::timeStampUnavailable,
                           std::string("the time-stamp server: ") + error.what());
    }
    const unsigned char* position = answer.data();
    ResponsePointer response(d2i_TS_RESP(nullptr, &position, static_cast<long>(answer.size())));
    crypto::require(response != nullptr, ErrorCode::timeStampInvalid, "the answer is not a time-stamp response");
    return response;
}

/// Status, imprint and nonce of the answer must be those asked for (RFC 3161, 2.4.2).
void checkResponse(TS_RESP* response, const Bytes& imprint, const ASN1_INTEGER* nonce) {
    const long status = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(TS_RESP_get_status_info(response)));
    if (status != TS_STATUS_GRANTED && status != TS_STATUS_GRANTED_WITH_MODS) {
        throw SigningError(ErrorCode::timeStampUnavailable, "the time-stamp server refused with status " + std::to_string(status));
    }
    TS_TST_INFO* info = TS_RESP_get_tst_info(response);
    if (info == nullptr || TS_RESP_get_token(response) == nullptr) {
        throw SigningError(ErrorCode::timeStampInvalid, "the answer holds no time-stamp token");
    }
    TS_MSG_IMPRINT* message = TS_TST_INFO_get_msg_imprint(info);
    const ASN1_OCTET_STRING* digest = TS_MSG_IMPRINT_get_msg(message);
    const ByteView answered(ASN1_STRING_get0_data(digest), static_cast<std::size_t>(ASN1_STRING_length(digest)));
    const bool sameImprint = std::equal(answered.begin(), answered.end(), imprint.begin(), imprint.end());
    const ASN1_INTEGER* answeredNonce = TS_TST_INFO_get_nonce(info);
    if (!sameImprint || (answeredNonce != nullptr && ASN1_INTEGER_cmp(answeredNonce, nonce) != 0)) {
        throw SigningError(ErrorCode::timeStampInvalid, "the time-stamp is for something else");
    }
}

}  // namespace

Bytes TimeStampSource::stamp(ByteView data) {
    return stampDigest(crypto::digest("SHA256", data));
}

TimeStampClient::TimeStampClient(std::string url, std::chrono::seconds timeout) : url_(std::move(url)), timeout_(timeout) {}

Bytes TimeStampClient::stampDigest(ByteView sha256) {
    const Bytes imprint(sha256.begin(), sha256.end());
    const IntegerPointer nonce = randomNonce();
    const RequestPointer request = makeRequest(imprint, nonce.get());
    const ResponsePointer response = exchange(url_, request.get(), largestToken(), timeout_);
    checkResponse(response.get(), imprint, nonce.get());
    return crypto::toDer(TS_RESP_get_token(response.get()), i2d_PKCS7);
}

}  // namespace congvu::signing
