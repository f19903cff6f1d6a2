// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace congvu::signing::pdf {

/// Bounds on what a document may make the reader do. A file that needs more ends in SigningError(limitExceeded).
struct Limits {
    std::size_t nestingDepth = 100;             ///< arrays and dictionaries inside each other
    std::size_t collectionEntries = 1'000'000;  ///< entries of one array or dictionary
    /// Values parsed, and one more for every four bytes of the file: each takes some 130 bytes of memory.
    std::size_t values = 1'000'000;
    std::size_t objects = 4'000'000;        ///< cross-reference entries
    std::size_t sections = 4'096;           ///< cross-reference sections, i.e. revisions
    std::size_t inflatedBytes = 64u << 20;  ///< of one cross-reference or object stream
    std::size_t totalInflatedBytes = 192u << 20;
    std::size_t referenceHops = 32;   ///< references that lead to references
    std::size_t treeNodes = 500'000;  ///< nodes of the page tree or the field tree
    std::size_t treeDepth = 64;
};

}  // namespace congvu::signing::pdf
