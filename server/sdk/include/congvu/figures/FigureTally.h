// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/figures/FigureCell.h"

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::figures {

/// Counts the things of a day into cells.
class FigureTally {
public:
    /// Where a thing belongs.
    struct Place {
        std::string unitId;
        std::string registerCode;
    };

    void add(std::string_view measure, const Place& place, std::string_view value, std::int64_t amount = 1);
    /// How long something took, rounded to half hours of working time; `status` is what was reached, for example "directed".
    void addTime(std::string_view status, const Place& place, std::chrono::minutes time);
    /// In the order of measure, unit, register and value.
    [[nodiscard]] std::vector<FigureCell> cells() const;

private:
    std::map<std::tuple<std::string, std::string, std::string, std::string>, std::int64_t> amounts_;
};

}  // namespace congvu::figures
