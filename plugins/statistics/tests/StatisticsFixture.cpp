// SPDX-License-Identifier: Apache-2.0
#include "StatisticsFixture.h"

#include "StatisticsPlugin.h"

namespace congvu::statistics {

StatisticsFixture::StatisticsFixture()
    : harness(CONGVU_PLUGIN_FOLDER, std::make_unique<StatisticsPlugin>()),
      clerk(harness.as("clerk", "xa-a")),
      chair(harness.as("chair", "xa-a")),
      head(harness.as("head", "kt-a")),
      provinceChair(harness.as("chair", "tinh")) {
    harness.providePort<ports::IncomingFigures>(std::make_shared<FakeSource<ports::IncomingFigures>>(incoming));
    harness.providePort<ports::OutgoingFigures>(std::make_shared<FakeSource<ports::OutgoingFigures>>(outgoing));
    harness.providePort<ports::TaskFigures>(std::make_shared<FakeSource<ports::TaskFigures>>(tasks));
}

StatisticsFixture::~StatisticsFixture() = default;

std::string StatisticsFixture::placeOf(const testing::TestResponse& answer, int source, const std::string& measure,
                                       const std::string& value) {
    const auto measures = "sources/" + std::to_string(source) + "/measures/";
    for (int index = 0; !answer.at(measures + std::to_string(index) + "/id").empty(); ++index) {
        if (answer.at(measures + std::to_string(index) + "/id") != measure) {
            continue;
        }
        const auto figures = measures + std::to_string(index) + "/figures/";
        for (int figure = 0; !answer.at(figures + std::to_string(figure) + "/amount").empty(); ++figure) {
            if (answer.at(figures + std::to_string(figure) + "/value") == value) {
                return figures + std::to_string(figure);
            }
        }
    }
    return "nowhere";
}

std::string StatisticsFixture::rowOf(const testing::TestResponse& answer, int source, const std::string& unitId) {
    const auto units = "sources/" + std::to_string(source) + "/units/";
    for (int index = 0; !answer.at(units + std::to_string(index) + "/amount").empty(); ++index) {
        if (answer.at(units + std::to_string(index) + "/unitId") == unitId) {
            return units + std::to_string(index);
        }
    }
    return "nowhere";
}

void StatisticsFixture::setRule(const std::string& plugin, const std::string& unit, const std::string& rule) {
    const auto answer = harness.put(harness.as("administrator", "tinh"), "/api/v1/plugin-rules",
                                    R"({"changes":[{"unitId":")" + harness.unitId(unit) + R"(","pluginId":")" + plugin + R"(","rule":")" +
                                        rule + R"(","reason":"Thử"}]})");
    ASSERT_EQ(answer.status, 200) << answer.body;
}

}  // namespace congvu::statistics
