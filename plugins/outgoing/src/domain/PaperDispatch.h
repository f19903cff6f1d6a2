// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"
#include "congvu/time/Date.h"
#include "domain/NoticeKind.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace congvu::outgoing {

enum class PaperState {
    waiting,   ///< for a list
    listed,    ///< on a list that is not handed over yet
    handed,    ///< handed over to the carrier or the recipient
    returned,  ///< came back
    dropped,   ///< not needed any more
};

/// A document, or word about one, on paper for one recipient.
struct PaperItem {
    std::string id;
    std::string agencyId;
    std::string documentId;
    std::string deliveryId;
    NoticeKind kind = NoticeKind::document;
    std::string aboutId;  ///< of a notice about a later document: that document
    std::int64_t copies = 1;
    PaperState state = PaperState::waiting;
    std::optional<std::string> listId;
    std::int64_t envelope = 0;  ///< on its list, from 1; documents in one envelope have the same
    std::string note;
    Timestamp createdAt;
    Timestamp changedAt;
    std::string numberAndSymbol{};  ///< of the document, as all below
    std::optional<Date> documentDate{};
    std::string typeName{};
    std::string subject{};
    std::string urgency{};
    std::string recipientId{};
    std::string recipientName{};
    std::string postalAddress{};
    std::string aboutNumber{};  ///< number and symbol of the later document
};

/// By which way a list goes.
enum class PaperWay {
    post,  ///< Decree 30/2020, App. IV, III: register of documents sent by post
    hand,
};

/// A list of paper that is handed over at once. Its number is given when it is handed over, from 1 each year.
struct PaperList {
    std::string id;
    std::string agencyId;
    std::int64_t year = 0;
    std::optional<std::int64_t> number;
    PaperWay way = PaperWay::post;
    std::string carrier;  ///< "Bưu điện Sông Mẫu"
    std::string note;
    std::optional<Date> handedOn;
    std::string receivedBy;  ///< who signed for it
    std::string handedByName;
    std::string createdByName;
    Timestamp createdAt;
    std::int64_t version = 1;
    std::int64_t items = 0;
    std::int64_t envelopes = 0;
};

}  // namespace congvu::outgoing

template <>
struct congvu::json::EnumNames<congvu::outgoing::PaperState> {
    using State = congvu::outgoing::PaperState;
    static constexpr std::array values{
        std::pair{State::waiting, std::string_view{"waiting"}}, std::pair{State::listed, std::string_view{"listed"}},
        std::pair{State::handed, std::string_view{"handed"}}, std::pair{State::returned, std::string_view{"returned"}},
        std::pair{State::dropped, std::string_view{"dropped"}}};
};
template <>
struct congvu::json::EnumNames<congvu::outgoing::PaperWay> {
    using Way = congvu::outgoing::PaperWay;
    static constexpr std::array values{std::pair{Way::post, std::string_view{"post"}}, std::pair{Way::hand, std::string_view{"hand"}}};
};
template <>
struct congvu::json::Description<congvu::outgoing::PaperItem> {
    static auto fields() {
        using Item = congvu::outgoing::PaperItem;
        return std::tuple{field("id", &Item::id),
                          field("documentId", &Item::documentId),
                          field("deliveryId", &Item::deliveryId),
                          field("kind", &Item::kind),
                          field("copies", &Item::copies),
                          field("state", &Item::state),
                          field("listId", &Item::listId),
                          field("envelope", &Item::envelope),
                          field("note", &Item::note),
                          field("createdAt", &Item::createdAt),
                          field("changedAt", &Item::changedAt),
                          field("numberAndSymbol", &Item::numberAndSymbol),
                          field("documentDate", &Item::documentDate),
                          field("typeName", &Item::typeName),
                          field("subject", &Item::subject),
                          field("urgency", &Item::urgency),
                          field("recipientId", &Item::recipientId),
                          field("recipientName", &Item::recipientName),
                          field("postalAddress", &Item::postalAddress),
                          field("aboutNumber", &Item::aboutNumber)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::PaperList> {
    static auto fields() {
        using List = congvu::outgoing::PaperList;
        return std::tuple{field("id", &List::id),
                          field("year", &List::year),
                          field("number", &List::number),
                          field("way", &List::way),
                          field("carrier", &List::carrier),
                          field("note", &List::note),
                          field("handedOn", &List::handedOn),
                          field("receivedBy", &List::receivedBy),
                          field("handedByName", &List::handedByName),
                          field("createdByName", &List::createdByName),
                          field("createdAt", &List::createdAt),
                          field("version", &List::version),
                          field("items", &List::items),
                          field("envelopes", &List::envelopes)};
    }
};
