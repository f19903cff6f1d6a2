// SPDX-License-Identifier: Apache-2.0

/// Asked by LeakSanitizer at the end of the tests. Fontconfig links its character sets by relative
/// offsets, which the sanitizer cannot follow, so what is still in use looks lost. It is a fixed
/// amount for each process; nothing grows with the number of documents.
extern "C" const char* __lsan_default_suppressions();

extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig\n";
}
