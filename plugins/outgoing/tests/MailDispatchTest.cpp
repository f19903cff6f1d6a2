// SPDX-License-Identifier: Apache-2.0
#include "DispatchFixture.h"

#include "domain/MailLetter.h"
#include "domain/OutgoingMail.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>

namespace congvu::outgoing {

namespace {

using std::chrono::minutes;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class MailDispatch : public DispatchFixture {
protected:
    MailDispatch() : contact(addContact(clerk, "Sở Nội vụ", R"(,"email":"vanthu@so.example","postalAddress":"Số 1 phố Mẫu")")) {}

    std::string issued() { return issuedTo(byMail(contact)); }
    std::string statusOf(const std::string& id) { return document(id).at("recipients/0/status"); }
    std::string mailOf(const std::string& id, const std::string& member, int index = 0) {
        return document(id).at("mails/" + std::to_string(index) + "/" + member);
    }
    testing::TestResponse retry(const std::string& id, const std::string& json = "{}") {
        return harness.post(clerk, "/documents/" + id + "/mails/" + mailOf(id, "id") + "/retry", json);
    }
    testing::TestResponse receipt(const std::string& token) { return harness.get(http::Caller{}, "/public/receipts/" + token); }
    testing::TestResponse confirm(const std::string& token) {
        return harness.post(http::Caller{}, "/public/receipts/" + token + "/confirmation", R"({"name":"Nguyễn Văn Nhận"})");
    }

    std::string contact;
};

TEST_F(MailDispatch, QueuesWithTheIssueAndSendsOnceWithTheSignedFile) {
    const auto id = issued();
    EXPECT_EQ(statusOf(id), "queued");
    EXPECT_THAT(mailServer.received(), IsEmpty());
    sendMail();
    ASSERT_THAT(mailServer.received(), SizeIs(1));
    const auto mail = mailServer.received().front();
    EXPECT_EQ(mail.to, "vanthu@so.example");
    EXPECT_THAT(mail.text, AllOf(HasSubstr("Kính gửi: Sở Nội vụ"), HasSubstr("01/UBND-KT"), HasSubstr("https://vb.example/receipt/")));
    EXPECT_THAT(mail.content, HasSubstr("filename=\"01-ubnd-kt.pdf\""));
    EXPECT_EQ(statusOf(id), "sent");
    EXPECT_EQ(document(id).at("recipients/0/history/1/status"), "sent");
    sendMail();
    EXPECT_THAT(mailServer.received(), SizeIs(1));
}

TEST_F(MailDispatch, TellsTheExchangeOnlyOfThoseItReaches) {
    const auto id = issuedTo(R"([{"contactId":")" + contact + R"("},{"agencyId":")" + province + R"("}])");
    const testing::TestResponse event{200, harness.published().back().payload, {}};
    EXPECT_EQ(event.at("recipients/0/agencyId"), province);
    EXPECT_EQ(event.at("recipients/1/agencyId"), "");
    EXPECT_EQ(document(id).at("state"), "issued");
}

TEST_F(MailDispatch, SendsWhatIsTooLargeByLink) {
    harness.setSetting("outgoing.mail_attach_megabytes", "0");
    issued();
    sendMail();
    const auto mail = mailServer.received().front();
    EXPECT_THAT(mail.content, Not(HasSubstr("Content-Disposition: attachment")));
    EXPECT_THAT(mail.text, HasSubstr("01-UBND-KT.pdf"));
    const auto view = receipt(lastToken());
    const auto file = harness.get(http::Caller{}, "/public/receipts/" + lastToken() + "/files/" + view.at("files/0/id"));
    EXPECT_EQ(file.status, 200) << file.body;
    EXPECT_EQ(harness.get(http::Caller{}, "/public/receipts/" + lastToken() + "/files/01ABSENT").status, 404);
}

TEST_F(MailDispatch, WaitsWhileNoServerOrPublicAddressIsSet) {
    harness.setSetting("core.public_address", "");
    const auto id = issued();
    sendMail();
    EXPECT_EQ(mailServer.connections(), 0);
    EXPECT_EQ(harness.get(clerk, "/mails/standing").at("isReady"), "false");
    EXPECT_EQ(harness.get(clerk, "/mails/standing").at("waiting"), "1");
    harness.setSetting("core.public_address", "https://vb.example");
    sendMail();
    EXPECT_EQ(statusOf(id), "sent");
}

TEST_F(MailDispatch, TriesLaterWhatTheServerDefers) {
    const auto id = issued();
    mailServer.answer("RCPT", "451 4.7.1 greylisted");
    sendMail();
    EXPECT_EQ(mailOf(id, "state"), "queued");
    EXPECT_EQ(mailOf(id, "outcome"), "deferred");
    EXPECT_EQ(statusOf(id), "queued");
    mailServer.answer("RCPT", "");
    sendMail();
    EXPECT_EQ(mailServer.connections(), 1) << "its time has not come";
    harness.advance(minutes{1});
    sendMail();
    EXPECT_EQ(statusOf(id), "sent");
    EXPECT_EQ(mailOf(id, "attempts"), "2");
}

TEST_F(MailDispatch, GivesUpInTheEndAndTellsClerkAndDrafter) {
    const auto id = issued();
    mailServer.answer("RCPT", "451 4.7.1 greylisted");
    for (std::int64_t attempt = 0; attempt < kMostMailAttempts; ++attempt) {
        sendMail();
        harness.advance(minutes{240});
    }
    EXPECT_EQ(mailOf(id, "state"), "failed");
    EXPECT_EQ(statusOf(id), "failed");
    for (const auto& told : {clerk, handler}) {
        EXPECT_THAT(column(harness.get(told, "/api/v1/notifications"), "title"), Contains("Thư điện tử gửi không thành công"));
    }
}

TEST_F(MailDispatch, FailsAtOnceWhatIsRefusedForGoodAndGoesAgainToAnotherAddress) {
    const auto id = issued();
    mailServer.answer("RCPT", "550 5.1.1 no such user");
    sendMail();
    EXPECT_EQ(statusOf(id), "failed");
    EXPECT_THAT(document(id).at("recipients/0/reason"), HasSubstr("no such user"));
    mailServer.answer("RCPT", "");
    EXPECT_EQ(retry(id, R"({"email":"không"})").at("errors/0/pointer"), "/email");
    EXPECT_EQ(retry(id, R"({"email":"moi@so.example"})").status, 200);
    EXPECT_EQ(statusOf(id), "queued");
    EXPECT_EQ(retry(id).at("code"), "outgoing.mail-not-failed");
    sendMail();
    EXPECT_EQ(mailServer.received().back().to, "moi@so.example");
    EXPECT_EQ(statusOf(id), "sent");
}

TEST_F(MailDispatch, NeverSendsAgainByItselfWhatMayHaveArrived) {
    const auto id = issued();
    mailServer.cutAfterContent(true);
    sendMail();
    EXPECT_EQ(statusOf(id), "uncertain");
    harness.advance(std::chrono::hours{48});
    sendMail();
    EXPECT_THAT(mailServer.received(), SizeIs(1));
    mailServer.cutAfterContent(false);
    EXPECT_EQ(retry(id).status, 200) << "a person may";
    sendMail();
    ASSERT_THAT(mailServer.received(), SizeIs(2));
    const auto idOf = [](const testing::ReceivedMail& mail) {
        const auto start = mail.content.find("Message-ID:");
        return mail.content.substr(start, mail.content.find('\r', start) - start);
    };
    EXPECT_EQ(idOf(mailServer.received()[0]), idOf(mailServer.received()[1])) << "mail programs show it once";
}

TEST_F(MailDispatch, CallsUncertainWhatAProcessThatEndedHasLeftBehind) {
    const auto id = issued();
    harness.context().db().write([](db::Tx& tx) { tx.execute("UPDATE outgoing_mail SET state = 'sending'"); });
    sendMail();
    EXPECT_EQ(mailOf(id, "state"), "sending") << "it may be on its way";
    harness.advance(minutes{21});
    sendMail();
    EXPECT_EQ(mailOf(id, "state"), "failed");
    EXPECT_EQ(statusOf(id), "uncertain");
    EXPECT_THAT(mailServer.received(), IsEmpty());
}

TEST_F(MailDispatch, LeavesTheOthersAloneWhileTheServerCannotBeReached) {
    issued();
    issued();
    harness.advance(std::chrono::seconds{1});
    harness.setSetting("core.mail_port", "1");
    sendMail();
    harness.setSetting("core.mail_port", std::to_string(mailServer.port()));
    const auto mails = harness.get(clerk, "/mails");
    EXPECT_EQ(mails.at("items/0/mail/attempts"), "1");
    EXPECT_EQ(mails.at("items/1/mail/attempts"), "0");
}

TEST_F(MailDispatch, ConfirmsByTheLinkAndNeverByReading) {
    const auto id = issued();
    sendMail();
    const auto seen = receipt(lastToken());
    EXPECT_EQ(seen.status, 200) << seen.body;
    EXPECT_EQ(seen.at("numberAndSymbol"), "01/UBND-KT");
    EXPECT_EQ(seen.at("issuerName"), "UBND xã Ví Dụ A");
    EXPECT_EQ(statusOf(id), "sent");
    EXPECT_EQ(confirm(lastToken()).at("confirmedBy"), "Nguyễn Văn Nhận");
    EXPECT_EQ(statusOf(id), "received");
    const auto before = document(id).at("version");
    confirm(lastToken());
    EXPECT_EQ(document(id).at("version"), before) << "once is enough";
    EXPECT_THAT(harness.get(clerk, "/documents/" + id + "/timeline").body, HasSubstr("outgoing.received"));
}

TEST_F(MailDispatch, KnowsNoOtherLink) {
    issued();
    sendMail();
    EXPECT_GE(lastToken().size(), 40U);
    auto wrong = lastToken();
    wrong.back() = wrong.back() == 'A' ? 'B' : 'A';
    EXPECT_EQ(receipt(wrong).status, 404);
    EXPECT_EQ(confirm(wrong).status, 404);
    EXPECT_EQ(harness.post(http::Caller{}, "/public/receipts/" + wrong + "/confirmation", "{}").status, 404) << "before the body";
}

TEST_F(MailDispatch, LimitsWhoTriesLinks) {
    int refused = 0;
    for (int attempt = 0; attempt < 40; ++attempt) {
        refused += receipt("01ABSENT").status == 429 ? 1 : 0;
    }
    EXPECT_GT(refused, 0);
}

TEST_F(MailDispatch, LetsTheClerkEnterWhatARecipientSaysByTelephone) {
    const auto id = issued();
    sendMail();
    const auto path = "/documents/" + id + "/recipients/" + document(id).at("recipients/0/deliveryId") + "/receipt";
    EXPECT_EQ(harness.post(handler, path, "{}").status, 403);
    EXPECT_EQ(harness.post(harness.as("clerk", "xa-b"), path, "{}").status, 404);
    EXPECT_EQ(harness.post(clerk, path, R"({"note":"Ông A báo qua điện thoại"})").at("recipients/0/status"), "received");
    EXPECT_EQ(harness.post(clerk, path, "{}").status, 409);
}

TEST_F(MailDispatch, TellsARecallByMailAndTakesItsAnswerByTheLink) {
    const auto id = issued();
    sendMail();
    const auto token = lastToken();
    EXPECT_EQ(act(clerk, id, "recall", R"({"note":"Sai số liệu."})").at("state"), "recalling");
    sendMail();
    EXPECT_THAT(mailServer.received().back().text, AllOf(HasSubstr("thu hồi"), HasSubstr("Sai số liệu."), HasSubstr(token)));
    const auto view = receipt(token);
    EXPECT_EQ(view.at("isRecalled"), "true");
    EXPECT_EQ(view.at("files/0/id"), "") << "what is recalled is given out no more";
    const auto answer = "/public/receipts/" + token + "/recall-answer";
    EXPECT_EQ(harness.post(http::Caller{}, answer, R"({"agrees":false,"name":"A"})").at("errors/0/pointer"), "/reason");
    EXPECT_EQ(harness.post(http::Caller{}, answer, R"({"agrees":true,"name":"Nguyễn Văn Nhận"})").at("recallAnswer"), "15");
    EXPECT_EQ(stateOf(id), "recalled");
    EXPECT_EQ(harness.post(http::Caller{}, answer, R"({"agrees":true,"name":"A"})").at("code"), "outgoing.no-recall");
}

TEST_F(MailDispatch, ARecallTakesBackWhatHasNotLeftYet) {
    const auto id = issued();
    EXPECT_EQ(act(clerk, id, "recall", R"({"note":"Nhầm."})").at("state"), "recalled") << "nobody has it";
    sendMail();
    EXPECT_THAT(mailServer.received(), IsEmpty());
    EXPECT_EQ(statusOf(id), "00");
}

TEST_F(MailDispatch, AsksBackWhatWasOnItsWayWhileTheRecallWasAsked) {
    const auto id = issued();
    harness.context().db().write([](db::Tx& tx) { tx.execute("UPDATE outgoing_mail SET state = 'sending'"); });
    EXPECT_EQ(act(clerk, id, "recall", R"({"note":"Nhầm."})").status, 200);
    harness.advance(minutes{21});
    sendMail();
    EXPECT_EQ(stateOf(id), "recalling") << "it may have arrived";
    EXPECT_EQ(document(id).at("recipients/0/recall"), "13");
    EXPECT_EQ(mailOf(id, "kind", 1), "recall");
}

TEST_F(MailDispatch, TellsThatALaterDocumentReplacesIt) {
    const auto id = issuedTo(R"([{"contactId":")" + contact + R"("},{"agencyId":")" + province + R"("}])");
    sendMail();
    const auto later =
        harness.post(handler, "/documents",
                     draftRequest({province}, letterFields(), R"(,"relations":[{"kind":"replaces","documentId":")" + id + R"("}])"));
    ASSERT_EQ(later.status, 201) << later.body;
    EXPECT_EQ(submit(later.at("id"), {chair.postId}).status, 200);
    sign();
    EXPECT_EQ(act(clerk, later.at("id"), "number").status, 200);
    sign();
    EXPECT_EQ(act(clerk, later.at("id"), "issue").status, 200);
    sendMail();
    EXPECT_THAT(mailServer.received().back().text, AllOf(HasSubstr("thay thế"), HasSubstr("02/UBND-KT")));
    const auto published = harness.published();
    const auto told = std::ranges::find(published, "outgoing.document-mended.v1", &events::Event::name);
    ASSERT_NE(told, published.end());
    const testing::TestResponse payload{200, told->payload, {}};
    EXPECT_EQ(payload.at("documentId"), id);
    EXPECT_EQ(payload.at("laterNumberAndSymbol"), "02/UBND-KT");
    EXPECT_EQ(payload.at("recipients/0/agencyId"), province);
    EXPECT_EQ(payload.at("recipients/1/agencyId"), "");
}

TEST(MailBackOff, WaitsLongerAndLonger) {
    EXPECT_EQ(mailWaitAfter(1), minutes{1});
    for (std::int64_t attempt = 1; attempt < kMostMailAttempts; ++attempt) {
        EXPECT_LE(mailWaitAfter(attempt), mailWaitAfter(attempt + 1));
    }
    EXPECT_EQ(mailWaitAfter(100), minutes{240});
}

TEST(MailLetter, NamesFilesWithoutAccentsAndNotTooLong) {
    EXPECT_EQ(mailFileName("15-QĐ-UBND.pdf"), "15-qd-ubnd.pdf");
    EXPECT_EQ(mailFileName("Phụ lục (số liệu).xlsx"), "phu-luc--so-lieu-.xlsx");
    const auto name = mailFileName(std::string(90, 'a') + ".docx");
    EXPECT_EQ(name.size(), 50U);
    EXPECT_THAT(name, ::testing::EndsWith(".docx"));
}

}  // namespace

}  // namespace congvu::outgoing
