// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/inbox/Timeline.h"
#include "congvu/json/Encode.h"
#include "domain/Extension.h"
#include "domain/FourCounters.h"
#include "domain/Report.h"
#include "domain/Task.h"
#include "domain/Timeliness.h"
#include "domain/Urging.h"

#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace congvu::tasks {

/// What the interface shows of tasks. Names come from the directory, so they are today's.

struct UnitView {
    std::string id;
    std::string name;
};

struct PostView {
    std::string postId;
    std::string name;
    std::string title;
    std::string initials;
};

struct SourceView {
    std::string plugin;
    std::string type;
    std::string id;
    std::string symbol;
    std::string issuer;
    std::string link;
};

/// One card of the board, one row of the table.
struct TaskCard {
    std::string id;
    TaskKind kind = TaskKind::lead;
    std::string title;
    Urgency urgency = Urgency::normal;
    TaskState state = TaskState::assigned;
    TaskStage stage = TaskStage::fresh;
    Timeliness timeliness = Timeliness::none;
    int percent = 0;
    UnitView unit;
    std::optional<PostView> lead;
    std::vector<PostView> handlers;
    std::string assignerPostId;
    std::string assignerName;
    std::optional<PostView> leader;  ///< lãnh đạo phụ trách
    std::string field;
    TaskOrigin origin = TaskOrigin::hand;
    std::optional<Date> dueOn;
    std::optional<Date> originalDueOn;
    std::optional<Date> judgedOn;
    std::optional<SourceView> source;
    std::optional<std::string> externalCode;
    std::optional<std::string> parentId;
    bool hasPendingExtension = false;
    int extensionCount = 0;
    int urgeCount = 0;
    std::vector<TaskAct> acts;  ///< what the caller may do with it now
    std::int64_t version = 1;
    Timestamp createdAt;
    Timestamp updatedAt;
};

/// A task beside the one that is shown.
struct RelatedView {
    std::string id;
    TaskKind kind = TaskKind::lead;
    std::string title;
    std::string unitName;
    std::string leadName;
    TaskState state = TaskState::assigned;
    Timeliness timeliness = Timeliness::none;
    int percent = 0;
    std::optional<Date> dueOn;
    bool mayOpen = false;
};

/// One task of a tree. `depth` counts from the topmost task that is shown.
struct TreeNode {
    RelatedView task;
    int depth = 0;
    std::optional<std::string> parentId;
    std::int64_t below = 0;               ///< tasks directly below it, cancelled ones left out
    std::int64_t doneBelow = 0;           ///< of those: done
    std::optional<int> percentFromBelow;  ///< mean of what is directly below it; nothing without any
};

/// A task with all above it that the caller may open and all below those, parents before children.
struct TreeView {
    std::vector<TreeNode> nodes;
    bool isCut = false;  ///< more tasks than are shown
};

struct ChoicesView {
    std::vector<std::string> fields;
    std::vector<PostView> leaders;  ///< posts that may give tasks
};

/// The source document, when the caller may see it.
struct SourceDocumentView {
    std::string numberAndSymbol;
    std::string issuerName;
    std::string subject;
    std::optional<Date> documentDate;
    std::string link;
};

/// The whole page of a task.
struct TaskDetail {
    TaskCard task;
    std::string content;
    std::optional<SourceDocumentView> sourceDocument;
    std::optional<std::string> resultDocumentId;
    std::string resultDocumentLabel;
    std::optional<RelatedView> parent;
    std::vector<RelatedView> children;
    std::vector<Report> reports;
    std::vector<Extension> extensions;
    std::vector<Urging> urgings;
    std::vector<inbox::TimelineEntry> timeline;
    std::optional<Timestamp> closedAt;
};

struct BoardColumn {
    TaskStage stage = TaskStage::fresh;
    std::int64_t count = 0;
    std::vector<TaskCard> items;
    std::optional<std::string> next;  ///< for the list with the same filter and this stage
};

struct Board {
    std::vector<BoardColumn> columns;
};

struct CalendarDay {
    Date day;
    std::int64_t count = 0;
    std::int64_t open = 0;
    std::vector<TaskCard> items;  ///< the first few, open ones before the others
};

/// Days of a month and the weeks around it, by deadline; days without tasks are left out.
struct CalendarView {
    Date from;
    Date until;
    std::vector<CalendarDay> days;
};

struct UnitCounters {
    UnitView unit;
    FourCounters counters;
};

/// The four counters. `mine`: what the acting post handles. `units`: those the caller may see; `total` is their sum.
struct CountersView {
    DeadlineBasis basis = DeadlineBasis::current;
    Date today;
    Date dueSoonUntil;
    FourCounters mine;
    FourCounters total;
    std::vector<UnitCounters> units;
};

struct RelatedList {
    std::vector<RelatedView> items;
};

struct CreatedTask {
    std::string id;
};

}  // namespace congvu::tasks
