// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "congvu/signing/Bytes.h"
#include "congvu/signing/Time.h"
#include "congvu/signing/keys/SecretText.h"

namespace congvu::signing::tool {

/// Exit statuses of congvu-sign, for scripts.
enum ExitStatus { kValid = 0, kInvalid = 1, kIndeterminate = 2, kUnsigned = 3, kUnreadable = 4, kWrongUse = 64 };

/// The whole file; "-" is standard input. Throws std::runtime_error with the file's name.
Bytes readFile(const std::string& path);

/// Writes through a temporary file beside the target, so that a target is whole or untouched; "-" is standard output.
void writeFile(const std::string& path, ByteView first, ByteView second = {});

/// The first line of a file, in locked memory.
SecretText readPin(const std::string& path);

/// The computer's clock; the only place where the tool reads it.
Instant currentTime();

}  // namespace congvu::signing::tool
