// SPDX-License-Identifier: Apache-2.0
#include "storage/DossierRepository.h"

#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"
#include "congvu/lists/MarkerFilter.h"
#include "congvu/text/Text.h"

#include <charconv>

namespace congvu::records {

namespace {

constexpr std::string_view kColumns = R"sql(d.id, d.agency_id, d.entry_id, d.year, d.notation, d.title, d.retention, d.rights, d.language,
    d.description, d.kind, d.unit_id, d.unit_name, d.keeper_post_id, d.keeper_name, d.state, d.started_on, d.ended_on, d.due_on,
    d.document_count, d.page_count, d.transfer_id, d.created_at, d.updated_at, d.version)sql";
constexpr std::string_view kNotDue = "9999-12-31";

Dossier dossierOf(const db::Row& row) {
    Dossier dossier;
    dossier.id = row.string(0);
    dossier.agencyId = row.string(1);
    dossier.entryId = row.optionalString(2);
    dossier.year = static_cast<int>(row.integer(3));
    dossier.notation = row.string(4);
    dossier.title = row.string(5);
    dossier.retention = row.string(6);
    dossier.rights = row.string(7);
    dossier.language = row.string(8);
    dossier.description = row.string(9);
    dossier.kind = json::enumFrom<DossierKind>(row.text(10)).value_or(DossierKind::ordinary);
    dossier.unitId = row.string(11);
    dossier.unitName = row.string(12);
    dossier.keeperPostId = row.string(13);
    dossier.keeperName = row.string(14);
    dossier.state = json::enumFrom<DossierState>(row.text(15)).value_or(DossierState::open);
    dossier.startedOn = row.date(16);
    dossier.endedOn = row.optionalDate(17);
    dossier.dueOn = row.optionalDate(18);
    dossier.documentCount = row.integer(19);
    dossier.pageCount = row.integer(20);
    dossier.transferId = row.optionalString(21);
    dossier.createdAt = row.time(22);
    dossier.updatedAt = row.time(23);
    dossier.version = row.integer(24);
    return dossier;
}

std::string dueSortOf(const Dossier& dossier) {
    return dossier.dueOn ? dossier.dueOn->toString() : std::string{kNotDue};
}

std::string foldedOf(const Dossier& dossier) {
    return text::fold(dossier.notation + ' ' + dossier.title + ' ' + dossier.keeperName + ' ' + dossier.unitName + ' ' +
                      dossier.description + ' ' + std::to_string(dossier.year));
}

/// Every word must occur somewhere in the folded text; "%" and "_" of the user are plain characters.
void restrictToText(db::Conditions& conditions, std::string_view folded) {
    while (!folded.empty()) {
        const auto end = folded.find(' ');
        std::string pattern = "%";
        for (const char character : folded.substr(0, end)) {
            if (character == '%' || character == '_' || character == '\\') {
                pattern += '\\';
            }
            pattern += character;
        }
        conditions.where("d.folded LIKE ? ESCAPE '\\'", {conditions.keep(pattern + '%')});
        folded = end == std::string_view::npos ? std::string_view{} : folded.substr(end + 1);
    }
}

void restrictToFilter(db::Conditions& conditions, const DossierFilter& filter, const Viewer& viewer) {
    DossierRepository::restrictTo(conditions, viewer);
    if (filter.scope == DossierScope::mine) {
        conditions.where("d.keeper_post_id = ?", {viewer.postId});
    }
    if (filter.state) {
        conditions.where("d.state = ?", {json::nameOf(*filter.state)});
    }
    if (filter.year) {
        conditions.where("d.year = ?", {*filter.year});
    }
    if (filter.dueUntil) {
        conditions.where("d.due_on <= ?", {*filter.dueUntil});
    }
    if (!filter.markerId.empty()) {
        conditions.where(lists::markedCondition({"d.id", "records", "dossier"}, "?", "?"), {filter.markerOwner, filter.markerId});
    }
    restrictToText(conditions, filter.foldedText);
}

/// " FROM " with the table of dossiers; what is marked is read first, there is little of it.
std::string fromDossiers(const DossierFilter& filter) {
    return (filter.markerId.empty() ? " FROM " : " FROM " + std::string{lists::kMarkedFrom}) + "records_dossier d ";
}

/// The time of a cursor; AppError invalid when it is no number.
std::int64_t timeOf(const std::string& text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) {
        throw AppError::invalidField("/cursor", "bad-cursor");
    }
    return value;
}

}  // namespace

