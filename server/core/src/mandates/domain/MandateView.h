// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "congvu/mandates/Mandates.h"
#include "congvu/time/Clock.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace congvu::core {

/// Where an absence or mandate stands today.
enum class Standing { planned, inForce, resting, over, revoked };

/// Body of POST /absences.
struct NewAbsence {
    std::string postId;  ///< empty: the acting post
    Date from;
    Date until;
    std::string reason;
};

/// One line of GET /absences.
struct AbsenceView {
    std::string id;
    std::string postId;
    std::string postTitle;
    std::string personName;
    std::string unitName;
    Date from;
    Date until;
    std::string reason;
    std::string enteredByName;
    Standing standing = Standing::planned;
};

/// Body of POST /mandates.
struct NewMandate {
    std::string giverPostId;  ///< empty: the acting post
    std::string substitutePostId;
    Date from;
    Date until;
    std::vector<std::string> acts;
    std::vector<std::string> unitIds;
    std::vector<std::string> documentTypes;
    mandates::SignAs signAs = mandates::SignAs::kt;
    std::string basis;
    std::string absenceId;
};

/// One line of GET /mandates.
struct MandateView {
    std::string id;
    std::string giverPostId;
    std::string giverTitle;
    std::string giverName;
    std::string substitutePostId;
    std::string substituteTitle;
    std::string substituteName;
    Date from;
    Date until;
    std::vector<std::string> acts;
    std::vector<std::string> unitNames;
    std::vector<std::string> documentTypes;
    mandates::SignAs signAs = mandates::SignAs::kt;
    std::string basis;
    std::string absenceId;  ///< empty for the substitute: the absence is the giver's own
    std::string givenByName;
    Standing standing = Standing::planned;
    std::string revokedByName;
    std::string revocationReason;
    bool mayRevoke = false;
};

/// Body of POST /mandates/{id}/revocation.
struct RevocationInput {
    std::string reason;
};

/// What the acting post may entrust: the acts that it holds.
struct MandateChoices {
    std::vector<std::string> acts;
};

}  // namespace congvu::core

template <>
struct congvu::json::EnumNames<congvu::core::Standing> {
    using Standing = congvu::core::Standing;
    static constexpr std::array values{
        std::pair{Standing::planned, std::string_view{"planned"}}, std::pair{Standing::inForce, std::string_view{"in_force"}},
        std::pair{Standing::resting, std::string_view{"resting"}}, std::pair{Standing::over, std::string_view{"over"}},
        std::pair{Standing::revoked, std::string_view{"revoked"}}};
};
template <>
struct congvu::json::Description<congvu::core::NewAbsence> {
    static auto fields() {
        using Input = congvu::core::NewAbsence;
        return std::tuple{field("postId", &Input::postId).maxLength(26), field("from", &Input::from).required(),
                          field("until", &Input::until).required(), field("reason", &Input::reason).maxLength(500)};
    }
};
template <>
struct congvu::json::Description<congvu::core::AbsenceView> {
    static auto fields() {
        using View = congvu::core::AbsenceView;
        return std::tuple{field("id", &View::id),
                          field("postId", &View::postId),
                          field("postTitle", &View::postTitle),
                          field("personName", &View::personName),
                          field("unitName", &View::unitName),
                          field("from", &View::from),
                          field("until", &View::until),
                          field("reason", &View::reason),
                          field("enteredByName", &View::enteredByName),
                          field("standing", &View::standing)};
    }
};
template <>
struct congvu::json::Description<congvu::core::NewMandate> {
    static auto fields() {
        using Input = congvu::core::NewMandate;
        return std::tuple{field("giverPostId", &Input::giverPostId).maxLength(26),
                          field("substitutePostId", &Input::substitutePostId).required().maxLength(26),
                          field("from", &Input::from).required(),
                          field("until", &Input::until).required(),
                          field("acts", &Input::acts).required().maxLength(4),
                          field("unitIds", &Input::unitIds).maxLength(20),
                          field("documentTypes", &Input::documentTypes).maxLength(35),
                          field("signAs", &Input::signAs),
                          field("basis", &Input::basis).maxLength(200),
                          field("absenceId", &Input::absenceId).maxLength(26)};
    }
};
template <>
struct congvu::json::Description<congvu::core::MandateView> {
    static auto fields() {
        using View = congvu::core::MandateView;
        return std::tuple{field("id", &View::id),
                          field("giverPostId", &View::giverPostId),
                          field("giverTitle", &View::giverTitle),
                          field("giverName", &View::giverName),
                          field("substitutePostId", &View::substitutePostId),
                          field("substituteTitle", &View::substituteTitle),
                          field("substituteName", &View::substituteName),
                          field("from", &View::from),
                          field("until", &View::until),
                          field("acts", &View::acts),
                          field("unitNames", &View::unitNames),
                          field("documentTypes", &View::documentTypes),
                          field("signAs", &View::signAs),
                          field("basis", &View::basis),
                          field("absenceId", &View::absenceId),
                          field("givenByName", &View::givenByName),
                          field("standing", &View::standing),
                          field("revokedByName", &View::revokedByName),
                          field("revocationReason", &View::revocationReason),
                          field("mayRevoke", &View::mayRevoke)};
    }
};
template <>
struct congvu::json::Description<congvu::core::RevocationInput> {
    static auto fields() { return std::tuple{field("reason", &congvu::core::RevocationInput::reason).required().maxLength(500)}; }
};
template <>
struct congvu::json::Description<congvu::core::MandateChoices> {
    static auto fields() { return std::tuple{field("acts", &congvu::core::MandateChoices::acts)}; }
};
