// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace congvu::core {

/// An agency has its own seal, organisation code and registers; a division belongs to one.
enum class UnitKind { agency, division };
/// Closed units stay readable but take no posts and no work.
enum class UnitStatus { active, closed };

/// A node of the tree of units, as stored and as answered.
struct Unit {
    std::string id;
    std::optional<std::string> parentId;  ///< nothing for the root
    std::string name;
    std::string shortName;
    std::string code;
    UnitKind kind = UnitKind::agency;
    UnitStatus status = UnitStatus::active;
    std::string abbreviation;
    std::string organId;
    std::string place;
    std::string superiorName;
    std::int64_t sortOrder = 0;
    std::int64_t version = 1;
};

/// Changes of a unit: absent members stay as they are.
struct UnitChanges {
    std::optional<std::string> parentId;
    std::optional<std::string> name;
    std::optional<std::string> shortName;
    std::optional<std::string> code;
    std::optional<UnitStatus> status;
    std::optional<std::string> abbreviation;
    std::optional<std::string> organId;
    std::optional<std::string> place;
    std::optional<std::string> superiorName;
    std::optional<std::int64_t> sortOrder;
};

/// An agency as a recipient of the document exchange.
struct AgencySummary {
    std::string id;
    std::string name;
    std::string organId;
    std::optional<std::string> parentId;
};

}  // namespace congvu::core

template <>
struct congvu::json::EnumNames<congvu::core::UnitKind> {
    static constexpr std::array values{std::pair{congvu::core::UnitKind::agency, std::string_view{"agency"}},
                                       std::pair{congvu::core::UnitKind::division, std::string_view{"division"}}};
};
template <>
struct congvu::json::EnumNames<congvu::core::UnitStatus> {
    static constexpr std::array values{std::pair{congvu::core::UnitStatus::active, std::string_view{"active"}},
                                       std::pair{congvu::core::UnitStatus::closed, std::string_view{"closed"}}};
};
template <>
struct congvu::json::Description<congvu::core::Unit> {
    static auto fields() {
        using Unit = congvu::core::Unit;
        return std::tuple{field("id", &Unit::id),
                          field("parentId", &Unit::parentId),
                          field("name", &Unit::name),
                          field("shortName", &Unit::shortName),
                          field("code", &Unit::code),
                          field("kind", &Unit::kind),
                          field("status", &Unit::status),
                          field("abbreviation", &Unit::abbreviation),
                          field("organId", &Unit::organId),
                          field("place", &Unit::place),
                          field("superiorName", &Unit::superiorName),
                          field("sortOrder", &Unit::sortOrder),
                          field("version", &Unit::version)};
    }
};
template <>
struct congvu::json::Description<congvu::core::UnitChanges> {
    static auto fields() {
        using Changes = congvu::core::UnitChanges;
        return std::tuple{field("parentId", &Changes::parentId).maxLength(26),
                          field("name", &Changes::name).minLength(1).maxLength(200),
                          field("shortName", &Changes::shortName).minLength(1).maxLength(100),
                          field("code", &Changes::code).maxLength(50),
                          field("status", &Changes::status),
                          field("abbreviation", &Changes::abbreviation).maxLength(30),
                          field("organId", &Changes::organId).maxLength(35),
                          field("place", &Changes::place).maxLength(100),
                          field("superiorName", &Changes::superiorName).maxLength(200),
                          field("sortOrder", &Changes::sortOrder).range(0, 1'000'000)};
    }
};
template <>
struct congvu::json::Description<congvu::core::AgencySummary> {
    static auto fields() {
        using Agency = congvu::core::AgencySummary;
        return std::tuple{field("id", &Agency::id), field("name", &Agency::name), field("organId", &Agency::organId),
                          field("parentId", &Agency::parentId)};
    }
};
