// SPDX-License-Identifier: Apache-2.0
#include "TasksFixture.h"

#include "TasksPlugin.h"
#include "congvu/json/Value.h"

namespace congvu::tasks {

using congvu::testing::TestFile;
using congvu::testing::TestResponse;

TasksFixture::TasksFixture()
    : harness_(CONGVU_PLUGIN_FOLDER, std::make_unique<TasksPlugin>()),
      chair_(harness_.as("chair", "xa-a")),
      officeHead_(harness_.as("office-head", "vp-a")),
      economyHead_(harness_.as("head", "kt-a")),
      economyHandler_(harness_.as("handler", "kt-a")),
      cultureHead_(harness_.as("head", "vh-a")),
      cultureHandler_(harness_.as("handler", "vh-a")) {}

TasksFixture::~TasksFixture() = default;

std::string TasksFixture::assignment(const std::string& id, const std::string& kind, const std::string& unit,
                                     const std::string& dueOn) const {
    const auto due = dueOn.empty() ? std::string{"null"} : '"' + dueOn + '"';
    return R"({"assignmentId":")" + id + R"(","kind":")" + kind + R"(","unitId":")" + harness_.unitId(unit) +
           R"(","postId":null,"dueOn":)" + due + R"(,"note":""})";
}

void TasksFixture::direct(const std::string& directionId, const std::vector<std::string>& assignments, const std::string& documentId) {
    std::string all;
    for (const auto& one : assignments) {
        all += (all.empty() ? "" : ",") + one;
    }
    harness_.receive("incoming.direction-given.v1", {"incoming", "document", documentId}, chair_.agencyId,
                     R"({"documentId":")" + documentId + R"(","directionId":")" + directionId + R"(","directedByPostId":")" +
                         chair_.postId + R"(","directedByName":")" + chair_.personName +
                         R"(","opinion":"Giao phòng Kinh tế tham mưu","urgency":"urgent","documentTitle":"Báo cáo chuyển đổi số",)" +
                         R"("documentSymbol":"15/UBND-VX","issuerName":"UBND tỉnh Ví Dụ","assignments":[)" + all + "]}");
}

std::string TasksFixture::leadTask(const std::string& dueOn, const std::string& directionId) {
    direct(directionId, {assignment("a1", "lead", "kt-a", dueOn)});
    const auto created = payloads("tasks.task-created.v1");
    return std::string{json::Document::parse(created.back()).root().member("taskId")->string()};
}

std::vector<std::string> TasksFixture::list(const http::Caller& caller, const std::string& query) {
    const auto response = harness_.get(caller, "/api/v1/tasks?" + query);
    EXPECT_EQ(response.status, 200) << response.body;
    const auto document = json::Document::parse(response.body);
    const auto items = document.root().member("items").value();
    std::vector<std::string> ids;
    for (std::size_t index = 0; index < items.size(); ++index) {
        ids.emplace_back(items.element(index).member("id").value().string());
    }
    return ids;
}

std::string TasksFixture::only(const http::Caller& caller, const std::string& query) {
    const auto ids = list(caller, query);
    EXPECT_EQ(ids.size(), 1U);
    return ids.empty() ? std::string{} : ids.front();
}

std::string TasksFixture::state(const http::Caller& caller, const std::string& taskId) {
    return harness_.get(caller, "/api/v1/tasks/" + taskId).at("task/state");
}

TestResponse TasksFixture::act(const http::Caller& caller, const std::string& taskId, const std::string& what, const std::string& json) {
    return harness_.post(caller, "/api/v1/tasks/" + taskId + '/' + what, json);
}

TestResponse TasksFixture::report(const http::Caller& caller, const std::string& taskId, int percent, const std::vector<TestFile>& files) {
    return harness_.upload(caller, "/api/v1/tasks/" + taskId + "/reports", files,
                           R"({"percent":)" + std::to_string(percent) + R"(,"note":"Đã tổng hợp số liệu"})");
}

TestResponse TasksFixture::submit(const http::Caller& caller, const std::string& taskId, const std::vector<TestFile>& files) {
    return harness_.upload(caller, "/api/v1/tasks/" + taskId + "/result", files, R"({"note":"Trình dự thảo báo cáo"})");
}

void TasksFixture::assignHandler(const std::string& taskId) {
    const auto response = act(economyHead_, taskId, "handlers", R"({"handlerPostIds":[")" + economyHandler_.postId + R"("]})");
    ASSERT_EQ(response.status, 200) << response.body;
}

std::vector<std::string> TasksFixture::payloads(const std::string& name) const {
    std::vector<std::string> payloads;
    for (const auto& event : harness_.published()) {
        if (event.name == name) {
            payloads.push_back(event.payload);
        }
    }
    return payloads;
}

}  // namespace congvu::tasks
