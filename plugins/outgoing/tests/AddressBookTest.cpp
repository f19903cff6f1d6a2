// SPDX-License-Identifier: Apache-2.0
#include "DispatchFixture.h"

#include "congvu/sheets/Csv.h"
#include "domain/ContactCsv.h"
#include "domain/ContactRules.h"

#include <gmock/gmock.h>

namespace congvu::outgoing {

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

constexpr const char* kHead = "Mã định danh,Tên cơ quan,Nhóm,Thư điện tử,Hiệu lực đến,Sáp nhập vào\n";

class AddressBookTest : public DispatchFixture {
protected:
    std::vector<std::string> names(const http::Caller& caller, const std::string& query = "") {
        const auto page = harness.get(caller, "/contacts" + query);
        std::vector<std::string> found;
        for (int index = 0; !page.at("items/" + std::to_string(index) + "/id").empty(); ++index) {
            found.push_back(page.at("items/" + std::to_string(index) + "/facts/name"));
        }
        return found;
    }
    testing::TestResponse importLines(const std::string& lines, bool isDryRun) {
        return harness.upload(clerk, "/contacts/import", {{"file", "danh-ba.csv", kHead + lines}},
                              isDryRun ? R"({"dryRun":true})" : R"({"dryRun":false})");
    }
};

TEST(OrganId, IsGroupsOfCapitalsAndDigits) {
    for (const auto* code : {"H37", "H37.02.02", "H37.DN.001", "000.00.00.H41", "Z01.2", "0101234567"}) {
        EXPECT_TRUE(isOrganId(code)) << code;
    }
    for (const auto* code : {"", "h37", "H3", "HH7.01", "H37.", "H37..1", ".H37", "H37 02", "H37.02-1", "A12345"}) {
        EXPECT_FALSE(isOrganId(code)) << code;
    }
    EXPECT_TRUE(isOrganId("H37." + std::string(31, '1')));
    EXPECT_FALSE(isOrganId("H37." + std::string(32, '1'))) << "36 characters";
}

TEST(Standing, CountsFirstAndLastDay) {
    ContactFacts facts;
    facts.validFrom = Date{2026, 3, 1};
    facts.validUntil = Date{2026, 3, 31};
    EXPECT_EQ(standingOf(facts, Date{2026, 2, 28}), ContactStanding::future);
    EXPECT_EQ(standingOf(facts, Date{2026, 3, 1}), ContactStanding::open);
    EXPECT_EQ(standingOf(facts, Date{2026, 3, 31}), ContactStanding::open);
    EXPECT_EQ(standingOf(facts, Date{2026, 4, 1}), ContactStanding::closed);
}

TEST(ContactCsv, ReadsDaysAsPeopleAndMachinesWriteThem) {
    const auto read = readContactCsv("Tên cơ quan;Hiệu lực từ;Hiệu lực đến\nSở A;01/07/2025;2026-06-30\n");
    ASSERT_THAT(read.errors, IsEmpty());
    ASSERT_THAT(read.lines, SizeIs(1));
    EXPECT_EQ(read.lines[0].facts.validFrom, (Date{2025, 7, 1}));
    EXPECT_EQ(read.lines[0].facts.validUntil, (Date{2026, 6, 30}));
}

TEST(ContactCsv, NamesLineAndColumnOfEveryError) {
    const auto read = readContactCsv(std::string{kHead} +
                                     "H37,Sở A,,khong-phai-thu,,\n"
                                     "h3 7,Sở B,,,,\n"
                                     ",,,,,\n"
                                     "H38,Sở C,,,31/02/2026,\n"
                                     "H39,Sở D,,,,H37\n"
                                     "H37,Sở E,,,,\n");
    std::vector<std::string> errors;
    for (const auto& error : read.errors) {
        errors.push_back(std::to_string(error.line) + " " + error.column + " " + error.code);
    }
    EXPECT_THAT(errors, ElementsAre("2 email bad-mail-address", "3 organId outgoing.bad-organ-id", "4 name required",
                                    "5 validUntil bad-date", "6 validUntil outgoing.successor-needs-day", "7 organId outgoing.csv-twice"));
}

TEST(ContactCsv, RefusesAFileThatIsNone) {
    EXPECT_EQ(readContactCsv("").errors.front().code, "outgoing.csv-empty");
    EXPECT_EQ(readContactCsv("a,b\n1,2\n").errors.front().code, "outgoing.csv-column-missing");
    EXPECT_EQ(readContactCsv("Tên cơ quan\n\"Sở A\n").errors.back().code, "outgoing.csv-open-quote");
}

TEST_F(AddressBookTest, AnAgencyReadsItsOwnEntriesAndTheSharedOnes) {
    addContact(root, "Sở Nội vụ");
    addContact(clerk, "Trường Tiểu học A");
    const auto other = harness.as("clerk", "xa-b");
    addContact(other, "Trạm Y tế B");
    EXPECT_THAT(names(clerk), ElementsAre("Sở Nội vụ", "Trường Tiểu học A"));
    EXPECT_THAT(names(other), ElementsAre("Sở Nội vụ", "Trạm Y tế B"));
    EXPECT_THAT(names(root), ElementsAre("Sở Nội vụ"));
}

TEST_F(AddressBookTest, OnlyItsOwnAgencyChangesAnEntry) {
    const auto shared = addContact(root, "Sở Nội vụ");
    const auto foreign = addContact(harness.as("clerk", "xa-b"), "Trạm Y tế B");
    EXPECT_EQ(harness.put(clerk, "/contacts/" + shared, R"({"name":"x"})", "\"1\"").status, 403);
    EXPECT_EQ(harness.put(clerk, "/contacts/" + foreign, R"({"name":"x"})", "\"1\"").status, 404);
    EXPECT_EQ(harness.del(clerk, "/contacts/" + foreign).status, 404);
    EXPECT_EQ(harness.get(handler, "/contacts").status, 403) << "who drafts only chooses";
}

TEST_F(AddressBookTest, IsFoundByNameCodeAndGroupWithoutAccents) {
    addContact(clerk, "Sở Tài chính", R"(,"organId":"H37.05","groupName":"Sở, ngành")");
    addContact(clerk, "Bưu điện huyện");
    EXPECT_THAT(names(clerk, "?q=tai%20chinh"), ElementsAre("Sở Tài chính"));
    EXPECT_THAT(names(clerk, "?q=h37.05"), ElementsAre("Sở Tài chính"));
    EXPECT_THAT(names(clerk, "?group=S%E1%BB%9F%2C%20ng%C3%A0nh"), ElementsAre("Sở Tài chính"));
}

TEST_F(AddressBookTest, NamesEverythingThatIsWrongWithAnEntry) {
    addContact(clerk, "Sở A", R"(,"organId":"H37.01")");
    const auto twice = harness.post(clerk, "/contacts", R"({"name":"Sở B","organId":"H37.01","email":"không"})");
    EXPECT_EQ(twice.status, 422);
    EXPECT_EQ(twice.at("errors/0/pointer"), "/email");
    EXPECT_EQ(twice.at("errors/1/code"), "outgoing.contact-exists");
    const auto merged = harness.post(clerk, "/contacts", R"({"name":"Sở C","validUntil":"2026-01-31","successorId":"01ABSENT"})");
    EXPECT_EQ(merged.at("errors/0/code"), "outgoing.bad-successor");
}

TEST_F(AddressBookTest, TellsTheSlowerOfTwoWritersThatHeIsStale) {
    const auto id = addContact(clerk, "Sở A");
    EXPECT_EQ(harness.put(clerk, "/contacts/" + id, R"({"name":"Sở B"})", "\"1\"").at("version"), "2");
    EXPECT_EQ(harness.put(clerk, "/contacts/" + id, R"({"name":"Sở C"})", "\"1\"").status, 412);
    EXPECT_THAT(names(clerk), ElementsAre("Sở B"));
}

TEST_F(AddressBookTest, RemovesOnlyWhatNothingNames) {
    const auto unused = addContact(clerk, "Sở A");
    const auto used = addContact(clerk, "Sở B");
    EXPECT_EQ(draftTo(onPaper(used)).status, 201);
    EXPECT_EQ(harness.del(clerk, "/contacts/" + unused).status, 204);
    EXPECT_EQ(harness.del(clerk, "/contacts/" + used).at("code"), "outgoing.contact-used");
}

TEST_F(AddressBookTest, TriesAFileWithoutWritingAnything) {
    const auto tried = importLines("H37.01,Sở A,Sở ngành,vanthu@a.example,,\n", true);
    EXPECT_EQ(tried.status, 200) << tried.body;
    EXPECT_EQ(tried.at("added"), "1");
    EXPECT_THAT(names(clerk), IsEmpty());
}

TEST_F(AddressBookTest, WritesAllLinesOfAFileOrNone) {
    const auto wrong = importLines("H37.01,Sở A,,,,\nH37,Sở B,,không,,\n", false);
    EXPECT_EQ(wrong.at("errors/0/line"), "3");
    EXPECT_THAT(names(clerk), IsEmpty());
    EXPECT_EQ(importLines("H37.01,Sở A,,,,\nH37.02,Sở B,,b@so.example,,\n", false).at("added"), "2");
    EXPECT_THAT(names(clerk), ElementsAre("Sở A", "Sở B"));
}

TEST_F(AddressBookTest, ChangesTheEntryThatHasTheCodeAndLeavesTheOthers) {
    addContact(clerk, "Sở A", R"(,"organId":"H37.01","phone":"0123")");
    addContact(clerk, "Phòng riêng");
    const auto done = importLines("H37.01,Sở A mới,,,,\n,Phòng riêng,,,,\n", false);
    EXPECT_EQ(done.at("changed"), "1") << done.body;
    EXPECT_EQ(done.at("same"), "1");
    EXPECT_THAT(names(clerk), UnorderedElementsAre("Sở A mới", "Phòng riêng"));
}

TEST_F(AddressBookTest, TakesSuccessorsFromTheFileInAnyOrderAndNoRings) {
    EXPECT_EQ(importLines("H37.01,Huyện A,,,30/06/2025,Xã B\nH37.02,Xã B,,,,\n", false).at("errors/0/code"), "");
    EXPECT_EQ(harness.get(clerk, "/contacts?q=huyen").at("items/0/successorName"), "Xã B");
    const auto ring = importLines("H38.01,A,,,30/06/2025,B\nH38.02,B,,,30/06/2025,A\n", true);
    EXPECT_EQ(ring.at("errors/0/code"), "outgoing.bad-successor") << ring.body;
}

TEST_F(AddressBookTest, GivesOutWhatItTakesBack) {
    addContact(clerk, "Sở \"A\", tỉnh", R"(,"organId":"H37.01","validUntil":"2026-12-31","email":"a@so.example")");
    const auto csv = harness.get(clerk, "/contacts/export?format=csv").body;
    const auto read = readContactCsv(csv);
    EXPECT_THAT(read.errors, IsEmpty()) << csv;
    ASSERT_THAT(read.lines, SizeIs(1));
    EXPECT_EQ(read.lines[0].facts.name, "Sở \"A\", tỉnh");
    EXPECT_EQ(read.lines[0].facts.validUntil, (Date{2026, 12, 31}));
}

class Choice : public DispatchFixture {};

TEST_F(Choice, RefusesAnAgencyThatHasEndedAndNamesItsSuccessor) {
    const auto successor = addContact(root, "UBND xã Mới");
    const auto merged = addContact(root, "UBND xã Cũ", R"(,"validUntil":"2025-06-30","successorId":")" + successor + '"');
    const auto refused = draftTo(R"([{"contactId":")" + merged + R"("}])");
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.at("errors/0/pointer"), "/recipients/0/contactId");
    EXPECT_EQ(refused.at("errors/0/code"), "outgoing.contact-merged");
    EXPECT_THAT(refused.at("errors/0/message"), HasSubstr("UBND xã Mới"));
    const auto offered = harness.get(handler, "/recipients?q=xa%20cu");
    EXPECT_EQ(offered.at("items/0/standing"), "closed");
    EXPECT_EQ(offered.at("items/0/successorId"), successor);
    EXPECT_EQ(draftTo(R"([{"contactId":")" + successor + R"("}])").status, 201);
}

