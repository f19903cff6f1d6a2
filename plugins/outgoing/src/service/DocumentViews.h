// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/entities/Entities.h"
#include "storage/DocumentRepository.h"

namespace congvu::outgoing {

/// Outgoing documents as the core shows them to those who follow, mark or note them, under the same row-level policy as the pages.
class DocumentViews final : public entities::EntityViews {
public:
    [[nodiscard]] std::vector<entities::EntitySummary> visible(db::Reader& reader, const http::Caller& caller,
                                                               const std::vector<std::string>& ids) const override;

private:
    DocumentRepository documents_;
};

}  // namespace congvu::outgoing
