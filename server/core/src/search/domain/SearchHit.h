// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "congvu/search/SearchIndex.h"
#include "congvu/time/Date.h"

#include <cstdint>
#include <string>
#include <tuple>

namespace congvu::core {

/// One line of GET /search.
struct SearchHit {
    std::string plugin;
    std::string type;
    std::string id;
    std::string title;
    std::string subtitle;
    std::string snippet;
    Date date;
    std::string link;
    std::int64_t order = 0;  ///< place in the index: the newest first
    std::string excerpt;     ///< beginning of the text, for the snippet
};

/// A row of the queue: a document to be indexed, or an entity to be taken out.
struct QueuedDocument {
    std::string queueId;
    bool removes = false;
    search::SearchDocument document;
};

/// A document as the index holds it.
struct IndexedDocument {
    std::int64_t order = 0;
    search::SearchDocument document;
    std::string excerpt;
    std::string folded;
    std::string accessTerms;
};

}  // namespace congvu::core

template <>
struct congvu::json::Description<congvu::core::SearchHit> {
    static auto fields() {
        using Hit = congvu::core::SearchHit;
        return std::tuple{field("plugin", &Hit::plugin), field("type", &Hit::type),         field("id", &Hit::id),
                          field("title", &Hit::title),   field("subtitle", &Hit::subtitle), field("snippet", &Hit::snippet),
                          field("date", &Hit::date),     field("link", &Hit::link)};
    }
};
