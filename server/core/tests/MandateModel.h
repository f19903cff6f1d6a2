// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace congvu::core {

/// A small model of absence and mandates, written without the rules: mandates meet when one single thing is allowed by both, a cycle is
/// found in the closure of a matrix, a day is a number of milliseconds divided.
class MandateModel {
public:
    static constexpr int kPosts = 6;
    static constexpr int kActs = 4;
    static constexpr int kUnits = 6;  ///< 0 none, 1 the agency, 2 and 5 below it, 3 and 4 below 2
    static constexpr int kTypes = 4;  ///< 0 none, 1 to 3 types
    /// Day, act, unit, type.
    using Thing = std::tuple<int, int, int, int>;

    struct Given {
        int id = 0;
        int giver = 0;
        int substitute = 0;
        int from = 0;
        int until = 0;
        std::set<int> acts;
        std::set<int> units;  ///< empty: all
        std::set<int> types;  ///< empty: all
    };

    std::array<int, kPosts> personOfPost{};
    std::array<int, kPosts> lastDayOfPost{};
    std::set<std::pair<int, int>> absences;  ///< post, day
    std::vector<Given> given;

    static std::set<int> below(int unit) {
        switch (unit) {
            case 1:
                return {1, 2, 3, 4, 5};
            case 2:
                return {2, 3, 4};
            default:
                return {unit};
        }
    }
    /// Does the mandate allow this one thing?
    static bool allows(const Given& one, const Thing& thing) {
        const auto [day, act, unit, type] = thing;
        bool isInUnit = one.units.empty();
        for (const int top : one.units) {
            isInUnit = isInUnit || below(top).contains(unit);
        }
        return one.from <= day && day <= one.until && one.acts.contains(act) && isInUnit && (one.types.empty() || one.types.contains(type));
    }
    static bool shareAThing(const Given& left, const Given& right) {
        for (int day = left.from; day <= left.until; ++day) {
            for (const int act : left.acts) {
                for (int unit = 0; unit < kUnits; ++unit) {
                    for (int type = 0; type < kTypes; ++type) {
                        if (allows(left, {day, act, unit, type}) && allows(right, {day, act, unit, type})) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }
    /// The words of the refusal, in order of the alphabet.
    [[nodiscard]] std::set<std::string> refusals(const Given& wanted) const {
        if (personOfPost[index(wanted.giver)] == personOfPost[index(wanted.substitute)]) {
            return {"core.mandate-to-oneself"};
        }
        std::set<std::string> words;
        for (const auto& other : given) {
            if (other.giver == wanted.giver && shareAThing(wanted, other)) {
                words.insert("core.mandate-overlaps");
            }
        }
        bool isAway = true;
        for (int day = wanted.from; day <= wanted.until; ++day) {
            isAway = isAway && absences.contains({wanted.substitute, day});
            for (const int act : wanted.acts) {
                if (reaches(wanted.substitute, wanted.giver, day, act)) {
                    words.insert("core.mandate-cycle");
                }
            }
        }
        if (isAway) {
            words.insert("core.substitute-absent");
        }
        return words;
    }
    /// The id of the mandate by which somebody acts, 0 for none.
    [[nodiscard]] int actsFor(int giver, int act, int unit, int type, std::int64_t milliseconds) const {
        constexpr std::int64_t kDay = 86'400'000;
        const int day = static_cast<int>((milliseconds + 7 * 3'600'000) / kDay);
        for (const auto& one : given) {
            const bool isHeld = day <= lastDayOfPost[index(one.giver)] && day <= lastDayOfPost[index(one.substitute)];
            if (one.giver == giver && isHeld && !absences.contains({one.substitute, day}) && allows(one, {day, act, unit, type})) {
                return one.id;
            }
        }
        return 0;
    }

private:
    static std::size_t index(int post) { return static_cast<std::size_t>(post); }
    [[nodiscard]] bool reaches(int from, int to, int day, int act) const {
        std::array<std::array<bool, kPosts>, kPosts> way{};
        for (const auto& one : given) {
            if (one.from <= day && day <= one.until && one.acts.contains(act)) {
                way[index(one.giver)][index(one.substitute)] = true;
            }
        }
        for (std::size_t middle = 0; middle < kPosts; ++middle) {
            for (std::size_t left = 0; left < kPosts; ++left) {
                for (std::size_t right = 0; right < kPosts; ++right) {
                    way[left][right] = way[left][right] || (way[left][middle] && way[middle][right]);
                }
            }
        }
        return way[index(from)][index(to)];
    }
};

}  // namespace congvu::core
