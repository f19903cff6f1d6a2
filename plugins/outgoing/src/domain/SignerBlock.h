// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::outgoing {

/// One line of authority above a signer's position: "KT." "Chủ tịch".
struct AuthorityLine {
    std::string prefix;
    std::string of;
};

/// What stands above and below a signature: lines of authority, the signer's position, the name. A value of a form's person field.
struct SignerBlock {
    std::vector<AuthorityLine> authority;
    std::string position;
    std::string name;
};

/// In whose name a document is issued: the agency's, or that of its head as a person (a decision of the chair).
enum class IssuedBy { agency, head };

/// What the block follows from.
struct SignerFacts {
    std::string agencyName;       ///< "Ủy ban nhân dân xã Suối Mẫu"
    std::string agencyHeadTitle;  ///< "Chủ tịch"
    std::string postTitle;        ///< of the signer: "Phó Chủ tịch"
    std::string personName;
    bool isPostOfAgencyItself = true;  ///< false for a post of a division
    IssuedBy issuedBy = IssuedBy::agency;
};

/// The block by Decree 30/2020, Appendix I, II.7.a: "TM." for a collective that its head signs for; "KT." before the head's position when
/// a deputy signs; "TL." before the position of the agency's head when the head of one of its units signs; "Q." for an acting head.
/// "TUQ." needs an authorisation in writing: it comes from a mandate or from the drafter, never from here.
SignerBlock signerBlockOf(const SignerFacts& facts);

/// What is wrong with the lines of authority that a drafter wrote for this signer: a deputy signs "KT.", the head of a unit "TL.", an
/// acting head "Q."; nobody else may, and "TM." stands only for a collective. A message id "outgoing.authority-…", empty when nothing is
/// wrong (Decree 30/2020, Art. 13 and App. I, II.7.a). Not for a block by authorisation, which a mandate decides about.
std::string_view authorityProblem(const SignerFacts& facts, const SignerBlock& written);

/// True for a block with "TUQ.", which rests on an authorisation in writing and not on the post.
bool isByAuthorisation(const SignerBlock& written);

/// The block of who signs by a mandate: \p prefix "KT." or "TUQ." before the giver's position, then the signer's own. A
/// collective that the giver signs for stays above "KT."; "TUQ." stands alone.
SignerBlock mandateBlockOf(const SignerFacts& giver, std::string_view prefix, std::string_view ownTitle, std::string_view ownName);

/// True for "Phó Chủ tịch", "Phó Giám đốc" …
bool isDeputyTitle(std::string_view title);

/// The collective that an agency's name begins with, as the name spells it: "Ủy ban nhân dân", "Hội đồng nhân dân"; empty for an agency
/// that one head leads.
std::string collectiveOf(std::string_view agencyName);

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::AuthorityLine> {
    static auto fields() {
        using Line = congvu::outgoing::AuthorityLine;
        return std::tuple{field("prefix", &Line::prefix), field("of", &Line::of)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::SignerBlock> {
    static auto fields() {
        using Block = congvu::outgoing::SignerBlock;
        return std::tuple{field("authority", &Block::authority), field("position", &Block::position), field("name", &Block::name)};
    }
};
