// SPDX-License-Identifier: Apache-2.0
#include "organisation/service/OrganisationStore.h"

namespace congvu::core {

OrganisationStore::OrganisationStore(db::Db& db, LiveSink& live) : db_(db), live_(live) {
    reload();
}

void OrganisationStore::reload() {
    const std::lock_guard lock(reloading_);
    auto data = db_.read([&](db::Reader& reader) { return reader_.readAll(reader); });
    snapshot_.store(std::make_shared<const OrganisationSnapshot>(std::move(data)));
}

bool OrganisationStore::reloadIfChanged() {
    const auto stored = db_.read([&](db::Reader& reader) { return reader_.revision(reader, "organisation"); });
    if (stored == current()->revision()) {
        return false;
    }
    reload();
    return true;
}

void OrganisationStore::announce(std::string_view event, std::string_view data) {
    reload();
    if (!event.empty()) {
        live_.toEverybody(event, data);
    }
}

}  // namespace congvu::core
