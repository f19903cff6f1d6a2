// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/RegisterBook.h"

#include "congvu/registers/Registers.h"

#include <string>
#include <string_view>

namespace congvu::incoming {

/// The sequence of a register in a year: each register is a group of the agency's incoming numbers, the common one is the group without
/// name.
inline registers::Sequence sequenceOf(const std::string& agencyId, std::string_view code, int year) {
    return {agencyId, "incoming", year, code == kCommonRegister ? std::string{} : std::string{code}};
}

}  // namespace congvu::incoming
