// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/keys/ProofOfPossession.h"

#include "cms/Builder.h"
#include "congvu/signing/keys/DeferredSigner.h"
#include "crypto/OpenSsl.h"
#include "keys/EvpSigner.h"

namespace congvu::signing {

Bytes ProofOfPossession::toBeSigned(const Certificate& certificate, std::string_view statement) {
    const Bytes digest = crypto::digest(digestNameOf(usualAlgorithmOf(certificate)), viewOf(statement));
    return cms::signedAttributes(certificate, digest);
}

bool ProofOfPossession::isGiven(const Certificate& certificate, std::string_view statement, ByteView value) {
    return keys::verifies(certificate, usualAlgorithmOf(certificate), toBeSigned(certificate, statement), value);
}

}  // namespace congvu::signing
