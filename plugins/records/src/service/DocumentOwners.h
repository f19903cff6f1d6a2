// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/ports/DocumentRecords.h"
#include "congvu/ports/Ports.h"
#include "domain/Item.h"

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::records {

/// Asks the plugins that own documents: what they do not show to the caller, no dossier shows. The answer stands for the moment only.
class DocumentOwners {
public:
    explicit DocumentOwners(const ports::Ports& ports) : ports_(ports) {}

    /// Nothing when there is no such document, the caller may not see it or its plugin does not run.
    [[nodiscard]] std::optional<ports::DocumentRecord> find(db::Reader& reader, const http::Caller& caller, const EntityRef& entity) const;
    /// Ids of those items whose document the caller may see.
    [[nodiscard]] std::set<std::string> visibleItems(db::Reader& reader, const http::Caller& caller, const std::vector<Item>& items) const;

private:
    [[nodiscard]] std::shared_ptr<ports::DocumentRecords> ownerOf(std::string_view plugin, std::string_view type) const;

    const ports::Ports& ports_;
};

/// Copies what the list of documents shows into the item.
void takeSnapshot(const ports::DocumentRecord& record, Item& item);
/// The item for one caller.
ItemView viewOf(const Item& item, std::int64_t ordinal, bool isVisible);

}  // namespace congvu::records
