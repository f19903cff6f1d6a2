// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "congvu/ids/Id.h"
#include "congvu/time/Date.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::search {

/// What the common search finds. `accessTokens` say who may find it: "agency-with:<agency id>:<permission>", "unit:…", "post:…"
/// (a caller matches "agency-with" when the acting post is in that agency and has that permission).
struct SearchDocument {
    EntityRef entity;
    std::string agencyId;
    std::string title;     ///< shown
    std::string subtitle;  ///< shown: number and symbol, issuer
    std::string text;      ///< searched only: content, opinions (at most 200,000 characters are indexed)
    Date date;
    std::string link;
    std::vector<std::string> accessTokens;
};

/// Documents put here are found within two seconds after the commit (indexed in batches). Accents and đ do not matter.
class SearchIndex {
public:
    virtual ~SearchIndex() = default;
    virtual void put(db::Tx& tx, const SearchDocument& document) = 0;
    virtual void remove(db::Tx& tx, const EntityRef& entity) = 0;
};

}  // namespace congvu::search
