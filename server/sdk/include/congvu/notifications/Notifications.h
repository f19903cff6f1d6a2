// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "congvu/ids/Id.h"

#include <string>
#include <string_view>
#include <vector>
#include "congvu/error/AppError.h"

namespace congvu::notifications {

/// A short message to a post; stored in the caller's transaction, shown at once through Server-Sent Events after the commit.
struct Notification {
    std::string postId;
    EntityRef about;        ///< hidden where its plugin is off
    std::string messageId;  ///< "incoming.notify.returned" of the plugin's locale files, title and text: "<id>.title", "<id>.text"
    MessageParams params;
    std::string link;
};

class Notifications {
public:
    virtual ~Notifications() = default;
    virtual void send(db::Tx& tx, const Notification& notification) = 0;
    /// Tells open pages of everybody who may care that these query keys are out of date, for example "incoming/documents/<id>".
    virtual void invalidate(db::Tx& tx, const std::vector<std::string>& postIds, const std::vector<std::string>& keys) = 0;
    /// The same for every post of an agency that holds the permission. They are looked up after the commit, outside of the writer, so
    /// that a registration in an agency of thousands costs the same as in a small one.
    virtual void invalidateHolders(db::Tx& tx, std::string_view agencyId, std::string_view permission,
                                   const std::vector<std::string>& keys) = 0;
};

}  // namespace congvu::notifications
