// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/files/StoredFile.h"
#include "congvu/ids/Id.h"
#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"
#include "domain/SigningKey.h"

#include <array>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace congvu::signingdesk {

enum class RequestState { open, signedOff, returned, withdrawn };

/// Where a signature is to stand: points, origin at the lower left of the page as the reader sees it.
struct Place {
    std::int64_t page = 1;
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

/// Text for a reserved form field, put in with the signature.
struct FieldValue {
    std::string field;
    std::string text;
    bool italic = false;
};

/// A file that waits on a desk.
struct DeskRequest {
    std::string id;
    EntityRef entity;
    std::string agencyId;
    KeyOwner signer = KeyOwner::person;
    std::string signerPostId;  ///< empty for the agency's seal
    std::string fileId;
    std::string fieldName;
    std::optional<Place> place;
    std::vector<FieldValue> fields;
    std::string title;
    std::string subtitle;
    std::string urgency;
    std::string submittedByName;
    std::string link;
    std::string mandateId;  ///< of the substitute whom the file names; empty: the post itself
    std::string unitId;
    std::string documentType;
    std::string attachmentOf;  ///< number and symbol of the main document, for an attachment in a file of its own
    std::string reason;        ///< written into the signature; not stored
    RequestState state = RequestState::open;
    std::string level;
    std::string note;
    std::optional<std::string> signedFileId;
    Timestamp createdAt;
    std::optional<Timestamp> decidedAt;
};

/// What the desk shows of a request.
struct RequestView {
    std::string id;
    KeyOwner signer = KeyOwner::person;
    std::string title;
    std::string subtitle;
    std::string urgency;
    std::string submittedByName;
    std::string link;
    RequestState state = RequestState::open;
    std::string level;
    std::string note;
    std::string fieldName;
    std::optional<Place> place;
    Timestamp createdAt;
    std::optional<Timestamp> decidedAt;
    std::string attachmentOf{};  ///< not empty: the place is the law's and not the signer's
};

}  // namespace congvu::signingdesk

template <>
struct congvu::json::EnumNames<congvu::signingdesk::RequestState> {
    using State = congvu::signingdesk::RequestState;
    static constexpr std::array values{
        std::pair{State::open, std::string_view{"open"}}, std::pair{State::signedOff, std::string_view{"signed"}},
        std::pair{State::returned, std::string_view{"returned"}}, std::pair{State::withdrawn, std::string_view{"withdrawn"}}};
};
template <>
struct congvu::json::Description<congvu::signingdesk::Place> {
    static auto fields() {
        using Place = congvu::signingdesk::Place;
        return std::tuple{field("page", &Place::page).range(1, 100'000), field("x", &Place::x), field("y", &Place::y),
                          field("width", &Place::width), field("height", &Place::height)};
    }
};
template <>
struct congvu::json::Description<congvu::signingdesk::FieldValue> {
    static auto fields() {
        using Value = congvu::signingdesk::FieldValue;
        return std::tuple{field("field", &Value::field), field("text", &Value::text), field("italic", &Value::italic)};
    }
};
template <>
struct congvu::json::Description<congvu::signingdesk::RequestView> {
    static auto fields() {
        using View = congvu::signingdesk::RequestView;
        return std::tuple{field("id", &View::id),
                          field("signer", &View::signer),
                          field("title", &View::title),
                          field("subtitle", &View::subtitle),
                          field("urgency", &View::urgency),
                          field("submittedByName", &View::submittedByName),
                          field("link", &View::link),
                          field("state", &View::state),
                          field("level", &View::level),
                          field("note", &View::note),
                          field("fieldName", &View::fieldName),
                          field("place", &View::place),
                          field("createdAt", &View::createdAt),
                          field("decidedAt", &View::decidedAt),
                          field("attachmentOf", &View::attachmentOf)};
    }
};
