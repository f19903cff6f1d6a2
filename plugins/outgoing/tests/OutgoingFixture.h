// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "FakeSigningDesk.h"
#include "FakeSources.h"
#include "congvu/testing/PluginHarness.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace congvu::outgoing {

/// The values of an official letter that lack nothing; \p body and \p subject as given.
std::string letterFields(const std::string& subject = "báo cáo kết quả thử nghiệm", const std::string& body = "Nội dung thử.");
/// A request for a draft to the given agencies.
std::string draftRequest(const std::vector<std::string>& recipientAgencyIds, const std::string& fields = letterFields(),
                         const std::string& more = "");

/// The people of a commune around one document: handler and head of its economy division, office, chair, clerk.
class OutgoingFixture : public ::testing::Test {
protected:
    OutgoingFixture();

    /// The pages a document goes through; each asserts that its step was taken and leaves the document in the next state.
    std::string makeDraft();
    std::string makeSubmitted();
    std::string makeToSign();
    std::string makeSigned();
    std::string makeNumbered();
    std::string makeSealed();
    std::string makeIssued();

    testing::TestResponse submit(const std::string& id, const std::vector<std::string>& postIds);
    std::vector<std::string> usualChain();
    testing::TestResponse act(const http::Caller& caller, const std::string& id, const std::string& act, const std::string& json = "{}");
    /// The desk's latest open request is signed: other bytes, as a signature makes them.
    void sign() { sign(desk->latest()); }
    void sign(const FakeSigningDesk::Asked& asked);
    void giveBackAtTheDesk(const std::string& note) { giveBackAtTheDesk(desk->latest(), note); }
    void giveBackAtTheDesk(const FakeSigningDesk::Asked& asked, const std::string& note);
    /// A PDF of one page, as another program might have made it.
    std::string somePdf();
    void say(const std::string& documentId, const std::string& status, const std::string& reason = "", const std::string& number = "null",
             int recipient = 0);
    std::string stateOf(const std::string& id);
    testing::TestResponse document(const std::string& id);
    /// Every text of a list in an answer: member \p name of items.
    static std::vector<std::string> column(const testing::TestResponse& response, const std::string& name);

    testing::PluginHarness harness;
    std::shared_ptr<FakeSigningDesk> desk = std::make_shared<FakeSigningDesk>();
    std::shared_ptr<FakeIncoming> incoming;
    std::shared_ptr<FakeTasks> tasks = std::make_shared<FakeTasks>();
    http::Caller handler;
    http::Caller head;
    http::Caller office;
    http::Caller chair;
    http::Caller clerk;
    std::string province;  ///< id of the agency that gets the documents
};

}  // namespace congvu::outgoing
