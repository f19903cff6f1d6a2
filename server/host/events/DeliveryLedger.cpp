// SPDX-License-Identifier: Apache-2.0
#include "events/DeliveryLedger.h"

#include "congvu/error/AppError.h"
#include "events/Outbox.h"

#include <charconv>
#include <limits>

namespace congvu::host {

namespace {

std::int64_t sequenceFrom(const std::string& text) {
    std::int64_t sequence = 0;
    const auto* end = text.data() + text.size();
    if (std::from_chars(text.data(), end, sequence).ptr != end) {
        throw AppError::invalidField("/cursor", "bad-cursor");
    }
    return sequence;
}

ParkedEvent toParked(const db::Row& row) {
    ParkedEvent parked;
    parked.subscriber = row.string(0);
    parked.id = parked.subscriber + ':' + std::to_string(row.integer(1));
    parked.event = row.string(2);
    parked.error = row.string(3);
    parked.attempts = row.integer(4);
    parked.at = row.time(5);
    return parked;
}

}  // namespace

void DeliveryLedger::enter(db::Tx& tx, std::string_view subscriber, Timestamp now) {
    tx.execute(R"sql(
        INSERT INTO host_event_cursor (subscriber, sequence, seen_at) VALUES ($1, $2, $3)
        ON CONFLICT (subscriber) DO UPDATE SET seen_at = excluded.seen_at)sql",
               {subscriber, Outbox::lastSequence(tx), now});
}

std::int64_t DeliveryLedger::cursor(db::Reader& reader, std::string_view subscriber) {
    return reader
        .one("SELECT sequence FROM host_event_cursor WHERE subscriber = $1", {subscriber},
             [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

void DeliveryLedger::moveCursor(db::Tx& tx, std::string_view subscriber, std::int64_t sequence) {
    tx.execute("UPDATE host_event_cursor SET sequence = $2 WHERE subscriber = $1 AND sequence < $2", {subscriber, sequence});
}

std::int64_t DeliveryLedger::lowestCursor(db::Reader& reader, Timestamp seenSince) {
    return reader
        .one(R"sql(
            SELECT coalesce(min(sequence), (SELECT coalesce(max(sequence), 0) FROM host_outbox))
            FROM host_event_cursor WHERE seen_at >= $1)sql",
             {seenSince}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

std::set<std::string> DeliveryLedger::blockedEntities(db::Reader& reader, std::string_view subscriber) {
    std::set<std::string> entities;
    reader.query("SELECT DISTINCT entity_key FROM host_event_retry WHERE subscriber = $1", {subscriber},
                 [&](const db::Row& row) { entities.insert(row.string(0)); });
    return entities;
}

std::vector<Retry> DeliveryLedger::dueRetries(db::Reader& reader, std::string_view subscriber, Timestamp now, std::int64_t limit) {
    static const std::string sql = "SELECT r.attempts, " + std::string{Outbox::kColumns} + R"sql(
        FROM host_event_retry r JOIN host_outbox o ON o.sequence = r.sequence
        WHERE r.subscriber = $1 AND r.is_parked = FALSE AND r.next_at <= $2
          AND NOT EXISTS (SELECT 1 FROM host_event_retry earlier
                          WHERE earlier.subscriber = r.subscriber AND earlier.entity_key = r.entity_key AND earlier.sequence < r.sequence)
        ORDER BY r.sequence LIMIT $3)sql";
    return reader.list(sql, {subscriber, now, limit}, [](const db::Row& row) { return Retry{Outbox::toEvent(row, 1), row.integer(0)}; });
}

void DeliveryLedger::recordFailure(db::Tx& tx, std::string_view subscriber, const FailedDelivery& failure, Timestamp now) {
    tx.execute(R"sql(
        INSERT INTO host_event_retry (subscriber, sequence, entity_key, attempts, next_at, is_parked, error, failed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (subscriber, sequence) DO UPDATE
        SET attempts = excluded.attempts, next_at = excluded.next_at, is_parked = excluded.is_parked, error = excluded.error,
            failed_at = excluded.failed_at)sql",
               {subscriber, failure.sequence, failure.entityKey, failure.attempts, failure.nextAt, failure.isParked, failure.error, now});
}

void DeliveryLedger::recordSuccess(db::Tx& tx, std::string_view subscriber, std::int64_t sequence) {
    tx.execute("DELETE FROM host_event_retry WHERE subscriber = $1 AND sequence = $2", {subscriber, sequence});
}

db::Page<ParkedEvent> DeliveryLedger::parked(db::Reader& reader, const db::PageRequest& page) {
    std::string lastSubscriber;
    auto before = std::numeric_limits<std::int64_t>::max();
    if (!page.cursor.empty()) {
        auto values = db::unpackCursor(page.cursor, 2);
        before = sequenceFrom(values[0]);
        lastSubscriber = std::move(values[1]);
    }
    auto rows = reader.list(R"sql(
        SELECT r.subscriber, r.sequence, o.name, r.error, r.attempts, r.failed_at
        FROM host_event_retry r JOIN host_outbox o ON o.sequence = r.sequence
        WHERE r.is_parked = TRUE AND (r.sequence < $1 OR (r.sequence = $1 AND r.subscriber > $2))
        ORDER BY r.sequence DESC, r.subscriber LIMIT $3)sql",
                            {before, lastSubscriber, page.limit + 1}, toParked);
    return db::makePage(std::move(rows), page, [](const ParkedEvent& last) {
        return std::vector<std::string>{last.id.substr(last.subscriber.size() + 1), last.subscriber};
    });
}

bool DeliveryLedger::discard(db::Tx& tx, std::string_view subscriber, std::int64_t sequence) {
    return tx.execute("DELETE FROM host_event_retry WHERE subscriber = $1 AND sequence = $2 AND is_parked = TRUE", {subscriber, sequence}) >
           0;
}

bool DeliveryLedger::unpark(db::Tx& tx, std::string_view subscriber, std::int64_t sequence, Timestamp now) {
    return tx.execute(R"sql(
        UPDATE host_event_retry SET is_parked = FALSE, attempts = 0, next_at = $3
        WHERE subscriber = $1 AND sequence = $2 AND is_parked = TRUE)sql",
                      {subscriber, sequence, now}) > 0;
}

}  // namespace congvu::host
