// SPDX-License-Identifier: Apache-2.0
#include "domain/recognition/TextLayer.h"

#include "domain/proposal/ProposalReader.h"
#include "domain/recognition/VietnameseSyllable.h"

#include <algorithm>
#include <map>

namespace congvu::incoming {

namespace {

/// A whole first page has more letters than any stamp of a signature.
constexpr int kLettersOfAPage = 400;
/// A very short document is known by what its head says.
constexpr int kLettersOfAHead = 60;
/// Fewer are page numbers and the like.
constexpr int kLettersOfSomeText = 20;

/// The head of an official document was found among the words of page 1.
bool hasKnownHead(const TextLayer& layer) {
    const auto proposal = readProposal(PageText{layer.words, layer.pageWidth, layer.pageHeight});
    return proposal.symbol.isSure || proposal.documentDate.isSure || proposal.typeId.isSure;
}

bool isFirstPageUsable(const TextLayer& layer, const TextLook& look) {
    if (!look.isReadable() || look.letters < kLettersOfAHead) {
        return false;
    }
    return look.letters >= kLettersOfAPage || hasKnownHead(layer);
}

}  // namespace

std::vector<int> pagesToRecognise(const TextLayer& layer, int most) {
    std::map<int, TextLook> looks;
    for (const auto& word : layer.words) {
        looks[word.place.page].add(word.text);
    }
    std::vector<int> pages;
    bool isFirstWanted = false;
    for (int page = 1; page <= std::min(layer.pages, most); ++page) {
        const auto& look = looks[page];
        const bool isPicture = layer.picturePages.contains(page);
        bool isWanted = isPicture || (look.letters < kLettersOfSomeText ? isFirstWanted : !look.isReadable());
        if (page == 1) {
            isWanted = isPicture || !isFirstPageUsable(layer, look);
            isFirstWanted = isWanted;
        }
        if (isWanted) {
            pages.push_back(page);
        }
    }
    return pages;
}

}  // namespace congvu::incoming
