// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/IncomingDocument.h"
#include "storage/RoutingRepository.h"

#include "congvu/db/Db.h"
#include "congvu/directory/Directory.h"
#include "congvu/http/Caller.h"
#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

namespace congvu::incoming {

/// To whom a document is likely to be submitted, and why. Nothing is ever submitted by it.
struct LeaderProposal {
    std::string postId;  ///< empty: nobody is proposed
    std::string name;
    std::string title;
    std::string basis;  ///< "issuer-and-field", "issuer" or empty
    std::string issuerName;
    std::string field;
    std::int64_t times = 0;  ///< went to this leader …
    std::int64_t of = 0;     ///< … of so many
};

/// Learns from what the clerks do: "from this issuer and field to this leader".
class RoutingHabits {
public:
    RoutingHabits(db::Db& db, const directory::Directory& directory, const Clock& clock) : db_(db), directory_(directory), clock_(clock) {}

    /// Remembers one submission, in the caller's transaction.
    void learn(db::Tx& tx, const IncomingDocument& document, std::string_view postId) const;
    /// The leader to whom documents of the same issuer and field went most often, at least twice and in more than half of the cases; else
    /// the same for the issuer alone; else nobody. Only somebody who may still give directions is proposed.
    [[nodiscard]] LeaderProposal propose(db::Reader& reader, const http::Caller& caller, std::string_view issuerName,
                                         std::string_view symbol, std::string_view typeId) const;
    [[nodiscard]] LeaderProposal propose(const http::Caller& caller, std::string_view issuerName, std::string_view symbol,
                                         std::string_view typeId) const;

private:
    [[nodiscard]] std::optional<LeaderProposal> strongest(const http::Caller& caller, const std::vector<RouteHabit>& habits) const;

    db::Db& db_;
    const directory::Directory& directory_;
    const Clock& clock_;
    RoutingRepository routes_;
};

}  // namespace congvu::incoming

template <>
struct congvu::json::Description<congvu::incoming::LeaderProposal> {
    static auto fields() {
        using Proposal = congvu::incoming::LeaderProposal;
        return std::tuple{field("postId", &Proposal::postId),         field("name", &Proposal::name),
                          field("title", &Proposal::title),           field("basis", &Proposal::basis),
                          field("issuerName", &Proposal::issuerName), field("field", &Proposal::field),
                          field("times", &Proposal::times),           field("of", &Proposal::of)};
    }
};
