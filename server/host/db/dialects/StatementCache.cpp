// SPDX-License-Identifier: Apache-2.0
#include "db/dialects/StatementCache.h"

namespace congvu::host {

StatementCache::Use StatementCache::take(std::string_view sql) {
    if (const auto found = bySql_.find(sql); found != bySql_.end()) {
        const auto entry = found->second;
        if (entry->isInUse) {
            Entries own;
            own.emplace_back(database_, sql);
            return Use{std::move(own)};
        }
        entries_.splice(entries_.begin(), entries_, entry);
        return Use{*entry};
    }
    evictOldest();
    entries_.emplace_front(database_, sql);
    bySql_.emplace(entries_.front().sql, entries_.begin());
    return Use{entries_.front()};
}

void StatementCache::evictOldest() {
    if (entries_.size() < maximumStatements_ || entries_.back().isInUse) {
        return;
    }
    bySql_.erase(entries_.back().sql);
    entries_.pop_back();
}

}  // namespace congvu::host
