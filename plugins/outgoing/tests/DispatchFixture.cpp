// SPDX-License-Identifier: Apache-2.0
#include "DispatchFixture.h"

#include "congvu/json/Encode.h"

namespace congvu::outgoing {

DispatchFixture::DispatchFixture() : root(harness.as("clerk", "tinh")) {
    harness.setSetting("core.mail_host", "127.0.0.1");
    harness.setSetting("core.mail_port", std::to_string(mailServer.port()));
    harness.setSetting("core.mail_security", "none");
    harness.setSetting("core.mail_from", "vanthu@xa-a.example");
    harness.setSetting("core.public_address", "https://vb.example/");
}

std::string DispatchFixture::addContact(const http::Caller& caller, const std::string& name, const std::string& more) {
    const auto added = harness.post(caller, "/contacts", R"({"name":)" + json::toText(name) + more + "}");
    EXPECT_EQ(added.status, 201) << added.body;
    return added.at("id");
}

testing::TestResponse DispatchFixture::draftTo(const std::string& recipients) {
    return harness.post(handler, "/documents", draftRequest({}, letterFields(), R"(,"recipients":)" + recipients));
}

std::string DispatchFixture::sealedTo(const std::string& recipients) {
    const auto made = draftTo(recipients);
    EXPECT_EQ(made.status, 201) << made.body;
    const auto id = made.at("id");
    EXPECT_EQ(submit(id, {chair.postId}).status, 200);
    sign();
    EXPECT_EQ(act(clerk, id, "number").status, 200);
    sign();
    return id;
}

std::string DispatchFixture::issuedTo(const std::string& recipients) {
    const auto id = sealedTo(recipients);
    const auto issued = act(clerk, id, "issue");
    EXPECT_EQ(issued.status, 200) << issued.body;
    return id;
}

std::string DispatchFixture::lastToken() const {
    const auto mails = mailServer.received();
    if (mails.empty()) {
        return {};
    }
    constexpr std::string_view kPage = "https://vb.example/receipt/";
    const auto& text = mails.back().text;
    const auto start = text.find(kPage);
    return start == std::string::npos ? std::string{} : text.substr(start + kPage.size(), text.find('\r', start) - start - kPage.size());
}

}  // namespace congvu::outgoing
