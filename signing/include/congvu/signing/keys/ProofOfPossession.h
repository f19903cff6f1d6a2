// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "congvu/signing/Bytes.h"
#include "congvu/signing/Certificate.h"

namespace congvu::signing {

/// Shows that whoever brings a certificate has its private key, wherever that lives (RFC 4211, 4 calls it proof of possession). What is
/// signed is a statement that says what it is for, as the signed attributes of a CMS signature (RFC 5652, 5.4), so that the value is good
/// for nothing else and an agent that signs only such attributes takes it. Stateless; safe to use from several threads.
class ProofOfPossession {
public:
    /// DER of the signed attributes over the statement. Throws SigningError(unreadableKey) for keys that make no document signatures.
    static Bytes toBeSigned(const Certificate& certificate, std::string_view statement);

    /// True when `value` is the signature of the certificate's key, with its usual algorithm, over just this statement.
    static bool isGiven(const Certificate& certificate, std::string_view statement, ByteView value);
};

}  // namespace congvu::signing
