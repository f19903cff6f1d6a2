// SPDX-License-Identifier: Apache-2.0
#include "IncomingFixture.h"

#include "congvu/db/Db.h"

#include <algorithm>
#include <map>
#include <set>
#include <thread>

namespace congvu::incoming {

namespace {

class RegisterBooksTest : public IncomingFixture {
protected:
    TestResponse define(const std::string& code, const std::string& name, const std::string& more = {}) {
        return harness.post(clerk, "/registers", R"({"code":")" + code + R"(","name":")" + name + R"(","isActive":true)" + more + "}");
    }
    /// A registration with an entry: `entry` are the members of its JSON.
    TestResponse enter(const std::string& symbol, const std::string& entry, const std::string& subject = "V/v báo cáo") {
        return harness.post(clerk, "/documents",
                            R"({"facts":{"symbol":")" + symbol + R"(","issuerName":"UBND tỉnh","typeId":"cong-van","subject":")" + subject +
                                R"(","documentDate":"2026-02-20"},"entry":{)" + entry + "}}");
    }
    TestResponse reserve(const std::string& code, const std::string& key, const std::string& reason = "Chờ bản giấy") {
        return harness.post(clerk, "/registers/" + code + "/reservations", R"({"reason":")" + reason + R"(","key":")" + key + R"("})");
    }
    /// Status of each number of a sequence, as the host has it.
    std::map<std::int64_t, std::string> numbersOf(const std::string& group) {
        std::map<std::int64_t, std::string> numbers;
        harness.context().db().read([&](db::Reader& reader) {
            reader.query(R"sql(
                SELECT n.number, n.status FROM core_register r JOIN core_register_number n ON n.register_row_id = r.id
                WHERE r.agency_id = $1 AND r.register_id = 'incoming' AND r.group_key = $2 ORDER BY n.number)sql",
                         {clerk.agencyId, group},
                         [&](const db::Row& row) { EXPECT_TRUE(numbers.emplace(row.integer(0), row.string(1)).second); });
        });
        return numbers;
    }
    static bool isGapless(const std::map<std::int64_t, std::string>& numbers) {
        return numbers.empty() || (numbers.begin()->first == 1 && numbers.rbegin()->first == static_cast<std::int64_t>(numbers.size()));
    }
};

}  // namespace

TEST_F(RegisterBooksTest, GivesEachRegisterASequenceOfItsOwnAndLeavesTheCommonOneAsItIs) {
    ASSERT_EQ(define("DT", "Sổ đơn thư", R"(,"typeIds":["giay-moi"])").status, 201);
    EXPECT_EQ(registerPaper({}).at("arrivalNumber"), "1");
    const auto petition = enter("1/DT", R"("registerCode":"DT")");
    ASSERT_EQ(petition.status, 201) << petition.body;
    EXPECT_EQ(petition.at("arrivalNumber"), "1");
    EXPECT_EQ(petition.at("registerCode"), "DT");
    EXPECT_EQ(enter("2/DT", R"("registerCode":"DT")").at("arrivalNumber"), "2");
    EXPECT_EQ(enter("16/UBND-VX", "").at("arrivalNumber"), "2");
    const auto books = harness.get(clerk, "/registers");
    EXPECT_EQ(books.at("items/0/code"), "chung");
    EXPECT_EQ(books.at("items/1/code"), "DT");
    EXPECT_EQ(books.at("items/1/typeIds/0"), "giay-moi");
    EXPECT_EQ(harness.get(clerk, "/documents?register=DT").at("items/1/arrivalNumber"), "1");
    EXPECT_EQ(harness.get(clerk, "/documents?register=DT").at("items/2/id"), "");
}

TEST_F(RegisterBooksTest, ListsArrivalsOfAllRegistersInTheOrderInWhichTheyWereEntered) {
    define("DT", "Sổ đơn thư");
    enter("1/A", "");
    enter("2/B", R"("registerCode":"DT")");
    enter("3/C", "");
    const auto list = harness.get(clerk, "/documents?limit=2");
    EXPECT_EQ(list.at("items/0/symbol"), "3/C");
    EXPECT_EQ(list.at("items/1/symbol"), "2/B");
    EXPECT_EQ(harness.get(clerk, "/documents?limit=2&cursor=" + list.at("next")).at("items/0/symbol"), "1/A");
}

