// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace congvu::signing {

/// Keeps the memory of this process out of every core dump, also of those that go to a program of the system: a dump, if there
/// is one at all, holds registers only (core(5), coredump_filter). For programs that hold keys, as OpenSSL keeps the numbers
/// of an RSA key in ordinary memory while it is in use. Call it first thing in main; children inherit it. Throws
/// SigningError(cryptoFailure) when the system refuses.
void keepMemoryOutOfCoreDumps();

}  // namespace congvu::signing
