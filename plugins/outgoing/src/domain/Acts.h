// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/OutgoingDocument.h"

#include <string>
#include <vector>

namespace congvu::outgoing {

/// What decides which acts a person has on a document.
struct ActingPost {
    std::string postId;
    bool mayIssue = false;    ///< outgoing.issue
    bool maySign = false;     ///< outgoing.sign
    std::string mandateId{};  ///< by which he acts for the post; empty: he holds it
};

/// The post that has the document now: the drafter of a draft, else the current step of the chain; empty when nobody.
std::string holderOf(const OutgoingDocument& document, const std::vector<ReviewStep>& chain);

/// The acts that the post may do now, in the order the page offers them: "submit", "pass", "sign", "take-signature", "number", "seal",
/// "issue", "dispatch", "edit", "return", "withdraw", "recall", "cancel-number", "cancel". By a mandate only review and signature: "pass",
/// "sign", "take-signature", "edit", "return".
std::vector<std::string> actsOf(const OutgoingDocument& document, const std::vector<ReviewStep>& chain, const ActingPost& post);

}  // namespace congvu::outgoing
