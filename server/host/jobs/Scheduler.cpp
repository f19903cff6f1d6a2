// SPDX-License-Identifier: Apache-2.0
#include "jobs/Scheduler.h"

#include "congvu/error/AppError.h"
#include "jobs/JobRunLedger.h"
#include "jobs/NextRun.h"
#include "jobs/PluginJobs.h"

#include <algorithm>
#include <stdexcept>

namespace congvu::host {

namespace {

constexpr std::chrono::milliseconds kLookInterval{500};
constexpr std::size_t kMaximumErrorLength = 500;

std::string messageOf(const std::exception_ptr& error) {
    try {
        std::rethrow_exception(error);
    } catch (const std::exception& known) {
        return std::string{known.what()}.substr(0, kMaximumErrorLength);
    } catch (...) {
        return "an exception that is not a std::exception";
    }
}

}  // namespace

Scheduler::Scheduler(db::Db& database, Clock& clock, Log& log, Limits limits)
    : database_(database), clock_(clock), log_(log), pool_(limits.threads, limits.maximumQueue, log) {}

Scheduler::~Scheduler() {
    stop();
}

std::unique_ptr<jobs::Jobs> Scheduler::forPlugin(std::string plugin, std::set<std::string, std::less<>> declared) {
    return std::make_unique<PluginJobs>(*this, std::move(plugin), std::move(declared));
}

void Scheduler::removeAllOf(std::string_view plugin) {
    {
        const std::lock_guard lock{mutex_};
        std::erase_if(jobs_, [plugin](const auto& entry) { return entry.first.first == plugin; });
    }
    pool_.endAllOf(plugin);
}

void Scheduler::start() {
    pool_.start();
    const std::lock_guard lock{mutex_};
    isStopping_ = false;
    thread_ = std::thread{[this] { loop(); }};
}

void Scheduler::stop() {
    {
        const std::lock_guard lock{mutex_};
        isStopping_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) {
        thread_.join();
    }
    pool_.stop();
}

std::vector<JobStatus> Scheduler::list() const {
    const std::lock_guard lock{mutex_};
    std::vector<JobStatus> all;
    for (const auto& [key, job] : jobs_) {
        all.push_back({job->plugin, job->id, job->schedule, job->lastRun, job->nextAt, job->isBusy});
    }
    return all;
}

void Scheduler::runNow(std::string_view plugin, std::string_view id) {
    queue(claim(plugin, id));
}

void Scheduler::runHere(std::string_view plugin, std::string_view id) {
    const auto job = claim(plugin, id);
    if (const auto error = run(*job)) {
        std::rethrow_exception(error);
    }
}

int Scheduler::runDueHere() {
    int count = pool_.runQueuedHere();
    for (const auto& job : claimDue()) {
        run(*job);
        ++count;
    }
    return count + pool_.runQueuedHere();
}

void Scheduler::add(const std::string& plugin, std::string id, const jobs::Schedule& schedule, std::function<void()> work) {
    const auto lastRun = database_.read([&](db::Reader& reader) { return JobRunLedger::lastRun(reader, plugin, id); });
    const auto lastStart = lastRun ? std::optional{lastRun->startedAt} : std::nullopt;
    const auto nextAt = nextRun(schedule, lastStart, clock_.now());
    Key key{plugin, id};
    const auto job = std::make_shared<Job>(Job{plugin, std::move(id), schedule, std::move(work), lastRun, nextAt, false});
    const std::lock_guard lock{mutex_};
    if (!jobs_.emplace(std::move(key), job).second) {
        throw std::logic_error("plugin " + plugin + " adds the job " + job->id + " twice");
    }
}

void Scheduler::runSoon(const std::string& plugin, std::function<void()> work) {
    if (!pool_.submit(plugin, std::move(work))) {
        throw AppError(ErrorKind::unavailable, "background-busy");
    }
}

Scheduler::JobPointer Scheduler::claim(std::string_view plugin, std::string_view id) {
    const std::lock_guard lock{mutex_};
    const auto found = jobs_.find(Key{plugin, id});
    if (found == jobs_.end()) {
        throw AppError::notFound();
    }
    if (found->second->isBusy) {
        throw AppError(ErrorKind::conflict, "job-running");
    }
    found->second->isBusy = true;
    return found->second;
}

std::vector<Scheduler::JobPointer> Scheduler::claimDue() {
    const auto now = clock_.now();
    const std::lock_guard lock{mutex_};
    std::vector<JobPointer> due;
    for (const auto& [key, job] : jobs_) {
        if (!job->isBusy && job->nextAt <= now) {
            job->isBusy = true;
            due.push_back(job);
        }
    }
    return due;
}

void Scheduler::release(Job& job) {
    const std::lock_guard lock{mutex_};
    job.isBusy = false;
}

void Scheduler::queue(const JobPointer& job) {
    const bool isQueued = pool_.submit(job->plugin, [this, job] { run(*job); });
    if (!isQueued) {
        release(*job);  // it stays due and is tried again
    }
}

/// The error is both recorded for the administrator and given back.
std::exception_ptr Scheduler::run(Job& job) {
    std::exception_ptr error;
    const auto finished = measure(job, error);
    {
        // Before the row is written: a database that fails now must not leave the job busy for ever.
        const std::lock_guard lock{mutex_};
        job.lastRun = finished;
        job.nextAt = nextRun(job.schedule, finished.startedAt, finished.startedAt);
        job.isBusy = false;
    }
    database_.write([&](db::Tx& tx) { JobRunLedger::record(tx, job.plugin, job.id, finished); });
    return error;
}

JobRun Scheduler::measure(Job& job, std::exception_ptr& error) {
    JobRun finished;
    finished.startedAt = clock_.now();
    try {
        job.work();
    } catch (...) {
        error = std::current_exception();
        finished.hasFailed = true;
        finished.error = messageOf(error);
        log_.error("job.failed", {{"plugin", job.plugin}, {"job", job.id}, {"error", finished.error}});
    }
    finished.finishedAt = clock_.now();
    return finished;
}

void Scheduler::loop() {
    while (true) {
        for (const auto& job : claimDue()) {
            queue(job);
        }
        std::unique_lock lock{mutex_};
        if (changed_.wait_for(lock, kLookInterval, [this] { return isStopping_; })) {
            return;
        }
    }
}

}  // namespace congvu::host
