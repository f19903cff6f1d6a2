// SPDX-License-Identifier: Apache-2.0
#include "storage/NumberingRepository.h"

#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"

namespace congvu::outgoing {

namespace {

/// The groups as they lie in the database.
struct StoredGroups {
    std::vector<TypeGroup> groups;
};

constexpr const char* kSelectRule = R"sql(
        SELECT id, agency_id, applies_to, pattern, issuer, effective_from, note, created_by_name, created_at FROM outgoing_symbol_rule )sql";

SymbolRule ruleOfRow(const db::Row& row) {
    return {row.string(0), row.string(1), row.string(2), row.string(3), row.string(4),
            row.date(5),   row.string(6), row.string(7), row.time(8)};
}

}  // namespace

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::StoredGroups> {
    static auto fields() { return std::tuple{field("groups", &congvu::outgoing::StoredGroups::groups)}; }
};

namespace congvu::outgoing {

std::vector<SymbolRule> NumberingRepository::rules(db::Reader& reader, std::string_view agencyId) const {
    static const std::string statement =
        std::string{kSelectRule} + "WHERE agency_id = $1 ORDER BY effective_from DESC, applies_to LIMIT 500";
    return reader.list(statement, {agencyId}, ruleOfRow);
}

std::optional<SymbolRule> NumberingRepository::rule(db::Reader& reader, std::string_view agencyId, std::string_view id) const {
    static const std::string statement = std::string{kSelectRule} + "WHERE id = $2 AND agency_id = $1";
    return reader.one(statement, {agencyId, id}, ruleOfRow);
}

bool NumberingRepository::insertRule(db::Tx& tx, const SymbolRule& rule) const {
    return tx.execute(R"sql(
        INSERT INTO outgoing_symbol_rule (id, agency_id, applies_to, pattern, issuer, effective_from, note, created_by_name, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING)sql",
                      {rule.id, rule.agencyId, rule.appliesTo, rule.pattern, rule.issuer, rule.effectiveFrom, rule.note, rule.createdByName,
                       rule.createdAt}) == 1;
}

void NumberingRepository::removeRule(db::Tx& tx, std::string_view id) const {
    tx.execute("DELETE FROM outgoing_symbol_rule WHERE id = $1", {id});
}

std::vector<NumberingDecision> NumberingRepository::decisions(db::Reader& reader, std::string_view agencyId) const {
    return reader.list(R"sql(
        SELECT from_year, numbering, groups_json, decision, created_by_name, created_at
        FROM outgoing_numbering WHERE agency_id = $1 ORDER BY from_year DESC LIMIT 100)sql",
                       {agencyId}, [](const db::Row& row) {
                           return NumberingDecision{row.integer(0),
                                                    json::enumFrom<Numbering>(row.text(1)).value_or(Numbering::oneSequence),
                                                    json::decode<StoredGroups>(row.text(2)).groups,
                                                    row.string(3),
                                                    row.string(4),
                                                    row.time(5)};
                       });
}

void NumberingRepository::putDecision(db::Tx& tx, std::string_view agencyId, const NumberingDecision& decision) const {
    tx.execute(R"sql(
        INSERT INTO outgoing_numbering (agency_id, from_year, numbering, groups_json, decision, created_by_name, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (agency_id, from_year) DO UPDATE SET numbering = $3, groups_json = $4, decision = $5, created_by_name = $6, created_at = $7)sql",
               {agencyId, decision.fromYear, json::nameOf(decision.numbering), json::toText(StoredGroups{decision.groups}),
                decision.decision, decision.createdByName, decision.createdAt});
}

}  // namespace congvu::outgoing
