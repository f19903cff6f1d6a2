// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/Desk.h"

namespace congvu::signing::tool {

/// Asks on the terminal of standard input and output. The PIN is not echoed.
class TerminalDesk : public Desk {
public:
    bool allows(const SigningAct& act) override;
    std::optional<SecretText> pin(const SigningAct& act, bool isLastTry) override;
};

}  // namespace congvu::signing::tool
