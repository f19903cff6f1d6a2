// SPDX-License-Identifier: Apache-2.0
#include "service/BatchRunner.h"

#include "congvu/error/AppError.h"

#include <algorithm>
#include <utility>

namespace congvu::signingdesk {

namespace {

/// Documents signed in one turn: progress is told after each turn.
constexpr std::int64_t kTurn = 20;

}  // namespace

EntityRef refOfBatch(std::string_view id) {
    return {"signing", "batch", std::string{id}};
}

/// Ends the run when a turn is over, however it is left, unless the next turn is queued.
class BatchRunner::Ending {
public:
    Ending(BatchRunner& runner, const BatchRun& run) : runner_(runner), run_(run) {}
    Ending(const Ending&) = delete;
    Ending& operator=(const Ending&) = delete;
    ~Ending() {
        if (!goesOn_) {
            runner_.forget(run_);
        }
    }
    void goOn() { goesOn_ = true; }

private:
    BatchRunner& runner_;
    const BatchRun& run_;
    bool goesOn_ = false;
};

void BatchRunner::start(const std::string& batchId, const http::Caller& caller, OpenedKey opened) {
    const auto run = std::make_shared<BatchRun>();
    run->batchId = batchId;
    run->caller = caller;
    run->opened = std::move(opened);
    {
        const std::lock_guard lock{mutex_};
        if (!runs_.emplace(batchId, run).second) {
            throw AppError{ErrorKind::conflict, "signing.batch-running"};
        }
    }
    Ending ending{*this, *run};
    queue(run);
    ending.goOn();
}

bool BatchRunner::isRunning(std::string_view batchId) const {
    const std::lock_guard lock{mutex_};
    return runs_.contains(batchId);
}

void BatchRunner::stop(std::string_view batchId) {
    const std::lock_guard lock{mutex_};
    if (const auto found = runs_.find(batchId); found != runs_.end()) {
        found->second->isStopped = true;
    }
}

void BatchRunner::forget(const BatchRun& run) {
    const std::lock_guard lock{mutex_};
    // A later run of the same batch stays.
    if (const auto found = runs_.find(run.batchId); found != runs_.end() && found->second.get() == &run) {
        runs_.erase(found);
    }
}

void BatchRunner::queue(const RunPointer& run) {
    services_.jobs.runSoon([this, run] { workOn(run); });
}

void BatchRunner::workOn(const RunPointer& run) {
    Ending ending{*this, *run};
    if (!mayGoOn(*run)) {
        forget(*run);
        tell(*run);
        return;
    }
    const auto items = services_.db.read([&](db::Reader& reader) { return batches_.next(reader, run->batchId, kTurn); });
    for (const auto& item : items) {
        if (run->isStopped) {
            tell(*run);
            return;
        }
        signItem(*run, item);
    }
    if (static_cast<std::int64_t>(items.size()) < kTurn) {
        finish(*run);
        return;
    }
    tell(*run);
    queue(run);
    ending.goOn();
}

bool BatchRunner::mayGoOn(const BatchRun& run) {
    const auto post = services_.directory.post(run.caller.postId);
    const auto key = services_.db.read([&](db::Reader& reader) { return keys_.find(reader, run.opened.key.id); });
    if (!post || !post->isActive || post->personId != run.caller.personId || !key) {
        return false;
    }
    const auto now = services_.clock.now();
    return std::ranges::binary_search(post->permissions, permissionToSign(key->owner)) && usability(*key, now) == "yes" &&
           services_.directory.isPluginOn("signing", run.caller.unitId);
}

void BatchRunner::signItem(const BatchRun& run, BatchItem item) {
    const auto decide = [&](db::Tx& tx, const SigningResult& result) {
        item.state = result.isSigned ? BatchItemState::signedOff : BatchItemState::failed;
        item.code = result.code;
        item.level = result.level;
        return batches_.decide(tx, run.batchId, item, services_.clock.now());
    };
    const auto result = services_.signing.sign(run.caller, run.opened, item.requestId, item.place,
                                               [&](db::Tx& tx, const SigningResult& made) { static_cast<void>(decide(tx, made)); });
    if (!result.isSigned) {
        services_.db.write([&](db::Tx& tx) { decide(tx, result); });
    }
}

void BatchRunner::finish(const BatchRun& run) {
    forget(run);
    services_.db.write([&](db::Tx& tx) {
        if (!batches_.end(tx, run.batchId, BatchState::finished, services_.clock.now())) {
            return;  // stopped meanwhile
        }
        const auto batch = batches_.find(tx, run.caller, run.batchId).value();
        services_.notifications.send(tx, {run.caller.postId,
                                          refOfBatch(run.batchId),
                                          batch.failedCount == 0 ? "signing.notify.batch-signed" : "signing.notify.batch-partly-signed",
                                          {{"signed", std::to_string(batch.signedCount)}, {"failed", std::to_string(batch.failedCount)}},
                                          "/signing/batches/" + run.batchId});
        services_.notifications.invalidate(tx, {run.caller.postId}, {"signing"});
    });
}

void BatchRunner::tell(const BatchRun& run) {
    services_.db.write([&](db::Tx& tx) { services_.notifications.invalidate(tx, {run.caller.postId}, {"signing/batches"}); });
}

}  // namespace congvu::signingdesk