TEST_F(RegisterBooksTest, RefusesWhatIsNoRegister) {
    EXPECT_EQ(define("sổ 1", "Sổ").at("errors/0/code"), "incoming.bad-register-code");
    EXPECT_EQ(define("DT", "Sổ", R"(,"typeIds":["khong-co"])").at("errors/0/pointer"), "/typeIds/0");
    EXPECT_EQ(define("DT", "Sổ").status, 201);
    EXPECT_EQ(define("DT", "Sổ khác").at("code"), "incoming.register-exists");
    EXPECT_EQ(harness.put(clerk, "/registers/DT", R"({"name":"Sổ đơn","isActive":false})", "\"1\"").status, 200);
    EXPECT_EQ(harness.put(clerk, "/registers/DT", R"({"name":"Sổ đơn","isActive":true})", "\"1\"").status, 412);
    EXPECT_EQ(enter("1/DT", R"("registerCode":"DT")").at("errors/0/code"), "incoming.register-closed");
    EXPECT_EQ(enter("1/DT", R"("registerCode":"KHONG")").at("errors/0/code"), "incoming.unknown-register");
    EXPECT_EQ(harness.put(clerk, "/registers/chung", R"({"name":"Sổ"})", "\"1\"").at("code"), "incoming.common-register");
    EXPECT_EQ(harness.put(clerk, "/registers/KHONG", R"({"name":"Sổ"})", "\"1\"").status, 404);
    EXPECT_EQ(numbersOf("DT").size(), 0U);
}

TEST_F(RegisterBooksTest, KeepsTheRegistersOfAnotherAgencyApart) {
    define("DT", "Sổ đơn thư");
    const auto stranger = harness.as("clerk", "xa-b");
    EXPECT_EQ(harness.get(stranger, "/registers").at("items/1/code"), "");
    EXPECT_EQ(harness.get(stranger, "/registers/DT/reservations").status, 404);
    EXPECT_EQ(harness.post(stranger, "/registers/DT/reservations", "{}").status, 404);
    const auto id = reserve("DT", "k1").at("id");
    EXPECT_EQ(harness.post(stranger, "/reservations/" + id + "/voiding", R"({"reason":"a"})").status, 404);
    EXPECT_EQ(harness.post(head, "/registers/DT/reservations", "{}").status, 403);
    EXPECT_EQ(harness.post(chair, "/registers", "{}").status, 403);
    EXPECT_EQ(harness.get(head, "/registers/chung/print").status, 403);
}

