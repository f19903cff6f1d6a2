// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace congvu::process {

/// From now on this process and its children can open no socket but local ones. False when the kernel does not take the filter; the
/// caller must not go on then. Needs PR_SET_NO_NEW_PRIVS; only system calls, so that it may be called between fork and exec.
bool raiseNetworkBarrier();

}  // namespace congvu::process
