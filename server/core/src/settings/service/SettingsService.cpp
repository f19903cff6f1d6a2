// SPDX-License-Identifier: Apache-2.0
#include "settings/service/SettingsService.h"

#include "organisation/service/OrganisationAccess.h"
#include "organisation/storage/OrganisationReader.h"
#include "settings/domain/SettingValue.h"
#include "shared/service/AuditDetail.h"

#include "congvu/error/AppError.h"

#include <stdexcept>

namespace congvu::core {

namespace {

/// What a sealed value is bound to: it opens for no other setting and no other unit.
std::string contextOf(std::string_view key, std::string_view unitId) {
    return "setting " + std::string{key} + ' ' + std::string{unitId};
}

}  // namespace

SettingsService::SettingsService(const Needs& needs)
    : db_(needs.db),
      organisation_(needs.organisation),
      plugins_(needs.plugins),
      secrets_(needs.secrets),
      audit_(needs.audit),
      live_(needs.live) {
    reload();
}

void SettingsService::reload() {
    const auto stored = db_.read([&](db::Reader& reader) { return repository_.readAll(reader); });
    auto values = std::make_shared<Values>();
    for (const auto& setting : stored) {
        (*values)[setting.key][setting.unitId] = setting.value;
    }
    values_.store(std::move(values));
}

std::shared_ptr<const SettingFact> SettingsService::declared(std::string_view key) const {
    const auto plugins = plugins_.all();
    for (const auto& plugin : *plugins) {
        for (const auto& fact : plugin.settings) {
            if (fact.key == key) {
                return {plugins, &fact};
            }
        }
    }
    return nullptr;
}

std::shared_ptr<const SettingFact> SettingsService::require(std::string_view key) const {
    auto fact = declared(key);
    if (!fact) {
        throw std::logic_error("the setting " + std::string{key} + " is not declared in a manifest");
    }
    return fact;
}

SettingsService::Found SettingsService::find(const SettingFact& fact, std::string_view unitId) const {
    const auto values = values_.load();
    const auto ofKey = values->find(fact.key);
    if (ofKey == values->end()) {
        return {fact.defaultValue, std::nullopt};
    }
    const auto organisation = organisation_.current();
    const auto* unit = fact.scope == "unit" ? organisation->unit(unitId) : nullptr;
    while (unit != nullptr) {
        if (const auto own = ofKey->second.find(unit->id); own != ofKey->second.end()) {
            return {own->second, unit->id};
        }
        unit = unit->parentId ? organisation->unit(*unit->parentId) : nullptr;
    }
    const auto system = ofKey->second.find("");
    return system == ofKey->second.end() ? Found{fact.defaultValue, std::nullopt} : Found{system->second, ""};
}

std::string SettingsService::text(std::string_view key, std::string_view unitId) const {
    const auto fact = require(key);
    auto found = find(*fact, unitId);
    if (fact->type != "secret" || !found.from) {
        return std::move(found.value);
    }
    return secrets_.open(found.value, contextOf(key, *found.from)).value_or(std::string{});
}

std::int64_t SettingsService::number(std::string_view key, std::string_view unitId) const {
    return std::stoll("0" + find(*require(key), unitId).value);
}

bool SettingsService::boolean(std::string_view key, std::string_view unitId) const {
    return find(*require(key), unitId).value == "true";
}

SettingItem SettingsService::itemFor(const std::string& pluginId, const SettingFact& fact, std::string_view unitId) const {
    const auto found = find(fact, unitId);
    SettingItem item;
    item.key = fact.key;
    item.plugin = pluginId;
    item.type = fact.type;
    item.label = fact.label;
    item.choices = fact.choices;
    item.scope = fact.scope;
    item.value = {settingJson(fact, found.value)};
    item.defaultValue = {settingJson(fact, fact.defaultValue)};
    if (!found.from) {
        item.inheritedFrom = "default";
    } else if (*found.from != unitId) {
        const auto organisation = organisation_.current();
        const auto* unit = organisation->unit(*found.from);
        item.inheritedFrom = unit == nullptr ? "system" : unit->name;
    }
    return item;
}

std::vector<SettingItem> SettingsService::list(std::string_view unitId) const {
    std::vector<SettingItem> items;
    for (const auto& plugin : *plugins_.all()) {
        for (const auto& fact : plugin.settings) {
            items.push_back(itemFor(plugin.id, fact, unitId));
        }
    }
    return items;
}

void SettingsService::change(const http::Caller& by, const SettingChanges& changes) {
    const auto unitId = changes.unitId.value_or("");
    std::vector<FieldError> errors;
    std::vector<Change> values;
    for (std::size_t index = 0; index < changes.changes.size(); ++index) {
        const auto& change = changes.changes[index];
        const auto at = "/changes/" + std::to_string(index);
        const auto fact = declared(change.key);
        if (!fact) {
            errors.push_back({at + "/key", "core.unknown-setting", {}});
        } else if (!unitId.empty() && fact->scope != "unit") {
            errors.push_back({at + "/key", "core.setting-of-system", {}});
        } else if (change.value.text == "null") {
            values.push_back({change.key, std::nullopt});
        } else if (auto checked = checkSettingJson(*fact, change.value.text); !checked.errorCode.empty()) {
            errors.push_back({at + "/value", checked.errorCode, {}});
        } else {
            values.push_back(changeOf(*fact, unitId, std::move(checked.text)));
        }
    }
    if (!errors.empty()) {
        throw AppError::invalid(std::move(errors));
    }
    store(by, unitId, values);
}

void SettingsService::changeText(const http::Caller& by, std::string_view key, const std::optional<std::string>& value,
                                 std::string_view unitId) {
    const auto fact = declared(key);
    if (!fact) {
        throw AppError::invalidField("/key", "core.unknown-setting");
    }
    Change change{std::string{key}, std::nullopt};
    if (value) {
        auto checked = checkSettingText(*fact, *value);
        if (!checked.errorCode.empty()) {
            throw AppError::invalidField("/value", checked.errorCode);
        }
        change = changeOf(*fact, std::string{unitId}, std::move(checked.text));
    }
    store(by, std::string{unitId}, {change});
}

SettingsService::Change SettingsService::changeOf(const SettingFact& fact, const std::string& unitId, std::string checked) const {
    if (fact.type != "secret") {
        return {fact.key, std::move(checked)};
    }
    if (checked.empty()) {
        return {fact.key, std::nullopt, true};
    }
    return {fact.key, secrets_.seal(checked, contextOf(fact.key, unitId)), true};
}

void SettingsService::store(const http::Caller& by, const std::string& unitId, const std::vector<Change>& changes) {
    const auto organisation = organisation_.current();
    if (unitId.empty()) {
        requireWholeSystem(*organisation, by);
    } else {
        requireUnit(*organisation, by, unitId);
    }
    db_.write([&](db::Tx& tx) {
        for (const auto& [key, value, isSecret] : changes) {
            if (value) {
                repository_.put(tx, {key, unitId, *value});
            } else {
                repository_.remove(tx, key, unitId);
            }
            audit_.record(
                tx, by, "core.setting-changed", {"core", "setting", key},
                auditDetail({{"unitId", unitId}, {"value", isSecret ? "" : value.value_or("")}, {"removed", value ? "false" : "true"}}));
        }
        OrganisationReader{}.raiseRevision(tx, "settings");
    });
    reload();
    live_.toEverybody("invalidate", R"({"keys":["settings"]})");
}

}  // namespace congvu::core
