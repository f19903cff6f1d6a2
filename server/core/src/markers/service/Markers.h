// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "entities/service/EntityAccess.h"
#include "markers/storage/MarkerRepository.h"

#include "congvu/db/Db.h"
#include "congvu/time/Clock.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// A person's own coloured labels on whatever the person sees. Nobody else ever learns of them.
class Markers {
public:
    static constexpr std::size_t kMostMarkers = 30;
    static constexpr std::int64_t kMostMarked = 2'000;  ///< of one type, so that a list learns of all at once

    Markers(db::Db& db, const EntityAccess& access, const Clock& clock) : db_(db), access_(access), clock_(clock) {}

    [[nodiscard]] std::vector<Marker> list(const http::Caller& caller) const;
    /// AppError notFound unless it is the caller's.
    void requireOwn(const http::Caller& caller, std::string_view id) const;
    /// AppError conflict "core.too-many-markers" beyond 30, invalid "/name" for a name that is taken.
    [[nodiscard]] Marker create(const http::Caller& caller, const MarkerInput& input) const;
    void change(const http::Caller& caller, std::string_view id, const MarkerInput& input) const;
    void remove(const http::Caller& caller, std::string_view id) const;

    /// What the person has marked of that type; nothing of what the caller sees none of.
    [[nodiscard]] std::vector<Marked> marked(const http::Caller& caller, std::string_view plugin, std::string_view type) const;
    [[nodiscard]] std::vector<std::string> of(db::Reader& reader, const http::Caller& caller, const EntityRef& entity) const {
        return repository_.of(reader, caller.personId, entity);
    }
    /// AppError notFound for an entity that the caller does not see, invalid "/markerIds/n" for a marker of somebody else.
    void choose(const http::Caller& caller, const EntityRef& entity, const MarkerChoice& choice) const;

private:
    db::Db& db_;
    const EntityAccess& access_;
    const Clock& clock_;
    MarkerRepository repository_;
};

}  // namespace congvu::core
