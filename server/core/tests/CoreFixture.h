// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "CoreParts.h"
#include "TestCatalogue.h"
#include "db/Database.h"
#include "testing/ErrorLog.h"
#include "testing/TemporaryFolder.h"
#include "testing/VirtualClock.h"

#include "congvu/core/Core.h"

#include <gtest/gtest.h>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace congvu::core {

/// What open pages would have been told.
class RecordingSink final : public LiveSink {
public:
    struct Sent {
        std::string to;
        std::string event;
        std::string data;
    };
    void toPost(std::string_view postId, std::string_view event, std::string_view dataJson) override { add(postId, event, dataJson); }
    bool isListening(std::string_view) override { return true; }
    void toSession(std::string_view sessionId, std::string_view event, std::string_view dataJson) override {
        add(sessionId, event, dataJson);
    }
    void toEverybody(std::string_view event, std::string_view dataJson) override { add("*", event, dataJson); }
    [[nodiscard]] std::vector<Sent> sent() const {
        const std::lock_guard lock(mutex_);
        return sent_;
    }

private:
    void add(std::string_view to, std::string_view event, std::string_view data) {
        const std::lock_guard lock(mutex_);
        sent_.push_back({std::string{to}, std::string{event}, std::string{data}});
    }
    mutable std::mutex mutex_;
    std::vector<Sent> sent_;
};

/// Keeps what should run soon until the test runs it.
class HeldJobs final : public jobs::Jobs {
public:
    void add(std::string, jobs::Schedule, std::function<void()>) override {}
    void runSoon(std::function<void()> work) override {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(std::move(work));
    }
    void runAll() {
        for (;;) {
            std::vector<std::function<void()>> now;
            {
                const std::lock_guard lock(mutex_);
                now.swap(waiting_);
            }
            if (now.empty()) {
                return;
            }
            for (const auto& work : now) {
                work();
            }
        }
    }

private:
    std::mutex mutex_;
    std::vector<std::function<void()>> waiting_;
};

/// Core on a real SQLite file with a virtual clock and a small organisation: the province, below it communes A and B, A with an office
/// and an economy division.
class CoreTest : public ::testing::Test {
protected:
    CoreTest();
    ~CoreTest() override;

    /// A person with one post; the user name is the name of the post's role and unit. Returns the post's id.
    std::string addPost(const std::string& unitId, const std::string& role, const std::string& password = {});
    std::string addUnit(const std::string& parentId, const std::string& kind, const std::string& name);
    [[nodiscard]] http::Caller as(const std::string& postId);
    /// Starts the jobs that push and index.
    void startJobs();
    /// Makes core anew on the same files, as after a restart.
    void restart();

    testing::TemporaryFolder folder;
    testing::VirtualClock clock;
    testing::ErrorLog log;
    TestCatalogue catalogue;
    RecordingSink live;
    HeldJobs jobs;
    std::unique_ptr<host::Database> db;
    std::unique_ptr<Core::Parts> core;
    std::string province;
    std::string communeA;
    std::string officeA;
    std::string economyA;
    std::string communeB;
};

/// The code of the AppError that the work throws; "none" when it throws nothing.
template <class Work>
std::string errorOf(Work work) {
    try {
        work();
        return "none";
    } catch (const AppError& error) {
        return error.fields().empty() ? error.code() : error.fields().front().pointer + " " + error.fields().front().code;
    }
}

}  // namespace congvu::core
