// SPDX-License-Identifier: Apache-2.0
#include "tsp/TimeStampToken.h"

#include <openssl/ts.h>

#include "cms/Parser.h"
#include "crypto/DigestName.h"
#include "crypto/TimeConversion.h"

namespace congvu::signing::tsp {
namespace {

constexpr const char* kTstInfo = "1.2.840.113549.1.9.16.1.4";

using TstInfoPointer = std::unique_ptr<TS_TST_INFO, crypto::Deleter<TS_TST_INFO_free>>;

std::string imprintAlgorithmOf(TS_MSG_IMPRINT* imprint) {
    const ASN1_OBJECT* object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, TS_MSG_IMPRINT_get_algo(imprint));
    return crypto::digestNameOf(OBJ_obj2nid(object));
}

bool hasGoodSignature(const cms::Parser& parser) {
    const bool usable = parser.signerInfoCount() == 1 && !parser.digestAlgorithm().empty() && parser.messageDigest() &&
                        parser.contentTypeAgrees() && !parser.algorithmsDisagree();
    if (!usable) {
        return false;
    }
    const Bytes digest = crypto::digest(parser.digestAlgorithm(), *parser.encapsulatedContent());
    // RFC 3161, 2.4.2: the signing-certificate attribute is mandatory in a token.
    return digest == *parser.messageDigest() && parser.signingCertificate() == cms::SigningCertificateState::matches &&
           parser.verifies(digest);
}

}  // namespace

TimeStampToken TimeStampToken::parse(ByteView der, const std::vector<Certificate>& others) {
    const cms::Parser parser(der, others);
    const bool isToken = parser.encapsulatedContent() && parser.encapsulatedContentType() == kTstInfo;
    crypto::require(isToken, ErrorCode::malformedCms, "not a time-stamp token");
    const Bytes& content = *parser.encapsulatedContent();
    const unsigned char* position = content.data();
    const TstInfoPointer info(d2i_TS_TST_INFO(nullptr, &position, static_cast<long>(content.size())));
    crypto::require(info != nullptr, ErrorCode::malformedCms, "a time-stamp token with a damaged TSTInfo");
    TS_MSG_IMPRINT* imprint = TS_TST_INFO_get_msg_imprint(info.get());
    const ASN1_OCTET_STRING* message = TS_MSG_IMPRINT_get_msg(imprint);
    TimeStampToken token;
    token.time = crypto::instantOf(TS_TST_INFO_get_time(info.get()));
    token.imprintAlgorithm = imprintAlgorithmOf(imprint);
    token.imprint.assign(ASN1_STRING_get0_data(message), ASN1_STRING_get0_data(message) + ASN1_STRING_length(message));
    token.signer = parser.signer();
    token.certificates = parser.certificates();
    token.digestAlgorithm = parser.digestAlgorithm();
    token.signatureIsGood = hasGoodSignature(parser);
    return token;
}

}  // namespace congvu::signing::tsp
