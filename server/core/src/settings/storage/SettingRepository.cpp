// SPDX-License-Identifier: Apache-2.0
#include "settings/storage/SettingRepository.h"

namespace congvu::core {

std::vector<StoredSetting> SettingRepository::readAll(db::Reader& reader) const {
    return reader.list("SELECT setting_key, unit_id, value FROM core_setting ORDER BY setting_key, unit_id LIMIT 1000000", {},
                       [](const db::Row& row) {
                           return StoredSetting{row.string(0), row.string(1), row.string(2)};
                       });
}

void SettingRepository::put(db::Tx& tx, const StoredSetting& setting) const {
    tx.execute(R"(
        INSERT INTO core_setting (setting_key, unit_id, value) VALUES ($1, $2, $3)
        ON CONFLICT (setting_key, unit_id) DO UPDATE SET value = excluded.value)",
               {setting.key, setting.unitId, setting.value});
}

void SettingRepository::remove(db::Tx& tx, std::string_view key, std::string_view unitId) const {
    tx.execute("DELETE FROM core_setting WHERE setting_key = $1 AND unit_id = $2", {key, unitId});
}

}  // namespace congvu::core
