// SPDX-License-Identifier: Apache-2.0
#include "mandates/storage/MandateRepository.h"

#include "shared/storage/Conditions.h"

#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"

namespace congvu::core {

namespace {

constexpr std::string_view kAbsence =
    "SELECT id, post_id, from_on, until_on, reason, entered_by_name, created_at, agency_id, withdrawn_at FROM core_absence";
constexpr std::string_view kMandate =
    "SELECT id, giver_post_id, substitute_post_id, from_on, until_on, acts, unit_ids, document_types, sign_as, basis, absence_id, "
    "given_by_name, created_at, agency_id, revoked_at, revoked_by_name, revocation_reason FROM core_mandate";

AbsenceRow absenceFrom(const db::Row& row) {
    AbsenceRow found;
    found.absence = {row.string(0), row.string(1), {row.date(2), row.date(3)}, row.string(4), row.string(5), row.time(6)};
    found.agencyId = row.string(7);
    found.withdrawnAt = row.optionalTime(8);
    return found;
}

MandateRow mandateFrom(const db::Row& row) {
    MandateRow found;
    auto& mandate = found.mandate;
    mandate.id = row.string(0);
    mandate.giverPostId = row.string(1);
    mandate.substitutePostId = row.string(2);
    mandate.days = {row.date(3), row.date(4)};
    mandate.acts = actsFrom(partsOf(row.text(5)));
    mandate.unitIds = partsOf(row.text(6));
    mandate.documentTypes = partsOf(row.text(7));
    mandate.signAs = json::enumFrom<mandates::SignAs>(row.text(8)).value_or(mandates::SignAs::tuq);
    mandate.basis = row.string(9);
    mandate.absenceId = row.string(10);
    mandate.givenByName = row.string(11);
    mandate.createdAt = row.time(12);
    found.agencyId = row.string(13);
    found.revokedAt = row.optionalTime(14);
    found.revokedByName = row.string(15);
    found.revocationReason = row.string(16);
    return found;
}

template <class Row, class Item>
std::vector<Item> innerOf(std::vector<Row> rows, Item Row::*member) {
    std::vector<Item> items;
    items.reserve(rows.size());
    for (auto& row : rows) {
        items.push_back(std::move(row.*member));
    }
    return items;
}

/// " AND (giver_post_id IN (…) OR substitute_post_id IN (…))", or the agencies.
void narrow(Conditions& where, const MandateFilter& filter, std::string_view postColumn, std::string_view otherPostColumn) {
    if (filter.postIds.empty()) {
        where.addIn("agency_id", filter.agencyIds);
        return;
    }
    const auto posts = "(" + where.bindAll(filter.postIds) + ")";
    auto condition = std::string{postColumn} + " IN " + posts;
    if (!otherPostColumn.empty()) {
        condition = "(" + condition + " OR " + std::string{otherPostColumn} + " IN " + posts + ")";
    }
    where.addLiteral(condition);
}

}  // namespace

MandateBook MandateRepository::read(db::Reader& reader, Date today) const {
    const auto revision =
        reader.one("SELECT value FROM core_revision WHERE name = 'mandates'", {}, [](const db::Row& row) { return row.integer(0); })
            .value_or(0);
    auto absences = reader.list(std::string{kAbsence} + " WHERE withdrawn_at IS NULL AND until_on >= $1 ORDER BY id LIMIT 1000000", {today},
                                absenceFrom);
    auto given =
        reader.list(std::string{kMandate} + " WHERE revoked_at IS NULL AND until_on >= $1 ORDER BY id LIMIT 1000000", {today}, mandateFrom);
    return {revision, innerOf(std::move(absences), &AbsenceRow::absence), innerOf(std::move(given), &MandateRow::mandate)};
}

void MandateRepository::insert(db::Tx& tx, const Absence& absence, std::string_view agencyId) const {
    tx.execute(R"(
        INSERT INTO core_absence (id, post_id, agency_id, from_on, until_on, reason, entered_by_name, created_at, withdrawn_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL))",
               {absence.id, absence.postId, agencyId, absence.days.from, absence.days.until, absence.reason, absence.enteredByName,
                absence.createdAt});
}

std::optional<AbsenceRow> MandateRepository::findAbsence(db::Reader& reader, std::string_view id) const {
    return reader.one(std::string{kAbsence} + " WHERE id = $1", {id}, absenceFrom);
}

