// SPDX-License-Identifier: Apache-2.0
#include "domain/recognition/ScanReader.h"

#include "domain/proposal/ProposalReader.h"
#include "domain/proposal/StampReader.h"
#include "domain/recognition/ChosenWords.h"
#include "domain/recognition/HeadReadings.h"
#include "domain/recognition/VietnameseSyllable.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <set>
#include <utility>

namespace congvu::incoming {

namespace {

/// Where a place of the upright page lies on the page as it is shown: turned back about the page's middle.
Place turnedBack(const Place& place, const RecognisedPage& page) {
    const double angle = page.angle * std::numbers::pi / 180;
    const double x = place.centre() - page.width / 2;
    const double y = place.y + place.height / 2 - page.height / 2;
    Place back = place;
    // The page was turned clockwise; back is counter-clockwise, with y upwards.
    back.x = page.width / 2 + x * std::cos(angle) - y * std::sin(angle) - place.width / 2;
    back.y = page.height / 2 + x * std::sin(angle) + y * std::cos(angle) - place.height / 2;
    return back;
}

constexpr std::array kEveryField{&DocumentProposal::symbol,         &DocumentProposal::documentDate, &DocumentProposal::place,
                                 &DocumentProposal::issuerName,     &DocumentProposal::superiorName, &DocumentProposal::typeId,
                                 &DocumentProposal::subject,        &DocumentProposal::urgency,      &DocumentProposal::signerAuthority,
                                 &DocumentProposal::signerPosition, &DocumentProposal::signerName,   &DocumentProposal::dueOn};

/// Doubts what stands on pages with uncertain words. An urgency without a stamp stands nowhere: it rests on the first page.
void doubtUncertainPages(const std::vector<PageWord>& words, DocumentProposal& proposal) {
    std::set<int> uncertain;
    for (const auto& word : words) {
        if (word.confidence < kOwnText) {
            uncertain.insert(word.place.page);
        }
    }
    for (const auto member : kEveryField) {
        auto& field = proposal.*member;
        if (uncertain.contains(field.place ? field.place->page : 1)) {
            field = limited(std::move(field), kUnconfirmed);
        }
    }
}

/// What the head of a recognised first page says, confirmed where it can be.
void confirmHead(const PageText& page, const ChosenWords& chosen, const RecognisedPage& first, DocumentProposal& proposal) {
    const auto controlWords = withoutNoise(first.control);
    const auto control = readProposal(PageText{controlWords, first.width, first.height});
    const auto main = readProposal(page);
    const HeadReadings both{page, chosen.words(), main, controlWords, control};
    proposal.symbol = agreedSymbol(both);
    proposal.documentDate = agreedValue(both, &DocumentProposal::documentDate);
    proposal.typeId = agreedType(both);
    proposal.issuerName = agreedAgency(both, &DocumentProposal::issuerName);
    proposal.superiorName = main.superiorName.value.empty() ? ReadField{} : agreedAgency(both, &DocumentProposal::superiorName);
    for (const auto member : {&DocumentProposal::place, &DocumentProposal::subject}) {
        proposal.*member = limited((main.*member).value.empty() ? control.*member : main.*member, kUnconfirmed);
    }
    const auto stamped = readUrgency(PageText{withoutNoise(first.stamps), first.width, first.height});
    if (stamped.place) {
        proposal.urgency = limited(stamped, kUnconfirmed);
    }
}

std::optional<std::string> secrecyOf(const PageText& page, const std::vector<RecognisedPage>& recognised) {
    auto mark = findSecrecyMark(page);
    for (const auto& one : recognised) {
        mark = mark ? mark : findSecrecyStamp(PageText{one.stamps, one.width, one.height});
    }
    return mark;
}

}  // namespace

ScanReading readScan(const ScannedFile& file) {
    const ChosenWords chosen{file};
    const bool isFirstRecognised = !file.pages.empty() && file.pages.front().page == 1 && chosen.isRecognised(1);
    const double width = isFirstRecognised ? file.pages.front().width : file.pageWidth;
    const double height = isFirstRecognised ? file.pages.front().height : file.pageHeight;
    const PageText page{chosen.words(), width, height};
    ScanReading reading{readProposal(page), chosen.text(), secrecyOf(page, file.pages)};
    doubtUncertainPages(chosen.words(), reading.proposal);
    if (isFirstRecognised) {
        confirmHead(page, chosen, file.pages.front(), reading.proposal);
    }
    for (const auto member : kEveryField) {
        auto& place = (reading.proposal.*member).place;
        const auto on = std::find_if(file.pages.begin(), file.pages.end(),
                                     [&](const auto& one) { return place && one.page == place->page && chosen.isRecognised(one.page); });
        if (on != file.pages.end()) {
            place = turnedBack(*place, *on);
        }
    }
    return reading;
}

DocumentProposal readBeforeRecognition(const ScannedFile& file) {
    auto scanners = file;
    TextLook look;
    for (auto& word : scanners.words) {
        word.confidence = std::min(word.confidence, kUnconfirmed);
        look.add(word.text);
    }
    return look.isReadable() && look.letters > 0 ? readScan(scanners).proposal : DocumentProposal{};
}

}  // namespace congvu::incoming
