// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/signing/keys/SecretText.h"

#include <string>

namespace congvu::signingdesk {

/// Wipes the PIN when the act is over, however it ends.
class PinGuard {
public:
    explicit PinGuard(std::string& pin) : pin_(pin) {}
    PinGuard(const PinGuard&) = delete;
    PinGuard& operator=(const PinGuard&) = delete;
    ~PinGuard() { signing::wipe(pin_.data(), pin_.size()); }

private:
    std::string& pin_;
};

}  // namespace congvu::signingdesk
