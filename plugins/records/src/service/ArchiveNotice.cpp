// SPDX-License-Identifier: Apache-2.0
#include "service/ArchiveNotice.h"

namespace congvu::records {

namespace {

constexpr std::int64_t kAtOnce = 200;
constexpr int kLongestNotice = 365;

}  // namespace

void ArchiveNotice::tell(db::Tx& tx, const Dossier& dossier) const {
    inbox::NewWorkItem item;
    item.entity = dossierRef(dossier.id);
    item.kind = "records.hand-over";
    item.assignee = inbox::Assignee::post(dossier.keeperPostId);
    item.agencyId = dossier.agencyId;
    item.title = dossier.title;
    item.subtitle = dossier.notation;
    item.dueOn = dossier.dueOn;
    item.link = dossierLink(dossier.id);
    services_.inbox.create(tx, item);  // which notifies the keeper
    work_.dossiers.markNoticed(tx, dossier.id, *dossier.dueOn);
}

void ArchiveNotice::run() const {
    const auto today = services_.clock.today();
    // The longest notice that any unit may have set bounds what is read; each dossier's own unit decides.
    const auto until = today.plusDays(kLongestNotice);
    std::optional<Dossier> last;
    std::vector<Dossier> due;
    do {
        due = services_.db.read([&](db::Reader& reader) { return work_.dossiers.toNotice(reader, until, last, kAtOnce); });
        for (const auto& dossier : due) {
            const auto days = static_cast<int>(services_.settings.number("records.notice_days", dossier.unitId));
            if (*dossier.dueOn <= today.plusDays(days) && services_.directory.isPluginOn("records", dossier.unitId)) {
                services_.db.write([&](db::Tx& tx) { tell(tx, dossier); });
            }
            last = dossier;
        }
    } while (static_cast<std::int64_t>(due.size()) == kAtOnce);
}

}  // namespace congvu::records
