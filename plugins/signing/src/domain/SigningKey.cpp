// SPDX-License-Identifier: Apache-2.0
#include "domain/SigningKey.h"

namespace congvu::signingdesk {

std::string_view usability(const SigningKey& key, Timestamp at) {
    if (key.state == KeyState::removed) {
        return "removed";
    }
    if (key.state == KeyState::locked) {
        return "locked";
    }
    if (at < key.notBefore) {
        return "not-yet-valid";
    }
    return at > key.notAfter ? "expired" : "yes";
}

std::string_view permissionToSign(KeyOwner owner) {
    return owner == KeyOwner::agency ? "signing.seal" : "signing.sign";
}

}  // namespace congvu::signingdesk
