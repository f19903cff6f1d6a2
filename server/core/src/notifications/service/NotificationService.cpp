// SPDX-License-Identifier: Apache-2.0
#include "notifications/service/NotificationService.h"

#include "shared/domain/OwnPost.h"

#include "congvu/json/Encode.h"

namespace congvu::core {

namespace {

/// "incoming" of "incoming/documents/<id>".
std::string pluginOf(const std::string& key) {
    return key.substr(0, key.find('/'));
}

}  // namespace

void NotificationService::send(db::Tx& tx, const notifications::Notification& notification) {
    StoredNotification stored;
    stored.id = newId();
    stored.postId = notification.postId;
    stored.plugin = notification.about.plugin;
    stored.messageId = notification.messageId;
    stored.params = notification.params;
    stored.link = notification.link;
    stored.createdAt = clock_.now();
    repository_.insert(tx, stored, notification.about);
    tx.afterCommit([this, stored = std::move(stored)] { push_.message([this, stored](LiveSink& sink) { show(sink, stored); }); });
}

void NotificationService::invalidate(db::Tx& tx, const std::vector<std::string>& postIds, const std::vector<std::string>& keys) {
    tx.afterCommit([this, postIds, keys] {
        for (const auto& key : keys) {
            push_.invalidate(postIds, {key}, pluginOf(key));
        }
    });
}

void NotificationService::invalidateHolders(db::Tx& tx, std::string_view agencyId, std::string_view permission,
                                            const std::vector<std::string>& keys) {
    tx.afterCommit([this, holders = LivePush::Holders{std::string{agencyId}, std::string{permission}}, keys] {
        for (const auto& key : keys) {
            push_.invalidateHolders(holders, {key}, pluginOf(key));
        }
    });
}

void NotificationService::show(LiveSink& sink, const StoredNotification& stored) const {
    if (!sink.isListening(stored.postId) || !directory_.isPluginOnForPost(stored.plugin, stored.postId)) {
        return;
    }
    const auto organisation = organisation_.current();
    const auto* post = organisation->post(stored.postId);
    const auto* person = post == nullptr ? nullptr : organisation->person(post->personId);
    sink.toPost(stored.postId, "notify", json::toText(inWords(stored, person == nullptr ? "vi" : person->locale)));
}

NotificationItem NotificationService::inWords(const StoredNotification& stored, std::string_view locale) const {
    MessageParams params;
    for (const auto& [name, value] : stored.params) {
        if (name.starts_with("@")) {
            params.emplace_back(name.substr(1), catalogue_.message(locale, value, {}));
        } else {
            params.emplace_back(name, value);
        }
    }
    return {stored.id,
            catalogue_.message(locale, stored.messageId + ".title", params),
            catalogue_.message(locale, stored.messageId + ".text", params),
            stored.link,
            stored.createdAt,
            stored.isRead};
}

std::vector<std::string> NotificationService::visiblePlugins(const http::Caller& caller) const {
    const auto organisation = organisation_.current();
    const auto* post = organisation->post(ownPostOf(caller));
    return post == nullptr ? std::vector<std::string>{} : directory_.visiblePlugins(post->unitId);
}

db::Page<NotificationItem> NotificationService::list(const http::Caller& caller, const db::PageRequest& page) const {
    const auto& postId = ownPostOf(caller);
    const auto plugins = visiblePlugins(caller);
    auto stored = db_.read([&](db::Reader& reader) { return repository_.list(reader, postId, plugins, page); });
    db::Page<NotificationItem> result;
    result.next = std::move(stored.next);
    for (const auto& item : stored.items) {
        result.items.push_back(inWords(item, caller.locale));
    }
    return result;
}

std::int64_t NotificationService::unread(db::Reader& reader, const http::Caller& caller) const {
    return repository_.unread(reader, ownPostOf(caller), visiblePlugins(caller));
}

void NotificationService::markRead(const http::Caller& caller, const std::vector<std::string>& ids) {
    // What a plugin that is off now has to say stays unread until it is on again.
    const auto plugins = visiblePlugins(caller);
    db_.write([&](db::Tx& tx) {
        repository_.markRead(tx, ownPostOf(caller), plugins, ids, clock_.now());
        tx.afterCommit([this, postId = ownPostOf(caller)] { push_.invalidate({postId}, {"notifications"}, "core"); });
    });
}

}  // namespace congvu::core
