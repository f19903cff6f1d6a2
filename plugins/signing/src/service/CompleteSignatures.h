// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/audit/Audit.h"
#include "congvu/db/Db.h"
#include "congvu/events/Events.h"
#include "congvu/files/FileStore.h"
#include "congvu/log/Log.h"
#include "congvu/settings/Settings.h"
#include "congvu/time/Clock.h"
#include "domain/Completion.h"
#include "domain/DeskRequest.h"
#include "service/DocumentChecks.h"
#include "service/LevelSources.h"
#include "storage/CompletionRepository.h"
#include "storage/KeyRepository.h"
#include "storage/RequestRepository.h"

#include <optional>
#include <string>

namespace congvu::signingdesk {

/// Brings signed files to the level that is wanted after they were signed, and keeps archived ones checkable. Signing never waits for a
/// time-stamp server: what is missing is a row, written in the transaction of the signature, and is tried until it is there. Everything is
/// an increment behind the signed bytes; the plugin that owns the document hears of it by signing.file-extended.v1. For one thread.
class CompleteSignatures {
public:
    struct Services {
        db::Db& db;
        files::FileStore& files;
        events::Events& events;
        audit::Audit& audit;
        settings::Settings& settings;
        Clock& clock;
        Log& log;
        LevelSources& sources;
        DocumentChecks& checks;
    };
    explicit CompleteSignatures(const Services& services) : services_(services) {}

    /// Remembers, in the transaction of a signature, that its file is to be completed; nothing without a time-stamp server.
    void remember(db::Tx& tx, const DeskRequest& request, const SigningKey& key, const std::string& level) const;
    /// Tries what is due, at most so many files; ends early when the time-stamp server is away. How many files were extended.
    int complete();
    /// Renews the archive time-stamps whose end comes near. How many files.
    int renew();

private:
    struct Subject {
        DeskRequest request;
        files::StoredFile file;
        std::vector<signing::Certificate> chain;
    };
    int work(CompletionState state);
    bool tryOne(Completion completion);
    [[nodiscard]] std::optional<Subject> subjectOf(const Completion& completion);
    void keep(const Completion& before, const Subject& subject, const LevelSources::Raised& raised);
    void failed(Completion completion, const signing::SigningError& error);
    void put(const Completion& completion);

    Services services_;
    CompletionRepository completions_;
    RequestRepository requests_;
    KeyRepository keys_;
};

}  // namespace congvu::signingdesk
