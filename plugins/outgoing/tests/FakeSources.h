// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/ports/DocumentDirectory.h"
#include "congvu/ports/TaskDirectory.h"

#include <map>
#include <string>

namespace congvu::outgoing {

/// Incoming documents that everybody of one agency may see.
class FakeIncoming : public ports::DocumentDirectory {
public:
    explicit FakeIncoming(std::string agencyId) : agencyId_(std::move(agencyId)) {}
    void add(const std::string& id, ports::DocumentSummary summary) { documents_[id] = std::move(summary); }

    std::optional<ports::DocumentSummary> find(db::Reader&, const http::Caller& caller, std::string_view documentId) override {
        const auto found = documents_.find(std::string{documentId});
        return found == documents_.end() || caller.agencyId != agencyId_ ? std::nullopt : std::optional{found->second};
    }

private:
    std::string agencyId_;
    std::map<std::string, ports::DocumentSummary> documents_;
};

/// Tasks that everybody may see.
class FakeTasks : public ports::TaskDirectory {
public:
    void add(const std::string& id, ports::TaskSummary summary) { tasks_[id] = std::move(summary); }

    std::optional<ports::TaskSummary> find(db::Reader&, const http::Caller&, std::string_view taskId) override {
        const auto found = tasks_.find(std::string{taskId});
        return found == tasks_.end() ? std::nullopt : std::optional{found->second};
    }
    std::vector<ports::TaskSummary> ofSource(db::Reader&, const EntityRef&) override { return {}; }

private:
    std::map<std::string, ports::TaskSummary> tasks_;
};

}  // namespace congvu::outgoing
