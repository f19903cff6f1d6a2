// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/testing/PluginHarness.h"

#include <gmock/gmock.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace congvu::tasks {

/// The plugin in the small province of the harness: commune A directs, its economy division leads, its culture division co-operates.
class TasksFixture : public ::testing::Test {
protected:
    TasksFixture();
    ~TasksFixture() override;

    /// One assignment of a direction, as JSON.
    [[nodiscard]] std::string assignment(const std::string& id, const std::string& kind, const std::string& unit,
                                         const std::string& dueOn = "2026-03-16") const;
    /// Hands incoming.direction-given.v1 to the plugin: the chair of commune A directs.
    void direct(const std::string& directionId, const std::vector<std::string>& assignments, const std::string& documentId = "document-1");
    /// A direction to the economy division alone; answers the lead task's id.
    std::string leadTask(const std::string& dueOn = "2026-03-16", const std::string& directionId = "direction-1");

    /// Ids of a list, in its order.
    [[nodiscard]] std::vector<std::string> list(const http::Caller& caller, const std::string& query = "");
    [[nodiscard]] std::string only(const http::Caller& caller, const std::string& query = "");
    [[nodiscard]] std::string state(const http::Caller& caller, const std::string& taskId);

    congvu::testing::TestResponse act(const http::Caller& caller, const std::string& taskId, const std::string& what,
                                      const std::string& json = "{}");
    congvu::testing::TestResponse report(const http::Caller& caller, const std::string& taskId, int percent,
                                         const std::vector<congvu::testing::TestFile>& files = {});
    congvu::testing::TestResponse submit(const http::Caller& caller, const std::string& taskId,
                                         const std::vector<congvu::testing::TestFile>& files = {});
    /// The head accepts and names the handler of the economy division.
    void assignHandler(const std::string& taskId);

    /// Payloads of the published events of one name, oldest first.
    [[nodiscard]] std::vector<std::string> payloads(const std::string& name) const;

    congvu::testing::PluginHarness harness_;
    http::Caller chair_;
    http::Caller officeHead_;
    http::Caller economyHead_;
    http::Caller economyHandler_;
    http::Caller cultureHead_;
    http::Caller cultureHandler_;
};

}  // namespace congvu::tasks
