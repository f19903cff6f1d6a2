// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Phrase.h"
#include "domain/Proposal.h"
#include "service/IntakeHelp.h"

#include "congvu/inbox/Timeline.h"
#include "congvu/json/Description.h"

#include <string>
#include <tuple>
#include <vector>

/// Bodies of requests and answers that are nothing but a frame.
namespace congvu::incoming {

struct SubmissionInput {
    std::string postId;
    std::string note;
};
struct ReasonInput {
    std::string reason;
};
struct NoteInput {
    std::string note;
};
struct DraftInput {
    json::RawJson draft;
};
struct PhraseInput {
    std::string text;
};

/// {items: […]} of lists that are never paged.
template <class T>
struct Items {
    std::vector<T> items;
};

}  // namespace congvu::incoming

template <>
struct congvu::json::Description<congvu::incoming::SubmissionInput> {
    static auto fields() {
        using Input = congvu::incoming::SubmissionInput;
        return std::tuple{field("postId", &Input::postId).required().maxLength(60), field("note", &Input::note).maxLength(500).multiline()};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::ReasonInput> {
    static auto fields() {
        return std::tuple{field("reason", &congvu::incoming::ReasonInput::reason).required().maxLength(500).multiline()};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::NoteInput> {
    static auto fields() { return std::tuple{field("note", &congvu::incoming::NoteInput::note).required().maxLength(500).multiline()}; }
};

template <>
struct congvu::json::Description<congvu::incoming::DraftInput> {
    static auto fields() { return std::tuple{field("draft", &congvu::incoming::DraftInput::draft).required()}; }
};

template <>
struct congvu::json::Description<congvu::incoming::PhraseInput> {
    static auto fields() { return std::tuple{field("text", &congvu::incoming::PhraseInput::text).required().maxLength(1'000).multiline()}; }
};

template <class T>
struct congvu::json::Description<congvu::incoming::Items<T>> {
    static auto fields() { return std::tuple{field("items", &congvu::incoming::Items<T>::items)}; }
};
