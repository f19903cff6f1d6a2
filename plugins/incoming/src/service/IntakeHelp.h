// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/IssuerRepository.h"

#include "congvu/calendar/WorkingCalendar.h"
#include "congvu/db/Db.h"
#include "congvu/directory/Directory.h"
#include "congvu/http/Caller.h"
#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::incoming {

struct TypeChoice {
    std::string id;
    std::string name;
    std::string englishName;
    std::string abbreviation;
};
struct LeaderChoice {
    std::string postId;
    std::string name;
    std::string title;
    std::string unitName;
};
struct DeadlineChoice {
    int workingDays = 0;
    Date date;
};

/// The choices that forms offer: types, leaders to submit to, deadlines counted in working days, issuers met before.
class IntakeHelp {
public:
    IntakeHelp(db::Db& db, const directory::Directory& directory, const calendar::WorkingCalendar& calendar, const Clock& clock)
        : db_(db), directory_(directory), calendar_(calendar), clock_(clock) {}

    [[nodiscard]] std::vector<TypeChoice> types() const;
    /// Posts of the caller's agency that may give directions.
    [[nodiscard]] std::vector<LeaderChoice> leaders(const http::Caller& caller) const;
    /// 1, 2, 3, 5, 7, 10 and 15 working days from today.
    [[nodiscard]] std::vector<DeadlineChoice> deadlines() const;
    [[nodiscard]] std::vector<std::string> issuers(const http::Caller& caller, std::string_view typed) const;

private:
    db::Db& db_;
    const directory::Directory& directory_;
    const calendar::WorkingCalendar& calendar_;
    const Clock& clock_;
    IssuerRepository issuers_;
};

}  // namespace congvu::incoming

template <>
struct congvu::json::Description<congvu::incoming::TypeChoice> {
    static auto fields() {
        using Choice = congvu::incoming::TypeChoice;
        return std::tuple{field("id", &Choice::id), field("name", &Choice::name), field("englishName", &Choice::englishName),
                          field("abbreviation", &Choice::abbreviation)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::LeaderChoice> {
    static auto fields() {
        using Choice = congvu::incoming::LeaderChoice;
        return std::tuple{field("postId", &Choice::postId), field("name", &Choice::name), field("title", &Choice::title),
                          field("unitName", &Choice::unitName)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::DeadlineChoice> {
    static auto fields() {
        using Choice = congvu::incoming::DeadlineChoice;
        return std::tuple{field("workingDays", &Choice::workingDays), field("date", &Choice::date)};
    }
};
