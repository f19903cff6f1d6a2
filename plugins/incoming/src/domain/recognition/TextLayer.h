// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/proposal/PageWord.h"

#include <set>
#include <vector>

namespace congvu::incoming {

/// What is known of a file before anything is recognised.
struct TextLayer {
    const std::vector<PageWord>& words;  ///< of the file itself
    int pages = 0;
    double pageWidth = 0;  ///< of page 1, points
    double pageHeight = 0;
    const std::set<int>& picturePages;  ///< pages that are one picture: what words they have, a scanner has guessed
};

/// The pages whose own words cannot be used, in order, among the first `most`:
/// - pages that are a picture, whatever words lie behind it;
/// - a first page that says too little to be a document (a signature's stamp on letters drawn as curves), or whose words are those of an
///   old font or a poor scanner;
/// - further pages with such words; those without words only if the first page has none either, for an empty page has nothing to tell.
std::vector<int> pagesToRecognise(const TextLayer& layer, int most);

}  // namespace congvu::incoming
