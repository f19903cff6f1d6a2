// SPDX-License-Identifier: Apache-2.0
#include "storage/StoredPlace.h"

#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"

namespace congvu::signingdesk {

namespace {

struct PlaceHolder {
    std::optional<Place> place;
};

}  // namespace

}  // namespace congvu::signingdesk

template <>
struct congvu::json::Description<congvu::signingdesk::PlaceHolder> {
    static auto fields() { return std::tuple{field("place", &congvu::signingdesk::PlaceHolder::place)}; }
};

namespace congvu::signingdesk {

std::string storedPlace(const std::optional<Place>& place) {
    return json::toText(PlaceHolder{place});
}

std::optional<Place> placeFrom(std::string_view stored) {
    return json::decode<PlaceHolder>(stored).place;
}

}  // namespace congvu::signingdesk
