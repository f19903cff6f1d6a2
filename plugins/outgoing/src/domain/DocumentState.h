// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <array>
#include <string_view>
#include <utility>

namespace congvu::outgoing {

/// Where an outgoing document is on its way (Decree 30/2020, Art. 14–19).
enum class DocumentState {
    draft,      ///< with the drafter, new or returned
    inReview,   ///< with a reviewer
    toSign,     ///< on the signer's desk
    signedOff,  ///< signed by the competent person, waits for number and date
    numbered,   ///< number and date given, the seal is asked for
    sealed,     ///< signed by the agency, waits to be sent
    issued,
    recalling,  ///< recall asked, recipients have not all answered
    recalled,
    cancelled,
};

/// The pure rules: which act is allowed in which state.
bool canEdit(DocumentState state);
bool canSubmit(DocumentState state);
bool canPass(DocumentState state);
bool canReturn(DocumentState state);
bool canNumber(DocumentState state);
/// A number may be cancelled until the document has left the house.
bool canCancelNumber(DocumentState state);
bool canIssue(DocumentState state);
/// How recipients are reached is settled between the signature and the issue.
bool canAddress(DocumentState state);
bool canRecall(DocumentState state);
bool canCancel(DocumentState state);
/// True once the competent person has signed: from then on it is a document of the agency and no draft of its writer.
bool isSignedOff(DocumentState state);

}  // namespace congvu::outgoing

template <>
struct congvu::json::EnumNames<congvu::outgoing::DocumentState> {
    using State = congvu::outgoing::DocumentState;
    static constexpr std::array values{
        std::pair{State::draft, std::string_view{"draft"}},       std::pair{State::inReview, std::string_view{"in_review"}},
        std::pair{State::toSign, std::string_view{"to_sign"}},    std::pair{State::signedOff, std::string_view{"signed"}},
        std::pair{State::numbered, std::string_view{"numbered"}}, std::pair{State::sealed, std::string_view{"sealed"}},
        std::pair{State::issued, std::string_view{"issued"}},     std::pair{State::recalling, std::string_view{"recalling"}},
        std::pair{State::recalled, std::string_view{"recalled"}}, std::pair{State::cancelled, std::string_view{"cancelled"}}};
};
