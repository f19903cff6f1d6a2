// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "pdf/Object.h"

namespace congvu::signing::pdf {

enum class EntryKind : std::uint8_t { free, inFile, inObjectStream };

/// Where an object stands (ISO 32000-2, 7.5.4 and 7.5.8).
struct CrossReferenceEntry {
    ObjectNumber number = 0;
    EntryKind kind = EntryKind::free;
    std::uint64_t position = 0;    ///< file offset, or number of the object stream
    std::uint32_t generation = 0;  ///< generation, or index inside the object stream

    friend bool operator==(const CrossReferenceEntry&, const CrossReferenceEntry&) = default;
};

enum class SectionKind : std::uint8_t { table, stream, hybrid };

/// One cross-reference section with its trailer: what one revision of the file added.
struct CrossReferenceSection {
    SectionKind kind = SectionKind::table;
    std::uint64_t position = 0;
    Object trailer;
    std::vector<CrossReferenceEntry> entries;
    bool hasDoubledEntries = false;
};

}  // namespace congvu::signing::pdf
