// SPDX-License-Identifier: Apache-2.0
#include "storage/BatchRepository.h"

#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"
#include "storage/StoredPlace.h"

#include <limits>

namespace congvu::signingdesk {

namespace {

SigningBatch batchOf(const db::Row& row) {
    SigningBatch batch;
    batch.id = row.string(0);
    batch.agencyId = row.string(1);
    batch.postId = row.string(2);
    batch.personId = row.string(3);
    batch.keyId = row.string(4);
    batch.state = json::enumFrom<BatchState>(row.text(5)).value_or(BatchState::stopped);
    batch.total = row.integer(6);
    batch.createdAt = row.time(7);
    batch.endedAt = row.optionalTime(8);
    batch.signedCount = row.integer(9);
    batch.failedCount = row.integer(10);
    return batch;
}

BatchItem itemOf(const db::Row& row) {
    return {row.integer(0),
            row.string(1),
            row.string(2),
            placeFrom(row.text(3)),
            json::enumFrom<BatchItemState>(row.text(4)).value_or(BatchItemState::failed),
            row.string(5),
            row.string(6)};
}

}  // namespace

void BatchRepository::insert(db::Tx& tx, const SigningBatch& batch) const {
    tx.execute(
        R"sql(
        INSERT INTO signing_batch (id, agency_id, post_id, person_id, key_id, state, total, created_at, ended_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL))sql",
        {batch.id, batch.agencyId, batch.postId, batch.personId, batch.keyId, json::nameOf(batch.state), batch.total, batch.createdAt});
}

void BatchRepository::addItem(db::Tx& tx, std::string_view batchId, const BatchItem& item) const {
    tx.execute(
        R"sql(
        INSERT INTO signing_batch_item (batch_id, position, request_id, title, place_json, state, code, level, decided_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL))sql",
        {batchId, item.position, item.requestId, item.title, storedPlace(item.place), json::nameOf(item.state), item.code, item.level});
}

std::optional<SigningBatch> BatchRepository::find(db::Reader& reader, const http::Caller& caller, std::string_view id) const {
    return reader.one(R"sql(
        SELECT id, agency_id, post_id, person_id, key_id, state, total, created_at, ended_at,
               (SELECT count(*) FROM signing_batch_item AS i WHERE i.batch_id = b.id AND i.state = 'signed'),
               (SELECT count(*) FROM signing_batch_item AS i WHERE i.batch_id = b.id AND i.state = 'failed')
        FROM signing_batch AS b WHERE id = $1 AND post_id = $2 AND person_id = $3)sql",
                      {id, caller.postId, caller.personId}, batchOf);
}

db::Page<SigningBatch> BatchRepository::list(db::Reader& reader, const http::Caller& caller, const db::PageRequest& page) const {
    std::string beforeId;
    std::int64_t before = std::numeric_limits<std::int64_t>::max();
    if (!page.cursor.empty()) {
        auto values = db::unpackCursor(page.cursor, 2);
        before = std::stoll(values[0]);
        beforeId = std::move(values[1]);
    }
    auto rows = reader.list(R"sql(
        SELECT id, agency_id, post_id, person_id, key_id, state, total, created_at, ended_at,
               (SELECT count(*) FROM signing_batch_item AS i WHERE i.batch_id = b.id AND i.state = 'signed'),
               (SELECT count(*) FROM signing_batch_item AS i WHERE i.batch_id = b.id AND i.state = 'failed')
        FROM signing_batch AS b
        WHERE post_id = $1 AND person_id = $2 AND (created_at, id) < ($3, $4)
        ORDER BY created_at DESC, id DESC LIMIT $5)sql",
                            {caller.postId, caller.personId, before, beforeId, page.limit + 1}, batchOf);
    return db::makePage(std::move(rows), page, [](const SigningBatch& last) {
        return std::vector<std::string>{std::to_string(last.createdAt.time_since_epoch().count()), last.id};
    });
}

db::Page<BatchItem> BatchRepository::items(db::Reader& reader, std::string_view batchId, BatchItemState state,
                                           const db::PageRequest& page) const {
    const std::int64_t after = page.cursor.empty() ? -1 : std::stoll(db::unpackCursor(page.cursor, 1)[0]);
    auto rows = reader.list(R"sql(
        SELECT position, request_id, title, place_json, state, code, level
        FROM signing_batch_item WHERE batch_id = $1 AND state = $2 AND position > $3
        ORDER BY position LIMIT $4)sql",
                            {batchId, json::nameOf(state), after, page.limit + 1}, itemOf);
    return db::makePage(std::move(rows), page,
                        [](const BatchItem& last) { return std::vector<std::string>{std::to_string(last.position)}; });
}

std::vector<BatchItem> BatchRepository::next(db::Reader& reader, std::string_view batchId, std::int64_t limit) const {
    return reader.list(R"sql(
        SELECT position, request_id, title, place_json, state, code, level
        FROM signing_batch_item
        WHERE batch_id = $1 AND state = 'waiting' AND EXISTS (SELECT 1 FROM signing_batch WHERE id = $1 AND state = 'open')
        ORDER BY position LIMIT $2)sql",
                       {batchId, limit}, itemOf);
}

bool BatchRepository::decide(db::Tx& tx, std::string_view batchId, const BatchItem& item, Timestamp at) const {
    return tx.execute(R"sql(
        UPDATE signing_batch_item SET state = $3, code = $4, level = $5, decided_at = $6
        WHERE batch_id = $1 AND position = $2 AND state = 'waiting')sql",
                      {batchId, item.position, json::nameOf(item.state), item.code, item.level, at}) == 1;
}

bool BatchRepository::end(db::Tx& tx, std::string_view id, BatchState state, Timestamp at) const {
    return tx.execute(R"sql(UPDATE signing_batch SET state = $2, ended_at = $3 WHERE id = $1 AND state = 'open')sql",
                      {id, json::nameOf(state), at}) == 1;
}

}  // namespace congvu::signingdesk
