// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "agent/Desk.h"

namespace congvu::signing::tool {

/// Asks by the windows of zenity or kdialog, as child processes. What they print goes into locked memory.
class DialogDesk : public Desk {
public:
    /// Null when neither is in PATH.
    static std::unique_ptr<Desk> installed();

    DialogDesk(std::string program, bool isZenity) : program_(std::move(program)), isZenity_(isZenity) {}

    bool allows(const SigningAct& act) override;
    std::optional<SecretText> pin(const SigningAct& act, bool isLastTry) override;

private:
    std::string program_;
    bool isZenity_;
};

}  // namespace congvu::signing::tool
