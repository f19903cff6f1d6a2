// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"
#include "domain/DeskRequest.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

namespace congvu::signingdesk {

/// The most documents of one act.
inline constexpr std::size_t kLargestBatch = 1000;

/// What is stored of a batch: documents are still to be signed, each has its result, or the signer ended it before.
enum class BatchState { open, finished, stopped };

enum class BatchItemState { waiting, signedOff, failed };

/// One act of signing many documents with one key. The PIN is no part of it: whoever goes on with it after a restart is asked again.
struct SigningBatch {
    std::string id;
    std::string agencyId;
    std::string postId;
    std::string personId;
    std::string keyId;
    BatchState state = BatchState::open;
    std::int64_t total = 0;
    std::int64_t signedCount = 0;
    std::int64_t failedCount = 0;
    Timestamp createdAt;
    std::optional<Timestamp> endedAt;
};

/// One document of a batch and what became of it.
struct BatchItem {
    std::int64_t position = 0;
    std::string requestId;
    std::string title;  ///< as it stood on the desk
    std::optional<Place> place;
    BatchItemState state = BatchItemState::waiting;
    std::string code;   ///< empty while it waits; then "signed", or why not
    std::string level;  ///< "B-B" when it was signed
};

/// Where a batch stands, for its page: `paused` is an open batch that nobody works on, because the server was started anew.
enum class BatchProgress { running, paused, finished, stopped };

struct BatchView {
    std::string id;
    std::string keyId;
    BatchProgress state = BatchProgress::paused;
    std::int64_t total = 0;
    std::int64_t signedCount = 0;
    std::int64_t failedCount = 0;
    Timestamp createdAt;
    std::optional<Timestamp> endedAt;
};

struct BatchItemView {
    std::int64_t position = 0;
    std::string requestId;
    std::string title;
    BatchItemState state = BatchItemState::waiting;
    std::string code;
    std::string level;
};

}  // namespace congvu::signingdesk

template <>
struct congvu::json::EnumNames<congvu::signingdesk::BatchState> {
    using State = congvu::signingdesk::BatchState;
    static constexpr std::array values{std::pair{State::open, std::string_view{"open"}},
                                       std::pair{State::finished, std::string_view{"finished"}},
                                       std::pair{State::stopped, std::string_view{"stopped"}}};
};
template <>
struct congvu::json::EnumNames<congvu::signingdesk::BatchItemState> {
    using State = congvu::signingdesk::BatchItemState;
    static constexpr std::array values{std::pair{State::waiting, std::string_view{"waiting"}},
                                       std::pair{State::signedOff, std::string_view{"signed"}},
                                       std::pair{State::failed, std::string_view{"failed"}}};
};
template <>
struct congvu::json::EnumNames<congvu::signingdesk::BatchProgress> {
    using Progress = congvu::signingdesk::BatchProgress;
    static constexpr std::array values{
        std::pair{Progress::running, std::string_view{"running"}}, std::pair{Progress::paused, std::string_view{"paused"}},
        std::pair{Progress::finished, std::string_view{"finished"}}, std::pair{Progress::stopped, std::string_view{"stopped"}}};
};
template <>
struct congvu::json::Description<congvu::signingdesk::BatchView> {
    static auto fields() {
        using View = congvu::signingdesk::BatchView;
        return std::tuple{field("id", &View::id),
                          field("keyId", &View::keyId),
                          field("state", &View::state),
                          field("total", &View::total),
                          field("signed", &View::signedCount),
                          field("failed", &View::failedCount),
                          field("createdAt", &View::createdAt),
                          field("endedAt", &View::endedAt)};
    }
};
template <>
struct congvu::json::Description<congvu::signingdesk::BatchItemView> {
    static auto fields() {
        using View = congvu::signingdesk::BatchItemView;
        return std::tuple{field("position", &View::position), field("requestId", &View::requestId), field("title", &View::title),
                          field("state", &View::state),       field("code", &View::code),           field("level", &View::level)};
    }
};
