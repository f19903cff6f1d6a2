// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"
#include "congvu/time/Date.h"

#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace congvu::core {

/// The post a session acts in.
struct ActingPostView {
    std::string id;
    std::string title;
    std::string unitId;
    std::string unitName;
    std::string unitShortName;
    std::string agencyId;
    std::string agencyName;
    std::string agencyShortName;
    std::vector<std::string> permissions;
};

/// A post one may switch to.
struct OwnPostView {
    std::string id;
    std::string title;
    std::string unitName;
    std::string agencyName;
    bool main = false;
};

/// A mandate in force by which one may act for another.
struct ActingChoice {
    std::string mandateId;
    std::string ownPostId;
    std::string giverTitle;
    std::string giverName;
    std::string unitName;
    Date until;
    std::vector<std::string> acts;
};

/// Answer of GET /session.
struct SessionView {
    std::string personId;
    std::string name;
    std::string initials;
    std::string username;
    std::string locale;
    std::string theme;
    std::string density;
    bool mustChangePassword = false;
    ActingPostView post;
    std::vector<OwnPostView> posts;
    std::vector<ActingChoice> mandates;
    std::optional<ActingChoice> actingFor;  ///< set while acting for another; `post` is then the giver's
};

/// One line of GET /sessions.
struct OpenSessionView {
    std::string id;
    bool current = false;
    Timestamp createdAt;
    Timestamp lastSeenAt;
    std::string address;
    std::string userAgent;
};

struct SignInInput {
    std::string username;
    std::string password;
};
/// Body of PUT /session/post: a post of one's own, or a mandate to act by; exactly one of them.
struct SwitchPostInput {
    std::string postId;
    std::string mandateId;
};
struct PreferencesInput {
    std::optional<std::string> locale;
    std::optional<std::string> theme;
    std::optional<std::string> density;
};
struct PasswordInput {
    std::string current;
    std::string next;
};

}  // namespace congvu::core

template <>
struct congvu::json::Description<congvu::core::ActingPostView> {
    static auto fields() {
        using Post = congvu::core::ActingPostView;
        return std::tuple{field("id", &Post::id),
                          field("title", &Post::title),
                          field("unitId", &Post::unitId),
                          field("unitName", &Post::unitName),
                          field("unitShortName", &Post::unitShortName),
                          field("agencyId", &Post::agencyId),
                          field("agencyName", &Post::agencyName),
                          field("agencyShortName", &Post::agencyShortName),
                          field("permissions", &Post::permissions)};
    }
};
template <>
struct congvu::json::Description<congvu::core::OwnPostView> {
    static auto fields() {
        using Post = congvu::core::OwnPostView;
        return std::tuple{field("id", &Post::id), field("title", &Post::title), field("unitName", &Post::unitName),
                          field("agencyName", &Post::agencyName), field("main", &Post::main)};
    }
};
template <>
struct congvu::json::Description<congvu::core::ActingChoice> {
    static auto fields() {
        using Choice = congvu::core::ActingChoice;
        return std::tuple{field("mandateId", &Choice::mandateId),
                          field("ownPostId", &Choice::ownPostId),
                          field("giverTitle", &Choice::giverTitle),
                          field("giverName", &Choice::giverName),
                          field("unitName", &Choice::unitName),
                          field("until", &Choice::until),
                          field("acts", &Choice::acts)};
    }
};
template <>
struct congvu::json::Description<congvu::core::SessionView> {
    static auto fields() {
        using View = congvu::core::SessionView;
        return std::tuple{field("personId", &View::personId), field("name", &View::name),
                          field("initials", &View::initials), field("username", &View::username),
                          field("locale", &View::locale),     field("theme", &View::theme),
                          field("density", &View::density),   field("mustChangePassword", &View::mustChangePassword),
                          field("post", &View::post),         field("posts", &View::posts),
                          field("mandates", &View::mandates), field("actingFor", &View::actingFor)};
    }
};
template <>
struct congvu::json::Description<congvu::core::OpenSessionView> {
    static auto fields() {
        using View = congvu::core::OpenSessionView;
        return std::tuple{field("id", &View::id),
                          field("current", &View::current),
                          field("createdAt", &View::createdAt),
                          field("lastSeenAt", &View::lastSeenAt),
                          field("address", &View::address),
                          field("userAgent", &View::userAgent)};
    }
};
template <>
struct congvu::json::Description<congvu::core::SignInInput> {
    static auto fields() {
        using Input = congvu::core::SignInInput;
        return std::tuple{field("username", &Input::username).required().maxLength(60),
                          field("password", &Input::password).required().maxLength(128)};
    }
};
template <>
struct congvu::json::Description<congvu::core::SwitchPostInput> {
    static auto fields() {
        using Input = congvu::core::SwitchPostInput;
        return std::tuple{field("postId", &Input::postId).maxLength(26), field("mandateId", &Input::mandateId).maxLength(26)};
    }
};
template <>
struct congvu::json::Description<congvu::core::PreferencesInput> {
    static auto fields() {
        using Input = congvu::core::PreferencesInput;
        return std::tuple{field("locale", &Input::locale).maxLength(10), field("theme", &Input::theme).maxLength(20),
                          field("density", &Input::density).maxLength(20)};
    }
};
template <>
struct congvu::json::Description<congvu::core::PasswordInput> {
    static auto fields() {
        using Input = congvu::core::PasswordInput;
        return std::tuple{field("current", &Input::current).required().maxLength(128),
                          field("next", &Input::next).required().maxLength(128)};
    }
};
