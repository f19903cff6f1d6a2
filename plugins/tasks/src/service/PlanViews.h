// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Plan.h"
#include "service/TaskViewFields.h"

namespace congvu::tasks {

struct PlanView {
    std::string id;
    UnitView unit;
    std::int64_t year = 0;
    std::string title;
    std::string symbol;
    PlanState state = PlanState::draft;
    std::string createdByName;
    Timestamp createdAt;
    std::int64_t items = 0;
    std::int64_t done = 0;
    std::int64_t percent = 0;
    bool mayManage = false;
    std::int64_t version = 1;
};

struct PlanItemView {
    std::string id;
    std::string content;
    std::string product;
    std::string field;
    UnitView unit;
    std::optional<PostView> post;
    std::optional<PostView> leader;
    std::optional<Date> dueOn;
    std::int64_t percent = 0;
    std::string note;
    std::optional<std::string> taskId;
    std::optional<TaskState> taskState;
    bool mayOpenTask = false;
    std::vector<Evidence> evidence;
    bool mayReport = false;  ///< per cent (while there is no task) and evidence
    std::int64_t version = 1;
};

struct PlanDetail {
    PlanView plan;
    std::vector<PlanItemView> items;
};

struct PlanList {
    std::vector<PlanView> items;
};

/// What is set of a programme; `state` is left as it is when absent.
struct PlanInput {
    std::int64_t year = 0;
    std::string title;
    std::string symbol;
    std::optional<PlanState> state;
};

/// One of unitId and postId answers for the item.
struct PlanItemInput {
    std::string content;
    std::string product;
    std::string field;
    std::optional<std::string> unitId;
    std::optional<std::string> postId;
    std::optional<std::string> leaderPostId;
    std::optional<Date> dueOn;
};

struct ItemProgress {
    std::int64_t percent = 0;
    std::string note;
};

struct PlanTasksInput {
    std::vector<std::string> itemIds;
};

/// What became of one item; `obstacle` is a message id, empty when the task was made.
struct PlanTaskRow {
    std::string itemId;
    std::string taskId;
    std::string obstacle;
};

struct PlanTasksResult {
    std::int64_t made = 0;
    std::vector<PlanTaskRow> rows;
};

}  // namespace congvu::tasks

namespace congvu::json {

template <>
struct Description<tasks::PlanView> {
    static auto fields() {
        using View = tasks::PlanView;
        return std::tuple{field("id", &View::id),
                          field("unit", &View::unit),
                          field("year", &View::year),
                          field("title", &View::title),
                          field("symbol", &View::symbol),
                          field("state", &View::state),
                          field("createdByName", &View::createdByName),
                          field("createdAt", &View::createdAt),
                          field("items", &View::items),
                          field("done", &View::done),
                          field("percent", &View::percent),
                          field("mayManage", &View::mayManage),
                          field("version", &View::version)};
    }
};

template <>
struct Description<tasks::PlanItemView> {
    static auto fields() {
        using View = tasks::PlanItemView;
        return std::tuple{field("id", &View::id),
                          field("content", &View::content),
                          field("product", &View::product),
                          field("field", &View::field),
                          field("unit", &View::unit),
                          field("post", &View::post),
                          field("leader", &View::leader),
                          field("dueOn", &View::dueOn),
                          field("percent", &View::percent),
                          field("note", &View::note),
                          field("taskId", &View::taskId),
                          field("taskState", &View::taskState),
                          field("mayOpenTask", &View::mayOpenTask),
                          field("evidence", &View::evidence),
                          field("mayReport", &View::mayReport),
                          field("version", &View::version)};
    }
};

template <>
struct Description<tasks::PlanDetail> {
    static auto fields() { return std::tuple{field("plan", &tasks::PlanDetail::plan), field("items", &tasks::PlanDetail::items)}; }
};

template <>
struct Description<tasks::PlanList> {
    static auto fields() { return std::tuple{field("items", &tasks::PlanList::items)}; }
};

template <>
struct Description<tasks::PlanInput> {
    static auto fields() {
        using Input = tasks::PlanInput;
        return std::tuple{field("year", &Input::year).required().range(2000, 2100), field("title", &Input::title).required().maxLength(300),
                          field("symbol", &Input::symbol).maxLength(100), field("state", &Input::state)};
    }
};

template <>
struct Description<tasks::PlanItemInput> {
    static auto fields() {
        using Input = tasks::PlanItemInput;
        return std::tuple{field("content", &Input::content).required().maxLength(500),
                          field("product", &Input::product).maxLength(500),
                          field("field", &Input::field).maxLength(100),
                          field("unitId", &Input::unitId).maxLength(40),
                          field("postId", &Input::postId).maxLength(40),
                          field("leaderPostId", &Input::leaderPostId).maxLength(40),
                          field("dueOn", &Input::dueOn)};
    }
};

template <>
struct Description<tasks::ItemProgress> {
    static auto fields() {
        using Input = tasks::ItemProgress;
        return std::tuple{field("percent", &Input::percent).range(0, 100), field("note", &Input::note).maxLength(1000).multiline()};
    }
};

template <>
struct Description<tasks::PlanTasksInput> {
    static auto fields() { return std::tuple{field("itemIds", &tasks::PlanTasksInput::itemIds).required().maxLength(200)}; }
};

template <>
struct Description<tasks::PlanTaskRow> {
    static auto fields() {
        using Row = tasks::PlanTaskRow;
        return std::tuple{field("itemId", &Row::itemId), field("taskId", &Row::taskId), field("obstacle", &Row::obstacle)};
    }
};

template <>
struct Description<tasks::PlanTasksResult> {
    static auto fields() { return std::tuple{field("made", &tasks::PlanTasksResult::made), field("rows", &tasks::PlanTasksResult::rows)}; }
};

}  // namespace congvu::json
