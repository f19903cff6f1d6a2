// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Dossier.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace congvu::records {

enum class DossierScope {
    visible,  ///< everything the viewer may see
    mine,     ///< he keeps them
};
enum class DossierOrder {
    latest,  ///< changed last first
    due,     ///< to be handed over soonest first
};

/// What a list of dossiers is narrowed to. All parts hold together.
struct DossierFilter {
    DossierScope scope = DossierScope::visible;
    DossierOrder order = DossierOrder::latest;
    std::optional<DossierState> state;
    std::optional<int> year;
    std::optional<Date> dueUntil;
    std::string foldedText;   ///< every word must occur; folded (text::fold)
    std::string markerId;     ///< only what stands under this marker; empty for all
    std::string markerOwner;  ///< the person whose marker it is
};

}  // namespace congvu::records

template <>
struct congvu::json::EnumNames<congvu::records::DossierScope> {
    using Scope = congvu::records::DossierScope;
    static constexpr std::array values{std::pair{Scope::visible, std::string_view{"visible"}},
                                       std::pair{Scope::mine, std::string_view{"mine"}}};
};

template <>
struct congvu::json::EnumNames<congvu::records::DossierOrder> {
    using Order = congvu::records::DossierOrder;
    static constexpr std::array values{std::pair{Order::latest, std::string_view{"latest"}},
                                       std::pair{Order::due, std::string_view{"due"}}};
};