void DossierRepository::restrictTo(db::Conditions& conditions, const Viewer& viewer) {
    conditions.where("d.agency_id = ?", {viewer.agencyId});
    if (!viewer.mayReadAll) {
        const auto head = viewer.mayReadUnit ? "head:" + viewer.unitId : std::string{};
        conditions.where("d.id IN (SELECT a.dossier_id FROM records_access a WHERE a.token IN (?, ?, ?))",
                         {conditions.keep("post:" + viewer.postId), conditions.keep("unit:" + viewer.unitId), conditions.keep(head)});
    }
}

bool DossierRepository::insert(db::Tx& tx, const Dossier& d) const {
    const auto dueSort = dueSortOf(d);
    const auto folded = foldedOf(d);
    return tx.execute(R"sql(
        INSERT INTO records_dossier (id, agency_id, entry_id, year, notation, title, retention, rights, language, description, kind, unit_id,
            unit_name, keeper_post_id, keeper_name, state, started_on, ended_on, due_on, due_sort, document_count, page_count, transfer_id,
            folded, created_at, updated_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $25, 1)
        ON CONFLICT DO NOTHING
    )sql",
                      {d.id,
                       d.agencyId,
                       d.entryId,
                       d.year,
                       d.notation,
                       d.title,
                       d.retention,
                       d.rights,
                       d.language,
                       d.description,
                       json::nameOf(d.kind),
                       d.unitId,
                       d.unitName,
                       d.keeperPostId,
                       d.keeperName,
                       json::nameOf(d.state),
                       d.startedOn,
                       d.endedOn,
                       d.dueOn,
                       dueSort,
                       d.documentCount,
                       d.pageCount,
                       d.transferId,
                       folded,
                       d.createdAt}) == 1;
}

bool DossierRepository::update(db::Tx& tx, const Dossier& d) const {
    const auto dueSort = dueSortOf(d);
    const auto folded = foldedOf(d);
    return tx.execute(
               R"sql(
        UPDATE records_dossier SET title = $2, retention = $3, rights = $4, language = $5, description = $6, kind = $7, state = $8,
            started_on = $9, ended_on = $10, due_on = $11, due_sort = $12, document_count = $13, page_count = $14, transfer_id = $15,
            folded = $16, updated_at = $17, version = $18
        WHERE id = $1 AND version = $18 - 1
    )sql",
               {d.id, d.title, d.retention, d.rights, d.language, d.description, json::nameOf(d.kind), json::nameOf(d.state), d.startedOn,
                d.endedOn, d.dueOn, dueSort, d.documentCount, d.pageCount, d.transferId, folded, d.updatedAt, d.version}) == 1;
}

std::optional<Dossier> DossierRepository::findVisible(db::Reader& reader, std::string_view id, const Viewer& viewer) const {
    db::Conditions conditions;
    conditions.where("d.id = ?", {id});
    restrictTo(conditions, viewer);
    return reader.one("SELECT " + std::string{kColumns} + " FROM records_dossier d WHERE " + conditions.sql(), conditions.params(),
                      dossierOf);
}

std::vector<Dossier> DossierRepository::findAllVisible(db::Reader& reader, const std::vector<std::string>& ids,
                                                       const Viewer& viewer) const {
    if (ids.empty()) {
        return {};
    }
    db::Conditions conditions;
    std::string places;
    for (const auto& id : ids) {
        places += (places.empty() ? "" : ", ") + conditions.bind(id);
    }
    restrictTo(conditions, viewer);
    return reader.list("SELECT " + std::string{kColumns} + " FROM records_dossier d WHERE d.id IN (" + places + ") AND " +
                           conditions.sql() + " ORDER BY d.id LIMIT 200",
                       conditions.params(), dossierOf);
}

db::Page<Dossier> DossierRepository::list(db::Reader& reader, const DossierFilter& filter, const Viewer& viewer,
                                          const db::PageRequest& request) const {
    db::Conditions conditions;
    restrictToFilter(conditions, filter, viewer);
    std::optional<std::int64_t> total;
    if (request.cursor.empty()) {
        const auto sql = "SELECT COUNT(*) FROM (SELECT 1" + fromDossiers(filter) + "WHERE " + conditions.sql() + " LIMIT " +
                         std::to_string(db::kTotalCap) + ") capped";
        total = reader.one(sql, conditions.params(), [](const db::Row& row) { return row.integer(0); });
    }
    const bool isByDue = filter.order == DossierOrder::due;
    std::vector<std::string> after;
    if (!request.cursor.empty()) {
        after = db::unpackCursor(request.cursor, 2);
        if (isByDue) {
            conditions.where("(d.due_sort, d.id) > (?, ?)", {after[0], after[1]});
        } else {
            conditions.where("(d.updated_at, d.id) < (?, ?)", {timeOf(after[0]), after[1]});
        }
    }
    auto sql = "SELECT " + std::string{kColumns} + fromDossiers(filter) + "WHERE " + conditions.sql();
    sql += isByDue ? " ORDER BY d.due_sort, d.id" : " ORDER BY d.updated_at DESC, d.id DESC";
    sql += " LIMIT " + conditions.bind(request.limit + 1);
    auto page = db::makePage(reader.list(sql, conditions.params(), dossierOf), request, [&](const Dossier& last) {
        return std::vector{isByDue ? dueSortOf(last) : std::to_string(last.updatedAt.time_since_epoch().count()), last.id};
    });
    page.total = total;
    return page;
}

