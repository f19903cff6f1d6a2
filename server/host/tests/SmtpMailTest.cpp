// SPDX-License-Identifier: Apache-2.0
#include "congvu/testing/MailServer.h"
#include "mail/MailText.h"
#include "mail/SmtpMail.h"
#include "testing/ErrorLog.h"
#include "testing/VirtualClock.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>

namespace congvu::host {

namespace {

using mail::Outcome;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::MatchesRegex;
using ::testing::Not;
using ::testing::SizeIs;

class MapSettings final : public settings::Settings {
public:
    [[nodiscard]] std::string text(std::string_view key, std::string_view) const override { return values.at(std::string{key}); }
    [[nodiscard]] std::int64_t number(std::string_view key, std::string_view) const override {
        return std::stoll(values.at(std::string{key}));
    }
    [[nodiscard]] bool boolean(std::string_view, std::string_view) const override { return false; }

    std::map<std::string, std::string> values{{"core.mail_host", "localhost"},    {"core.mail_port", "1"},
                                              {"core.mail_security", "none"},     {"core.mail_user", ""},
                                              {"core.mail_password", ""},         {"core.mail_from", "vanthu@xa.example"},
                                              {"core.mail_from_name", "UBND xã"}, {"core.mail_authorities", ""}};
};

class SmtpMailTest : public ::testing::Test {
protected:
    mail::Report sendTo(const testing::MailServer& server, const std::string& security = "none") {
        settings.values["core.mail_port"] = std::to_string(server.port());
        settings.values["core.mail_security"] = security;
        return smtp.send(message, [this] { return isLetGo; });
    }

