// SPDX-License-Identifier: Apache-2.0
#include "OutgoingFixture.h"

#include <gmock/gmock.h>

#include <set>
#include <thread>

namespace congvu::outgoing {

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class NumberingRulesApi : public OutgoingFixture {
protected:
    testing::TestResponse addRule(const std::string& appliesTo, const std::string& pattern, const std::string& from,
                                  const std::string& issuer = "UBND") {
        return harness.post(clerk, "/numbering/rules",
                            R"({"appliesTo":")" + appliesTo + R"(","pattern":")" + pattern + R"(","issuer":")" + issuer +
                                R"(","effectiveFrom":")" + from + R"("})");
    }
    testing::TestResponse decide(int year, const std::string& numbering, const std::string& groups = "[]") {
        return harness.post(clerk, "/numbering/decisions",
                            R"({"fromYear":)" + std::to_string(year) + R"(,"numbering":")" + numbering + R"(","groups":)" + groups +
                                R"(,"decision":"01/QĐ-UBND"})");
    }
    testing::TestResponse reserve(const std::string& formId, int amount) {
        return harness.post(clerk, "/register/reservations",
                            R"({"formId":")" + formId + R"(","amount":)" + std::to_string(amount) + R"(,"reason":"Kỳ họp"})");
    }
    /// A signed document of a form with that symbol; the chair signs it at once.
    std::string signedOf(const std::string& formId, const std::string& symbol) {
        const std::string addressees = formId == "cong-van" ? R"("addressees":["UBND tỉnh"],)" : "";
        const auto made =
            harness.post(handler, "/documents",
                         R"({"formId":")" + formId + R"(","fields":{)" + addressees + R"("agency":"UBND xã Ví Dụ A","symbol":")" + symbol +
                             R"(","place":"Ví Dụ A","subject":"thử","body":"Nội dung.","archive":"VT",
                                             "signer":{"authority":[],"position":"Chủ tịch","name":"M"}}})");
        EXPECT_EQ(made.status, 201) << made.body;
        const auto sent = submit(made.at("id"), {chair.postId});
        EXPECT_EQ(sent.status, 200) << sent.body;
        sign();
        return made.at("id");
    }
    std::string numberOf(const std::string& formId, const std::string& symbol, const std::string& input = "{}") {
        const auto given = act(clerk, signedOf(formId, symbol), "number", input);
        EXPECT_EQ(given.status, 200) << given.body;
        return given.at("numberAndSymbol");
    }
};

TEST_F(NumberingRulesApi, ShowsWhatARuleWouldWriteAndKeepsNothing) {
    const auto shown =
        harness.post(clerk, "/numbering/preview", R"({"appliesTo":"named","pattern":"{number}-{type}/{issuer}","issuer":"TU"})");
    EXPECT_EQ(shown.at("examples/0"), "05-QĐ/TU");
    EXPECT_EQ(shown.at("examples/1"), "12-QĐ/TU");
    EXPECT_EQ(shown.at("examples/2"), "1482-QĐ/TU");
    const auto refused = harness.post(clerk, "/numbering/preview", R"({"appliesTo":"named","pattern":"{number}/{kind}"})");
    EXPECT_EQ(refused.at("errors/0/pointer"), "/pattern");
    EXPECT_EQ(refused.at("errors/0/code"), "outgoing.pattern-unknown-part");
    EXPECT_EQ(harness.get(clerk, "/numbering").at("rules/0/id"), "");
}

TEST_F(NumberingRulesApi, StartsDraftsWithTheSymbolOfTheRuleInForce) {
    ASSERT_EQ(addRule("named", "{number}-{type}/{issuer}", "2026-03-01", "ĐU").status, 201);
    ASSERT_EQ(addRule("named", "{number}/{type}-{issuer}", "2026-04-01", "UBND").status, 201);
    const auto symbolNow = [&] { return harness.get(handler, "/draft-defaults?formId=thong-bao").at("fields/symbol"); };
    EXPECT_EQ(symbolNow(), "-TB/ĐU");
    harness.setNow(*parseRfc3339("2026-04-01T02:00:00Z"));
    EXPECT_EQ(symbolNow(), "TB-UBND");
}

TEST_F(NumberingRulesApi, GivesPartyStyleNumbersWithoutTheSlash) {
    ASSERT_EQ(addRule("CT", "{number}-{type}/{issuer}", "2026-01-01", "ĐU").status, 201);
    EXPECT_EQ(numberOf("chi-thi", "-CT/ĐU"), "01-CT/ĐU");
}