void MandateRepository::endAbsence(db::Tx& tx, std::string_view id, Date lastDay, Timestamp at) const {
    tx.execute("UPDATE core_absence SET withdrawn_at = $3 WHERE id = $1 AND withdrawn_at IS NULL AND from_on > $2", {id, lastDay, at});
    tx.execute("UPDATE core_absence SET until_on = $2 WHERE id = $1 AND withdrawn_at IS NULL AND until_on > $2", {id, lastDay});
}

db::Page<AbsenceRow> MandateRepository::absences(db::Reader& reader, const MandateFilter& filter, const db::PageRequest& page) const {
    Conditions where;
    narrow(where, filter, "post_id", "");
    if (filter.notOverOn) {
        where.addLiteral("withdrawn_at IS NULL").add("until_on >=", *filter.notOverOn);
    }
    const auto last = page.cursor.empty() ? std::string{} : db::unpackCursor(page.cursor, 1)[0];
    if (!last.empty()) {
        where.add("id <", last);
    }
    const auto limit = where.bind(page.limit + 1);
    auto rows =
        reader.list(std::string{kAbsence} + " WHERE TRUE" + where.text() + " ORDER BY id DESC LIMIT " + limit, where.params(), absenceFrom);
    return db::makePage(std::move(rows), page, [](const AbsenceRow& row) { return std::vector{row.absence.id}; });
}

void MandateRepository::insert(db::Tx& tx, const Mandate& mandate, std::string_view agencyId) const {
    tx.execute(R"(
        INSERT INTO core_mandate (id, giver_post_id, substitute_post_id, agency_id, from_on, until_on, acts, unit_ids, document_types,
                                  sign_as, basis, absence_id, given_by_name, created_at, revoked_at, revoked_by_name, revocation_reason)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, NULL, '', ''))",
               {mandate.id, mandate.giverPostId, mandate.substitutePostId, agencyId, mandate.days.from, mandate.days.until,
                commaList(namesOf(mandate.acts)), commaList(mandate.unitIds), commaList(mandate.documentTypes),
                json::nameOf(mandate.signAs), mandate.basis, mandate.absenceId, mandate.givenByName, mandate.createdAt});
}

std::optional<MandateRow> MandateRepository::findMandate(db::Reader& reader, std::string_view id) const {
    return reader.one(std::string{kMandate} + " WHERE id = $1", {id}, mandateFrom);
}

bool MandateRepository::stands(db::Reader& reader, std::string_view id, Date day) const {
    return reader
        .one("SELECT 1 FROM core_mandate WHERE id = $1 AND revoked_at IS NULL AND from_on <= $2 AND until_on >= $2", {id, day},
             [](const db::Row&) { return true; })
        .value_or(false);
}

bool MandateRepository::revoke(db::Tx& tx, std::string_view id, std::string_view byName, std::string_view reason, Timestamp at) const {
    return tx.execute(
               "UPDATE core_mandate SET revoked_at = $4, revoked_by_name = $2, revocation_reason = $3 "
               "WHERE id = $1 AND revoked_at IS NULL",
               {id, byName, reason, at}) == 1;
}

std::vector<MandateRow> MandateRepository::mandatesOfAbsence(db::Reader& reader, std::string_view absenceId) const {
    return reader.list(std::string{kMandate} + " WHERE absence_id = $1 AND revoked_at IS NULL ORDER BY id LIMIT 1000", {absenceId},
                       mandateFrom);
}

db::Page<MandateRow> MandateRepository::mandates(db::Reader& reader, const MandateFilter& filter, const db::PageRequest& page) const {
    Conditions where;
    narrow(where, filter, "giver_post_id", "substitute_post_id");
    const auto last = page.cursor.empty() ? std::string{} : db::unpackCursor(page.cursor, 1)[0];
    if (!last.empty()) {
        where.add("id <", last);
    }
    const auto limit = where.bind(page.limit + 1);
    auto rows =
        reader.list(std::string{kMandate} + " WHERE TRUE" + where.text() + " ORDER BY id DESC LIMIT " + limit, where.params(), mandateFrom);
    return db::makePage(std::move(rows), page, [](const MandateRow& row) { return std::vector{row.mandate.id}; });
}

}  // namespace congvu::core
