// SPDX-License-Identifier: Apache-2.0
#include "inbox/storage/WorkItemRepository.h"

#include "shared/storage/Conditions.h"
#include "shared/storage/CursorNumber.h"

#include "congvu/text/Text.h"

#include <algorithm>

namespace congvu::core {

namespace {

constexpr std::string_view kColumns =
    "id, plugin, entity_type, entity_id, kind, assignee_key, agency_id, title, subtitle, from_name, "
    "urgency, due_on, link, created_at, done_at, reminded_of, unit_id, document_type";

WorkItem itemFrom(const db::Row& row) {
    WorkItem item;
    item.id = row.string(0);
    item.entity = {row.string(1), row.string(2), row.string(3)};
    item.kind = row.string(4);
    item.assigneeKey = row.string(5);
    item.agencyId = row.string(6);
    item.title = row.string(7);
    item.subtitle = row.string(8);
    item.fromName = row.string(9);
    item.urgency = row.string(10);
    item.dueOn = row.optionalDate(11);
    item.link = row.string(12);
    item.createdAt = row.time(13);
    item.doneAt = row.optionalTime(14);
    item.remindedOf = row.string(15);
    item.unitId = row.string(16);
    item.documentType = row.string(17);
    return item;
}

/// Which of the three orders a list has, with the conditions and the cursor that belong to it.
struct ListOrder {
    std::string condition;
    std::string orderBy;
    std::vector<std::string> (*cursorOf)(const WorkItem&);
};

const ListOrder kOpenOrder{"done_at IS NULL", "id DESC", [](const WorkItem& item) { return std::vector{item.id, std::string{}}; }};
const ListOrder kDueOrder{"done_at IS NULL AND due_on IS NOT NULL", "due_on, id", [](const WorkItem& item) {
                              return std::vector{item.id, item.dueOn->toString()};
                          }};
const ListOrder kDoneOrder{"done_at IS NOT NULL", "done_at DESC, id DESC", [](const WorkItem& item) {
                               return std::vector{item.id, std::to_string(item.doneAt->time_since_epoch().count())};
                           }};

const ListOrder& orderOf(const WorkFilter& filter) {
    if (filter.isDone) {
        return kDoneOrder;
    }
    return filter.due == "overdue" || filter.due == "soon" ? kDueOrder : kOpenOrder;
}

void addCursor(Conditions& where, const ListOrder& order, const std::vector<std::string>& cursor) {
    if (cursor.empty()) {
        return;
    }
    const auto id = where.bind(std::string_view{cursor[0]});
    if (&order == &kOpenOrder) {
        where.addLiteral("id < " + id);
    } else if (&order == &kDueOrder) {
        const auto day = where.bind(std::string_view{cursor[1]});
        where.addLiteral("(due_on, id) > (" + day + ", " + id + ")");
    } else {
        const auto at = where.bind(cursorNumber(cursor[1]));
        where.addLiteral("(done_at, id) < (" + at + ", " + id + ")");
    }
}

void addFilter(Conditions& where, const WorkFilter& filter, const DueDates& dates, const std::vector<std::string>& patterns) {
    where.addIfGiven("plugin =", filter.plugin).addIfGiven("kind =", filter.kind);
    if (filter.due == "overdue") {
        where.add("due_on <", dates.today);
    } else if (filter.due == "soon") {
        where.add("due_on >=", dates.today).add("due_on <=", dates.soonUntil);
    } else if (filter.due == "none") {
        where.addLiteral("due_on IS NULL");
    }
    for (const auto& pattern : patterns) {
        where.addLiteral("folded LIKE " + where.bind(std::string_view{pattern}) + " ESCAPE '!'");
    }
}

/// What a mandate leaves of a desk. An item that does not say whose work or which document it is may turn out to lie inside: the act
/// itself decides.
std::string narrowed(Conditions& where, const DeskPart& part) {
    if (part.mandateId.empty()) {
        return {};
    }
    std::string text = part.kinds.empty() ? " AND FALSE" : " AND kind IN (" + where.bindAll(part.kinds) + ")";
    if (!part.unitIds.empty()) {
        text += " AND (unit_id = '' OR unit_id IN (" + where.bindAll(part.unitIds) + "))";
    }
    if (!part.documentTypes.empty()) {
        text += " AND (document_type = '' OR document_type IN (" + where.bindAll(part.documentTypes) + "))";
    }
    return text;
}

/// "%word%" with the signs of LIKE taken literally.
std::string patternOf(const std::string& word) {
    std::string pattern = "%";
    for (const char c : word) {
        if (c == '%' || c == '_' || c == '!') {
            pattern.push_back('!');
        }
        pattern.push_back(c);
    }
    return pattern + "%";
}

}  // namespace

bool WorkItemRepository::insert(db::Tx& tx, const WorkItem& item) const {
    const auto folded = text::fold(item.title + " " + item.subtitle + " " + item.fromName);
    return tx.execute(R"(
        INSERT INTO core_work_item (id, plugin, entity_type, entity_id, kind, assignee_key, agency_id, title, subtitle, from_name, urgency,
                                    due_on, link, folded, created_at, done_at, reminded_of, unit_id, document_type)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, NULL, '', $16, $17)
        ON CONFLICT DO NOTHING)",
                      {item.id, item.entity.plugin, item.entity.type, item.entity.id, item.kind, item.assigneeKey, item.agencyId,
                       item.title, item.subtitle, item.fromName, item.urgency, item.dueOn, item.link, folded, item.createdAt, item.unitId,
                       item.documentType}) == 1;
}

