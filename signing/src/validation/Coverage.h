// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "validation/FoundSignature.h"

namespace congvu::signing::validation {

/// What a signature's ByteRange really covers.
struct CoveredBytes {
    std::vector<std::string> faults;  ///< codes of findings; empty when the range is as it must be
    std::string detail;               ///< for the last fault
    std::vector<std::string> doubts;  ///< codes of findings that leave open what is shown; the bytes are what they are
    std::vector<std::string> notes;   ///< codes of findings that change nothing
    ByteView beforeGap;
    ByteView afterGap;
    ByteView contents;              ///< decoded /Contents
    std::size_t contentsStart = 0;  ///< of the '<' of /Contents in the revision that is signed
    std::size_t contentsEnd = 0;    ///< after its '>'
    std::uint64_t end = 0;          ///< end of the signed revision; 0 when unknown

    bool isUsable() const { return end > 0 && faults.empty(); }
};

/// Checks ByteRange and Contents of one signature (ISO 32000-2, 12.8.1): four non-negative integers, from the first byte,
/// with a gap that is exactly the hexadecimal string of /Contents, with or without its delimiters, ending at %%EOF of a
/// revision that parses by itself and that contains this very signature.
class Coverage {
public:
    explicit Coverage(const pdf::Reader& reader) : reader_(reader) {}

    CoveredBytes check(const FoundSignature& signature) const;

    /// Faults of the signatures against each other: a later one must begin where the earlier revision ended. Fields that
    /// share one signature from the start hold the same one. `ordered` is sorted by end.
    static std::vector<std::size_t> overlapping(const std::vector<const CoveredBytes*>& ordered);

private:
    void checkDictionary(const FoundSignature& signature, CoveredBytes& out) const;
    void checkRange(const FoundSignature& signature, CoveredBytes& out) const;
    void checkRevision(const FoundSignature& signature, CoveredBytes& out) const;
    bool contains(const pdf::Reader& revision, const FoundSignature& signature, std::size_t contentsStart) const;
    bool isRepairable(const FoundSignature& signature, ByteView revision, std::size_t contentsStart) const;
    bool stoodThere(const FoundSignature& signature, const std::vector<std::uint64_t>& range) const;

    const pdf::Reader& reader_;
};

}  // namespace congvu::signing::validation
