// SPDX-License-Identifier: Apache-2.0
#include "domain/Measures.h"

#include "congvu/figures/FigureCell.h"

namespace congvu::statistics {

namespace {

namespace measure = figures::measure;

}  // namespace

const std::vector<SourceShown>& shownSources() {
    static const std::vector<SourceShown> sources{
        {"incoming",
         {{measure::kType, {}},
          {measure::kSource, {}},
          {measure::kChannel, {"electronic", "paper"}},
          {measure::kSignature, {"valid", "indeterminate", "invalid", "unsigned", "unreadable", "unknown"}},
          {measure::kEntry, {"on_time", "late"}}},
         {"registered", "submitted", "handed", "started", "completed"},
         measure::kEntry,
         "on_time",
         "late"},
        {"outgoing",
         {{measure::kType, {}},
          {measure::kChannel, {"electronic", "paper"}},
          {measure::kPersonSignature, {"yes", "no"}},
          {measure::kAgencySignature, {"yes", "no"}},
          {measure::kSending, {"on_time", "late"}},
          {measure::kDelivery, {"received", "waiting", "refused"}}},
         {"signed", "numbered", "sealed", "issued", "received"},
         measure::kSending,
         "on_time",
         "late"},
        {"tasks",
         {{measure::kStanding, {"done_on_time", "done_late", "in_term", "overdue", "no_deadline", "suspended"}}},
         {"done"},
         measure::kStanding,
         "done_on_time",
         "done_late"}};
    return sources;
}

std::vector<std::string> measuresOf(const SourceShown& source) {
    std::vector<std::string> measures{std::string{measure::kCount}};
    measures.reserve(1 + source.measures.size() + source.statuses.size());
    for (const auto& shown : source.measures) {
        measures.emplace_back(shown.id);
    }
    for (const auto status : source.statuses) {
        measures.push_back(std::string{measure::kTimePrefix} + std::string{status});
    }
    return measures;
}

std::string valueOn(std::string_view value, std::string_view today) {
    if (!value.starts_with(measure::kDuePrefix)) {
        return std::string{value};
    }
    return value.substr(measure::kDuePrefix.size()) < today ? "overdue" : "in_term";
}

}  // namespace congvu::statistics
