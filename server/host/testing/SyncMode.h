// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace congvu::testing {

/// Whether a simulated disk does what it is asked to. One that ignores syncing shows that a test would find lost writes.
enum class SyncMode { honest, ignored };

}  // namespace congvu::testing
