// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace congvu::incoming {

/// True for letters that can be a Vietnamese syllable: an onset (or none) and a rhyme that the language has. `folded` has no marks and
/// no punctuation ("nghieng", "uyb" is none).
bool isVietnameseSyllable(std::string_view folded);

/// What the words of a text look like.
struct TextLook {
    int letters = 0;           ///< of all words
    int syllables = 0;         ///< words that can be Vietnamese
    int others = 0;            ///< words of letters that cannot
    int foreignLetters = 0;    ///< letters of other alphabets or of an old one-byte encoding ("Céng hoµ")
    int plausibleLetters = 0;  ///< of the syllables, and of the words with digits or capitals only

    void add(std::string_view word);
    /// True when most words can be Vietnamese: scrambled text of old fonts and of poor scanners is not.
    [[nodiscard]] bool isReadable() const;
};

}  // namespace congvu::incoming