TEST_F(Choice, ReachesEachRecipientTheBestWayThereIs) {
    const auto onExchange = addContact(clerk, "Tỉnh", R"(,"organId":"H99","email":"t@tinh.example")");
    const auto withMail = addContact(clerk, "Sở A", R"(,"email":"a@so.example")");
    const auto bare = addContact(clerk, "Ông B");
    const auto made =
        draftTo(R"([{"contactId":")" + onExchange + R"("},{"contactId":")" + withMail + R"("},{"contactId":")" + bare + R"("}])");
    const auto view = document(made.at("id"));
    std::map<std::string, std::string> carriages;
    for (int index = 0; index < 3; ++index) {
        const auto place = "recipients/" + std::to_string(index);
        carriages[view.at(place + "/name")] = view.at(place + "/carriage");
    }
    EXPECT_EQ(carriages["UBND tỉnh Ví Dụ"], "electronic") << view.body;
    EXPECT_EQ(carriages["Sở A"], "email");
    EXPECT_EQ(carriages["Ông B"], "paper");
}

TEST_F(Choice, RefusesAWayThatDoesNotReachTheRecipient) {
    const auto bare = addContact(clerk, "Ông B");
    const auto list = [&](const std::string& carriage) { return R"([{"contactId":")" + bare + R"(","carriage":")" + carriage + R"("}])"; };
    EXPECT_EQ(draftTo(list("email")).at("errors/0/code"), "outgoing.no-mail-address");
    EXPECT_EQ(draftTo(list("electronic")).at("errors/0/code"), "outgoing.not-on-exchange");
    EXPECT_EQ(draftTo(R"([{"contactId":"01ABSENT"}])").at("errors/0/code"), "outgoing.unknown-contact");
}

