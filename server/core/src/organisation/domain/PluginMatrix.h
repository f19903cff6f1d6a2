// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/domain/PluginRule.h"
#include "shared/domain/LabelDescription.h"

#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace congvu::core {

struct MatrixUnit {
    std::string id;
    std::optional<std::string> parentId;
    std::string name;
};
struct MatrixPlugin {
    std::string id;
    Label name;
};

/// Answer of GET /plugin-matrix.
struct PluginMatrix {
    std::vector<MatrixUnit> units;
    std::vector<MatrixPlugin> plugins;
    std::vector<PluginRule> rules;
    json::RawJson effective;  ///< {unitId: {pluginId: true}}
};

}  // namespace congvu::core

template <>
struct congvu::json::Description<congvu::core::MatrixUnit> {
    static auto fields() {
        using Unit = congvu::core::MatrixUnit;
        return std::tuple{field("id", &Unit::id), field("parentId", &Unit::parentId), field("name", &Unit::name)};
    }
};
template <>
struct congvu::json::Description<congvu::core::MatrixPlugin> {
    static auto fields() {
        return std::tuple{field("id", &congvu::core::MatrixPlugin::id), field("name", &congvu::core::MatrixPlugin::name)};
    }
};
template <>
struct congvu::json::Description<congvu::core::PluginMatrix> {
    static auto fields() {
        using Matrix = congvu::core::PluginMatrix;
        return std::tuple{field("units", &Matrix::units), field("plugins", &Matrix::plugins), field("rules", &Matrix::rules),
                          field("effective", &Matrix::effective)};
    }
};
