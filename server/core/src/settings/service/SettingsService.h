// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/service/OrganisationStore.h"
#include "secrets/service/SecretBox.h"
#include "settings/domain/SettingItem.h"
#include "settings/storage/SettingRepository.h"
#include "shared/domain/SharedValue.h"
#include "shared/domain/StringMap.h"
#include "shared/service/PluginFactsCache.h"

#include "congvu/audit/Audit.h"
#include "congvu/settings/Settings.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// Values of the settings that manifests declare, from memory: the nearest unit upwards, else the system, else the default.
class SettingsService final : public settings::Settings {
public:
    struct Needs {
        db::Db& db;
        const OrganisationStore& organisation;
        const PluginFactsCache& plugins;
        const SecretBox& secrets;
        audit::Audit& audit;
        LiveSink& live;
    };
    explicit SettingsService(const Needs& needs);

    /// A secret is opened; one that cannot be opened (the key of the data folder is another one) counts as empty.
    [[nodiscard]] std::string text(std::string_view key, std::string_view unitId = {}) const override;
    [[nodiscard]] std::int64_t number(std::string_view key, std::string_view unitId = {}) const override;
    [[nodiscard]] bool boolean(std::string_view key, std::string_view unitId = {}) const override;

    /// Every declared setting as it is for a unit, or (empty) for the system.
    [[nodiscard]] std::vector<SettingItem> list(std::string_view unitId) const;
    /// Checks and stores all changes of one call or none.
    void change(const http::Caller& by, const SettingChanges& changes);
    /// One value as text, for the command line and tests; an absent value removes it.
    void changeText(const http::Caller& by, std::string_view key, const std::optional<std::string>& value, std::string_view unitId);
    /// Reads again what another process may have changed.
    void reload();

private:
    using Values = StringMap<StringMap<std::string>>;  ///< key → unit ('' for the system) → value
    struct Found {
        std::string value;
        std::optional<std::string> from;  ///< unit id, "" for the system, nothing for the default
    };
    /// What is written for one key; no value takes the unit's own one away.
    struct Change {
        std::string key;
        std::optional<std::string> value;
        bool isSecret = false;
    };
    /// Shares the ownership of the manifests it lies in; null when no manifest declares the key.
    [[nodiscard]] std::shared_ptr<const SettingFact> declared(std::string_view key) const;
    [[nodiscard]] Found find(const SettingFact& fact, std::string_view unitId) const;
    [[nodiscard]] SettingItem itemFor(const std::string& pluginId, const SettingFact& fact, std::string_view unitId) const;
    [[nodiscard]] std::shared_ptr<const SettingFact> require(std::string_view key) const;
    /// A checked value as it is stored: a secret sealed, an empty secret taken away.
    [[nodiscard]] Change changeOf(const SettingFact& fact, const std::string& unitId, std::string checked) const;
    void store(const http::Caller& by, const std::string& unitId, const std::vector<Change>& changes);

    db::Db& db_;
    const OrganisationStore& organisation_;
    const PluginFactsCache& plugins_;
    const SecretBox& secrets_;
    audit::Audit& audit_;
    LiveSink& live_;
    SettingRepository repository_;
    SharedValue<Values> values_;
};

}  // namespace congvu::core
