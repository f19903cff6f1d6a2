// SPDX-License-Identifier: Apache-2.0
#include "service/UnsentReminder.h"

namespace congvu::outgoing {

void UnsentReminder::run() const {
    constexpr std::int64_t kAtOnce = 200;
    const auto today = services_.clock.today();
    if (!calendar_.isWorkingDay(today)) {
        return;
    }
    const auto late = issueClock(calendar_, today);
    std::vector<UnsentDocument> due;
    do {
        due = services_.db.read([&](db::Reader& reader) { return unsent_.toRemind(reader, late, today, kAtOnce); });
        services_.db.write([&](db::Tx& tx) {
            for (const auto& document : due) {
                remind(tx, document, today);
            }
        });
    } while (static_cast<std::int64_t>(due.size()) == kAtOnce);
}

void UnsentReminder::remind(db::Tx& tx, const UnsentDocument& document, Date today) const {
    unsent_.markReminded(tx, document.id, today);
    if (!services_.directory.isPluginOn("outgoing", document.agencyId)) {
        return;
    }
    const auto name = document.numberAndSymbol.empty() ? document.subject : document.numberAndSymbol;
    for (const auto& post : services_.directory.postsOfAgency(document.agencyId, "outgoing.issue")) {
        services_.notifications.send(tx, {post.id,
                                          {"outgoing", "document", document.id},
                                          "outgoing.notify.unsent",
                                          {{"name", name}, {"date", dayInVietnam(document.signedAt).toDisplay()}},
                                          "/outgoing/documents/" + document.id});
    }
}

}  // namespace congvu::outgoing
