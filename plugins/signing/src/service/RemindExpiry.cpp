// SPDX-License-Identifier: Apache-2.0
#include "service/RemindExpiry.h"

#include "service/KeyVault.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace congvu::signingdesk {

namespace {

constexpr std::array<std::int64_t, 4> kDaysAhead{1, 7, 14, 30};

}  // namespace

void RemindExpiry::run() {
    const auto now = clock_.now();
    const auto ending =
        db_.read([&](db::Reader& reader) { return keys_.endingBetween(reader, now, now + std::chrono::days{kDaysAhead.back()}); });
    std::ranges::for_each(ending, [this](const SigningKey& key) { remind(key); });
}

void RemindExpiry::remind(const SigningKey& key) {
    const auto now = clock_.now();
    const auto left = std::chrono::ceil<std::chrono::days>(key.notAfter - now).count();
    const auto ahead = std::ranges::find_if(kDaysAhead, [left](std::int64_t days) { return left <= days; });
    const auto posts = postsFor(key);
    if (ahead == kDaysAhead.end() || posts.empty()) {
        return;
    }
    const bool isSeal = key.owner == KeyOwner::agency;
    db_.write([&](db::Tx& tx) {
        if (!reminders_.claim(tx, key.id, *ahead, now)) {
            return;
        }
        for (const auto& postId : posts) {
            notifications_.send(tx,
                                {postId,
                                 refOfKey(key.id),
                                 isSeal ? "signing.notify.seal-ends" : "signing.notify.key-ends",
                                 {{"label", key.label}, {"days", std::to_string(left)}, {"until", dayInVietnam(key.notAfter).toDisplay()}},
                                 "/signing/keys"});
        }
    });
}

std::set<std::string> RemindExpiry::postsFor(const SigningKey& key) const {
    std::set<std::string> posts;
    const auto add = [&](std::string_view permission, auto isMeant) {
        for (const auto& post : directory_.postsOfAgency(key.agencyId, permission)) {
            if (isMeant(post) && directory_.isPluginOn("signing", post.unitId)) {
                posts.insert(post.id);
            }
        }
    };
    const auto everybody = [](const directory::PostInfo&) { return true; };
    if (key.owner == KeyOwner::agency) {
        add("signing.seal", everybody);
        add("signing.keys", everybody);
    } else {
        add("signing.desk", [&](const directory::PostInfo& post) { return post.personId == key.personId; });
    }
    return posts;
}

}  // namespace congvu::signingdesk
