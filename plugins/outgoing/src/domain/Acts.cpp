// SPDX-License-Identifier: Apache-2.0
#include "domain/Acts.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace congvu::outgoing {

namespace {

constexpr std::array<std::string_view, 5> kEntrusted{"pass", "sign", "take-signature", "edit", "return"};

}  // namespace

std::string holderOf(const OutgoingDocument& document, const std::vector<ReviewStep>& chain) {
    if (document.state == DocumentState::draft) {
        return document.drafterPostId;
    }
    const auto current = std::ranges::find_if(chain, [](const ReviewStep& step) { return step.state == "current"; });
    return current == chain.end() ? std::string{} : current->postId;
}

std::vector<std::string> actsOf(const OutgoingDocument& document, const std::vector<ReviewStep>& chain, const ActingPost& post) {
    const bool isHolder = holderOf(document, chain) == post.postId;
    const bool isDrafter = document.drafterPostId == post.postId;
    std::vector<std::string> acts;
    const auto offer = [&acts](bool isAllowed, const char* act) {
        if (isAllowed) {
            acts.emplace_back(act);
        }
    };
    offer(canSubmit(document.state) && isDrafter, "submit");
    offer(canPass(document.state) && isHolder, "pass");
    // What names somebody else is laid out anew before it is signed.
    const bool isNamed = document.signingMandateId == post.mandateId;
    offer(document.state == DocumentState::toSign && isHolder && isNamed, "sign");
    offer(document.state == DocumentState::toSign && isHolder && !isNamed, "take-signature");
    offer(canNumber(document.state) && post.mayIssue, "number");
    const bool isWhole = document.unsealedAppendices == 0;
    offer((document.state == DocumentState::numbered || (canIssue(document.state) && !isWhole)) && post.mayIssue, "seal");
    offer(canIssue(document.state) && isWhole && post.mayIssue, "issue");
    offer(canAddress(document.state) && post.mayIssue, "dispatch");
    offer(canEdit(document.state) && isHolder, "edit");
    offer(canReturn(document.state) && isHolder, "return");
    // A signed document that cannot get its number as it is written is made anew.
    offer(canNumber(document.state) && post.mayIssue, "return");
    offer(canReturn(document.state) && isDrafter && !isHolder, "withdraw");
    offer(canRecall(document.state) && (post.mayIssue || post.maySign), "recall");
    offer(canCancelNumber(document.state) && post.mayIssue, "cancel-number");
    offer(canCancel(document.state) && isDrafter, "cancel");
    if (!post.mandateId.empty()) {
        // A draft is its author's own: review and signature begin when he has submitted it.
        const bool isDraft = document.state == DocumentState::draft;
        std::erase_if(acts, [&](const std::string& act) { return isDraft || std::ranges::find(kEntrusted, act) == kEntrusted.end(); });
    }
    return acts;
}

}  // namespace congvu::outgoing
