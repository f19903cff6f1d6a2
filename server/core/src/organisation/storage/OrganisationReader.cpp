// SPDX-License-Identifier: Apache-2.0
#include "organisation/storage/OrganisationReader.h"

#include "shared/domain/StringMap.h"

#include "congvu/json/Decode.h"

namespace congvu::core {

namespace {

std::vector<Unit> readUnits(db::Reader& reader) {
    return reader.list(R"(
        SELECT id, parent_id, name, short_name, code, kind, status, abbreviation, organ_id, place, superior_name, sort_order, version
        FROM core_unit ORDER BY sort_order, sort_key, id LIMIT 100000)",
                       {}, [](const db::Row& row) {
                           Unit unit;
                           unit.id = row.string(0);
                           unit.parentId = row.optionalString(1);
                           unit.name = row.string(2);
                           unit.shortName = row.string(3);
                           unit.code = row.string(4);
                           unit.kind = json::enumFrom<UnitKind>(row.text(5)).value_or(UnitKind::division);
                           unit.status = json::enumFrom<UnitStatus>(row.text(6)).value_or(UnitStatus::closed);
                           unit.abbreviation = row.string(7);
                           unit.organId = row.string(8);
                           unit.place = row.string(9);
                           unit.superiorName = row.string(10);
                           unit.sortOrder = row.integer(11);
                           unit.version = row.integer(12);
                           return unit;
                       });
}

std::vector<Person> readPeople(db::Reader& reader) {
    return reader.list(R"(
        SELECT id, agency_id, name, folded, sort_key, username, email, phone, must_change_password, status, locale, theme, density, version
        FROM core_person ORDER BY sort_key, id LIMIT 1000000)",
                       {}, [](const db::Row& row) {
                           Person person;
                           person.id = row.string(0);
                           person.agencyId = row.string(1);
                           person.name = row.string(2);
                           person.folded = row.string(3);
                           person.sortKey = row.string(4);
                           person.username = row.string(5);
                           person.email = row.string(6);
                           person.phone = row.string(7);
                           person.mustChangePassword = row.boolean(8);
                           person.status = json::enumFrom<PersonStatus>(row.text(9)).value_or(PersonStatus::disabled);
                           person.locale = row.string(10);
                           person.theme = row.string(11);
                           person.density = row.string(12);
                           person.version = row.integer(13);
                           return person;
                       });
}

std::vector<Post> readPosts(db::Reader& reader) {
    auto posts = reader.list(R"(
        SELECT id, person_id, unit_id, title, is_main, from_on, until_on, version FROM core_post ORDER BY id LIMIT 1000000)",
                             {}, [](const db::Row& row) {
                                 Post post;
                                 post.id = row.string(0);
                                 post.personId = row.string(1);
                                 post.unitId = row.string(2);
                                 post.title = row.string(3);
                                 post.main = row.boolean(4);
                                 post.from = row.date(5);
                                 post.until = row.optionalDate(6);
                                 post.version = row.integer(7);
                                 return post;
                             });
    StringMap<std::size_t> numbers;
    for (std::size_t number = 0; number < posts.size(); ++number) {
        numbers.emplace(posts[number].id, number);
    }
    reader.query("SELECT post_id, role_id FROM core_post_role ORDER BY post_id, role_id LIMIT 10000000", {}, [&](const db::Row& row) {
        if (const auto found = numbers.find(row.text(0)); found != numbers.end()) {
            posts[found->second].roles.push_back(row.string(1));
        }
    });
    return posts;
}

std::vector<Role> readRoles(db::Reader& reader) {
    auto roles = reader.list("SELECT id, name_vi, name_en, built_in, version FROM core_role ORDER BY sort_order, id LIMIT 1000", {},
                             [](const db::Row& row) {
                                 Role role;
                                 role.id = row.string(0);
                                 role.name = {row.string(1), row.string(2)};
                                 role.builtIn = row.boolean(3);
                                 role.version = row.integer(4);
                                 return role;
                             });
    reader.query("SELECT role_id, permission FROM core_role_permission ORDER BY role_id, permission LIMIT 1000000", {},
                 [&](const db::Row& row) {
                     for (auto& role : roles) {
                         if (role.id == row.text(0)) {
                             role.permissions.push_back(row.string(1));
                         }
                     }
                 });
    return roles;
}

std::vector<PluginRule> readRules(db::Reader& reader) {
    return reader.list(R"(
        SELECT unit_id, plugin_id, rule, from_on, until_on, reason FROM core_plugin_rule ORDER BY unit_id, plugin_id LIMIT 1000000)",
                       {}, [](const db::Row& row) {
                           PluginRule rule;
                           rule.unitId = row.string(0);
                           rule.pluginId = row.string(1);
                           rule.rule = json::enumFrom<RuleKind>(row.text(2)).value_or(RuleKind::inherit);
                           rule.from = row.optionalDate(3);
                           rule.until = row.optionalDate(4);
                           rule.reason = row.string(5);
                           return rule;
                       });
}

}  // namespace

OrganisationData OrganisationReader::readAll(db::Reader& reader) const {
    OrganisationData data;
    data.revision = revision(reader, "organisation");
    data.units = readUnits(reader);
    data.people = readPeople(reader);
    data.posts = readPosts(reader);
    data.roles = readRoles(reader);
    data.rules = readRules(reader);
    return data;
}

std::int64_t OrganisationReader::revision(db::Reader& reader, std::string_view name) const {
    return reader.one("SELECT value FROM core_revision WHERE name = $1", {name}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

void OrganisationReader::raiseRevision(db::Tx& tx, std::string_view name) const {
    tx.execute("UPDATE core_revision SET value = value + 1 WHERE name = $1", {name});
}

}  // namespace congvu::core
