// SPDX-License-Identifier: Apache-2.0
#include "service/IntakeHelp.h"

#include "domain/DocumentType.h"
#include "service/Submission.h"

#include <array>

namespace congvu::incoming {

std::vector<TypeChoice> IntakeHelp::types() const {
    std::vector<TypeChoice> choices;
    for (const auto& type : documentTypes()) {
        choices.push_back({std::string{type.id}, std::string{type.name}, std::string{type.englishName}, std::string{type.abbreviation}});
    }
    return choices;
}

std::vector<LeaderChoice> IntakeHelp::leaders(const http::Caller& caller) const {
    std::vector<LeaderChoice> choices;
    for (const auto& post : directory_.postsOfAgency(caller.agencyId, Submission::kDirectPermission)) {
        choices.push_back({post.id, post.personName, post.title, post.unitName});
    }
    return choices;
}

std::vector<DeadlineChoice> IntakeHelp::deadlines() const {
    static constexpr std::array<int, 7> kWorkingDays{1, 2, 3, 5, 7, 10, 15};
    std::vector<DeadlineChoice> choices;
    choices.reserve(kWorkingDays.size());
    for (const int days : kWorkingDays) {
        choices.push_back({days, calendar_.addWorkingDays(clock_.today(), days)});
    }
    return choices;
}

std::vector<std::string> IntakeHelp::issuers(const http::Caller& caller, std::string_view typed) const {
    return db_.read([&](db::Reader& reader) { return issuers_.suggest(reader, caller.agencyId, typed); });
}

}  // namespace congvu::incoming
