// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/time/Clock.h"
#include "domain/SigningKey.h"

#include <chrono>
#include <string>

namespace congvu::signingdesk {

/// How long a person has to sign the challenge: the agent waits three minutes for each of its two questions.
inline constexpr std::chrono::minutes kChallengeLife{10};

/// A certificate that was found in order and waits for the proof that the person holds its key. It is good once.
struct TokenChallenge {
    std::string id;
    std::string personId;
    std::string agencyId;
    KeyOwner owner = KeyOwner::person;
    std::string certificatePem;
    std::string chainPem;
    std::string statement;  ///< what the token signs; says whose enrolment it is for, and is never the same twice
    Timestamp expiresAt;
};

}  // namespace congvu::signingdesk