std::vector<WorkItem> WorkItemRepository::openOf(db::Reader& reader, const EntityRef& entity, std::string_view kind,
                                                 std::string_view assigneeKey) const {
    Conditions where;
    where.add("entity_id =", entity.id).add("plugin =", entity.plugin).add("entity_type =", entity.type);
    if (!kind.empty()) {
        where.add("kind =", kind);
    }
    if (!assigneeKey.empty()) {
        where.add("assignee_key =", assigneeKey);
    }
    return reader.list(
        "SELECT " + std::string{kColumns} + " FROM core_work_item WHERE done_at IS NULL" + where.text() + " ORDER BY id LIMIT 10000",
        where.params(), itemFrom);
}

void WorkItemRepository::setDone(db::Tx& tx, std::string_view id, Timestamp at) const {
    tx.execute("UPDATE core_work_item SET done_at = $2 WHERE id = $1", {id, at});
}

void WorkItemRepository::setDue(db::Tx& tx, std::string_view id, std::optional<Date> dueOn) const {
    tx.execute("UPDATE core_work_item SET due_on = $2, reminded_of = '' WHERE id = $1", {id, dueOn});
}

std::optional<WorkItem> WorkItemRepository::find(db::Reader& reader, std::string_view id) const {
    return reader.one("SELECT " + std::string{kColumns} + " FROM core_work_item WHERE id = $1", {id}, itemFrom);
}

db::Page<WorkItem> WorkItemRepository::list(db::Reader& reader, const std::vector<DeskPart>& desk, const std::vector<std::string>& plugins,
                                            const WorkFilter& filter, const DueDates& dates, std::string_view personId,
                                            const db::PageRequest& page) const {
    const auto& order = orderOf(filter);
    const auto cursor = page.cursor.empty() ? std::vector<std::string>{} : db::unpackCursor(page.cursor, 2);
    std::vector<std::string> patterns;
    for (const auto& word : filter.words) {
        patterns.push_back(patternOf(word));
    }
    Conditions where;
    const auto person = where.bind(personId);
    const auto limit = where.bind(page.limit + 1);
    where.addIn("plugin", plugins);
    addFilter(where, filter, dates, patterns);
    addCursor(where, order, cursor);
    // One short walk along an index per part, of narrow rows, merged: never a sort of everything that a person has.
    // Two mandates of one giver may open the same item.
    const bool mayRepeat = std::any_of(desk.begin(), desk.end(), [](const DeskPart& part) { return !part.mandateId.empty(); });
    std::string arms;
    for (const auto& part : desk) {
        arms.append(arms.empty() ? ""
                    : mayRepeat  ? " UNION "
                                 : " UNION ALL ")
            .append("SELECT * FROM (SELECT id, due_on, done_at FROM core_work_item WHERE assignee_key = ")
            .append(where.bind(std::string_view{part.assigneeKey}));
        arms.append(" AND ").append(order.condition).append(where.text()).append(narrowed(where, part));
        arms.append(" ORDER BY ").append(order.orderBy).append(" LIMIT ").append(limit).append(") AS arm");
    }
    const auto sql = "SELECT " + std::string{kColumns} +
                     ", EXISTS (SELECT 1 FROM core_work_read r WHERE r.item_id = core_work_item.id AND r.person_id = " + person +
                     ") FROM core_work_item WHERE id IN (SELECT id FROM (" + arms + ") AS merged ORDER BY " + order.orderBy + " LIMIT " +
                     limit + ") ORDER BY " + order.orderBy;
    auto items = reader.list(sql, where.params(), [](const db::Row& row) {
        auto item = itemFrom(row);
        item.isRead = row.boolean(18);
        return item;
    });
    return db::makePage(std::move(items), page, order.cursorOf);
}

std::int64_t WorkItemRepository::countOpen(db::Reader& reader, const DeskPart& part, const std::vector<std::string>& plugins) const {
    Conditions where;
    where.add("assignee_key =", part.assigneeKey).addIn("plugin", plugins);
    const auto limits = narrowed(where, part);
    const auto cap = where.bind(db::kTotalCap);
    return reader
        .one("SELECT count(*) FROM (SELECT 1 FROM core_work_item WHERE done_at IS NULL" + where.text() + limits + " LIMIT " + cap +
                 ") AS capped",
             where.params(), [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

std::vector<WorkItem> WorkItemRepository::dueUntil(db::Reader& reader, Date day, const std::string& afterDueOn,
                                                   const std::string& afterId) const {
    return reader.list("SELECT " + std::string{kColumns} + R"(
        FROM core_work_item WHERE done_at IS NULL AND due_on IS NOT NULL AND due_on <= $1 AND (due_on, id) > ($2, $3)
        ORDER BY due_on, id LIMIT 500)",
                       {day, afterDueOn, afterId}, itemFrom);
}

void WorkItemRepository::setReminded(db::Tx& tx, std::string_view id, std::string_view state) const {
    tx.execute("UPDATE core_work_item SET reminded_of = $2 WHERE id = $1", {id, state});
}

std::vector<std::string> WorkItemRepository::assigneePermissions(db::Reader& reader) const {
    return reader.list("SELECT permission FROM core_work_permission ORDER BY permission LIMIT 1000", {},
                       [](const db::Row& row) { return row.string(0); });
}

void WorkItemRepository::addAssigneePermission(db::Tx& tx, std::string_view permission) const {
    tx.execute("INSERT INTO core_work_permission (permission) VALUES ($1) ON CONFLICT DO NOTHING", {permission});
}

}  // namespace congvu::core
