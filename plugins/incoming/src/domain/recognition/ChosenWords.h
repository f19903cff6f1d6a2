// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/recognition/ScannedFile.h"

#include <set>
#include <string>
#include <vector>

namespace congvu::incoming {

/// Recognised words without specks, rules and the edges of seals, which are recognised as signs and single uncertain letters.
std::vector<PageWord> withoutNoise(const std::vector<PageWord>& words);

/// The words of a scanned file that count: of each page its own ones, the recognised ones, or those of a scanner where recognition has
/// found far less.
class ChosenWords {
public:
    explicit ChosenWords(const ScannedFile& file);

    /// Page by page.
    [[nodiscard]] const std::vector<PageWord>& words() const { return words_; }
    [[nodiscard]] bool isRecognised(int page) const { return recognised_.contains(page); }
    /// With single blanks, for the search index.
    [[nodiscard]] std::string text() const;

private:
    void choose(const RecognisedPage& page, std::vector<PageWord> scanners);

    std::vector<PageWord> words_;
    std::set<int> recognised_;
};

}  // namespace congvu::incoming
