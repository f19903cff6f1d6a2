// SPDX-License-Identifier: Apache-2.0
#include "service/SignBatches.h"

#include "congvu/error/AppError.h"
#include "congvu/ids/Id.h"
#include "service/PinGuard.h"

#include <algorithm>
#include <iterator>

namespace congvu::signingdesk {

namespace {

BatchItemView itemViewOf(const BatchItem& item) {
    return {item.position, item.requestId, item.title, item.state, item.code, item.level};
}

}  // namespace

BatchView SignBatches::start(const http::Caller& caller, SigningAct act) {
    const PinGuard guard{act.pin};
    if (caller.behalf) {
        // A mandate may end while a batch runs; what is signed for another is signed one by one.
        throw AppError{ErrorKind::conflict, "signing.no-batch-on-behalf"};
    }
    auto opened = services_.keys.open(caller, act.keyId, act.pin);
    const auto items = itemsOf(caller, act);
    SigningBatch batch;
    batch.id = newId();
    batch.agencyId = caller.agencyId;
    batch.postId = caller.postId;
    batch.personId = caller.personId;
    batch.keyId = opened.key.id;
    batch.total = static_cast<std::int64_t>(items.size());
    batch.createdAt = services_.clock.now();
    services_.db.write([&](db::Tx& tx) {
        batches_.insert(tx, batch);
        for (const auto& item : items) {
            batches_.addItem(tx, batch.id, item);
        }
        services_.audit.record(tx, caller, "signing.batch-started", refOfBatch(batch.id),
                               R"({"documents":)" + std::to_string(batch.total) + R"(,"key":")" + batch.keyId + R"("})");
    });
    services_.runner.start(batch.id, caller, std::move(opened));
    return viewOf(batch);
}

std::vector<BatchItem> SignBatches::itemsOf(const http::Caller& caller, const SigningAct& act) {
    std::vector<BatchItem> items;
    services_.db.read([&](db::Reader& reader) {
        for (const auto& requestId : act.distinctRequests()) {
            const auto request = requests_.find(reader, caller, requestId);
            BatchItem item;
            item.position = static_cast<std::int64_t>(items.size());
            item.requestId = requestId;
            item.place = act.placeOf(requestId);
            item.title = request ? request->title : "";
            item.state = request ? BatchItemState::waiting : BatchItemState::failed;
            item.code = request ? "" : "not-found";
            items.push_back(std::move(item));
        }
    });
    return items;
}

BatchView SignBatches::resume(const http::Caller& caller, std::string_view id, std::string pin) {
    const PinGuard guard{pin};
    const auto batch = requireOpen(caller, id);
    if (services_.runner.isRunning(batch.id)) {
        throw AppError{ErrorKind::conflict, "signing.batch-running"};
    }
    auto opened = services_.keys.open(caller, batch.keyId, pin);
    services_.db.write([&](db::Tx& tx) { services_.audit.record(tx, caller, "signing.batch-resumed", refOfBatch(batch.id)); });
    services_.runner.start(batch.id, caller, std::move(opened));
    return viewOf(batch);
}

BatchView SignBatches::stop(const http::Caller& caller, std::string_view id) {
    const auto batch = requireOpen(caller, id);
    services_.runner.stop(batch.id);
    services_.db.write([&](db::Tx& tx) {
        if (batches_.end(tx, batch.id, BatchState::stopped, services_.clock.now())) {
            services_.audit.record(tx, caller, "signing.batch-stopped", refOfBatch(batch.id));
        }
    });
    return find(caller, id);
}

BatchView SignBatches::find(const http::Caller& caller, std::string_view id) {
    return viewOf(require(caller, id));
}

db::Page<BatchView> SignBatches::list(const http::Caller& caller, const db::PageRequest& page) {
    const auto found = services_.db.read([&](db::Reader& reader) { return batches_.list(reader, caller, page); });
    db::Page<BatchView> views;
    std::ranges::transform(found.items, std::back_inserter(views.items), [this](const SigningBatch& batch) { return viewOf(batch); });
    views.next = found.next;
    return views;
}

db::Page<BatchItemView> SignBatches::items(const http::Caller& caller, std::string_view id, BatchItemState state,
                                           const db::PageRequest& page) {
    const auto batch = require(caller, id);
    const auto found = services_.db.read([&](db::Reader& reader) { return batches_.items(reader, batch.id, state, page); });
    db::Page<BatchItemView> views;
    std::ranges::transform(found.items, std::back_inserter(views.items), itemViewOf);
    views.next = found.next;
    return views;
}

SigningBatch SignBatches::require(const http::Caller& caller, std::string_view id) {
    auto batch = services_.db.read([&](db::Reader& reader) { return batches_.find(reader, caller, id); });
    if (!batch) {
        throw AppError::notFound();
    }
    return std::move(*batch);
}

SigningBatch SignBatches::requireOpen(const http::Caller& caller, std::string_view id) {
    auto batch = require(caller, id);
    if (batch.state != BatchState::open) {
        throw AppError{ErrorKind::conflict, "signing.batch-ended"};
    }
    return batch;
}

BatchView SignBatches::viewOf(const SigningBatch& batch) const {
    const auto progress = [&] {
        switch (batch.state) {
            case BatchState::open:
                return services_.runner.isRunning(batch.id) ? BatchProgress::running : BatchProgress::paused;
            case BatchState::finished:
                return BatchProgress::finished;
            case BatchState::stopped:
                return BatchProgress::stopped;
        }
        return BatchProgress::stopped;
    };
    return {batch.id, batch.keyId, progress(), batch.total, batch.signedCount, batch.failedCount, batch.createdAt, batch.endedAt};
}

}  // namespace congvu::signingdesk
