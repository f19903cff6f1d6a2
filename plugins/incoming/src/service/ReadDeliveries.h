// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Delivery.h"
#include "domain/DocumentFile.h"
#include "service/FindDuplicates.h"
#include "storage/DeliveryRepository.h"
#include "storage/FileRepository.h"

#include "congvu/db/Db.h"
#include "congvu/http/Caller.h"
#include "congvu/inbox/Timeline.h"

#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::incoming {

/// A delivery with everything that its page shows.
struct DeliveryDetail {
    Delivery delivery;
    std::vector<FileView> files;
    std::vector<Duplicate> duplicates;
    std::vector<inbox::TimelineEntry> timeline;
};

/// Reads deliveries for the clerks of the agency that got them.
class ReadDeliveries {
public:
    ReadDeliveries(db::Db& db, inbox::Timeline& timeline) : db_(db), timeline_(timeline) {}

    [[nodiscard]] db::Page<Delivery> list(const http::Caller& clerk, std::optional<DeliveryState> state,
                                          const db::PageRequest& request) const;
    /// AppError notFound unless the delivery is the clerk's agency's. Acts ask this before they look at what was sent.
    void requireVisible(const http::Caller& clerk, std::string_view id) const;
    [[nodiscard]] DeliveryDetail find(const http::Caller& clerk, std::string_view id) const;
    [[nodiscard]] DocumentFile file(const http::Caller& clerk, std::string_view deliveryId, std::string_view fileId) const;
    [[nodiscard]] std::string verification(const http::Caller& clerk, std::string_view id) const;

private:
    [[nodiscard]] Delivery require(db::Reader& reader, const http::Caller& clerk, std::string_view id) const;

    db::Db& db_;
    inbox::Timeline& timeline_;
    DeliveryRepository deliveries_;
    FileRepository files_;
    FindDuplicates duplicates_;
};

}  // namespace congvu::incoming

template <>
struct congvu::json::Description<congvu::incoming::DeliveryDetail> {
    static auto fields() {
        using Detail = congvu::incoming::DeliveryDetail;
        return std::tuple{field("delivery", &Detail::delivery), field("files", &Detail::files), field("duplicates", &Detail::duplicates),
                          field("timeline", &Detail::timeline)};
    }
};
