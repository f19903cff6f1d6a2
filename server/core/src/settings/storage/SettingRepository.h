// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// A stored value; unitId is empty for the system's.
struct StoredSetting {
    std::string key;
    std::string unitId;
    std::string value;
};

/// All SQL of settings.
class SettingRepository {
public:
    [[nodiscard]] std::vector<StoredSetting> readAll(db::Reader& reader) const;
    void put(db::Tx& tx, const StoredSetting& setting) const;
    void remove(db::Tx& tx, std::string_view key, std::string_view unitId) const;
};

}  // namespace congvu::core
