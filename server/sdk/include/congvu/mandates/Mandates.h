// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "congvu/http/Caller.h"
#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congvu::mandates {

/// The kinds of act that a post may entrust to another: directions on incoming documents, review of drafts, signature, and receiving
/// (registration of incoming documents, acceptance of tasks).
enum class Act { direct, review, sign, receive };

/// How a substitute signs (Decree 30/2020/NĐ-CP, App. I, II.7.a): "KT." a deputy for the head, "TUQ." a named person by an authorisation in
/// writing for a limited time, who passes nothing on.
enum class SignAs { kt, tuq };

/// What an act is about, as far as a mandate may be limited by it. A limited mandate covers only what says that it lies inside.
struct Subject {
    std::string unitId{};        ///< the unit whose work it is: the drafting unit, the unit a direction names; empty: of none
    std::string documentType{};  ///< abbreviation of Decree 30/2020, App. III ("QĐ"); "CV" for an official letter; empty: no document
};

/// A mandate in force: `substitute` acts for `giver`. Names are those of this moment.
struct MandateInfo {
    std::string id;
    std::string giverPostId;
    std::string giverTitle;  ///< "Chủ tịch"
    std::string giverName;
    std::string substitutePostId;
    std::string substituteTitle;  ///< "Phó Chủ tịch"
    std::string substituteName;
    Date from;
    Date until;  ///< last day; over at midnight in Viet Nam
    std::vector<Act> acts;
    SignAs signAs = SignAs::kt;
    std::string basis;  ///< the authorisation in writing: "Giấy uỷ quyền số 03/GUQ-UBND ngày 02/03/2026"; may be empty for "KT."
};

/// Absence and mandates (vắng mặt và uỷ quyền). Who acts for another post chooses the mandate in the switcher of acting posts; from then
/// on the request's Caller has the giver's post, unit and agency, the substitute's person, the permissions that the mandate's acts need
/// and nothing else, and `Caller::behalf`. So what the caller may see needs no word about mandates. An act of the kinds above asks
/// require(). Rules and decided cases: docs/decisions/0010. Thread-safe.
class Mandates {
public:
    virtual ~Mandates() = default;

    /// Who may do this act for the post at this moment. At most one: mandates of one giver do not overlap.
    [[nodiscard]] virtual std::optional<MandateInfo> substituteOf(std::string_view giverPostId, Act act, const Subject& subject,
                                                                  Timestamp at) const = 0;
    /// The mandates by which this post may act for others now.
    [[nodiscard]] virtual std::vector<MandateInfo> actingFor(std::string_view substitutePostId) const = 0;
    /// The mandate, if it is in force at that moment: begun, not over, not revoked, both posts held, the substitute not absent.
    [[nodiscard]] virtual std::optional<MandateInfo> inForce(std::string_view mandateId, Timestamp at) const = 0;
    /// Call it in the transaction of the act. Does nothing for a caller who acts in his own post. AppError forbidden "core.mandate-over"
    /// when the mandate is not in force any more (looked up in this transaction), "core.mandate-scope" when it does not cover the act.
    virtual void require(db::Reader& reader, const http::Caller& caller, Act act, const Subject& subject) const = 0;
};

}  // namespace congvu::mandates

template <>
struct congvu::json::EnumNames<congvu::mandates::Act> {
    using Act = congvu::mandates::Act;
    static constexpr std::array values{std::pair{Act::direct, std::string_view{"direct"}},
                                       std::pair{Act::review, std::string_view{"review"}}, std::pair{Act::sign, std::string_view{"sign"}},
                                       std::pair{Act::receive, std::string_view{"receive"}}};
};
template <>
struct congvu::json::EnumNames<congvu::mandates::SignAs> {
    using SignAs = congvu::mandates::SignAs;
    static constexpr std::array values{std::pair{SignAs::kt, std::string_view{"kt"}}, std::pair{SignAs::tuq, std::string_view{"tuq"}}};
};
