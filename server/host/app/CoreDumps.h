// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace congvu::host {

/// Keeps the memory of this process out of core dumps, also of those that go to a program of the system: plugins hold keys,
/// PINs and personal data. A dump, if one is made at all, holds registers only. Children inherit it. Throws std::runtime_error
/// where the system cannot do it.
void keepMemoryOutOfCoreDumps();

}  // namespace congvu::host