TEST_F(NumberingRulesApi, CountsTheRuleOfTheDateOfIssue) {
    ASSERT_EQ(addRule("named", "{number}/{type}-{issuer}", "2026-01-01").status, 201);
    ASSERT_EQ(addRule("named", "{number}/{type}-{issuer}", "2026-03-05", "UBNDX").status, 201);
    const auto before = signedOf("thong-bao", "TB-UBND");
    harness.setNow(*parseRfc3339("2026-03-05T02:00:00Z"));
    const auto late = act(clerk, before, "number");
    EXPECT_EQ(late.status, 409);
    EXPECT_EQ(late.at("code"), "outgoing.symbol-not-in-force");
    EXPECT_THAT(late.at("detail") + late.at("title"), HasSubstr("TB-UBNDX"));
    EXPECT_EQ(act(clerk, before, "number", R"({"documentDate":"2026-03-04"})").at("numberAndSymbol"), "01/TB-UBND");
    EXPECT_EQ(numberOf("thong-bao", "TB-UBNDX"), "02/TB-UBNDX");
}

TEST_F(NumberingRulesApi, TellsTheDrafterOfAWrongSymbolBeforeTheSignature) {
    ASSERT_EQ(addRule("letter", "{number}/{issuer}-{unit}", "2026-01-01", "UBND").status, 201);
    const auto id = makeDraft();
    EXPECT_EQ(submit(id, usualChain()).status, 200) << "any unit or field of work may stand in an official letter";
    const auto other = harness.post(handler, "/documents", draftRequest({province}));
    ASSERT_EQ(addRule("letter", "{number}/{issuer}-{unit}", "2026-02-01", "UBNDX").status, 201);
    const auto refused = submit(other.at("id"), usualChain());
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.at("code"), "outgoing.symbol-not-in-force");
}

TEST_F(NumberingRulesApi, TakesBackOnlyWhatIsNotInForceYet) {
    ASSERT_EQ(addRule("named", "{number}/{type}-{issuer}", "2026-03-02").status, 201);
    const auto later = addRule("named", "{number}/{type}-{issuer}", "2026-03-03");
    EXPECT_EQ(addRule("named", "{number}/{type}-{issuer}", "2026-03-03").at("errors/0/code"), "outgoing.rule-exists");
    const auto view = harness.get(clerk, "/numbering");
    EXPECT_EQ(view.at("inForce/0"), view.at("rules/1/id"));
    EXPECT_EQ(harness.del(clerk, "/numbering/rules/" + view.at("rules/1/id")).at("code"), "outgoing.rule-in-force");
    EXPECT_EQ(harness.del(harness.as("clerk", "xa-b"), "/numbering/rules/" + later.at("id")).status, 404);
    EXPECT_EQ(harness.del(clerk, "/numbering/rules/" + later.at("id")).status, 204);
    EXPECT_EQ(harness.get(clerk, "/numbering").at("rules/1/id"), "");
    EXPECT_EQ(harness.get(handler, "/numbering").status, 403);
}

TEST_F(NumberingRulesApi, NumbersGroupsOfTypesFromTheYearOfTheDecision) {
    EXPECT_EQ(numberOf("thong-bao", "TB-UBND"), "01/TB-UBND");
    const auto groups = R"([{"types":["QĐ","CT"]},{"types":["CV"]}])";
    EXPECT_EQ(decide(2026, "groups", groups).at("errors/0/code"), "outgoing.numbers-given");
    ASSERT_EQ(decide(2027, "groups", groups).status, 200);
    EXPECT_EQ(numberOf("chi-thi", "CT-UBND"), "02/CT-UBND") << "until then the old sequence goes on";
    harness.setNow(*parseRfc3339("2027-01-04T02:00:00Z"));
    EXPECT_EQ(numberOf("chi-thi", "CT-UBND"), "01/CT-UBND");
    EXPECT_EQ(numberOf("thong-bao", "TB-UBND"), "01/TB-UBND");
    EXPECT_EQ(numberOf("ke-hoach", "KH-UBND"), "02/KH-UBND");
    EXPECT_EQ(numberOf("cong-van", "UBND-VP"), "01/UBND-VP");
    EXPECT_EQ(numberOf("chi-thi", "CT-UBND"), "02/CT-UBND");
}

TEST_F(NumberingRulesApi, RefusesATypeInTwoGroupsOrOfNoForm) {
    EXPECT_EQ(decide(2027, "groups", R"([{"types":["QĐ"]},{"types":["QĐ"]}])").at("errors/0/pointer"), "/groups/1/types/0");
    EXPECT_EQ(decide(2027, "groups", R"([{"types":["XYZ"]}])").at("errors/0/code"), "outgoing.unknown-type");
    EXPECT_EQ(decide(2027, "groups").at("errors/0/pointer"), "/groups");
    EXPECT_EQ(decide(2027, "each-type").status, 200);
}

