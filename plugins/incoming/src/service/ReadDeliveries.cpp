// SPDX-License-Identifier: Apache-2.0
#include "service/ReadDeliveries.h"

#include "domain/Links.h"

#include "congvu/error/AppError.h"

namespace congvu::incoming {

Delivery ReadDeliveries::require(db::Reader& reader, const http::Caller& clerk, std::string_view id) const {
    auto delivery = deliveries_.find(reader, clerk.agencyId, id);
    if (!delivery) {
        throw AppError::notFound();
    }
    return std::move(*delivery);
}

void ReadDeliveries::requireVisible(const http::Caller& clerk, std::string_view id) const {
    db_.read([&](db::Reader& reader) { return require(reader, clerk, id).id; });
}

db::Page<Delivery> ReadDeliveries::list(const http::Caller& clerk, std::optional<DeliveryState> state,
                                        const db::PageRequest& request) const {
    return db_.read([&](db::Reader& reader) { return deliveries_.list(reader, clerk.agencyId, state, request); });
}

DeliveryDetail ReadDeliveries::find(const http::Caller& clerk, std::string_view id) const {
    return db_.read([&](db::Reader& reader) {
        DeliveryDetail detail;
        detail.delivery = require(reader, clerk, id);
        Reference reference{detail.delivery.symbol, detail.delivery.senderName, detail.delivery.documentDate, ""};
        for (const auto& file : files_.ofOwner(reader, "delivery", id)) {
            reference.sha256 = detail.files.empty() ? file.stored.sha256 : reference.sha256;
            detail.files.push_back(FileView::of(file));
        }
        if (detail.delivery.state == DeliveryState::arrived) {
            detail.duplicates = duplicates_.run(reader, clerk.agencyId, reference);
        }
        detail.timeline = timeline_.read(reader, deliveryRef(detail.delivery.id));
        return detail;
    });
}

DocumentFile ReadDeliveries::file(const http::Caller& clerk, std::string_view deliveryId, std::string_view fileId) const {
    return db_.read([&](db::Reader& reader) {
        const auto delivery = require(reader, clerk, deliveryId);
        auto file = files_.find(reader, "delivery", delivery.id, fileId);
        if (!file) {
            throw AppError::notFound();
        }
        return std::move(*file);
    });
}

std::string ReadDeliveries::verification(const http::Caller& clerk, std::string_view id) const {
    return db_.read([&](db::Reader& reader) {
        const auto delivery = require(reader, clerk, id);
        const auto files = files_.ofOwner(reader, "delivery", delivery.id);
        return files.empty() ? std::string{"null"} : files.front().report;
    });
}

}  // namespace congvu::incoming
