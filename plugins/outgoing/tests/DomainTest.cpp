// SPDX-License-Identifier: Apache-2.0
#include "congvu/json/Value.h"
#include "domain/Acts.h"
#include "domain/DocumentState.h"
#include "domain/FormFields.h"
#include "domain/NumberSymbol.h"
#include "domain/RecipientStatus.h"

#include <gmock/gmock.h>

namespace congvu::outgoing {

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(NumberSymbol, WritesNumbersBelowTenWithALeadingZero) {
    EXPECT_EQ(displayNumber(7), "07");
    EXPECT_EQ(displayNumber(10), "10");
    EXPECT_EQ(displayNumber(1740), "1740");
    EXPECT_EQ(numberAndSymbol(5, "UBND-VP"), "05/UBND-VP");
}

TEST(NumberSymbol, NamesTheTypeExceptForAnOfficialLetter) {
    EXPECT_EQ(symbolOf("QĐ", "UBND", "VP"), "QĐ-UBND");
    EXPECT_EQ(symbolOf("", "UBND", "KT"), "UBND-KT");
    EXPECT_EQ(symbolOf("", "UBND", ""), "UBND");
}

TEST(NumberSymbol, NumbersCopiesInOneSequenceOfTheirOwn) {
    for (const auto* copy : {"SY", "SL", "TrS"}) {
        EXPECT_EQ(numberGroupOf(copy, Numbering::oneSequence), "SY, SL, TrS");
        EXPECT_EQ(numberGroupOf(copy, Numbering::sequenceOfEachType), "SY, SL, TrS");
    }
    EXPECT_EQ(numberGroupOf("QĐ", Numbering::oneSequence), "");
    EXPECT_EQ(numberGroupOf("QĐ", Numbering::sequenceOfEachType), "QĐ");
}

TEST(NumberSymbol, PadsDaysBelowTenAndTheFirstTwoMonths) {
    EXPECT_EQ(placeAndDate("Sông Mẫu", *Date::parse("2026-02-05")), "Sông Mẫu, ngày 05 tháng 02 năm 2026");
    EXPECT_EQ(placeAndDate("Sông Mẫu", *Date::parse("2026-03-15")), "Sông Mẫu, ngày 15 tháng 3 năm 2026");
    EXPECT_EQ(placeAndDate("Sông Mẫu", *Date::parse("2026-12-31")), "Sông Mẫu, ngày 31 tháng 12 năm 2026");
}

TEST(DocumentStateRules, AllowEachActOnlyInItsState) {
    EXPECT_TRUE(canEdit(DocumentState::toSign));
    EXPECT_FALSE(canEdit(DocumentState::signedOff));
    EXPECT_TRUE(canSubmit(DocumentState::draft));
    EXPECT_FALSE(canSubmit(DocumentState::inReview));
    EXPECT_FALSE(canPass(DocumentState::toSign)) << "the signer signs, nobody passes a signature on";
    EXPECT_FALSE(canNumber(DocumentState::toSign)) << "never before the signature";
    EXPECT_FALSE(canIssue(DocumentState::numbered)) << "never without the seal";
    EXPECT_FALSE(canRecall(DocumentState::sealed));
    EXPECT_FALSE(canCancel(DocumentState::inReview));
    EXPECT_FALSE(isSignedOff(DocumentState::toSign));
    EXPECT_TRUE(isSignedOff(DocumentState::recalled));
    EXPECT_FALSE(isSignedOff(DocumentState::cancelled));
}

class Acts : public ::testing::Test {
protected:
    Acts() {
        document.drafterPostId = "drafter";
        chain = {{1, "unit-head", "head", "Trưởng phòng", "", "waiting", "", std::nullopt},
                 {2, "signer", "chair", "Chủ tịch", "", "waiting", "", std::nullopt}};
    }
    std::vector<std::string> of(const std::string& post, bool mayIssue = false, bool maySign = false) {
        return actsOf(document, chain, {post, mayIssue, maySign});
    }
    OutgoingDocument document;
    std::vector<ReviewStep> chain;
};

TEST_F(Acts, OfADraftBelongToItsDrafter) {
    EXPECT_THAT(of("drafter"), ElementsAre("submit", "edit", "cancel"));
    EXPECT_THAT(of("head"), IsEmpty());
}

TEST_F(Acts, InReviewBelongToTheCurrentReviewerAndTheDrafterMayTakeItBack) {
    document.state = DocumentState::inReview;
    chain[0].state = "current";
    EXPECT_THAT(of("head"), ElementsAre("pass", "edit", "return"));
    EXPECT_THAT(of("drafter"), ElementsAre("withdraw"));
    EXPECT_THAT(of("chair"), IsEmpty());
}

TEST_F(Acts, OfTheSignerAreSigningEditingAndReturning) {
    document.state = DocumentState::toSign;
    chain[1].state = "current";
    EXPECT_THAT(of("chair", false, true), ElementsAre("sign", "edit", "return"));
}

TEST_F(Acts, AfterTheSignatureBelongToTheClerk) {
    document.state = DocumentState::signedOff;
    EXPECT_THAT(of("clerk", true), ElementsAre("number", "dispatch", "return"));
    document.state = DocumentState::numbered;
    EXPECT_THAT(of("clerk", true), ElementsAre("seal", "dispatch", "cancel-number"));
    document.state = DocumentState::sealed;
    EXPECT_THAT(of("clerk", true), ElementsAre("issue", "dispatch", "cancel-number"));
    EXPECT_THAT(of("drafter"), IsEmpty());
}

TEST_F(Acts, OfAnIssuedDocumentAreOnlyItsRecall) {
    document.state = DocumentState::issued;
    EXPECT_THAT(of("clerk", true), ElementsAre("recall"));
    EXPECT_THAT(of("chair", false, true), ElementsAre("recall"));
    EXPECT_THAT(of("drafter"), IsEmpty());
}

TEST(FormFields, ReadAndReplaceOneValueAndLeaveTheOthers) {
    const std::string fields = R"({"subject":"a","addressees":["x"]})";
    EXPECT_EQ(textMember(fields, "subject"), "a");
    EXPECT_EQ(textMember(fields, "addressees"), "") << "a list is no text";
    EXPECT_EQ(textMember("[1]", "subject"), "");
    EXPECT_EQ(withMember(fields, "subject", R"("b")"), R"({"addressees":["x"],"subject":"b"})");
}

TEST(FormFields, LeaveOutWhatTheFormDoesNotHave) {
    const std::string form = R"({"fields":[{"key":"subject"},{"key":"body"}]})";
    EXPECT_EQ(onlyFieldsOf(form, R"({"subject":"a","addressees":["x"]})"), R"({"subject":"a"})");
    EXPECT_TRUE(hasField(form, "body"));
    EXPECT_FALSE(hasField(form, "addressees"));
    EXPECT_FALSE(isObject("[]"));
    EXPECT_TRUE(isObject("{}"));
}

TEST(FormFields, BreakTheAgencysNameAsALetterheadDoes) {
    EXPECT_EQ(letterheadName("Uỷ ban nhân dân xã Ví Dụ A"), "Uỷ ban nhân dân\nxã Ví Dụ A");
    EXPECT_EQ(letterheadName("Sở Nội vụ"), "Sở Nội vụ");
}

TEST(FormFields, SayTheUrgencyAsTheFormDoes) {
    EXPECT_EQ(urgencyOption("normal"), "");
    EXPECT_EQ(urgencyOption("urgent"), "khan");
    EXPECT_EQ(urgencyOption("very_urgent"), "thuong-khan");
    EXPECT_EQ(urgencyOption("flash"), "hoa-toc");
}

Recipient recipientWith(const std::string& status, const std::string& recall = "") {
    return {"delivery", "agency", "UBND tỉnh Ví Dụ", status, recall, "", std::nullopt, {}};
}

TEST(RecipientStatus, GoesForwardAndNeverBack) {
    EXPECT_EQ(afterNews(recipientWith("sent"), {"01", "", {}}, {})->status, "01");
    EXPECT_EQ(afterNews(recipientWith("01"), {"03", "", 27}, {})->arrivalNumber, 27);
    EXPECT_FALSE(afterNews(recipientWith("03"), {"01", "", {}}, {}));
    EXPECT_FALSE(afterNews(recipientWith("03"), {"03", "", {}}, {})) << "told twice";
    EXPECT_FALSE(afterNews(recipientWith("03"), {"02", "", {}}, {})) << "what was accepted can no longer be refused";
    EXPECT_FALSE(afterNews(recipientWith("00"), {"01", "", {}}, {})) << "nothing was sent";
    EXPECT_FALSE(afterNews(recipientWith("01"), {"99", "", {}}, {})) << "nobody knows this word";
}

TEST(RecipientStatus, EndsWithARefusal) {
    EXPECT_TRUE(holdsNothing(*afterNews(recipientWith("01"), {"02", "nhầm", {}}, {})));
    EXPECT_FALSE(afterNews(recipientWith("02"), {"05", "", {}}, {}));
}

TEST(RecipientStatus, KeepsTheAnswerToARecallApartFromTheDelivery) {
    EXPECT_FALSE(afterNews(recipientWith("03"), {"15", "", {}}, {})) << "no recall was asked";
    const auto refused = afterNews(recipientWith("03", "13"), {"16", "đã dùng", {}}, {});
    EXPECT_EQ(refused->recall, "16");
    EXPECT_TRUE(hasAnsweredRecall(*refused));
    const auto working = afterNews(*refused, {"05", "", {}}, {});
    EXPECT_EQ(working->status, "05");
    EXPECT_TRUE(hasAnsweredRecall(*working)) << "work going on is no new answer";
}

}  // namespace

}  // namespace congvu::outgoing
