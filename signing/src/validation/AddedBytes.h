// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "pdf/Lexer.h"
#include "pdf/Reader.h"

namespace congvu::signing::validation {

/// The bytes that later revisions appended, read from the first to the last. ISO 32000-2, 7.5.6, knows objects, a
/// cross-reference and a trailer there. An object that no cross-reference lists is nothing to a strict reader, but one that
/// repairs files would show it; the same holds for bytes that are none of these.
class AddedBytes {
public:
    /// `from`: end of the signed revision.
    AddedBytes(const pdf::Reader& later, std::size_t from);

    struct Fault {
        std::string_view kind;  ///< of a change
        std::string object;
    };
    std::vector<Fault> faults() const;

private:
    void list(const pdf::CrossReferenceSection& section, std::size_t from);
    void skipTable(pdf::Lexer& lexer) const;
    void readObject(pdf::Lexer& lexer, std::vector<Fault>& faults) const;
    void skipStream(pdf::Lexer& lexer, const pdf::Object& dictionary) const;

    const pdf::Reader& later_;
    std::size_t from_;
    std::unordered_map<std::size_t, pdf::ObjectNumber> listed_;  ///< first byte in the file → number
    std::unordered_set<std::size_t> sections_;                   ///< cross-reference streams need not list themselves
};

}  // namespace congvu::signing::validation
