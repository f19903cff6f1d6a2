// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "congvu/jobs/Jobs.h"
#include "congvu/log/Log.h"
#include "congvu/time/Clock.h"
#include "jobs/BackgroundPool.h"
#include "jobs/JobStatus.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace congvu::host {

/// All background jobs of the server. When each ran last is kept in the database, so a restart neither forgets nor repeats a run. A job
/// never overlaps itself. The migrations of the host must have run. Thread-safe.
class Scheduler {
public:
    struct Limits {
        std::size_t threads = 2;
        std::size_t maximumQueue = 1'000;
    };

    /// Everything must outlive the scheduler.
    Scheduler(db::Db& database, Clock& clock, Log& log, Limits limits);
    ~Scheduler();
    Scheduler(const Scheduler&) = delete;
    Scheduler& operator=(const Scheduler&) = delete;

    /// The jobs as one plugin sees them; `declared` are the ids of its manifest.
    std::unique_ptr<jobs::Jobs> forPlugin(std::string plugin, std::set<std::string, std::less<>> declared);
    /// Ends all jobs of a plugin and waits for the one that runs.
    void removeAllOf(std::string_view plugin);

    void start();
    /// Waits for what runs; what is queued by runSoon is dropped.
    void stop();

    /// All jobs, by plugin and id.
    [[nodiscard]] std::vector<JobStatus> list() const;
    /// Runs a job soon, whatever its schedule says. AppError notFound, or conflict "job-running" when it runs already.
    void runNow(std::string_view plugin, std::string_view id);

    /// For tests and the command line, without threads: runs a job on the calling thread, records the run and throws what it threw.
    void runHere(std::string_view plugin, std::string_view id);
    /// Runs what was queued by runSoon on the calling thread, at most so many pieces. Returns how many.
    int runQueuedHere(int atMost) { return pool_.runQueuedHere(atMost); }
    /// The same for everything that is due by the clock and everything queued; failures are recorded only. Returns how many.
    int runDueHere();

private:
    friend class PluginJobs;
    struct Job {
        std::string plugin;
        std::string id;
        jobs::Schedule schedule;
        std::function<void()> work;
        std::optional<JobRun> lastRun;
        Timestamp nextAt;
        bool isBusy = false;  ///< queued or running
    };
    using JobPointer = std::shared_ptr<Job>;
    using Key = std::pair<std::string, std::string>;

    void add(const std::string& plugin, std::string id, const jobs::Schedule& schedule, std::function<void()> work);
    void runSoon(const std::string& plugin, std::function<void()> work);
    JobPointer claim(std::string_view plugin, std::string_view id);
    std::vector<JobPointer> claimDue();
    void release(Job& job);
    void queue(const JobPointer& job);
    std::exception_ptr run(Job& job);
    JobRun measure(Job& job, std::exception_ptr& error);
    void loop();

    db::Db& database_;
    Clock& clock_;
    Log& log_;
    BackgroundPool pool_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::map<Key, JobPointer> jobs_;  ///< with the fields of the jobs guarded by mutex_
    bool isStopping_ = false;         ///< guarded by mutex_
    std::thread thread_;
};

}  // namespace congvu::host
