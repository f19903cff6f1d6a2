// SPDX-License-Identifier: Apache-2.0
#include "service/RoutingHabits.h"

#include "domain/RoutingField.h"
#include "service/Submission.h"

#include <algorithm>

namespace congvu::incoming {

namespace {

constexpr std::int64_t kFewestTimes = 2;

}  // namespace

void RoutingHabits::learn(db::Tx& tx, const IncomingDocument& document, std::string_view postId) const {
    routes_.learn(tx, document.agencyId, document.issuerName, routingField(document.symbol, document.typeId), postId, clock_.now());
}

std::optional<LeaderProposal> RoutingHabits::strongest(const http::Caller& caller, const std::vector<RouteHabit>& habits) const {
    std::int64_t all = 0;
    for (const auto& habit : habits) {
        all += habit.times;
    }
    if (habits.empty() || habits.front().times < kFewestTimes || habits.front().times * 2 <= all) {
        return std::nullopt;
    }
    const auto post = directory_.post(habits.front().postId);
    const bool isLeader = post && post->isActive && post->agencyId == caller.agencyId &&
                          std::binary_search(post->permissions.begin(), post->permissions.end(), Submission::kDirectPermission);
    if (!isLeader) {
        return std::nullopt;
    }
    LeaderProposal proposal;
    proposal.postId = post->id;
    proposal.name = post->personName;
    proposal.title = post->title;
    proposal.times = habits.front().times;
    proposal.of = all;
    return proposal;
}

LeaderProposal RoutingHabits::propose(db::Reader& reader, const http::Caller& caller, std::string_view issuerName, std::string_view symbol,
                                      std::string_view typeId) const {
    const auto field = routingField(symbol, typeId);
    auto found = field.empty() ? std::nullopt : strongest(caller, routes_.ofField(reader, caller.agencyId, issuerName, field));
    std::string basis = "issuer-and-field";
    if (!found) {
        found = strongest(caller, routes_.ofIssuer(reader, caller.agencyId, issuerName));
        basis = "issuer";
    }
    LeaderProposal proposal = found.value_or(LeaderProposal{});
    proposal.basis = found ? basis : std::string{};
    proposal.issuerName = issuerName;
    proposal.field = field;
    return proposal;
}

LeaderProposal RoutingHabits::propose(const http::Caller& caller, std::string_view issuerName, std::string_view symbol,
                                      std::string_view typeId) const {
    return db_.read([&](db::Reader& reader) { return propose(reader, caller, issuerName, symbol, typeId); });
}

}  // namespace congvu::incoming
