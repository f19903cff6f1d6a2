// SPDX-License-Identifier: Apache-2.0
#include "congvu/core/Core.h"

#include "CoreParts.h"
#include "shared/service/SystemCaller.h"

namespace congvu::core {

Core::Core(const CoreNeeds& needs) : parts_(std::make_unique<Parts>(needs)) {}

Core::~Core() = default;

void Core::start(http::Routes& routes, events::Events&, jobs::Jobs& jobs, ports::Ports& ports) {
    parts_->addRoutes(routes);
    parts_->addJobs(jobs);
    ports.provide<ports::Authenticator>(parts_->sessions);
}

void Core::pluginsStarted() {
    parts_->plugins.refresh();
    parts_->roles.grantDefaults();
}

void Core::addEntities(const std::string& plugin, const std::string& type, std::shared_ptr<const entities::EntityViews> views) {
    parts_->entities.add(plugin, type, std::move(views));
}

void Core::addList(const std::string& plugin, const std::string& id, std::shared_ptr<const lists::ListSource> source) {
    parts_->lists.add(plugin, id, std::move(source));
}

void Core::removeAllOf(std::string_view plugin) {
    parts_->entities.removeAllOf(plugin);
    parts_->lists.removeAllOf(plugin);
}

files::FileStore& Core::files() {
    return parts_->files;
}
inbox::Inbox& Core::inbox() {
    return parts_->inbox;
}
inbox::Timeline& Core::timeline() {
    return parts_->timeline;
}
audit::Audit& Core::audit() {
    return parts_->audit;
}
registers::Registers& Core::registers() {
    return parts_->registers;
}
calendar::WorkingCalendar& Core::calendar() {
    return parts_->calendar;
}
directory::Directory& Core::directory() {
    return parts_->directory;
}
search::SearchIndex& Core::search() {
    return parts_->search;
}
notifications::Notifications& Core::notifications() {
    return parts_->notifications;
}
mandates::Mandates& Core::mandates() {
    return parts_->mandates;
}
settings::Settings& Core::settings() {
    return parts_->settings;
}
Organisation& Core::organisation() {
    return parts_->organisation;
}

ShellCounts Core::shellCounts(const http::Caller& caller) {
    return parts_->shellCounts(caller);
}

void Core::changeSetting(std::string_view key, const std::optional<std::string>& value, std::string_view unitId) {
    parts_->settings.changeText(systemCaller(), key, value, unitId);
}

std::string Core::createFirstAdministrator(std::string_view username) {
    return FirstAdministrator{parts_->needs.db, parts_->store, parts_->organisation}.create(username);
}

Core::AuditVerification Core::verifyAudit() {
    return parts_->audit.verify();
}

}  // namespace congvu::core
