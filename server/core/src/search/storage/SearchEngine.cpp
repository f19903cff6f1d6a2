// SPDX-License-Identifier: Apache-2.0
#include "search/storage/SearchEngine.h"

#include "search/storage/Fts5Engine.h"
#include "search/storage/TsvectorEngine.h"

namespace congvu::core {

std::unique_ptr<SearchEngine> SearchEngine::of(db::Reader& reader) {
    if (reader.exists("SELECT 1 FROM core_search_engine WHERE name = 'fts5' LIMIT 1", {})) {
        return std::make_unique<Fts5Engine>();
    }
    return std::make_unique<TsvectorEngine>();
}

}  // namespace congvu::core