std::int64_t DossierRepository::countOfYear(db::Reader& reader, std::string_view agencyId, int year) const {
    return reader
        .one("SELECT COUNT(*) FROM records_dossier WHERE agency_id = $1 AND year = $2", {agencyId, year},
             [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

std::vector<Participant> DossierRepository::participants(db::Reader& reader, std::string_view dossierId) const {
    return reader.list("SELECT token, name FROM records_access WHERE dossier_id = $1 AND name <> '' ORDER BY name, token LIMIT 100",
                       {dossierId}, [](const db::Row& row) {
                           const auto token = row.text(0);
                           const auto colon = token.find(':');
                           return Participant{std::string{token.substr(0, colon)}, std::string{token.substr(colon + 1)}, row.string(1)};
                       });
}

bool DossierRepository::isParticipant(db::Reader& reader, std::string_view dossierId, const Viewer& viewer) const {
    const auto post = "post:" + viewer.postId;
    const auto unit = "unit:" + viewer.unitId;
    return reader.exists("SELECT 1 FROM records_access WHERE dossier_id = $1 AND token IN ($2, $3)", {dossierId, post, unit});
}

void DossierRepository::writeAccess(db::Tx& tx, const Dossier& dossier, const std::vector<Participant>& participants) const {
    tx.execute("DELETE FROM records_access WHERE dossier_id = $1", {dossier.id});
    const auto grant = [&](const std::string& token, const std::string& name) {
        tx.execute("INSERT INTO records_access (dossier_id, token, name) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                   {dossier.id, token, name});
    };
    grant("post:" + dossier.keeperPostId, "");
    grant("head:" + dossier.unitId, "");
    for (const auto& participant : participants) {
        grant(participant.kind + ':' + participant.id, participant.name);
    }
}

std::vector<Dossier> DossierRepository::ofTransfer(db::Reader& reader, std::string_view transferId) const {
    return reader.list(
        "SELECT " + std::string{kColumns} + " FROM records_dossier d WHERE d.transfer_id = $1 ORDER BY d.year, d.notation LIMIT 500",
        {transferId}, dossierOf);
}

std::vector<Dossier> DossierRepository::toNotice(db::Reader& reader, const Date& dueUntil, const std::optional<Dossier>& last,
                                                 std::int64_t limit) const {
    const auto afterDay = last ? dueSortOf(*last) : std::string{};
    const auto afterId = last ? last->id : std::string{};
    return reader.list("SELECT " + std::string{kColumns} + R"sql( FROM records_dossier d
        WHERE d.state = 'closed' AND d.due_sort <= $1 AND (d.due_sort, d.id) > ($2, $3)
          AND (d.noticed_for IS NULL OR d.noticed_for <> d.due_on)
        ORDER BY d.due_sort, d.id LIMIT $4)sql",
                       {dueUntil, afterDay, afterId, limit}, dossierOf);
}

void DossierRepository::markNoticed(db::Tx& tx, std::string_view id, const Date& dueOn) const {
    tx.execute("UPDATE records_dossier SET noticed_for = $2 WHERE id = $1", {id, dueOn});
}

std::vector<Dossier> DossierRepository::holding(db::Reader& reader, const EntityRef& entity, const Viewer& viewer) const {
    db::Conditions conditions;
    conditions.where(
        "d.id IN (SELECT i.dossier_id FROM records_item i WHERE i.entity_id = ? AND i.entity_type = ? AND i.entity_plugin = ?)",
        {entity.id, entity.type, entity.plugin});
    restrictTo(conditions, viewer);
    return reader.list("SELECT " + std::string{kColumns} + " FROM records_dossier d WHERE " + conditions.sql() +
                           " ORDER BY d.updated_at DESC, d.id LIMIT 100",
                       conditions.params(), dossierOf);
}

}  // namespace congvu::records
