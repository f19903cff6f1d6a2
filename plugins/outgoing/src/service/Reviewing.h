// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Caller.h"
#include "congvu/json/Description.h"
#include "service/DocumentWork.h"
#include "service/Numbers.h"
#include "service/Services.h"
#include "service/SignerDesk.h"
#include "service/Signers.h"

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::outgoing {

/// Who reviews, in order; the last one signs.
struct Submission {
    std::vector<std::string> reviewerPostIds;
    std::string note;
};

/// The review chain: drafter → unit head → office → signer. Each can pass on or give back with a note.
class Reviewing {
public:
    Reviewing(const Services& services, DocumentWork& work, SignerDesk& desk, const Numbers& numbers)
        : services_(services),
          work_(work),
          desk_(desk),
          numbers_(numbers),
          signers_(services.directory, services.forms, services.mandates) {}

    /// The usual chain for a draft of this post: its unit's head, the office, the signer; the drafter is left out.
    [[nodiscard]] std::vector<ReviewStep> suggestChain(const http::Caller& caller) const;

    void submit(const http::Caller& caller, std::string_view id, const Submission& submission);
    void pass(const http::Caller& caller, std::string_view id, std::string_view note);
    /// Back to the drafter, with a note that says why.
    void giveBack(const http::Caller& caller, std::string_view id, std::string_view note);
    /// The drafter takes the draft back before it is signed.
    void withdraw(const http::Caller& caller, std::string_view id, std::string_view note);
    /// The signer gave the file back at the signing desk.
    void returnedBySigner(std::string_view documentId, std::string_view requestId, std::string_view postId, std::string_view note);

private:
    std::vector<ReviewStep> chainOf(const http::Caller& caller, const Submission& submission) const;
    /// Makes \p step the current one; the signer's step needs a laid-out file.
    void moveTo(db::Tx& tx, const http::Caller& caller, OutgoingDocument& document, const ReviewStep& step,
                const std::optional<SignerDesk::LaidOut>& laidOut);
    void backToDrafter(db::Tx& tx, const http::Caller& caller, OutgoingDocument& document, std::string_view note);

    Services services_;
    DocumentWork& work_;
    SignerDesk& desk_;
    const Numbers& numbers_;
    Signers signers_;
};

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::Submission> {
    static auto fields() {
        using Submission = congvu::outgoing::Submission;
        return std::tuple{field("reviewerPostIds", &Submission::reviewerPostIds).required().maxLength(10),
                          field("note", &Submission::note).maxLength(2000).multiline()};
    }
};
