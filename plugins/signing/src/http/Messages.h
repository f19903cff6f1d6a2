// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "domain/DeskRequest.h"
#include "domain/TrustedRoot.h"

#include <string>
#include <tuple>
#include <vector>

namespace congvu::signingdesk {

struct ReturnNote {
    std::string note;
};
struct PinChange {
    std::string pin;
    std::string newPin;
};
struct PinEntry {
    std::string pin;
};
struct RootUpload {
    std::string world;
};
struct AgentAddress {
    std::string address;  ///< "http://127.0.0.1:14127"; empty where agents are not used
};
struct KeyList {
    std::vector<KeyView> items;
};
struct RootList {
    std::vector<TrustedRoot> items;
};

}  // namespace congvu::signingdesk

template <>
struct congvu::json::Description<congvu::signingdesk::ReturnNote> {
    static auto fields() {
        return std::tuple{field("note", &congvu::signingdesk::ReturnNote::note).required().maxLength(2000).multiline()};
    }
};
template <>
struct congvu::json::Description<congvu::signingdesk::PinChange> {
    static auto fields() {
        using Change = congvu::signingdesk::PinChange;
        return std::tuple{field("pin", &Change::pin).required().maxLength(64), field("newPin", &Change::newPin).required().maxLength(64)};
    }
};
template <>
struct congvu::json::Description<congvu::signingdesk::PinEntry> {
    static auto fields() { return std::tuple{field("pin", &congvu::signingdesk::PinEntry::pin).required().maxLength(64)}; }
};
template <>
struct congvu::json::Description<congvu::signingdesk::RootUpload> {
    static auto fields() { return std::tuple{field("world", &congvu::signingdesk::RootUpload::world).required().maxLength(50)}; }
};
template <>
struct congvu::json::Description<congvu::signingdesk::AgentAddress> {
    static auto fields() { return std::tuple{field("address", &congvu::signingdesk::AgentAddress::address)}; }
};
template <>
struct congvu::json::Description<congvu::signingdesk::KeyList> {
    static auto fields() { return std::tuple{field("items", &congvu::signingdesk::KeyList::items)}; }
};
template <>
struct congvu::json::Description<congvu::signingdesk::RootList> {
    static auto fields() { return std::tuple{field("items", &congvu::signingdesk::RootList::items)}; }
};
