// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/crl/CrlClient.h"

#include <algorithm>

#include "crl/CertificateRevocationList.h"

namespace congvu::signing {

std::shared_ptr<const Bytes> CrlCache::find(const std::string& url, Instant now) {
    const std::scoped_lock lock(mutex_);
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.url == url; });
    return found != entries_.end() && now < found->nextUpdate ? found->list : nullptr;
}

void CrlCache::put(const std::string& url, std::shared_ptr<const Bytes> list, Instant nextUpdate) {
    const std::scoped_lock lock(mutex_);
    const auto drop = [&](std::list<Entry>::iterator entry) {
        total_ -= entry->list->size();
        return entries_.erase(entry);
    };
    for (auto entry = entries_.begin(); entry != entries_.end();) {
        entry = entry->url == url ? drop(entry) : std::next(entry);
    }
    while (!entries_.empty() && total_ + list->size() > largestTotal_) {
        drop(entries_.begin());
    }
    if (list->size() <= largestTotal_) {
        total_ += list->size();
        entries_.push_back({url, std::move(list), nextUpdate});
    }
}

Bytes CrlClient::fetch(const std::string& url, Instant now) {
    if (const auto known = cache_.find(url, now)) {
        return *known;
    }
    auto fresh = std::make_shared<const Bytes>(fetcher_.get(url, {crl::kLargestList, timeout_, 3}));
    const auto nextUpdate = crl::CertificateRevocationList::parse(*fresh).nextUpdate();
    if (nextUpdate && now < *nextUpdate) {
        cache_.put(url, fresh, *nextUpdate);
    }
    return *fresh;
}

}  // namespace congvu::signing
