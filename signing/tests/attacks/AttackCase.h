// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "congvu/signing/Bytes.h"
#include "congvu/signing/validation/Report.h"

namespace congvu::signing::testing {

/// One way to attack a signed document, and what the validator must call it.
struct AttackCase {
    std::string name;                  ///< "family/variant", as in docs/signing-attacks.md
    std::string finding;               ///< code of a finding; of a forbidden change with "!"
    Integrity integrity;               ///< modified or broken, of the signature that is attacked
    std::function<Bytes()> makeBytes;  ///< the attacked document
};

/// One lawful document or change of a signed document. No alarm: every signature is intact and valid.
struct LawfulCase {
    std::string name;
    std::string noticed;  ///< a finding or a permitted change that is told; empty when there is none
    std::function<Bytes()> makeBytes;
};

std::vector<AttackCase> incrementalSavingAttacks();
std::vector<AttackCase> brokenUpdateAttacks();
std::vector<AttackCase> universalForgeries();
std::vector<AttackCase> signatureWrappings();
std::vector<AttackCase> shadowAttacks();
std::vector<AttackCase> certificationAttacks();
std::vector<AttackCase> structureAttacks();
std::vector<AttackCase> everyAttack();

std::vector<LawfulCase> lawfulChanges();
std::vector<LawfulCase> lawfulFiles();
std::vector<LawfulCase> oddFiles();
std::vector<LawfulCase> everyLawfulCase();

}  // namespace congvu::signing::testing
