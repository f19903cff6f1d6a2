// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/ports/FigureSource.h"
#include "congvu/testing/PluginHarness.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace congvu::statistics {

/// What another plugin would count: cells of days that the test writes.
struct FakeCounts {
    struct Day {
        std::vector<figures::FigureCell> cells;
        std::int64_t change = 0;
    };
    std::map<std::pair<std::string, Date>, Day> days;  ///< by agency and day
    std::vector<ports::FigureRegister> registers;
    std::vector<ports::FigureName> names;
    std::string rule;
    bool hasLists = true;
    std::int64_t lastChange = 0;
    int counted = 0;  ///< how many days were counted since the test last looked

    void write(const std::string& agencyId, Date day, std::vector<figures::FigureCell> cells) {
        days[{agencyId, day}] = {std::move(cells), ++lastChange};
    }
};

/// A port that answers from it. Its links say what they were asked for.
template <class Port>
class FakeSource : public Port {
public:
    explicit FakeSource(std::shared_ptr<FakeCounts> counts) : counts_(std::move(counts)) {}

    std::vector<ports::FigureDay> days(db::Reader& /*reader*/, const std::vector<std::string>& agencyIds, Date from, Date until) override {
        std::vector<ports::FigureDay> found;
        for (const auto& [key, day] : counts_->days) {
            const bool isAsked = std::ranges::find(agencyIds, key.first) != agencyIds.end();
            if (isAsked && from <= key.second && key.second <= until) {
                found.push_back({key.first, key.second, day.change});
            }
        }
        return found;
    }
    std::vector<ports::FigureDay> changedAfter(db::Reader& /*reader*/, std::int64_t change, std::int64_t limit) override {
        std::vector<ports::FigureDay> found;
        for (const auto& [key, day] : counts_->days) {
            if (day.change > change) {
                found.push_back({key.first, key.second, day.change});
            }
        }
        std::ranges::sort(found, {}, &ports::FigureDay::change);
        found.resize(std::min(found.size(), static_cast<std::size_t>(limit)));
        return found;
    }
    std::string rule(std::string_view /*agencyId*/) override { return counts_->rule; }
    std::vector<figures::FigureCell> cells(db::Reader& /*reader*/, std::string_view agencyId, Date day,
                                           const calendar::WorkingTime& /*time*/) override {
        ++counts_->counted;
        return counts_->days[{std::string{agencyId}, day}].cells;
    }
    std::vector<ports::FigureRegister> registers(db::Reader& /*reader*/, std::string_view /*agencyId*/) override {
        return counts_->registers;
    }
    std::vector<ports::FigureName> names(db::Reader& /*reader*/, std::string_view /*agencyId*/, std::string_view /*locale*/) override {
        return counts_->names;
    }
    std::string link(const http::Caller& /*caller*/, const ports::FigureQuestion& question, std::string_view measure,
                     std::string_view value) override {
        if (!counts_->hasLists) {
            return {};
        }
        std::string text =
            question.from.toString() + '/' + question.until.toString() + '/' + std::string{measure} + '/' + std::string{value};
        for (const auto& unit : question.unitIds) {
            text += '/' + unit;
        }
        return text + (question.registerCode.empty() ? "" : "/" + question.registerCode);
    }

private:
    std::shared_ptr<FakeCounts> counts_;
};

/// The plugin in the small province of the harness, with counts that incoming, outgoing and tasks would give. Today is 2 March 2026.
class StatisticsFixture : public ::testing::Test {
protected:
    StatisticsFixture();
    ~StatisticsFixture() override;

    [[nodiscard]] testing::TestResponse report(const http::Caller& caller, const std::string& query = "from=2026-01-01&to=2026-12-31") {
        return harness.get(caller, "/report?" + query);
    }
    [[nodiscard]] figures::FigureCell cell(const std::string& measure, const std::string& unit, const std::string& value,
                                           std::int64_t amount, const std::string& registerCode = "chung") {
        return {measure, unit.empty() ? std::string{} : harness.unitId(unit), registerCode, value, amount};
    }
    /// Days of commune A.
    void write(FakeCounts& counts, Date day, std::vector<figures::FigureCell> cells) {
        counts.write(harness.unitId("xa-a"), day, std::move(cells));
    }
    /// The place of a value among the figures of a measure: "sources/0/measures/2/figures/1".
    static std::string placeOf(const testing::TestResponse& answer, int source, const std::string& measure, const std::string& value);
    static std::string amountOf(const testing::TestResponse& answer, int source, const std::string& measure, const std::string& value) {
        return answer.at(placeOf(answer, source, measure, value) + "/amount");
    }
    /// The row of a unit: "sources/0/units/1".
    static std::string rowOf(const testing::TestResponse& answer, int source, const std::string& unitId);
    void setRule(const std::string& plugin, const std::string& unit, const std::string& rule);

    testing::PluginHarness harness;
    std::shared_ptr<FakeCounts> incoming = std::make_shared<FakeCounts>();
    std::shared_ptr<FakeCounts> outgoing = std::make_shared<FakeCounts>();
    std::shared_ptr<FakeCounts> tasks = std::make_shared<FakeCounts>();
    http::Caller clerk;
    http::Caller chair;
    http::Caller head;  ///< of the economy division
    http::Caller provinceChair;
};

}  // namespace congvu::statistics
