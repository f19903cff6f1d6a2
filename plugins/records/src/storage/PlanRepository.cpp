// SPDX-License-Identifier: Apache-2.0
#include "storage/PlanRepository.h"

#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"

namespace congvu::records {

namespace {

constexpr std::string_view kPlanColumns = "id, agency_id, year, state, decision, approved_by_name, approved_at, created_at, version";
constexpr std::string_view kHeadingColumns = "id, parent_id, position, title, abbreviation, plan_id";
constexpr std::string_view kEntryColumns =
    "e.id, e.heading_id, e.position, e.notation, e.title, e.retention, e.keeper_post_id, e.keeper_name, e.note, e.plan_id";

Plan planOf(const db::Row& row) {
    return {row.string(0),
            row.string(1),
            static_cast<int>(row.integer(2)),
            json::enumFrom<PlanState>(row.text(3)).value_or(PlanState::draft),
            row.string(4),
            row.string(5),
            row.optionalTime(6),
            row.time(7),
            row.integer(8)};
}

Heading headingOf(const db::Row& row) {
    return {row.string(0), row.optionalString(1), row.integer(2), row.string(3), row.string(4)};
}

Entry entryOf(const db::Row& row) {
    return {row.string(0), row.string(1),         row.integer(2), row.string(3), row.string(4),
            row.string(5), row.optionalString(6), row.string(7),  row.string(8)};
}

std::string select(std::string_view columns, std::string_view rest) {
    return "SELECT " + std::string{columns} + ' ' + std::string{rest};
}

}  // namespace

bool PlanRepository::insert(db::Tx& tx, const Plan& plan) const {
    return tx.execute(R"sql(
        INSERT INTO records_plan (id, agency_id, year, state, decision, approved_by_name, approved_at, created_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1) ON CONFLICT DO NOTHING
    )sql",
                      {plan.id, plan.agencyId, plan.year, json::nameOf(plan.state), plan.decision, plan.approvedByName, plan.approvedAt,
                       plan.createdAt}) == 1;
}

void PlanRepository::update(db::Tx& tx, const Plan& plan) const {
    tx.execute(
        "UPDATE records_plan SET state = $2, decision = $3, approved_by_name = $4, approved_at = $5, version = version + 1 WHERE id = $1",
        {plan.id, json::nameOf(plan.state), plan.decision, plan.approvedByName, plan.approvedAt});
}

std::vector<Plan> PlanRepository::ofAgency(db::Reader& reader, std::string_view agencyId) const {
    return reader.list(select(kPlanColumns, "FROM records_plan WHERE agency_id = $1 ORDER BY year DESC LIMIT 100"), {agencyId}, planOf);
}

std::optional<Plan> PlanRepository::find(db::Reader& reader, std::string_view id) const {
    return reader.one(select(kPlanColumns, "FROM records_plan WHERE id = $1"), {id}, planOf);
}

std::optional<Plan> PlanRepository::ofYear(db::Reader& reader, std::string_view agencyId, int year) const {
    return reader.one(select(kPlanColumns, "FROM records_plan WHERE agency_id = $1 AND year = $2"), {agencyId, year}, planOf);
}

std::vector<Heading> PlanRepository::headings(db::Reader& reader, std::string_view planId) const {
    return reader.list(select(kHeadingColumns, "FROM records_heading WHERE plan_id = $1 ORDER BY position, id LIMIT $2"),
                       {planId, kMostHeadings}, headingOf);
}

std::vector<Entry> PlanRepository::entries(db::Reader& reader, std::string_view planId) const {
    return reader.list(select(kEntryColumns, R"sql(FROM records_entry e JOIN records_heading h ON h.id = e.heading_id
        WHERE e.plan_id = $1 ORDER BY h.position, e.heading_id, e.position, e.id LIMIT $2)sql"),
                       {planId, kMostEntries}, entryOf);
}

std::optional<std::pair<Heading, std::string>> PlanRepository::heading(db::Reader& reader, std::string_view id) const {
    return reader.one(select(kHeadingColumns, "FROM records_heading WHERE id = $1"), {id}, [](const db::Row& row) {
        return std::pair{headingOf(row), row.string(5)};
    });
}

std::optional<std::pair<Entry, std::string>> PlanRepository::entry(db::Reader& reader, std::string_view id) const {
    return reader.one(select(kEntryColumns, "FROM records_entry e WHERE e.id = $1"), {id}, [](const db::Row& row) {
        return std::pair{entryOf(row), row.string(9)};
    });
}

void PlanRepository::insertHeading(db::Tx& tx, std::string_view planId, const Heading& heading) const {
    tx.execute("INSERT INTO records_heading (id, plan_id, parent_id, position, title, abbreviation) VALUES ($1, $2, $3, $4, $5, $6)",
               {heading.id, planId, heading.parentId, heading.position, heading.title, heading.abbreviation});
}

void PlanRepository::updateHeading(db::Tx& tx, const Heading& heading) const {
    tx.execute("UPDATE records_heading SET title = $2, abbreviation = $3 WHERE id = $1", {heading.id, heading.title, heading.abbreviation});
}

bool PlanRepository::removeHeading(db::Tx& tx, std::string_view id) const {
    return tx.execute(R"sql(
        DELETE FROM records_heading WHERE id = $1
          AND NOT EXISTS (SELECT 1 FROM records_heading c WHERE c.parent_id = $1)
          AND NOT EXISTS (SELECT 1 FROM records_entry e WHERE e.heading_id = $1)
    )sql",
                      {id}) == 1;
}

bool PlanRepository::insertEntry(db::Tx& tx, std::string_view planId, const Entry& entry) const {
    return tx.execute(R"sql(
        INSERT INTO records_entry (id, plan_id, heading_id, position, notation, title, retention, keeper_post_id, keeper_name, note)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING
    )sql",
                      {entry.id, planId, entry.headingId, entry.position, entry.notation, entry.title, entry.retention, entry.keeperPostId,
                       entry.keeperName, entry.note}) == 1;
}

bool PlanRepository::updateEntry(db::Tx& tx, const Entry& entry) const {
    // The notation is unique in the plan; the condition says so without an error that would end the transaction on PostgreSQL.
    return tx.execute(R"sql(
        UPDATE records_entry SET heading_id = $2, position = $3, notation = $4, title = $5, retention = $6, keeper_post_id = $7,
            keeper_name = $8, note = $9
        WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM records_entry o WHERE o.plan_id = records_entry.plan_id AND o.notation = $4 AND o.id <> $1)
    )sql",
                      {entry.id, entry.headingId, entry.position, entry.notation, entry.title, entry.retention, entry.keeperPostId,
                       entry.keeperName, entry.note}) == 1;
}

void PlanRepository::removeEntry(db::Tx& tx, std::string_view id) const {
    tx.execute("DELETE FROM records_entry WHERE id = $1", {id});
}

bool PlanRepository::isEntryUsed(db::Reader& reader, std::string_view entryId) const {
    return reader.exists("SELECT 1 FROM records_dossier WHERE entry_id = $1 ORDER BY id LIMIT 1", {entryId});
}

}  // namespace congvu::records
