// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "IncomingPlugin.h"
#include "TestPdf.h"

#include "congvu/testing/PluginHarness.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::incoming {

using congvu::testing::TestResponse;

/// The plugin in commune "xa-a" of the harness's province.
class IncomingFixture : public ::testing::Test {
protected:
    congvu::testing::PluginHarness harness{CONGVU_PLUGIN_FOLDER, std::make_unique<IncomingPlugin>()};
    http::Caller clerk = harness.as("clerk", "xa-a");
    http::Caller chair = harness.as("chair", "xa-a");
    http::Caller head = harness.as("head", "kt-a");
    http::Caller handler = harness.as("handler", "vh-a");

    /// The body of a registration.
    struct Body {
        std::string symbol = "15/UBND-VX";
        std::string issuer = "UBND tỉnh Ví Dụ";
        std::string subject = "V/v báo cáo công tác văn thư";
        std::string date = "2026-02-27";
        std::string dueOn;
        std::string leader;
        std::string duplicateReason;

        [[nodiscard]] std::string json() const {
            const auto optional = [](const std::string& value) { return value.empty() ? std::string{"null"} : '"' + value + '"'; };
            return R"({"facts":{"symbol":")" + symbol + R"(","issuerName":")" + issuer + R"(","typeId":"cong-van","subject":")" + subject +
                   R"(","documentDate":")" + date + R"(","dueOn":)" + optional(dueOn) + R"(},"submitToPostId":)" + optional(leader) +
                   R"(,"duplicateReason":")" + duplicateReason + R"("})";
        }
    };

    TestResponse registerPaper(const Body& body) { return harness.post(clerk, "/documents", body.json()); }
    /// A registered document that lies before the chair.
    std::string submitted(const std::string& symbol = "15/UBND-VX") {
        Body body;
        body.symbol = symbol;
        body.leader = chair.postId;
        return registerPaper(body).at("id");
    }
    [[nodiscard]] std::string directionJson(const std::string& leadUnit, const std::string& coopUnit = {},
                                            const std::string& dueOn = {}) const {
        const std::string due = dueOn.empty() ? "null" : '"' + dueOn + '"';
        std::string json =
            R"({"opinion":"Giao tham mưu trả lời","assignments":[{"kind":"lead","unitId":")" + leadUnit + R"(","dueOn":)" + due + "}";
        if (!coopUnit.empty()) {
            json += R"(,{"kind":"coop","unitId":")" + coopUnit + R"("})";
        }
        return json + "]}";
    }
    /// A document whose lead is the economy division and which the culture division helps with.
    std::string directed(const std::string& symbol = "15/UBND-VX") {
        const auto id = submitted(symbol);
        const auto answer =
            harness.post(chair, "/documents/" + id + "/direction", directionJson(harness.unitId("kt-a"), harness.unitId("vh-a")));
        EXPECT_EQ(answer.status, 201) << answer.body;
        return id;
    }
    void progress(const std::string& documentId, int total, int done, int cancelled, bool allDone, bool anyStarted) {
        const auto word = [](bool value) { return std::string{value ? "true" : "false"}; };
        harness.receive("tasks.source-progress.v1", {"tasks", "source", documentId}, clerk.agencyId,
                        R"({"source":{"plugin":"incoming","type":"document","id":")" + documentId + R"("},"total":)" +
                            std::to_string(total) + R"(,"done":)" + std::to_string(done) + R"(,"cancelled":)" + std::to_string(cancelled) +
                            R"(,"allDone":)" + word(allDone) + R"(,"anyStarted":)" + word(anyStarted) + "}");
    }
    [[nodiscard]] std::string stateOf(const std::string& id) { return harness.get(clerk, "/documents/" + id).at("document/state"); }

    /// Names of the published events, oldest first.
    [[nodiscard]] std::vector<std::string> publishedNames() const {
        std::vector<std::string> names;
        for (const auto& event : harness.published()) {
            names.push_back(event.name);
        }
        return names;
    }
    /// Members of every published event of one name.
    [[nodiscard]] std::vector<std::string> publishedMembers(std::string_view name, std::string_view member) const {
        std::vector<std::string> values;
        for (const auto& event : harness.published()) {
            if (event.name == name) {
                values.push_back(TestResponse{200, event.payload, {}}.at(member));
            }
        }
        return values;
    }

    TestResponse uploadFiles(const std::vector<std::string>& contents) {
        std::vector<congvu::testing::TestFile> files;
        for (std::size_t i = 0; i < contents.size(); ++i) {
            files.push_back({"file", "van-ban-" + std::to_string(i + 1) + ".pdf", contents[i]});
        }
        return harness.upload(clerk, "/proposals", files);
    }
    /// Verification of what was uploaded runs at the latest now.
    void letVerificationRun() {
        harness.advance(std::chrono::minutes{3});
        harness.runJob("proposal-verification");
    }
};

}  // namespace congvu::incoming