TEST_F(NumberingRulesApi, RefusesARuleThatLeavesOutWhatTellsNamedTypesApart) {
    EXPECT_EQ(addRule("named", "{number}/{issuer}", "2026-04-01").at("errors/0/code"), "outgoing.named-needs-type");
    EXPECT_EQ(addRule("letter", "{number}/{type}-{issuer}", "2026-04-01").at("errors/0/code"), "outgoing.letter-has-no-type");
    EXPECT_EQ(addRule("QĐ", "{number}/QĐ-{issuer}", "2026-04-01").status, 201);
}

TEST_F(NumberingRulesApi, GivesNumberAndSymbolOnceInAYear) {
    harness.setSetting("outgoing.number_by_type", "true");
    EXPECT_EQ(numberOf("thong-bao", "TB-UBND"), "01/TB-UBND");
    const auto wrong = signedOf("ke-hoach", "TB-UBND");
    EXPECT_EQ(act(clerk, wrong, "number").at("code"), "outgoing.symbol-taken");
    EXPECT_EQ(act(clerk, wrong, "return", R"({"note":"Sai ký hiệu"})").at("state"), "draft");
    EXPECT_EQ(numberOf("ke-hoach", "KH-UBND"), "01/KH-UBND") << "the refused number is not lost";
    harness.setNow(*parseRfc3339("2027-01-04T02:00:00Z"));
    EXPECT_EQ(numberOf("thong-bao", "TB-UBND"), "01/TB-UBND");
}

TEST_F(NumberingRulesApi, ReservesNumbersThatTheSequenceStepsOver) {
    const auto kept = reserve("cong-van", 2);
    EXPECT_EQ(kept.at("numbers/0") + kept.at("numbers/1"), "12");
    EXPECT_EQ(numberOf("cong-van", "UBND-VP"), "03/UBND-VP");
    EXPECT_EQ(numberOf("cong-van", "UBND-VP", R"({"reservedNumber":2})"), "02/UBND-VP");
    const auto third = signedOf("cong-van", "UBND-VP");
    EXPECT_EQ(act(clerk, third, "number", R"({"reservedNumber":2})").at("errors/0/code"), "outgoing.number-not-reserved");
    EXPECT_EQ(act(clerk, third, "number", R"({"reservedNumber":9})").at("errors/0/pointer"), "/reservedNumber");
    EXPECT_EQ(column(harness.get(clerk, "/register?status=reserved"), "number"), std::vector<std::string>{"1"});
    const auto sequence = harness.get(clerk, "/api/v1/registers").at("items/0/id");
    const auto given = harness.get(clerk, "/api/v1/registers/" + sequence + "/numbers");
    EXPECT_THAT(column(given, "status"), ElementsAre("used", "used", "reserved")) << "the sequence knows the same";
}

TEST_F(NumberingRulesApi, CancelsAReservedNumberOnceAndKeepsItRecorded) {
    reserve("cong-van", 1);
    const std::string input = R"({"year":2026,"group":"","number":1,"reason":"Không ban hành"})";
    EXPECT_EQ(harness.post(harness.as("clerk", "xa-b"), "/register/cancellations", input).status, 409);
    EXPECT_EQ(harness.post(clerk, "/register/cancellations", input).status, 204);
    EXPECT_EQ(harness.post(clerk, "/register/cancellations", input).at("code"), "outgoing.number-not-reserved");
    const auto id = signedOf("cong-van", "UBND-VP");
    EXPECT_EQ(act(clerk, id, "number", R"({"reservedNumber":1})").status, 422);
    EXPECT_EQ(act(clerk, id, "number").at("numberAndSymbol"), "02/UBND-VP");
    const auto book = harness.get(clerk, "/register");
    EXPECT_THAT(column(book, "status"), ElementsAre("used", "cancelled"));
    EXPECT_EQ(book.at("items/1/reason"), "Không ban hành");
}

TEST_F(NumberingRulesApi, IsReadByThoseWhoReadAllAndChangedByTheClerks) {
    const std::string reservation = R"({"formId":"cong-van","amount":1,"reason":"Kỳ họp"})";
    const std::string cancellation = R"({"year":2026,"group":"","number":1,"reason":"Không dùng"})";
    reserve("cong-van", 1);
    for (const auto& reader : {chair, office}) {
        EXPECT_EQ(harness.get(reader, "/register").status, 200);
        EXPECT_EQ(harness.post(reader, "/register/reservations", reservation).status, 403);
        EXPECT_EQ(harness.post(reader, "/register/cancellations", cancellation).status, 403);
        EXPECT_EQ(harness.get(reader, "/numbering").status, 403);
    }
    for (const auto& stranger : {head, handler}) {
        EXPECT_EQ(harness.get(stranger, "/register/sequences").status, 403);
        EXPECT_EQ(harness.get(stranger, "/register/print").status, 403);
        EXPECT_EQ(harness.get(stranger, "/register/records").status, 403);
    }
    EXPECT_EQ(
        harness.post(clerk, "/register/reservations", R"({"formId":"cong-van","amount":21,"reason":"Kỳ họp"})").at("errors/0/pointer"),
        "/amount");
    EXPECT_THAT(column(harness.get(clerk, "/register"), "status"), ElementsAre("reserved"));
}

