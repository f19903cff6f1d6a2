// SPDX-License-Identifier: Apache-2.0
#include "domain/SignerBlock.h"

#include "congvu/json/Encode.h"

#include <gtest/gtest.h>

namespace congvu::outgoing {

namespace {

/// The lines as they stand on paper: "TM. Ủy ban nhân dân / KT. Chủ tịch / Phó Chủ tịch".
std::string linesFor(const SignerFacts& facts) {
    const auto block = signerBlockOf(facts);
    std::string lines;
    for (const auto& line : block.authority) {
        lines += (lines.empty() ? "" : " / ") + line.prefix + ' ' + line.of;
    }
    return block.position.empty() ? lines : lines + (lines.empty() ? "" : " / ") + block.position;
}

SignerFacts ofCommittee(const std::string& title) {
    return {"Ủy ban nhân dân xã Suối Mẫu", "Chủ tịch", title, "Nguyễn Văn Mẫu"};
}
SignerFacts ofDepartment(const std::string& title) {
    return {"Sở Nội vụ tỉnh Sông Mẫu", "Giám đốc", title, "Nguyễn Văn Mẫu"};
}
SignerFacts ofDivision(const std::string& title) {
    auto facts = ofCommittee(title);
    facts.isPostOfAgencyItself = false;
    return facts;
}

}  // namespace

TEST(SignerBlock, OfAChairSaysThatHeSignsForThePeoplesCommittee) {
    EXPECT_EQ(linesFor(ofCommittee("Chủ tịch")), "TM. Ủy ban nhân dân / Chủ tịch");
    EXPECT_EQ(linesFor(ofCommittee("Chủ tịch UBND xã")), "TM. Ủy ban nhân dân / Chủ tịch");
    EXPECT_EQ(signerBlockOf(ofCommittee("Chủ tịch")).name, "Nguyễn Văn Mẫu");
}

TEST(SignerBlock, OfADeputySaysThatHeSignsForTheHead) {
    EXPECT_EQ(linesFor(ofCommittee("Phó Chủ tịch")), "TM. Ủy ban nhân dân / KT. Chủ tịch / Phó Chủ tịch");
    EXPECT_EQ(linesFor(ofCommittee("Phó Chủ tịch Thường trực")), "TM. Ủy ban nhân dân / KT. Chủ tịch / Phó Chủ tịch Thường trực");
    EXPECT_EQ(linesFor(ofDepartment("Phó Giám đốc")), "KT. Giám đốc / Phó Giám đốc");
}

TEST(SignerBlock, OfAnActingHeadSaysSoAndNamesNoSecondPosition) {
    EXPECT_EQ(linesFor(ofCommittee("Quyền Chủ tịch")), "TM. Ủy ban nhân dân / Q. Chủ tịch");
    EXPECT_EQ(linesFor(ofDepartment("Q. Giám đốc")), "Q. Giám đốc");
}

TEST(SignerBlock, OfTheHeadOfAUnitSaysThatHeSignsByOrderAndHisDeputyForHim) {
    EXPECT_EQ(linesFor(ofDivision("Chánh Văn phòng")), "TL. Chủ tịch / Chánh Văn phòng");
    EXPECT_EQ(linesFor(ofDivision("Phó Chánh Văn phòng")), "TL. Chủ tịch / KT. Chánh Văn phòng / Phó Chánh Văn phòng");
    EXPECT_EQ(linesFor(ofDivision("Phó trưởng phòng")), "TL. Chủ tịch / KT. Trưởng phòng / Phó trưởng phòng");
}

TEST(SignerBlock, OfAnAgencyThatOneHeadLeadsHasNoLineAboveHim) {
    EXPECT_EQ(linesFor(ofDepartment("Giám đốc")), "Giám đốc");
}

TEST(SignerBlock, OfADecisionThatTheChairTakesHimselfNamesNoCommittee) {
    auto chair = ofCommittee("Chủ tịch");
    chair.issuedBy = IssuedBy::head;
    auto deputy = ofCommittee("Phó Chủ tịch");
    deputy.issuedBy = IssuedBy::head;
    EXPECT_EQ(linesFor(chair), "Chủ tịch");
    EXPECT_EQ(linesFor(deputy), "KT. Chủ tịch / Phó Chủ tịch");
}

TEST(SignerBlock, SpellsTheCollectiveAsTheAgencysNameDoesAndWritesAbbreviationsOut) {
    EXPECT_EQ(collectiveOf("Uỷ ban nhân dân xã Ví Dụ A"), "Uỷ ban nhân dân");
    EXPECT_EQ(collectiveOf("UBND tỉnh Ví Dụ"), "Ủy ban nhân dân");
    EXPECT_EQ(collectiveOf("HĐND xã Ví Dụ A"), "Hội đồng nhân dân");
    EXPECT_EQ(collectiveOf("Sở Nội vụ"), "");
}

TEST(SignerBlock, IsJsonAsThePersonFieldOfAFormHasIt) {
    EXPECT_EQ(json::toText(signerBlockOf(ofCommittee("Chủ tịch"))),
              R"({"authority":[{"prefix":"TM.","of":"Ủy ban nhân dân"}],"position":"Chủ tịch","name":"Nguyễn Văn Mẫu"})");
}

std::string_view problemOf(const SignerFacts& facts, const std::vector<std::string>& prefixes) {
    SignerBlock written{{}, facts.postTitle, facts.personName};
    for (const auto& prefix : prefixes) {
        written.authority.push_back({prefix, "Chủ tịch"});
    }
    return authorityProblem(facts, written);
}

TEST(SignerAuthority, OfAHeadIsHisOwnOrThatOfTheCollective) {
    EXPECT_EQ(problemOf(ofCommittee("Chủ tịch"), {}), "");
    EXPECT_EQ(problemOf(ofCommittee("Chủ tịch"), {"TM."}), "");
    EXPECT_EQ(problemOf(ofCommittee("Chủ tịch"), {"KT."}), "outgoing.authority-not-his");
    EXPECT_EQ(problemOf(ofDepartment("Giám đốc"), {"TM."}), "outgoing.authority-tm") << "one head leads a department";
    EXPECT_EQ(problemOf(ofDepartment("Giám đốc"), {}), "");
}

TEST(SignerAuthority, OfADeputyNeedsTheWordsForTheHead) {
    EXPECT_EQ(problemOf(ofCommittee("Phó Chủ tịch"), {}), "outgoing.authority-kt");
    EXPECT_EQ(problemOf(ofCommittee("Phó Chủ tịch"), {"TM."}), "outgoing.authority-kt");
    EXPECT_EQ(problemOf(ofCommittee("Phó Chủ tịch"), {"TM.", "KT."}), "");
    EXPECT_EQ(problemOf(ofDepartment("Phó Giám đốc"), {"KT."}), "");
}

TEST(SignerAuthority, OfAUnitUnderTheAgencyIsByOrder) {
    EXPECT_EQ(problemOf(ofDivision("Trưởng phòng"), {}), "outgoing.authority-tl");
    EXPECT_EQ(problemOf(ofDivision("Trưởng phòng"), {"TM."}), "outgoing.authority-tm");
    EXPECT_EQ(problemOf(ofDivision("Trưởng phòng"), {"TL."}), "");
    EXPECT_EQ(problemOf(ofDivision("Phó Trưởng phòng"), {"TL."}), "outgoing.authority-kt");
    EXPECT_EQ(problemOf(ofDivision("Phó Trưởng phòng"), {"TL.", "KT."}), "");
    EXPECT_EQ(problemOf(ofDivision("Phó Trưởng phòng"), {"KT.", "TL."}), "outgoing.authority-not-his") << "in this order";
}

TEST(SignerAuthority, OfAnActingHeadSaysSo) {
    EXPECT_EQ(problemOf(ofCommittee("Quyền Chủ tịch"), {"TM."}), "outgoing.authority-q");
    EXPECT_EQ(problemOf(ofCommittee("Quyền Chủ tịch"), {"TM.", "Q."}), "");
    EXPECT_EQ(problemOf(ofCommittee("Chủ tịch"), {"Q."}), "outgoing.authority-not-his");
}

TEST(SignerAuthority, IsByAuthorisationWhenTheBlockSaysSo) {
    EXPECT_TRUE(isByAuthorisation({{{"TUQ.", "Chủ tịch"}}, "Trưởng phòng", "Người Mẫu"}));
    EXPECT_FALSE(isByAuthorisation({{{"TL.", "Chủ tịch"}}, "Trưởng phòng", "Người Mẫu"}));
}

}  // namespace congvu::outgoing
