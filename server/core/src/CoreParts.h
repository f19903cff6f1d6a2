// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/service/AuditLog.h"
#include "audit/service/ReadAudit.h"
#include "calendar/service/CalendarService.h"
#include "entities/service/EntityAccess.h"
#include "entities/service/ReadMarks.h"
#include "files/service/FileService.h"
#include "follows/service/FollowSteps.h"
#include "follows/service/Follows.h"
#include "inbox/service/AssigneeKeys.h"
#include "inbox/service/DeadlineReminder.h"
#include "inbox/service/InboxService.h"
#include "inbox/service/ReadInbox.h"
#include "lists/service/ListAccess.h"
#include "lists/service/ListFiles.h"
#include "lists/service/SavedSearches.h"
#include "live/service/LivePush.h"
#include "mandates/service/ManageMandates.h"
#include "mandates/service/ReadMandates.h"
#include "markers/service/Markers.h"
#include "notes/service/UnitNotes.h"
#include "notifications/service/NotificationService.h"
#include "organisation/service/BrowseOrganisation.h"
#include "organisation/service/DirectoryService.h"
#include "organisation/service/FirstAdministrator.h"
#include "organisation/service/ManagePeople.h"
#include "organisation/service/ManagePluginRules.h"
#include "organisation/service/ManagePosts.h"
#include "organisation/service/ManageRoles.h"
#include "organisation/service/ManageUnits.h"
#include "organisation/service/OrganisationService.h"
#include "organisation/service/OrganisationStore.h"
#include "registers/service/RegisterService.h"
#include "search/service/SearchService.h"
#include "secrets/service/SecretBox.h"
#include "sessions/service/OwnSession.h"
#include "sessions/service/PasswordHasher.h"
#include "sessions/service/SessionService.h"
#include "sessions/service/SignIn.h"
#include "settings/service/SettingsService.h"
#include "shared/service/PluginFactsCache.h"
#include "timeline/service/TimelineService.h"

#include "congvu/core/Core.h"
#include "congvu/core/PosixFileSystem.h"

#include <memory>

namespace congvu::core {

/// Every object of core, each built from those above it.
struct Core::Parts {
    explicit Parts(const CoreNeeds& coreNeeds);

    void addRoutes(http::Routes& routes);
    void addJobs(jobs::Jobs& jobs);
    [[nodiscard]] ShellCounts shellCounts(const http::Caller& caller) const;

    CoreNeeds needs;
    PosixFileSystem machineFiles;
    FileSystem& fileSystem;  ///< beneath the stored files and the key of secrets
    PluginFactsCache plugins;
    LivePush push;
    AuditLog audit;
    OrganisationStore store;
    DirectoryService directory;
    SecretBox secrets;
    SettingsService settings;
    CalendarService calendar;
    MandateStore mandateStore;
    MandatePowers mandatePowers;
    MandateService mandates;

    PasswordHasher hasher;
    std::shared_ptr<SessionService> sessions;  ///< also the port Authenticator
    SignIn signIn;
    OwnSession own;

    ManageUnits units;
    ManagePeople people;
    ManagePosts posts;
    ManageRoles roles;
    ManagePluginRules rules;
    BrowseOrganisation browse;
    OrganisationService organisation;

    FileService files;
    RegisterService registers;
    SearchService search;
    NotificationService notifications;
    EntityAccess entities;
    FollowSteps followSteps;
    TimelineService timeline;
    Follows follows;
    Markers markers;
    UnitNotes notes;
    ReadMarks marks;
    ListAccess lists;
    SavedSearches searches;
    ListFiles listFiles;
    ManageMandates manageMandates;
    ReadMandates readMandates;
    AssigneeKeys assigneeKeys;
    InboxService inbox;
    ReadInbox readInbox;
    DeadlineReminder reminder;
    ReadAudit readAudit;

private:
    void refreshFromOthers();
    [[nodiscard]] std::string badgesJson(const std::string& postId) const;

    OrganisationReader revisions_;
    std::int64_t settingsRevision_ = 0;
    std::int64_t calendarRevision_ = 0;
    std::int64_t sessionsRevision_ = 0;
};

}  // namespace congvu::core