TEST_F(NumberingRulesApi, KeepsACancelledNumberOfADocumentInTheRegister) {
    const auto id = makeNumbered();
    ASSERT_EQ(act(clerk, id, "cancel-number", R"({"note":"Sai ngày."})").status, 200);
    ASSERT_EQ(act(clerk, id, "number").status, 200);
    const auto book = harness.get(clerk, "/register");
    EXPECT_THAT(column(book, "numberAndSymbol"), ElementsAre("02/UBND-KT", "01/UBND-KT"));
    EXPECT_THAT(column(book, "status"), ElementsAre("used", "cancelled"));
    EXPECT_THAT(column(harness.get(harness.as("clerk", "xa-b"), "/register"), "number"), IsEmpty());
}

TEST_F(NumberingRulesApi, LeavesNoGapWhenClerksReserveAndNumberAtOnce) {
    std::vector<std::string> ids;
    for (int index = 0; index < 4; ++index) {
        ids.push_back(signedOf("cong-van", "UBND-VP"));
    }
    std::vector<std::thread> clerks;
    for (const auto& id : ids) {
        clerks.emplace_back([&, id] { EXPECT_EQ(act(clerk, id, "number").status, 200); });
        clerks.emplace_back([&] { EXPECT_EQ(reserve("cong-van", 3).status, 201); });
    }
    for (auto& one : clerks) {
        one.join();
    }
    const auto given = column(harness.get(clerk, "/register?limit=200"), "number");
    std::set<int> numbers;
    for (const auto& one : given) {
        numbers.insert(std::stoi(one));
    }
    EXPECT_EQ(given.size(), 16U);
    EXPECT_EQ(numbers.size(), 16U);
    EXPECT_EQ(*numbers.begin(), 1);
    EXPECT_EQ(*numbers.rbegin(), 16);
}

TEST_F(NumberingRulesApi, PagesThroughTheRegisterByItsKeys) {
    harness.setSetting("outgoing.number_by_type", "true");
    reserve("cong-van", 3);
    reserve("thong-bao", 3);
    std::vector<std::string> seen;
    std::string cursor;
    do {
        const auto page = harness.get(clerk, "/register?limit=2" + (cursor.empty() ? "" : "&cursor=" + cursor));
        ASSERT_EQ(page.status, 200) << page.body;
        const auto groups = column(page, "group");
        const auto numbers = column(page, "number");
        for (std::size_t index = 0; index < numbers.size(); ++index) {
            seen.push_back(groups[index] + numbers[index]);
        }
        cursor = page.at("next");
    } while (!cursor.empty() && cursor != "null");
    EXPECT_THAT(seen, ElementsAre("TB3", "TB2", "TB1", "3", "2", "1"));
    const auto first = harness.get(clerk, "/register?group=TB&status=reserved&limit=2");
    EXPECT_THAT(column(first, "number"), ElementsAre("3", "2"));
    EXPECT_THAT(column(harness.get(clerk, "/register?group=TB&status=reserved&limit=2&cursor=" + first.at("next")), "number"),
                ElementsAre("1"));
    EXPECT_THAT(column(harness.get(clerk, "/register?group=-"), "number"), ElementsAre("3", "2", "1"));
    const auto sequences = harness.get(clerk, "/register/sequences");
    EXPECT_THAT(column(sequences, "group"), ElementsAre("", "TB"));
    EXPECT_THAT(column(sequences, "last"), ElementsAre("3", "3"));
}

TEST_F(NumberingRulesApi, PagesThroughAPeriodByItsDays) {
    for (const auto* day : {"2026-03-02T02:00:00Z", "2026-03-03T02:00:00Z", "2026-03-04T02:00:00Z", "2026-03-05T02:00:00Z"}) {
        harness.setNow(*parseRfc3339(day));
        numberOf("cong-van", "UBND-VP");
    }
    const std::string path = "/register?from=2026-03-02&to=2026-03-04&limit=2";
    const auto first = harness.get(clerk, path);
    EXPECT_THAT(column(first, "number"), ElementsAre("3", "2"));
    EXPECT_THAT(column(harness.get(clerk, path + "&cursor=" + first.at("next")), "number"), ElementsAre("1"));
    EXPECT_EQ(harness.get(clerk, "/register?limit=2&cursor=" + first.at("next")).status, 422) << "a cursor of another order";
}

}  // namespace

}  // namespace congvu::outgoing
