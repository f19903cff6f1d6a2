// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <vector>

#include "pdf/CrossReference.h"
#include "pdf/Reader.h"

namespace congvu::signing::pdf {

/// Reads the chain of cross-reference sections, from the last startxref back through /Prev, tables, streams and hybrids.
class CrossReferenceLoader {
public:
    CrossReferenceLoader(ByteView file, std::size_t headerOffset, const Limits& limits);

    /// Newest section first.
    std::vector<CrossReferenceSection> load();

    /// All entries; of several for one number the newest. Ordered by number.
    static std::vector<CrossReferenceEntry> merge(const std::vector<CrossReferenceSection>& sections);

private:
    std::uint64_t findStart() const;
    CrossReferenceSection readSection(std::uint64_t position);
    CrossReferenceSection readTable(std::size_t position);
    void readSubsection(class Lexer& lexer, CrossReferenceSection& section);
    CrossReferenceSection readStream(std::size_t position);
    void readStreamEntries(const Object& dictionary, ByteView data, CrossReferenceSection& section);
    void mergeHybridPart(CrossReferenceSection& section, std::uint64_t position);
    void add(CrossReferenceSection& section, CrossReferenceEntry entry);
    std::size_t absolute(std::uint64_t position) const;

    ByteView file_;
    std::size_t headerOffset_;
    const Limits& limits_;
    std::set<std::uint64_t> seen_;
    std::size_t entryCount_ = 0;
    std::size_t inflatedBytes_ = 0;
};

}  // namespace congvu::signing::pdf
