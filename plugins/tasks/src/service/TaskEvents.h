// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Encode.h"

#include <optional>
#include <string>
#include <tuple>

namespace congvu::tasks {

/// Payloads of the events this plugin publishes; events/*.schema.json is their contract.
struct SourceReference {
    std::string plugin;
    std::string type;
    std::string id;
};

struct TaskCreated {
    std::string taskId;
    std::optional<SourceReference> source;
    std::optional<std::string> directionId;
    std::string kind;
    std::string unitId;
    std::optional<std::string> leadPostId;
    std::string title;
    std::optional<Date> dueOn;
};

struct TaskStateChanged {
    std::string taskId;
    std::optional<SourceReference> source;
    std::string from;
    std::string to;
    bool isOverdue = false;
};

struct SourceProgressChanged {
    SourceReference source;
    std::int64_t total = 0;
    std::int64_t done = 0;
    std::int64_t cancelled = 0;
    bool allDone = false;
    bool anyStarted = false;
};

}  // namespace congvu::tasks

template <>
struct congvu::json::Description<congvu::tasks::SourceReference> {
    static auto fields() {
        using Source = congvu::tasks::SourceReference;
        return std::tuple{field("plugin", &Source::plugin), field("type", &Source::type), field("id", &Source::id)};
    }
};

template <>
struct congvu::json::Description<congvu::tasks::TaskCreated> {
    static auto fields() {
        using Event = congvu::tasks::TaskCreated;
        return std::tuple{field("taskId", &Event::taskId), field("source", &Event::source), field("directionId", &Event::directionId),
                          field("kind", &Event::kind),     field("unitId", &Event::unitId), field("leadPostId", &Event::leadPostId),
                          field("title", &Event::title),   field("dueOn", &Event::dueOn)};
    }
};

template <>
struct congvu::json::Description<congvu::tasks::TaskStateChanged> {
    static auto fields() {
        using Event = congvu::tasks::TaskStateChanged;
        return std::tuple{field("taskId", &Event::taskId), field("source", &Event::source), field("from", &Event::from),
                          field("to", &Event::to), field("isOverdue", &Event::isOverdue)};
    }
};

template <>
struct congvu::json::Description<congvu::tasks::SourceProgressChanged> {
    static auto fields() {
        using Event = congvu::tasks::SourceProgressChanged;
        return std::tuple{field("source", &Event::source),   field("total", &Event::total),
                          field("done", &Event::done),       field("cancelled", &Event::cancelled),
                          field("allDone", &Event::allDone), field("anyStarted", &Event::anyStarted)};
    }
};
