// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::directory {

struct UnitInfo {
    std::string id;
    std::string parentId;          ///< empty for the root
    std::string agencyId;          ///< itself when it is an agency
    std::string name;              ///< "Uỷ ban nhân dân xã Hoà Bình"
    std::string shortName;         ///< "UBND xã Hoà Bình"
    std::string abbreviation;      ///< of its symbols: "UBND", "VP"
    std::string organId;           ///< electronic identity code (Decision 20/2020/QĐ-TTg), agencies only
    std::string place;             ///< địa danh on documents, agencies only: "Hoà Bình"
    std::string parentAgencyName;  ///< cơ quan chủ quản above the issuer's name, may be empty
    bool isAgency = false;
    bool isActive = true;
};

struct PostInfo {
    std::string id;
    std::string title;  ///< "Chủ tịch"
    std::string unitId;
    std::string agencyId;
    std::string unitName;
    std::string personId;
    std::string personName;
    std::vector<std::string> permissions;  ///< sorted, of all its roles
    bool isActive = true;
};

/// Units, people and posts as other plugins see them. Thread-safe; answers come from memory and are refreshed after each change.
class Directory {
public:
    virtual ~Directory() = default;
    [[nodiscard]] virtual std::optional<UnitInfo> unit(std::string_view id) const = 0;
    [[nodiscard]] virtual std::optional<PostInfo> post(std::string_view id) const = 0;
    /// Active posts of the unit (not of its sub-units) that have the permission; empty permission: all.
    [[nodiscard]] virtual std::vector<PostInfo> postsOfUnit(std::string_view unitId, std::string_view permission) const = 0;
    /// Active posts of all units of an agency that have the permission.
    [[nodiscard]] virtual std::vector<PostInfo> postsOfAgency(std::string_view agencyId, std::string_view permission) const = 0;
    /// The agency with this electronic identity code.
    [[nodiscard]] virtual std::optional<UnitInfo> agencyByOrganId(std::string_view organId) const = 0;
    /// The unit itself and all below it.
    [[nodiscard]] virtual std::vector<std::string> subtree(std::string_view unitId) const = 0;
    [[nodiscard]] virtual bool isInSubtree(std::string_view unitId, std::string_view rootId) const = 0;
    /// UnitGate: is the plugin on for this unit now?
    [[nodiscard]] virtual bool isPluginOn(std::string_view pluginId, std::string_view unitId) const = 0;
    /// The same for those who are not signed in and belong to no unit: is it on for the root unit?
    [[nodiscard]] virtual bool isPluginOnForEveryone(std::string_view pluginId) const = 0;
};

}  // namespace congvu::directory
