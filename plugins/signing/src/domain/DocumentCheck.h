// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/ids/Id.h"
#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"
#include "congvu/time/Date.h"

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::signingdesk {

/// By what anybody can check an issued document: a short code that stands in its QR picture.
struct DocumentCheck {
    std::string code;
    EntityRef entity;
    std::string agencyId;
    std::string issuerName;
    std::string numberAndSymbol;
    std::string typeName;
    Date documentDate;
    Timestamp issuedAt;
    std::optional<Timestamp> recallAskedAt;
    std::string fileId;
    std::vector<std::string> fingerprints;  ///< SHA-256 of the file as it was issued and of each longer one since, oldest first
};

/// What everybody may know of an issued document; nothing of its content.
struct CheckView {
    std::string code;
    std::string verdict;  ///< "valid", "indeterminate", "invalid", "unsigned", "unreadable"
    std::string issuerName;
    std::string numberAndSymbol;
    std::string typeName;
    Date documentDate;
    Timestamp issuedAt;
    std::optional<Timestamp> recallAskedAt;
    std::vector<std::string> fingerprints;
};

/// What the page of a document shows to its agency.
struct CheckLink {
    std::string code;
    std::string address;  ///< of this server for the public, as set by the administrator; may be empty
};

/// Ten letters and digits that cannot be mistaken for others (Crockford's base 32), at random.
std::string newCheckCode();
/// The code as it is stored, of what somebody has typed: small letters, spaces and hyphens do not matter. Nothing when it is no code.
std::optional<std::string> checkCodeFrom(std::string_view typed);

}  // namespace congvu::signingdesk

template <>
struct congvu::json::Description<congvu::signingdesk::CheckView> {
    static auto fields() {
        using View = congvu::signingdesk::CheckView;
        return std::tuple{field("code", &View::code),
                          field("verdict", &View::verdict),
                          field("issuerName", &View::issuerName),
                          field("numberAndSymbol", &View::numberAndSymbol),
                          field("typeName", &View::typeName),
                          field("documentDate", &View::documentDate),
                          field("issuedAt", &View::issuedAt),
                          field("recallAskedAt", &View::recallAskedAt),
                          field("fingerprints", &View::fingerprints)};
    }
};
template <>
struct congvu::json::Description<congvu::signingdesk::CheckLink> {
    static auto fields() {
        using Link = congvu::signingdesk::CheckLink;
        return std::tuple{field("code", &Link::code), field("address", &Link::address)};
    }
};
