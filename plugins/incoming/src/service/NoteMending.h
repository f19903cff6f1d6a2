// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/ReceivedEvents.h"
#include "service/DocumentChanges.h"
#include "service/History.h"
#include "storage/DeliveryRepository.h"

#include "congvu/db/Db.h"
#include "congvu/directory/Directory.h"
#include "congvu/inbox/Timeline.h"
#include "congvu/notifications/Notifications.h"

#include <string>

namespace congvu::incoming {

/// The sender has corrected, amended or replaced a document that came over the exchange: its history says so, and the clerks hear of it.
/// Safe to call again.
class NoteMending {
public:
    struct Needs {
        db::Db& db;
        inbox::Timeline& timeline;
        const directory::Directory& directory;
        notifications::Notifications& notifications;
        const DocumentChanges& changes;
        const History& history;
    };
    explicit NoteMending(const Needs& needs) : needs_(needs) {}

    void run(const DocumentMended& mended) const;

private:
    void noteOne(db::Tx& tx, const DocumentMended& mended, const Delivery& delivery) const;
    [[nodiscard]] bool isNoted(db::Reader& reader, const EntityRef& entity, const std::string& act, const std::string& detail) const;

    Needs needs_;
    DeliveryRepository deliveries_;
};

}  // namespace congvu::incoming
