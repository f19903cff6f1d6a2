// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mandates/storage/MandateRepository.h"
#include "organisation/storage/OrganisationReader.h"
#include "shared/domain/SharedValue.h"

#include "congvu/core/Core.h"
#include "congvu/db/Db.h"
#include "congvu/time/Clock.h"

#include <memory>
#include <mutex>

namespace congvu::core {

/// Holds the absences and mandates in memory and swaps them after each committed change, so that the next request sees it: a revoked
/// mandate opens nothing any more. Thread-safe.
class MandateStore {
public:
    MandateStore(db::Db& db, LiveSink& live, const Clock& clock) : db_(db), live_(live), clock_(clock) { reload(); }

    [[nodiscard]] std::shared_ptr<const MandateBook> current() const { return book_.load(); }

    /// Runs the change in one durable transaction with the book as it is in that transaction, and tells every open page to ask for its
    /// session and menus again. Never call it inside a closure.
    template <class Work>
    void change(Work work) {
        db_.write([&](db::Tx& tx) {
            // Raised first: whoever changes mandates at the same moment waits here and then reads what this one has written.
            revisions_.raiseRevision(tx, "mandates");
            const auto book = repository_.read(tx, clock_.today());
            work(tx, book);
        });
        reload();
        live_.toEverybody("resync", "{}");
    }

    void reload() {
        const std::lock_guard lock(reloading_);
        auto book = db_.read([&](db::Reader& reader) { return repository_.read(reader, clock_.today()); });
        book_.store(std::make_shared<const MandateBook>(std::move(book)));
    }
    /// Reads again when another process has changed something.
    void reloadIfChanged() {
        if (db_.read([&](db::Reader& reader) { return revisions_.revision(reader, "mandates"); }) != current()->revision()) {
            reload();
        }
    }

private:
    db::Db& db_;
    LiveSink& live_;
    const Clock& clock_;
    MandateRepository repository_;
    OrganisationReader revisions_;
    std::mutex reloading_;  ///< an older state never overwrites a newer one
    SharedValue<MandateBook> book_;
};

}  // namespace congvu::core
