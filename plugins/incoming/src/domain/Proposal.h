// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/recognition/Recognition.h"

#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace congvu::incoming {

enum class ProposalState {
    waiting,     ///< read; its signatures are being verified
    ready,       ///< waits for the clerk
    failed,      ///< the file was refused, see `failure`
    registered,  ///< became a document
    discarded,   ///< the clerk threw it away
};

/// A file in the clerk's queue with what was read from it.
struct Proposal {
    std::string id;
    std::string agencyId;
    std::int64_t version = 1;
    ProposalState state = ProposalState::waiting;
    std::string failure;  ///< message id: "incoming.file-empty", …
    std::string createdByPostId;
    std::string createdByName;
    Timestamp createdAt;
    std::string fileName;
    std::string sha256;
    std::int64_t sizeBytes = 0;
    std::int64_t pages = 0;
    json::RawJson reading;  ///< DocumentProposal, or null
    json::RawJson draft;    ///< what the clerk has typed so far, or null
    std::string content;    ///< words for the search index
    std::string verdict = "unknown";
    json::RawJson report;
    std::optional<std::string> documentId;
    std::optional<Recognition> recognition;  ///< of a scanned file: its reading and its content come from there
};

}  // namespace congvu::incoming

template <>
struct congvu::json::EnumNames<congvu::incoming::ProposalState> {
    using State = congvu::incoming::ProposalState;
    static constexpr std::array values{
        std::pair{State::waiting, std::string_view{"waiting"}}, std::pair{State::ready, std::string_view{"ready"}},
        std::pair{State::failed, std::string_view{"failed"}}, std::pair{State::registered, std::string_view{"registered"}},
        std::pair{State::discarded, std::string_view{"discarded"}}};
};

template <>
struct congvu::json::Description<congvu::incoming::Proposal> {
    static auto fields() {
        using Proposal = congvu::incoming::Proposal;
        return std::tuple{field("id", &Proposal::id),
                          field("version", &Proposal::version),
                          field("state", &Proposal::state),
                          field("failure", &Proposal::failure),
                          field("createdByName", &Proposal::createdByName),
                          field("createdAt", &Proposal::createdAt),
                          field("fileName", &Proposal::fileName),
                          field("sha256", &Proposal::sha256),
                          field("sizeBytes", &Proposal::sizeBytes),
                          field("pages", &Proposal::pages),
                          field("reading", &Proposal::reading),
                          field("draft", &Proposal::draft),
                          field("verdict", &Proposal::verdict),
                          field("report", &Proposal::report),
                          field("documentId", &Proposal::documentId),
                          field("recognition", &Proposal::recognition)};
    }
};
