// SPDX-License-Identifier: Apache-2.0
#include "CoreParts.h"

#include "CoreRoutes.h"
#include "PersonalRoutes.h"
#include "mandates/http/MandateHandlers.h"
#include "organisation/http/OrganisationRoutes.h"
#include "sessions/http/SessionRoutes.h"

#include <array>

namespace congvu::core {

Core::Parts::Parts(const CoreNeeds& coreNeeds)
    : needs(coreNeeds),
      fileSystem(needs.fileSystem != nullptr ? *needs.fileSystem : machineFiles),
      plugins(needs.catalogue),
      push(needs.live),
      audit(needs.db, needs.clock),
      store(needs.db, needs.live),
      directory(store, plugins, needs.clock),
      secrets(fileSystem, needs.dataFolder / "secrets.key"),
      settings({needs.db, store, plugins, secrets, audit, needs.live}),
      calendar(needs.db, store, audit, needs.live),
      mandateStore(needs.db, needs.live, needs.clock),
      mandatePowers(plugins),
      mandates(mandateStore, store, mandatePowers, needs.clock),
      sessions(std::make_shared<SessionService>(needs.db, store, mandates, settings, audit, needs.live, needs.clock)),
      signIn(needs.db, store, *sessions, hasher, settings, audit, needs.clock),
      own(needs.db, store, mandates, *sessions, signIn, hasher, audit, needs.clock),
      units(store, audit, needs.clock),
      people(needs.db, store, *sessions, hasher, audit, needs.clock),
      posts(store, audit, needs.clock),
      roles(store, plugins, needs.db, audit),
      rules(store, plugins, audit),
      browse(needs.db, store, plugins, needs.clock),
      organisation(store, units, people, posts, needs.clock),
      files(needs.db, fileSystem, settings, needs.clock, needs.dataFolder / "files"),
      registers(needs.db, store, needs.clock),
      search(needs.db, directory),
      notifications(needs.db, store, directory, needs.catalogue, push, needs.clock),
      entities(needs.db, plugins, directory),
      followSteps({needs.db, entities, organisation, notifications, needs.catalogue, needs.log}),
      timeline(needs.clock, followSteps),
      follows({needs.db, entities, organisation, needs.catalogue, needs.clock}),
      markers(needs.db, entities, needs.clock),
      notes({needs.db, entities, directory, audit, push, needs.clock}),
      marks({needs.db, entities, follows, markers, notes}),
      lists(plugins, directory),
      searches(needs.db, lists, needs.clock),
      listFiles({needs.db, lists, audit, needs.catalogue, needs.clock, needs.dataFolder / "lists"}),
      manageMandates({needs.db, mandateStore, store, mandates, audit, notifications, needs.clock}),
      readMandates(needs.db, mandateStore, store, mandates, needs.clock),
      assigneeKeys(needs.db),
      inbox(assigneeKeys, directory, mandates, notifications, push, needs.clock),
      readInbox(needs.db, assigneeKeys, mandates, directory, calendar, settings, needs.catalogue, push, needs.clock),
      reminder(needs.db, inbox, readInbox, directory, notifications),
      readAudit(needs.db, store, audit, needs.catalogue) {}

void Core::Parts::addRoutes(http::Routes& routes) {
    addOrganisationRoutes(routes, std::make_shared<const OrganisationHandlers>(
                                      OrganisationHandlers::UseCases{store, browse, units, people, posts, roles, rules}));
    addSessionRoutes(routes, std::make_shared<const SessionHandlers>(signIn, own, *sessions));
    addMandateRoutes(routes, std::make_shared<const MandateHandlers>(manageMandates, readMandates));
    addAreaRoutes(routes, {std::make_shared<const InboxHandlers>(readInbox), std::make_shared<const NotificationHandlers>(notifications),
                           std::make_shared<const SearchHandlers>(search), std::make_shared<const SettingsHandlers>(settings, store),
                           std::make_shared<const CalendarHandlers>(calendar, needs.clock),
                           std::make_shared<const RegisterHandlers>(registers), std::make_shared<const AuditHandlers>(readAudit)});
    addPersonalRoutes(routes, {std::make_shared<const ListHandlers>(searches, listFiles), std::make_shared<const EntityHandlers>(marks),
                               std::make_shared<const FollowHandlers>(follows), std::make_shared<const MarkerHandlers>(markers, entities),
                               std::make_shared<const NoteHandlers>(notes, entities)});
}

void Core::Parts::addJobs(jobs::Jobs& jobs) {
    using jobs::Schedule;
    push.start(jobs,
               {[this](const std::string& postId) { return badgesJson(postId); },
                [this](const LivePush::Holders& holders) { return directory.postsMeant(holders.agencyId, holders.permission); },
                [this](const std::string& plugin, const std::string& postId) { return directory.isPluginOnForPost(plugin, postId); }});
    search.start(jobs);
    followSteps.start(jobs);
    jobs.add("follow-notices", Schedule::every(std::chrono::seconds{30}), [this] { followSteps.tellWaiting(); });
    jobs.add("search-indexing", Schedule::every(std::chrono::seconds{30}), [this] { search.indexWaiting(); });
    jobs.add("organisation-refresh", Schedule::every(std::chrono::seconds{10}), [this] { refreshFromOthers(); });
    jobs.add("session-activity", Schedule::every(std::chrono::seconds{60}), [this] {
        sessions->writeActivity();
        sessions->removeOver();
    });
    jobs.add("deadline-reminder", Schedule::every(std::chrono::hours{1}), [this] {
        needs.log.info("core.deadline-reminder", {{"reminded", std::to_string(reminder.run())}});
    });
    jobs.add("file-clean-up", Schedule::dailyAt(std::chrono::minutes{3 * 60 + 15}), [this] {
        needs.log.info("core.file-clean-up", {{"removed", std::to_string(files.removeOrphans())}});
    });
}

void Core::Parts::refreshFromOthers() {
    const auto [settingsNow, calendarNow, sessionsNow] = needs.db.read([&](db::Reader& reader) {
        return std::array{revisions_.revision(reader, "settings"), revisions_.revision(reader, "calendar"),
                          revisions_.revision(reader, "sessions")};
    });
    store.reloadIfChanged();
    assigneeKeys.reload();
    mandateStore.reloadIfChanged();
    if (std::exchange(settingsRevision_, settingsNow) != settingsNow) {
        settings.reload();
    }
    if (std::exchange(calendarRevision_, calendarNow) != calendarNow) {
        calendar.reload();
    }
    if (std::exchange(sessionsRevision_, sessionsNow) != sessionsNow) {
        sessions->forgetAll();
    }
}

ShellCounts Core::Parts::shellCounts(const http::Caller& caller) const {
    return needs.db.read([&](db::Reader& reader) {
        return ShellCounts{readInbox.badges(reader, caller), notifications.unread(reader, caller)};
    });
}

std::string Core::Parts::badgesJson(const std::string& postId) const {
    json::Writer out;
    out.beginObject();
    if (const auto caller = organisation.callerOf(postId)) {
        for (const auto& [key, open] : needs.db.read([&](db::Reader& reader) { return readInbox.badges(reader, *caller); })) {
            out.key(key).integer(open);
        }
    }
    out.endObject();
    return out.take();
}

}  // namespace congvu::core
