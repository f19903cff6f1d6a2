// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "OutgoingFixture.h"
#include "congvu/testing/MailServer.h"

#include <string>

namespace congvu::outgoing {

/// The commune's people with an address book, a real mail server, and the clerk of the province, whose entries are everybody's.
class DispatchFixture : public OutgoingFixture {
protected:
    DispatchFixture();

    /// An entry of the caller's agency; \p more begins with a comma. Its id.
    std::string addContact(const http::Caller& caller, const std::string& name, const std::string& more = "");
    /// A draft to the recipients (a JSON list of choices).
    testing::TestResponse draftTo(const std::string& recipients);
    /// The same on its way until the clerk has sealed it.
    std::string sealedTo(const std::string& recipients);
    std::string issuedTo(const std::string& recipients);
    /// Sends what is due.
    void sendMail() { harness.runJob("send-mail"); }
    /// The token in the text of the latest mail.
    [[nodiscard]] std::string lastToken() const;
    static std::string byMail(const std::string& contactId) { return R"([{"contactId":")" + contactId + R"(","carriage":"email"}])"; }
    static std::string onPaper(const std::string& contactId) {
        return R"([{"contactId":")" + contactId + R"(","carriage":"paper","copies":2}])";
    }

    testing::MailServer mailServer;
    http::Caller root;
};

}  // namespace congvu::outgoing
