// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/domain/OrganisationSnapshot.h"
#include "organisation/storage/OrganisationReader.h"
#include "shared/domain/SharedValue.h"

#include "congvu/core/Core.h"
#include "congvu/db/Db.h"

#include <memory>
#include <mutex>
#include <type_traits>

namespace congvu::core {

/// Holds the current state of the organisation in memory and swaps it after each committed change, so that the next request sees it.
/// Thread-safe.
class OrganisationStore {
public:
    OrganisationStore(db::Db& db, LiveSink& live);

    [[nodiscard]] std::shared_ptr<const OrganisationSnapshot> current() const { return snapshot_.load(); }

    /// Runs the change in one durable transaction, reads the new state, and tells every open page to refresh its lists. Never call it
    /// inside a closure.
    template <class Work>
    auto change(Work work) {
        return changeAndTell(work, "invalidate", R"({"keys":["units","people","directory"]})");
    }
    /// The same for what decides which menus and pages somebody has: every open page asks for its manifest again.
    template <class Work>
    auto changeRights(Work work) {
        return changeAndTell(work, "resync", "{}");
    }

    /// The same for what nobody else's pages show (preferences, passwords).
    template <class Work>
    auto changeQuietly(Work work) {
        return changeAndTell(work, "", "");
    }

    void reload();
    /// Reads again when another process has changed something; true then.
    bool reloadIfChanged();

private:
    template <class Work>
    auto changeAndTell(Work& work, std::string_view event, std::string_view data) {
        if constexpr (std::is_void_v<std::invoke_result_t<Work&, db::Tx&>>) {
            db_.write([&](db::Tx& tx) {
                work(tx);
                reader_.raiseRevision(tx, "organisation");
            });
            announce(event, data);
        } else {
            auto result = db_.write([&](db::Tx& tx) {
                auto made = work(tx);
                reader_.raiseRevision(tx, "organisation");
                return made;
            });
            announce(event, data);
            return result;
        }
    }

    void announce(std::string_view event, std::string_view data);

    db::Db& db_;
    LiveSink& live_;
    OrganisationReader reader_;
    std::mutex reloading_;  ///< an older state never overwrites a newer one
    SharedValue<OrganisationSnapshot> snapshot_;
};

}  // namespace congvu::core
