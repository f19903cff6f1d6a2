// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/audit/Audit.h"
#include "congvu/calendar/WorkingCalendar.h"
#include "congvu/core/FileSystem.h"
#include "congvu/core/Organisation.h"
#include "congvu/db/Db.h"
#include "congvu/directory/Directory.h"
#include "congvu/entities/Entities.h"
#include "congvu/error/AppError.h"
#include "congvu/events/Events.h"
#include "congvu/files/FileStore.h"
#include "congvu/http/Routes.h"
#include "congvu/inbox/Inbox.h"
#include "congvu/inbox/Timeline.h"
#include "congvu/jobs/Jobs.h"
#include "congvu/lists/Lists.h"
#include "congvu/log/Log.h"
#include "congvu/mandates/Mandates.h"
#include "congvu/notifications/Notifications.h"
#include "congvu/ports/Ports.h"
#include "congvu/registers/Registers.h"
#include "congvu/search/SearchIndex.h"
#include "congvu/settings/Settings.h"
#include "congvu/time/Clock.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congvu::core {

/// A text in both languages of the product.
struct Label {
    std::string vi;
    std::string en;
};

struct PermissionFact {
    std::string id;
    Label label;
    std::vector<std::string> roles;  ///< built-in roles that have it unless the administrator says otherwise
};

struct SettingFact {
    std::string key;
    std::string type;  ///< "text", "number", "boolean", "choice", "secret" (a text that is stored sealed and never shown again)
    std::vector<std::string> choices;
    std::string defaultValue;  ///< as text
    Label label;
    std::string scope;  ///< "system" or "unit"
};

/// What a mandate for a kind of act opens in a plugin (manifest member "mandates").
struct MandateFact {
    std::string act;                       ///< "direct", "review", "sign", "receive"
    std::vector<std::string> permissions;  ///< what is entrusted
    std::vector<std::string> reading;      ///< permissions that the act needs besides, to see what it is about
    std::vector<std::string> work;         ///< kinds of work items that it answers
};

/// A type of entities that can be followed, marked and noted upon (manifest member "entities").
struct EntityFact {
    std::string type;        ///< "document"
    std::string permission;  ///< without it the caller sees none of them
};

/// A list with saved searches, a choice of columns and files (manifest member "lists").
struct ListFact {
    std::string id;  ///< "documents"; everybody else calls it "<plugin>.documents"
    Label title;
    std::string path;  ///< page of the shell
    std::string permission;
};

/// What core must know of one plugin's manifest. Core itself is in the list with the id "core".
struct PluginFacts {
    std::string id;
    std::string version;
    Label name;
    std::vector<PermissionFact> permissions;
    std::vector<SettingFact> settings;
    std::vector<MandateFact> mandates{};
    std::vector<EntityFact> entities{};
    std::vector<ListFact> lists{};
};

/// What the host knows and core asks.
class Catalogue {
public:
    virtual ~Catalogue() = default;
    /// Running plugins, "core" first.
    [[nodiscard]] virtual std::vector<PluginFacts> plugins() const = 0;
    /// The text of a message id in "vi" or "en" with its {params} filled in; the id itself when there is none.
    [[nodiscard]] virtual std::string message(std::string_view locale, std::string_view id, const MessageParams& params) const = 0;
};

/// The open event streams. Thread-safe, never blocks.
class LiveSink {
public:
    virtual ~LiveSink() = default;
    /// Server-Sent Event to every stream whose caller acts in the post.
    virtual void toPost(std::string_view postId, std::string_view event, std::string_view dataJson) = 0;
    /// False when toPost() would reach nobody, so that nothing needs to be looked up for it.
    [[nodiscard]] virtual bool isListening(std::string_view postId) = 0;
    virtual void toSession(std::string_view sessionId, std::string_view event, std::string_view dataJson) = 0;
    virtual void toEverybody(std::string_view event, std::string_view dataJson) = 0;
};

/// What core gets from the host.
struct CoreNeeds {
    db::Db& db;
    Clock& clock;
    Log& log;
    Catalogue& catalogue;
    LiveSink& live;
    std::filesystem::path dataFolder;  ///< files/, uploads/, search.db are made below it
    FileSystem* fileSystem = nullptr;  ///< beneath the stored files; null: that of the machine. Outlives core.
};

/// What the shell shows before any page is open.
struct ShellCounts {
    std::vector<std::pair<std::string, std::int64_t>> badges;  ///< "incoming.open" and the like, only of plugins that are on
    std::int64_t unread = 0;                                   ///< notifications, capped at db::kTotalCap
};

/// The always-on domain: units, people, posts, roles, sessions, audit, files, settings, calendar, registers, inbox, timeline,
/// notifications, search, unit gate. Migrations of core have run before it is made.
class Core {
public:
    explicit Core(const CoreNeeds& needs);
    ~Core();
    Core(const Core&) = delete;
    Core& operator=(const Core&) = delete;

    /// Loads what is answered from memory, adds routes (below /api/v1), jobs, subscriptions and the port Authenticator.
    void start(http::Routes& routes, events::Events& events, jobs::Jobs& jobs, ports::Ports& ports);
    /// Called after all plugins have started or been refused: grants default permissions of new ones, opens counters.
    void pluginsStarted();

    files::FileStore& files();
    inbox::Inbox& inbox();
    inbox::Timeline& timeline();
    audit::Audit& audit();
    registers::Registers& registers();
    calendar::WorkingCalendar& calendar();
    directory::Directory& directory();
    search::SearchIndex& search();
    notifications::Notifications& notifications();
    mandates::Mandates& mandates();
    settings::Settings& settings();
    /// Creates units, people and posts; for the command line, the demonstration data and tests.
    Organisation& organisation();

    /// What a plugin answers about its entities and lists. Both throw std::logic_error for what is there already.
    void addEntities(const std::string& plugin, const std::string& type, std::shared_ptr<const entities::EntityViews> views);
    void addList(const std::string& plugin, const std::string& id, std::shared_ptr<const lists::ListSource> source);
    /// Takes back what the plugin has added: it was refused, or it stops.
    void removeAllOf(std::string_view plugin);

    /// Numbers for GET /ui/manifest. Two short statements; call it from a pool thread.
    ShellCounts shellCounts(const http::Caller& caller);
    /// Sets a value of a declared setting ("" is the system's value, an absent value removes it). AppError::invalid for a wrong value.
    void changeSetting(std::string_view key, const std::optional<std::string>& value, std::string_view unitId = {});

    /// Makes the first administrator of an empty database: an agency, a person, a post. Returns the temporary password it has drawn,
    /// or an empty text when people exist already.
    std::string createFirstAdministrator(std::string_view username);
    /// Recomputes the hash chain; for `congvu audit verify` and POST /audit/verification.
    struct AuditVerification {
        std::int64_t rows = 0;
        std::int64_t firstBrokenSequence = 0;  ///< 0 when intact
        std::string reason;
    };
    AuditVerification verifyAudit();

    /// The objects inside (CoreParts.h), for core's own tests; unknown to everybody else.
    struct Parts;

private:
    std::unique_ptr<Parts> parts_;
};

}  // namespace congvu::core