TEST_F(Choice, OffersTheRecipientsOfTheLastDocumentAsTheyAreToday) {
    EXPECT_EQ(harness.get(handler, "/recipients/last?formId=cong-van").at("items/0/name"), "");
    const auto id = addContact(clerk, "Sở A", R"(,"email":"a@so.example")");
    draftTo(R"([{"contactId":")" + id + R"(","carriage":"paper","copies":3}])");
    auto last = harness.get(handler, "/recipients/last?formId=cong-van");
    EXPECT_EQ(last.at("items/0/name"), "Sở A");
    EXPECT_EQ(last.at("items/0/carriage"), "paper");
    EXPECT_EQ(last.at("items/0/copies"), "3");
    harness.put(clerk, "/contacts/" + id, R"({"name":"Sở A","validUntil":"2026-03-01"})", "\"1\"");
    last = harness.get(handler, "/recipients/last?formId=cong-van");
    EXPECT_EQ(last.at("items/0/standing"), "closed");
}

TEST_F(Choice, StopsTheIssueToWhoeverHasEndedMeanwhileUntilTheClerkNamesAnother) {
    const auto old = addContact(clerk, "Sở A", R"(,"email":"a@so.example")");
    const auto successor = addContact(clerk, "Sở B", R"(,"email":"b@so.example")");
    const auto id = sealedTo(byMail(old));
    harness.put(clerk, "/contacts/" + old, R"({"name":"Sở A","validUntil":"2026-03-01","successorId":")" + successor + R"("})", "\"1\"");
    const auto refused = act(clerk, id, "issue");
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.at("code"), "outgoing.contact-merged");
    EXPECT_EQ(stateOf(id), "sealed");
    const auto addressed = harness.put(clerk, "/documents/" + id + "/dispatch", R"({"recipients":)" + byMail(successor) + "}");
    EXPECT_EQ(addressed.at("recipients/0/name"), "Sở B") << addressed.body;
    EXPECT_EQ(act(clerk, id, "issue").status, 200);
}

TEST_F(Choice, LetsOnlyTheClerkSettleTheWaysAndOnlyBeforeTheIssue) {
    const auto contact = addContact(clerk, "Sở A", R"(,"email":"a@so.example")");
    const auto id = sealedTo(byMail(contact));
    const auto body = R"({"recipients":)" + onPaper(contact) + "}";
    EXPECT_EQ(harness.put(handler, "/documents/" + id + "/dispatch", body).status, 403);
    EXPECT_EQ(harness.put(harness.as("clerk", "xa-b"), "/documents/" + id + "/dispatch", body).status, 404);
    EXPECT_EQ(act(clerk, id, "issue").status, 200);
    EXPECT_EQ(harness.put(clerk, "/documents/" + id + "/dispatch", body).status, 409);
}

}  // namespace

}  // namespace congvu::outgoing