    MapSettings settings;
    testing::VirtualClock clock;
    testing::ErrorLog log;
    SmtpMail smtp{settings, clock, log};
    mail::Message message{"01TEST", "vanthu@so.example", "Công văn số 15/UBND-VP", "Kính gửi: Sở Nội vụ\n.\n.Hết.\n", {}};
    bool isLetGo = true;
};

}  // namespace

TEST_F(SmtpMailTest, HandsTheMessageOverAsItIs) {
    testing::MailServer server;
    message.attachments.push_back({"15-ubnd-vp.pdf", "application/pdf", std::string("%PDF-1.4\n\0rest", 14)});
    EXPECT_EQ(sendTo(server).outcome, Outcome::accepted);
    ASSERT_THAT(server.received(), SizeIs(1));
    const auto mail = server.received().front();
    EXPECT_EQ(mail.from, "vanthu@xa.example");
    EXPECT_EQ(mail.to, "vanthu@so.example");
    EXPECT_EQ(mail.text, "Kính gửi: Sở Nội vụ\r\n.\r\n.Hết.\r\n") << "a dot does not end the message, nor is it lost";
    EXPECT_THAT(mail.content, AllOf(HasSubstr("filename=\"15-ubnd-vp.pdf\""), HasSubstr("JVBERi0xLjQKAHJlc3Q="),
                                    HasSubstr("Message-ID: <01TEST@xa.example>"), HasSubstr("Auto-Submitted: auto-generated")));
}

TEST_F(SmtpMailTest, WritesLinesThatEveryServerTakes) {
    testing::MailServer server;
    message.text.assign(3'000, 'x').append(" đ\n");
    message.subject.assign(300, 'a').append(" ă");
    message.attachments.push_back({"lon.pdf", "application/pdf", std::string(100'000, 'p')});
    ASSERT_EQ(sendTo(server).outcome, Outcome::accepted);
    const auto content = server.received().front().content;
    std::size_t longest = 0;
    for (std::size_t start = 0; start < content.size(); start = content.find('\n', start) + 1) {
        longest = std::max(longest, content.find('\n', start) - start);
    }
    EXPECT_LE(longest, 998U);
    EXPECT_TRUE(std::ranges::all_of(content, [](char byte) { return static_cast<unsigned char>(byte) < 0x80U; }));
}

TEST_F(SmtpMailTest, TellsARefusalForGoodFromOneForNow) {
    testing::MailServer server;
    server.answer("RCPT", "550 5.1.1 no such user");
    const auto refused = sendTo(server);
    EXPECT_EQ(refused.outcome, Outcome::rejected);
    EXPECT_THAT(refused.reply, HasSubstr("no such user"));
    server.answer("RCPT", "451 4.7.1 greylisted");
    EXPECT_EQ(sendTo(server).outcome, Outcome::deferred);
    server.answer("RCPT", "");
    server.answer(".", "554 5.7.1 looks like spam");
    EXPECT_EQ(sendTo(server).outcome, Outcome::rejected);
    server.answer(".", "452 4.3.1 disk full");
    EXPECT_EQ(sendTo(server).outcome, Outcome::deferred);
    EXPECT_THAT(server.received(), IsEmpty());
}

TEST_F(SmtpMailTest, CallsTheServerUnreachableThatTakesNoMailOfThisSender) {
    testing::MailServer server;
    server.answer("MAIL", "550 5.7.1 relaying denied");
    EXPECT_EQ(sendTo(server).outcome, Outcome::unreachable);
    server.answer("MAIL", "");
    server.answer("EHLO", "421 4.3.2 closing");
    EXPECT_EQ(sendTo(server).outcome, Outcome::unreachable);
}

TEST_F(SmtpMailTest, CallsItUncertainWhenTheContentIsHandedOverAndNobodyAnswers) {
    testing::MailServer server;
    server.cutAfterContent(true);
    EXPECT_EQ(sendTo(server).outcome, Outcome::uncertain);
    EXPECT_THAT(server.received(), SizeIs(1)) << "the server has it all the same";
}

TEST_F(SmtpMailTest, LetsNothingGoThatTheCallerWithholds) {
    testing::MailServer server;
    isLetGo = false;
    EXPECT_EQ(sendTo(server).outcome, Outcome::withheld);
    EXPECT_THAT(server.received(), IsEmpty());
}

TEST_F(SmtpMailTest, NeverGoesOnInClearWhereTlsIsAskedFor) {
    testing::MailServer server;
    EXPECT_EQ(sendTo(server, "starttls").outcome, Outcome::unreachable);
    EXPECT_EQ(sendTo(server, "tls").outcome, Outcome::unreachable);
    EXPECT_THAT(server.received(), IsEmpty());
}

TEST_F(SmtpMailTest, SignsInOverStartTlsAndOverTls) {
    for (const auto kind : {testing::MailServerSecurity::startTls, testing::MailServerSecurity::tls}) {
        testing::MailServer server{kind};
        server.requireSignIn("vanthu", "mật khẩu");
        settings.values["core.mail_user"] = "vanthu";
        settings.values["core.mail_password"] = "mật khẩu";
        settings.values["core.mail_authorities"] = server.authorityFile();
        const auto report = sendTo(server, kind == testing::MailServerSecurity::tls ? "tls" : "starttls");
        ASSERT_EQ(report.outcome, Outcome::accepted) << report.reply;
        EXPECT_TRUE(server.received().front().isSecure);
        EXPECT_EQ(server.received().front().user, "vanthu");
        settings.values["core.mail_password"] = "sai";
        EXPECT_EQ(sendTo(server, kind == testing::MailServerSecurity::tls ? "tls" : "starttls").outcome, Outcome::unreachable);
    }
}

TEST_F(SmtpMailTest, TrustsNoCertificateThatNobodyVouchesFor) {
    testing::MailServer server{testing::MailServerSecurity::startTls};
    EXPECT_EQ(sendTo(server, "starttls").outcome, Outcome::unreachable);
    const testing::MailServer other;
    settings.values["core.mail_authorities"] = other.authorityFile();
    EXPECT_EQ(sendTo(server, "starttls").outcome, Outcome::unreachable);
    EXPECT_THAT(server.received(), IsEmpty());
}

TEST_F(SmtpMailTest, SendsNoPasswordInClear) {
    testing::MailServer server;
    server.requireSignIn("vanthu", "mật khẩu");
    settings.values["core.mail_user"] = "vanthu";
    settings.values["core.mail_password"] = "mật khẩu";
    EXPECT_EQ(sendTo(server).outcome, Outcome::unreachable);
}

TEST_F(SmtpMailTest, SaysWhatIsNotSetUp) {
    settings.values["core.mail_host"] = "";
    EXPECT_FALSE(smtp.isSetUp());
    EXPECT_EQ(smtp.send(message, [] { return true; }).outcome, Outcome::notSetUp);
    settings.values["core.mail_host"] = "localhost";
    settings.values["core.mail_from"] = "không phải địa chỉ";
    EXPECT_FALSE(smtp.isSetUp());
}

TEST(MailText, EncodesASubjectInWholeCharacters) {
    EXPECT_EQ(headerWords("Cong van so 15"), "Cong van so 15");
    const auto words = headerWords("Uỷ ban nhân dân xã Suối Mẫu: Công văn số 15/UBND-VP về việc báo cáo");
    EXPECT_THAT(words, Not(HasSubstr("\xE1")));
    for (std::size_t start = 0; start < words.size();) {
        const auto end = std::min(words.find("\r\n ", start), words.size());
        EXPECT_LE(end - start, 75U);
        EXPECT_THAT(words.substr(start, end - start), MatchesRegex("=\\?UTF-8\\?B\\?[A-Za-z0-9+/]+=*\\?="));
        start = end + 3;
    }
}

TEST(MailText, LetsNobodyWriteAHeaderOfHisOwn) {
    EXPECT_THAT(headerWords("Công văn\r\nBcc: ai@do.example"), Not(HasSubstr("Bcc")));
    EXPECT_EQ(headerWords("a\r\nBcc: b"), "a  Bcc: b");
    MailSetup sender;
    sender.from = "vanthu@xa.example";
    sender.fromName = "UBND\r\nBcc: ai@do.example";
    const auto text = mailText({"1", "to@xa.example", "x", "y", {{"a\"\r\nb.pdf", "application/pdf", "z"}}}, sender, Timestamp{});
    EXPECT_THAT(text, Not(HasSubstr("Bcc")));
    EXPECT_THAT(text, HasSubstr("filename=\"a---b.pdf\""));
}

}  // namespace congvu::host
