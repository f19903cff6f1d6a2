// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "congvu/signing/keys/SecretText.h"

namespace congvu::signing::tool {

/// What a person is asked to allow.
struct SigningAct {
    std::string origin;
    std::string signer;  ///< common name of the certificate
    std::string issuer;
    std::string token;  ///< label
    std::vector<std::string> titles;
};

/// The person at this computer, whom only the agent can ask: no page takes part in it. Every question ends after a while
/// with a refusal.
class Desk {
public:
    static constexpr std::chrono::seconds kPatience{180};

    virtual ~Desk() = default;

    /// True only for an express yes.
    virtual bool allows(const SigningAct& act) = 0;

    /// The PIN of the token; nothing when the person would not give it.
    virtual std::optional<SecretText> pin(const SigningAct& act, bool isLastTry) = 0;
};

/// The terminal that the agent was started in, otherwise zenity or kdialog, whichever is installed. Null when the person
/// cannot be asked: then nothing may be signed.
std::unique_ptr<Desk> deskAtHand();

/// A title as it may be shown: one line, without control and direction characters that could fake another, not too long.
std::string shownTitle(std::string_view title);

/// The question in Vietnamese and English, with every title in `lines`.
std::string questionOf(const SigningAct& act);
std::string pinQuestionOf(const SigningAct& act, bool isLastTry);
std::string listOf(const SigningAct& act);

}  // namespace congvu::signing::tool
