// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/ids/Id.h"
#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"
#include "congvu/time/Date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>

namespace congvu::records {

/// A document in a dossier: a reference with a snapshot of what the list of documents shows.
struct Item {
    std::string id;
    std::string dossierId;
    EntityRef entity;
    std::string timeKey;  ///< orders the documents by the time they came into being: the day, "9999-12-31" without one
    std::string numberAndSymbol;
    std::optional<Date> issuedOn;
    std::string typeName;
    std::string subject;
    std::string organName;
    std::int64_t pages = 0;
    std::string note;
    std::string link;
    std::string addedByName;
    Timestamp addedAt;
};

/// An item as one caller may see it: nothing but its place when the document is not for him.
struct ItemView {
    std::string id;
    std::int64_t ordinal = 0;  ///< DocOrdinal: place in the order of time, from 1
    bool isHidden = false;
    std::string plugin;
    std::string type;
    std::string entityId;
    std::string numberAndSymbol;
    std::optional<Date> issuedOn;
    std::string typeName;
    std::string subject;
    std::string organName;
    std::int64_t pages = 0;
    std::string note;
    std::string link;
    std::string addedByName;
    Timestamp addedAt;
};

/// What the caller sends.
struct NewItem {
    std::string plugin;
    std::string type;
    std::string id;
    std::string note;
};
struct ItemEdit {
    std::string note;
};

}  // namespace congvu::records

template <>
struct congvu::json::Description<congvu::records::ItemView> {
    static auto fields() {
        using View = congvu::records::ItemView;
        return std::tuple{field("id", &View::id),
                          field("ordinal", &View::ordinal),
                          field("isHidden", &View::isHidden),
                          field("plugin", &View::plugin),
                          field("type", &View::type),
                          field("entityId", &View::entityId),
                          field("numberAndSymbol", &View::numberAndSymbol),
                          field("issuedOn", &View::issuedOn),
                          field("typeName", &View::typeName),
                          field("subject", &View::subject),
                          field("organName", &View::organName),
                          field("pages", &View::pages),
                          field("note", &View::note),
                          field("link", &View::link),
                          field("addedByName", &View::addedByName),
                          field("addedAt", &View::addedAt)};
    }
};

template <>
struct congvu::json::Description<congvu::records::NewItem> {
    static auto fields() {
        using New = congvu::records::NewItem;
        return std::tuple{field("plugin", &New::plugin).required().maxLength(40), field("type", &New::type).required().maxLength(40),
                          field("id", &New::id).required().maxLength(40), field("note", &New::note).maxLength(300)};
    }
};

template <>
struct congvu::json::Description<congvu::records::ItemEdit> {
    static auto fields() {
        using Edit = congvu::records::ItemEdit;
        return std::tuple{field("note", &Edit::note).maxLength(300)};
    }
};
