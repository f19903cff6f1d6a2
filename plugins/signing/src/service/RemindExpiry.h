// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "congvu/directory/Directory.h"
#include "congvu/notifications/Notifications.h"
#include "congvu/time/Clock.h"
#include "domain/SigningKey.h"
#include "storage/KeyRepository.h"
#include "storage/ReminderRepository.h"

#include <set>
#include <string>

namespace congvu::signingdesk {

/// Tells people 30, 14, 7 and 1 days ahead that a certificate ends: its holder, for the agency's seal those who hold it and the
/// administrators of keys. Each reminder is sent once, also when the server was away on its day.
class RemindExpiry {
public:
    RemindExpiry(db::Db& db, notifications::Notifications& notifications, const directory::Directory& directory, Clock& clock)
        : db_(db), notifications_(notifications), directory_(directory), clock_(clock) {}

    void run();

private:
    void remind(const SigningKey& key);
    /// Posts for whose unit the plugin is on.
    [[nodiscard]] std::set<std::string> postsFor(const SigningKey& key) const;

    db::Db& db_;
    notifications::Notifications& notifications_;
    const directory::Directory& directory_;
    Clock& clock_;
    KeyRepository keys_;
    ReminderRepository reminders_;
};

}  // namespace congvu::signingdesk
