// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "markers/domain/Marker.h"

#include "congvu/db/Tx.h"
#include "congvu/ids/Id.h"
#include "congvu/time/Clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// All SQL of markers and what stands under them.
class MarkerRepository {
public:
    /// By the time they were made, at most 30.
    [[nodiscard]] std::vector<Marker> ofPerson(db::Reader& reader, std::string_view personId) const;
    [[nodiscard]] bool has(db::Reader& reader, std::string_view personId, std::string_view id) const;
    /// False when the person has one of that name.
    [[nodiscard]] bool insert(db::Tx& tx, std::string_view personId, const Marker& marker, Timestamp at) const;
    /// False when the person has another one of that name.
    [[nodiscard]] bool update(db::Tx& tx, std::string_view personId, const Marker& marker) const;
    /// With everything that stands under it.
    void remove(db::Tx& tx, std::string_view personId, std::string_view id) const;

    /// What the person has marked of one type, at most 2,000.
    [[nodiscard]] std::vector<Marked> marked(db::Reader& reader, std::string_view personId, std::string_view plugin,
                                             std::string_view type) const;
    [[nodiscard]] std::int64_t countMarked(db::Reader& reader, std::string_view personId, std::string_view plugin,
                                           std::string_view type) const;
    /// The markers of one entity, at most 30.
    [[nodiscard]] std::vector<std::string> of(db::Reader& reader, std::string_view personId, const EntityRef& entity) const;
    void mark(db::Tx& tx, std::string_view personId, std::string_view markerId, const EntityRef& entity) const;
    /// Takes every marker of the person off the entity.
    void clear(db::Tx& tx, std::string_view personId, const EntityRef& entity) const;
};

}  // namespace congvu::core
