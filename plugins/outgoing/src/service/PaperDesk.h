// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Caller.h"
#include "congvu/json/Description.h"
#include "domain/PaperDispatch.h"
#include "service/DocumentWork.h"
#include "service/Services.h"
#include "storage/PaperRepository.h"

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::outgoing {

/// A list as it is made or changed.
struct PaperListInput {
    PaperWay way = PaperWay::post;
    std::string carrier;
    std::string note;
    std::vector<std::string> itemIds;  ///< what goes on it, from what waits; only when it is made or added to
};

/// Where an item of a list lies.
struct PaperPlace {
    std::string itemId;
    std::int64_t envelope = 1;
    std::int64_t copies = 1;
    std::string note;
};
struct PaperPlaces {
    PaperWay way = PaperWay::post;
    std::string carrier;
    std::string note;
    std::vector<PaperPlace> items;  ///< an item of the list that is not named goes back to those that wait
};

struct HandOverInput {
    std::optional<Date> handedOn;  ///< today unless said otherwise
    std::string receivedBy;
};

struct PaperListView {
    PaperList list;
    std::vector<PaperItem> items;
};

/// Paper dispatch: what waits is put on lists, into envelopes, and handed over; what comes back may go out again.
class PaperDesk {
public:
    PaperDesk(const Services& services, DocumentWork& work) : services_(services), work_(work) {}

    [[nodiscard]] db::Page<PaperItem> waiting(const http::Caller& caller, const db::PageRequest& page) const;
    [[nodiscard]] db::Page<PaperList> lists(const http::Caller& caller, const db::PageRequest& page) const;
    /// AppError notFound for a list of another agency.
    [[nodiscard]] PaperListView view(const http::Caller& caller, std::string_view id) const;
    [[nodiscard]] PaperItem item(const http::Caller& caller, std::string_view id) const;

    /// One envelope for each recipient. AppError invalid "/itemIds/n" for what does not wait any more.
    std::string create(const http::Caller& caller, const PaperListInput& input) const;
    /// AppError conflict "outgoing.list-handed" once it is handed over, as for change and remove.
    void add(const http::Caller& caller, std::string_view id, const PaperListInput& input) const;
    void change(const http::Caller& caller, std::string_view id, std::int64_t expectedVersion, const PaperPlaces& places) const;
    void remove(const http::Caller& caller, std::string_view id) const;
    /// Gives the list its number; its documents count as sent that day.
    void handOver(const http::Caller& caller, std::string_view id, std::int64_t expectedVersion, const HandOverInput& input) const;

    /// What was handed over and came back. AppError conflict "outgoing.not-now" for anything else.
    void cameBack(const http::Caller& caller, std::string_view itemId, std::string_view reason) const;
    /// What came back waits for a list again.
    void sendAgain(const http::Caller& caller, std::string_view itemId) const;

private:
    [[nodiscard]] PaperList requireOpenList(db::Reader& reader, const http::Caller& caller, std::string_view id) const;
    [[nodiscard]] PaperItem requireItem(db::Reader& reader, const http::Caller& caller, std::string_view id, PaperState state) const;
    /// Puts waiting items on the list, each recipient's into one envelope; \p already lie on it.
    void place(db::Tx& tx, const http::Caller& caller, const PaperList& list, const std::vector<std::string>& ids,
               const std::vector<PaperItem>& already) const;
    void putBack(db::Tx& tx, PaperItem item) const;
    void markSent(db::Tx& tx, const http::Caller& caller, const PaperList& list, std::vector<PaperItem> items) const;
    void setStatus(db::Tx& tx, const PaperItem& item, std::string_view status, std::string_view reason, Timestamp at) const;

    Services services_;
    DocumentWork& work_;
    PaperRepository papers_;
};

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::PaperListInput> {
    static auto fields() {
        using Input = congvu::outgoing::PaperListInput;
        return std::tuple{field("way", &Input::way), field("carrier", &Input::carrier).maxLength(200),
                          field("note", &Input::note).maxLength(500), field("itemIds", &Input::itemIds).required().maxLength(500)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::PaperPlace> {
    static auto fields() {
        using Place = congvu::outgoing::PaperPlace;
        return std::tuple{field("itemId", &Place::itemId).required().maxLength(40), field("envelope", &Place::envelope).range(1, 9999),
                          field("copies", &Place::copies).range(1, 1000), field("note", &Place::note).maxLength(200)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::PaperPlaces> {
    static auto fields() {
        using Places = congvu::outgoing::PaperPlaces;
        return std::tuple{field("way", &Places::way), field("carrier", &Places::carrier).maxLength(200),
                          field("note", &Places::note).maxLength(500), field("items", &Places::items).maxLength(500)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::HandOverInput> {
    static auto fields() {
        using Input = congvu::outgoing::HandOverInput;
        return std::tuple{field("handedOn", &Input::handedOn), field("receivedBy", &Input::receivedBy).required().maxLength(100)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::PaperListView> {
    static auto fields() {
        using View = congvu::outgoing::PaperListView;
        return std::tuple{field("list", &View::list), field("items", &View::items)};
    }
};
