// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/mandates/Mandates.h"
#include "congvu/time/Date.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace congvu::core {

/// A span of days in Viet Nam, both ends included.
struct DaySpan {
    Date from;
    Date until;

    [[nodiscard]] bool holds(Date day) const { return from <= day && day <= until; }
    [[nodiscard]] bool meets(const DaySpan& other) const { return from <= other.until && other.from <= until; }
};

/// That the holder of a post is away (vắng mặt). It takes no right from him; it lets the mandates given to him rest.
struct Absence {
    std::string id;
    std::string postId;
    DaySpan days;
    std::string reason;
    std::string enteredByName;
    Timestamp createdAt;
};

/// That a post entrusts acts to another (uỷ quyền). Empty units or types limit nothing.
struct Mandate {
    std::string id;
    std::string giverPostId;
    std::string substitutePostId;
    DaySpan days;
    std::vector<mandates::Act> acts;
    std::vector<std::string> unitIds;        ///< these units and all below them
    std::vector<std::string> documentTypes;  ///< "QĐ", "CV" …
    mandates::SignAs signAs = mandates::SignAs::kt;
    std::string basis;
    std::string absenceId;  ///< the absence it was given for; it ends with it
    std::string givenByName;
    Timestamp createdAt;

    [[nodiscard]] bool has(mandates::Act act) const { return std::find(acts.begin(), acts.end(), act) != acts.end(); }
};

}  // namespace congvu::core
