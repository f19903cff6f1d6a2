// SPDX-License-Identifier: Apache-2.0
#include "domain/SignerBlock.h"

#include <algorithm>
#include <array>
#include <utility>

namespace congvu::outgoing {

namespace {

constexpr std::string_view kDeputy = "Phó ";
constexpr std::array<std::string_view, 2> kActing{"Quyền ", "Q. "};
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kCollectives{{{"Uỷ ban nhân dân", "Uỷ ban nhân dân"},
                                                                                     {"Ủy ban nhân dân", "Ủy ban nhân dân"},
                                                                                     {"UBND", "Ủy ban nhân dân"},
                                                                                     {"Hội đồng nhân dân", "Hội đồng nhân dân"},
                                                                                     {"HĐND", "Hội đồng nhân dân"}}};

/// "Chủ tịch UBND xã" → "Chủ tịch": the line above names the collective already.
std::string withoutCollective(std::string title) {
    for (const auto& [name, full] : kCollectives) {
        if (const auto at = title.find(' ' + std::string{name}); at != std::string::npos) {
            title.resize(at);
        }
    }
    return title;
}

std::string withoutQualifier(std::string title) {
    for (const std::string_view qualifier : {" Thường trực", " thường trực", " phụ trách"}) {
        if (title.ends_with(qualifier)) {
            title.resize(title.size() - qualifier.size());
        }
    }
    return title;
}

/// "Phó Chủ tịch Thường trực" → "Chủ tịch"; "Phó trưởng phòng" → "Trưởng phòng".
std::string headTitleOf(const std::string& deputyTitle) {
    auto title = withoutQualifier(deputyTitle.substr(kDeputy.size()));
    for (const auto& [small, capital] : {std::pair{"chủ", "Chủ"}, {"giám", "Giám"}, {"trưởng", "Trưởng"}, {"chánh", "Chánh"}}) {
        if (title.starts_with(small)) {
            title.replace(0, std::string_view{small}.size(), capital);
        }
    }
    return title;
}

/// Appends what the signer's own title says: a deputy signs for the head, an acting head says so.
void addOwnLines(SignerBlock& block, const std::string& title) {
    for (const auto acting : kActing) {
        if (title.starts_with(acting)) {
            block.authority.push_back({"Q.", title.substr(acting.size())});
            return;
        }
    }
    if (isDeputyTitle(title)) {
        block.authority.push_back({"KT.", headTitleOf(title)});
    }
    block.position = title;
}

/// The prefixes above a position but "TM.", in their order.
std::vector<std::string> prefixesOf(const SignerBlock& block) {
    std::vector<std::string> prefixes;
    for (const auto& line : block.authority) {
        if (line.prefix != "TM.") {
            prefixes.push_back(line.prefix);
        }
    }
    return prefixes;
}

bool hasPrefix(const SignerBlock& block, std::string_view prefix) {
    return std::ranges::find(block.authority, prefix, &AuthorityLine::prefix) != block.authority.end();
}

}  // namespace

std::string_view authorityProblem(const SignerFacts& facts, const SignerBlock& written) {
    const bool isForCollective = facts.isPostOfAgencyItself && !collectiveOf(facts.agencyName).empty();
    if (hasPrefix(written, "TM.") && !isForCollective) {
        return "outgoing.authority-tm";
    }
    const auto due = signerBlockOf(facts);
    if (prefixesOf(written) == prefixesOf(due)) {
        return {};
    }
    for (const auto& [prefix, problem] :
         {std::pair{"TL.", "outgoing.authority-tl"}, {"KT.", "outgoing.authority-kt"}, {"Q.", "outgoing.authority-q"}}) {
        if (hasPrefix(due, prefix) && !hasPrefix(written, prefix)) {
            return problem;
        }
    }
    return "outgoing.authority-not-his";
}

bool isByAuthorisation(const SignerBlock& written) {
    return hasPrefix(written, "TUQ.");
}

bool isDeputyTitle(std::string_view title) {
    return title.starts_with(kDeputy);
}

std::string collectiveOf(std::string_view agencyName) {
    for (const auto& [name, full] : kCollectives) {
        if (agencyName.starts_with(name)) {
            return std::string{full};
        }
    }
    return {};
}

SignerBlock signerBlockOf(const SignerFacts& facts) {
    SignerBlock block;
    block.name = facts.personName;
    const auto collective = collectiveOf(facts.agencyName);
    if (!facts.isPostOfAgencyItself) {
        block.authority.push_back({"TL.", withoutCollective(facts.agencyHeadTitle)});
    } else if (!collective.empty() && facts.issuedBy == IssuedBy::agency) {
        block.authority.push_back({"TM.", collective});
    }
    addOwnLines(block, withoutCollective(facts.postTitle));
    return block;
}

SignerBlock mandateBlockOf(const SignerFacts& giver, std::string_view prefix, std::string_view ownTitle, std::string_view ownName) {
    auto block = signerBlockOf(giver);
    const auto isCollective = [](const AuthorityLine& line) { return line.prefix == "TM."; };
    if (prefix == "KT.") {
        std::erase_if(block.authority, [&](const AuthorityLine& line) { return !isCollective(line); });
    } else {
        block.authority.clear();
    }
    block.authority.push_back({std::string{prefix}, withoutCollective(giver.postTitle)});
    block.position = withoutCollective(std::string{ownTitle});
    block.name = ownName;
    return block;
}

}  // namespace congvu::outgoing