TEST_F(RegisterBooksTest, UsesAReservedNumberOnceAndNeverAVoidedOne) {
    registerPaper({});
    const auto first = reserve("chung", "k1");
    ASSERT_EQ(first.status, 201) << first.body;
    EXPECT_EQ(first.at("number"), "2");
    EXPECT_EQ(reserve("chung", "k1").at("id"), first.at("id")) << "asked again, no second number";
    const auto second = reserve("chung", "k2");
    EXPECT_EQ(second.at("number"), "3");
    EXPECT_EQ(enter("4/A", "").at("arrivalNumber"), "4");
    const auto used = enter("5/B", R"("reservationId":")" + first.at("id") + '"');
    ASSERT_EQ(used.status, 201) << used.body;
    EXPECT_EQ(used.at("arrivalNumber"), "2");
    EXPECT_EQ(enter("6/C", R"("reservationId":")" + first.at("id") + '"').at("code"), "incoming.reservation-gone");
    const auto voided = harness.post(clerk, "/reservations/" + second.at("id") + "/voiding", R"({"reason":"Không gửi nữa"})");
    EXPECT_EQ(voided.at("state"), "voided") << voided.body;
    EXPECT_EQ(enter("7/D", R"("reservationId":")" + second.at("id") + '"').at("code"), "incoming.reservation-gone");
    EXPECT_EQ(enter("8/E", R"("reservationId":"01JDEXAMPLE000000000000001")").at("errors/0/pointer"), "/entry/reservationId");
    EXPECT_THAT(numbersOf(""), ::testing::ElementsAre(::testing::Pair(1, "used"), ::testing::Pair(2, "used"),
                                                      ::testing::Pair(3, "cancelled"), ::testing::Pair(4, "used")));
    const auto page = harness.get(clerk, "/registers/chung/reservations");
    EXPECT_EQ(page.at("items/0/state"), "voided");
    EXPECT_EQ(page.at("items/1/documentId"), used.at("id"));
    const auto third = reserve("chung", "k3");
    EXPECT_EQ(harness.get(clerk, "/registers/chung/reservations?state=reserved").at("items/0/id"), third.at("id"));
    EXPECT_EQ(harness.get(clerk, "/registers/chung/reservations?state=reserved").at("items/1/id"), "");
    EXPECT_EQ(harness.get(clerk, "/registers/chung/reservations?state=reserved&year=2025").at("items/0/id"), "");
    EXPECT_EQ(harness.get(clerk, "/registers/chung/reservations?state=khac").at("errors/0/pointer"), "/state");
}

TEST_F(RegisterBooksTest, EntersALateDocumentWithItsDayAndTheReason) {
    const std::string late = R"("arrivedOn":"2026-02-26")";
    EXPECT_EQ(enter("1/A", late).at("errors/0/pointer"), "/entry/backDateReason");
    EXPECT_EQ(enter("1/A", R"("arrivedOn":"2026-03-03")").at("errors/0/code"), "incoming.arrival-in-future");
    EXPECT_EQ(enter("1/A", R"("arrivedOn":"2026-01-15","backDateReason":"a")").at("errors/0/code"), "incoming.back-date-too-old");
    EXPECT_EQ(enter("1/A", R"("arrivedOn":"2026-02-19","backDateReason":"a")").at("errors/0/code"), "incoming.arrival-before-document");
    enter("2/B", "");
    const auto entered = enter("1/A", late + R"(,"backDateReason":"Mất điện")");
    ASSERT_EQ(entered.status, 201) << entered.body;
    EXPECT_EQ(entered.at("arrivedOn"), "2026-02-26");
    EXPECT_EQ(entered.at("arrivalNumber"), "2") << "the number is the next one: numbers are continuous in the year";
    EXPECT_EQ(harness.get(clerk, "/documents/" + entered.at("id") + "/timeline").at("items/0/detail/backDateReason"), "Mất điện");
}

TEST_F(RegisterBooksTest, GivesALateDocumentOfLastYearANumberOfLastYear) {
    harness.setNow(parseRfc3339("2027-01-04T02:00:00Z").value());
    enter("1/A", "");
    const auto late = enter("2/B", R"("arrivedOn":"2026-12-31","backDateReason":"Nghỉ lễ")");
    ASSERT_EQ(late.status, 201) << late.body;
    EXPECT_EQ(late.at("arrivalNumber"), "1");
    EXPECT_EQ(harness.get(clerk, "/documents").at("items/0/symbol"), "1/A");
}

TEST_F(RegisterBooksTest, KeepsMetadataOnlyOfSecretDocumentsAndOnlyWhereItIsAllowed) {
    EXPECT_EQ(define("MAT", "Sổ văn bản mật", R"(,"isSecret":true)").at("errors/0/code"), "incoming.secret-registers-off");
    harness.setSetting("incoming.secret_registers", "true");
    ASSERT_EQ(define("MAT", "Sổ văn bản mật", R"(,"isSecret":true)").status, 201);
    const std::string entry = R"("registerCode":"MAT","secrecy":"secret")";
    EXPECT_EQ(enter("1/A", entry).at("errors/0/pointer"), "/facts/subject");
    EXPECT_EQ(enter("1/A", R"("secrecy":"secret")", "Văn bản mật").at("errors/0/code"), "incoming.secrecy-needs-register");
    EXPECT_EQ(enter("1/A", R"("registerCode":"MAT")", "Văn bản mật").at("errors/0/pointer"), "/entry/secrecy");
    const auto document = enter("1/A", entry, "Văn bản mật");
    ASSERT_EQ(document.status, 201) << document.body;
    EXPECT_EQ(document.at("secrecy"), "secret");
    const std::string path = "/documents/" + document.at("id");
    const std::string facts = R"({"symbol":"1/A","issuerName":"UBND tỉnh","typeId":"cong-van","subject":"Kế hoạch tác chiến"})";
    EXPECT_EQ(harness.patch(clerk, path, facts, "\"1\"").at("errors/0/code"), "incoming.secret-subject");
    const auto upload = uploadFiles({testing::letterPdf("2/SNV-VP")}).at("items/0/id");
    const auto refused = harness.post(clerk, "/proposals/" + upload + "/registration",
                                      R"({"facts":{"symbol":"2/SNV-VP","issuerName":"Sở","typeId":"cong-van","subject":"Văn bản mật"},)"
                                      R"("entry":{)" +
                                          entry + "}}");
    EXPECT_EQ(refused.at("errors/0/code"), "incoming.secret-content") << refused.body;
}

TEST_F(RegisterBooksTest, CancelsInTheRegisterTheDocumentStandsIn) {
    define("DT", "Sổ đơn thư");
    registerPaper({});
    const auto id = enter("1/DT", R"("registerCode":"DT")").at("id");
    EXPECT_EQ(harness.post(clerk, "/documents/" + id + "/cancellation", R"({"reason":"Vào nhầm sổ"})").at("state"), "cancelled");
    EXPECT_EQ(numbersOf("DT").at(1), "cancelled");
    EXPECT_EQ(numbersOf("").at(1), "used");
}

TEST_F(RegisterBooksTest, LeavesNoGapAndNoDoubleWhenClerksRegisterReserveUseAndVoidAtOnce) {
    define("DT", "Sổ đơn thư");
    constexpr int kClerks = 6;
    constexpr int kEach = 8;
    std::vector<std::thread> clerks;
    for (int number = 0; number < kClerks; ++number) {
        clerks.emplace_back([&, number] {
            for (int step = 0; step < kEach; ++step) {
                const auto mark = std::to_string(number) + '-' + std::to_string(step);
                const std::string code = step % 2 == 0 ? "chung" : "DT";
                enter(mark + "/A", R"("registerCode":")" + code + '"');
                const auto reserved = reserve(code, mark).at("id");
                if (step % 3 == 0) {
                    harness.post(clerk, "/reservations/" + reserved + "/voiding", R"({"reason":"a"})");
                } else {
                    enter(mark + "/B", R"("registerCode":")" + code + R"(","reservationId":")" + reserved + '"');
                    enter(mark + "/C", R"("registerCode":")" + code + R"(","reservationId":")" + reserved + '"');  // refused
                }
            }
        });
    }
    for (auto& one : clerks) {
        one.join();
    }
    std::size_t used = 0;
    for (const std::string group : {"", "DT"}) {
        const auto numbers = numbersOf(group);
        EXPECT_TRUE(isGapless(numbers)) << group;
        EXPECT_EQ(numbers.size(), static_cast<std::size_t>(kClerks * kEach));
        used += static_cast<std::size_t>(std::ranges::count_if(numbers, [](const auto& one) { return one.second == "used"; }));
    }
    const auto documents = harness.context().db().read([&](db::Reader& reader) {
        return reader.list("SELECT arrival_key FROM incoming_document WHERE agency_id = $1 ORDER BY arrival_key", {clerk.agencyId},
                           [](const db::Row& row) { return row.integer(0); });
    });
    EXPECT_EQ(documents.size(), used);
    EXPECT_EQ(std::set<std::int64_t>(documents.begin(), documents.end()).size(), used);
}

}  // namespace congvu::incoming
