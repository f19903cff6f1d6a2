// SPDX-License-Identifier: Apache-2.0
#include "inbox/storage/WorkCounterRepository.h"

#include "shared/storage/Conditions.h"

namespace congvu::core {

namespace {

std::string dueText(const WorkItem& item) {
    return item.dueOn ? item.dueOn->toString() : std::string{};
}

}  // namespace

void WorkCounterRepository::add(db::Tx& tx, const WorkItem& item) const {
    tx.execute(R"(
        INSERT INTO core_work_counter (assignee_key, plugin, kind, due_on, open_count) VALUES ($1, $2, $3, $4, 1)
        ON CONFLICT (assignee_key, plugin, kind, due_on) DO UPDATE SET open_count = core_work_counter.open_count + 1)",
               {item.assigneeKey, item.entity.plugin, item.kind, dueText(item)});
}

void WorkCounterRepository::subtract(db::Tx& tx, const WorkItem& item) const {
    const auto due = dueText(item);
    const auto left = tx.one(R"(
        UPDATE core_work_counter SET open_count = open_count - 1
        WHERE assignee_key = $1 AND plugin = $2 AND kind = $3 AND due_on = $4 RETURNING open_count)",
                             {item.assigneeKey, item.entity.plugin, item.kind, due}, [](const db::Row& row) { return row.integer(0); });
    if (left == 0) {
        tx.execute("DELETE FROM core_work_counter WHERE assignee_key = $1 AND plugin = $2 AND kind = $3 AND due_on = $4",
                   {item.assigneeKey, item.entity.plugin, item.kind, due});
    }
}

std::vector<WorkCount> WorkCounterRepository::open(db::Reader& reader, const std::vector<std::string>& assigneeKeys,
                                                   const std::vector<std::string>& plugins, const DueDates& dates) const {
    Conditions where;
    const auto today = where.bind(dates.today);
    const auto soonUntil = where.bind(dates.soonUntil);
    where.addIn("assignee_key", assigneeKeys).addIn("plugin", plugins);
    // As DueDates::stateOf has it; a post may have open items on hundreds of days, and only the sums leave the database.
    return reader.list("SELECT plugin, kind, CASE WHEN due_on = '' THEN 'none' WHEN due_on < " + today +
                           " THEN 'overdue' WHEN due_on <= " + soonUntil +
                           " THEN 'soon' ELSE 'in_term' END AS due, CAST(sum(open_count) AS BIGINT) FROM core_work_counter WHERE TRUE" +
                           where.text() + " GROUP BY plugin, kind, due ORDER BY plugin, kind, due LIMIT 10000",
                       where.params(), [](const db::Row& row) {
                           return WorkCount{row.string(0), row.string(1), row.string(2), row.integer(3)};
                       });
}

bool WorkCounterRepository::markRead(db::Tx& tx, const WorkItem& item, std::string_view personId) const {
    if (tx.execute("INSERT INTO core_work_read (item_id, person_id) VALUES ($1, $2) ON CONFLICT DO NOTHING", {item.id, personId}) == 0) {
        return false;
    }
    tx.execute(R"(
        INSERT INTO core_work_read_counter (person_id, assignee_key, plugin, read_count) VALUES ($1, $2, $3, 1)
        ON CONFLICT (person_id, assignee_key, plugin) DO UPDATE SET read_count = core_work_read_counter.read_count + 1)",
               {personId, item.assigneeKey, item.entity.plugin});
    return true;
}

void WorkCounterRepository::forgetReaders(db::Tx& tx, const WorkItem& item) const {
    const auto changed = tx.execute(R"(
        UPDATE core_work_read_counter SET read_count = read_count - 1
        WHERE assignee_key = $2 AND plugin = $3 AND person_id IN (SELECT person_id FROM core_work_read WHERE item_id = $1))",
                                    {item.id, item.assigneeKey, item.entity.plugin});
    if (changed > 0) {
        tx.execute("DELETE FROM core_work_read WHERE item_id = $1", {item.id});
    }
}

std::int64_t WorkCounterRepository::readBy(db::Reader& reader, std::string_view personId, const std::vector<std::string>& assigneeKeys,
                                           const std::vector<std::string>& plugins) const {
    Conditions where;
    where.add("person_id =", personId).addIn("assignee_key", assigneeKeys).addIn("plugin", plugins);
    return reader
        .one("SELECT CAST(COALESCE(sum(read_count), 0) AS BIGINT) FROM core_work_read_counter WHERE TRUE" + where.text(), where.params(),
             [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

}  // namespace congvu::core
