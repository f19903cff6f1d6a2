// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"
#include "congvu/time/Date.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace congvu::records {

/// Where a dossier stands: it collects, is complete, is named in a transfer list, lies in the archive.
enum class DossierState { open, closed, transferring, archived };

/// Construction dossiers have a deadline of their own (Decree 30/2020, Art. 30).
enum class DossierKind { ordinary, construction };

/// A work dossier (hồ sơ công việc): the fields of Decree 30/2020, App. VI, part II.III, and where it stands.
struct Dossier {
    std::string id;
    std::string agencyId;
    std::optional<std::string> entryId;  ///< of the file plan; nothing for a dossier that was not planned
    int year = 0;
    std::string notation;  ///< "01.TCCB"
    std::string title;
    std::string retention;  ///< "Vĩnh viễn" or "20 năm"
    std::string rights;     ///< chế độ sử dụng
    std::string language;
    std::string description;
    DossierKind kind = DossierKind::ordinary;
    std::string unitId;
    std::string unitName;  ///< snapshot
    std::string keeperPostId;
    std::string keeperName;  ///< người lập hồ sơ, snapshot
    DossierState state = DossierState::open;
    Date startedOn;
    std::optional<Date> endedOn;  ///< the day the work ended; counts for the hand-over
    std::optional<Date> dueOn;    ///< to be handed over to the archive by then
    std::int64_t documentCount = 0;
    std::int64_t pageCount = 0;
    std::optional<std::string> transferId;  ///< not told with the dossier: the hand-over has a row policy of its own
    Timestamp createdAt;
    Timestamp updatedAt;
    std::int64_t version = 1;
};

/// Somebody who works with the dossier beside its keeper: a post or a unit.
struct Participant {
    std::string kind;  ///< "post" or "unit"
    std::string id;
    std::string name;
};

/// DocOrdinal and DocTotal have 3 and 4 digits (App. VI), so a dossier holds no more documents; what is larger becomes a further volume.
inline constexpr std::int64_t kMostDocuments = 999;
inline constexpr std::size_t kMostParticipants = 50;

/// What the caller sends.
struct NewDossier {
    std::optional<std::string> entryId;
    std::optional<int> year;  ///< this year unless the entry says it
    std::string notation;
    std::string title;
    std::string retention;
    std::string rights;
    std::string language;
    std::string description;
    DossierKind kind = DossierKind::ordinary;
    std::optional<Date> startedOn;
};
struct DossierEdit {
    std::string title;
    std::string retention;
    std::string rights;
    std::string language;
    std::string description;
    DossierKind kind = DossierKind::ordinary;
    Date startedOn;
};
struct ParticipantInput {
    std::string kind;
    std::string id;
};
struct ParticipantsInput {
    std::vector<ParticipantInput> participants;
};
struct ReasonInput {
    std::string reason;
};
struct ClosingInput {
    Date endedOn;
    bool despiteGaps = false;
    std::string note;
};

}  // namespace congvu::records

template <>
struct congvu::json::EnumNames<congvu::records::DossierState> {
    using State = congvu::records::DossierState;
    static constexpr std::array values{
        std::pair{State::open, std::string_view{"open"}}, std::pair{State::closed, std::string_view{"closed"}},
        std::pair{State::transferring, std::string_view{"transferring"}}, std::pair{State::archived, std::string_view{"archived"}}};
};

template <>
struct congvu::json::EnumNames<congvu::records::DossierKind> {
    using Kind = congvu::records::DossierKind;
    static constexpr std::array values{std::pair{Kind::ordinary, std::string_view{"ordinary"}},
                                       std::pair{Kind::construction, std::string_view{"construction"}}};
};

template <>
struct congvu::json::Description<congvu::records::Dossier> {
    static auto fields() {
        using Dossier = congvu::records::Dossier;
        return std::tuple{field("id", &Dossier::id),
                          field("entryId", &Dossier::entryId),
                          field("year", &Dossier::year),
                          field("notation", &Dossier::notation),
                          field("title", &Dossier::title),
                          field("retention", &Dossier::retention),
                          field("rights", &Dossier::rights),
                          field("language", &Dossier::language),
                          field("description", &Dossier::description),
                          field("kind", &Dossier::kind),
                          field("unitId", &Dossier::unitId),
                          field("unitName", &Dossier::unitName),
                          field("keeperPostId", &Dossier::keeperPostId),
                          field("keeperName", &Dossier::keeperName),
                          field("state", &Dossier::state),
                          field("startedOn", &Dossier::startedOn),
                          field("endedOn", &Dossier::endedOn),
                          field("dueOn", &Dossier::dueOn),
                          field("documentCount", &Dossier::documentCount),
                          field("pageCount", &Dossier::pageCount),
                          field("updatedAt", &Dossier::updatedAt),
                          field("version", &Dossier::version)};
    }
};

template <>
struct congvu::json::Description<congvu::records::Participant> {
    static auto fields() {
        using Participant = congvu::records::Participant;
        return std::tuple{field("kind", &Participant::kind), field("id", &Participant::id), field("name", &Participant::name)};
    }
};

template <>
struct congvu::json::Description<congvu::records::NewDossier> {
    static auto fields() {
        using New = congvu::records::NewDossier;
        return std::tuple{field("entryId", &New::entryId).maxLength(40),
                          field("year", &New::year).range(1945, 2200),
                          field("notation", &New::notation).maxLength(20),
                          field("title", &New::title).maxLength(500),
                          field("retention", &New::retention).maxLength(30),
                          field("rights", &New::rights).maxLength(30),
                          field("language", &New::language).maxLength(50),
                          field("description", &New::description).maxLength(500).multiline(),
                          field("kind", &New::kind),
                          field("startedOn", &New::startedOn)};
    }
};

template <>
struct congvu::json::Description<congvu::records::DossierEdit> {
    static auto fields() {
        using Edit = congvu::records::DossierEdit;
        return std::tuple{field("title", &Edit::title).required().maxLength(500),
                          field("retention", &Edit::retention).required().maxLength(30),
                          field("rights", &Edit::rights).maxLength(30),
                          field("language", &Edit::language).maxLength(50),
                          field("description", &Edit::description).maxLength(500).multiline(),
                          field("kind", &Edit::kind),
                          field("startedOn", &Edit::startedOn).required()};
    }
};

template <>
struct congvu::json::Description<congvu::records::ParticipantInput> {
    static auto fields() {
        using Input = congvu::records::ParticipantInput;
        return std::tuple{field("kind", &Input::kind).required().maxLength(10), field("id", &Input::id).required().maxLength(40)};
    }
};

template <>
struct congvu::json::Description<congvu::records::ParticipantsInput> {
    static auto fields() {
        using Input = congvu::records::ParticipantsInput;
        return std::tuple{
            field("participants", &Input::participants).required().minLength(0).maxLength(congvu::records::kMostParticipants)};
    }
};

template <>
struct congvu::json::Description<congvu::records::ReasonInput> {
    static auto fields() {
        using Input = congvu::records::ReasonInput;
        return std::tuple{field("reason", &Input::reason).required().maxLength(500).multiline()};
    }
};

template <>
struct congvu::json::Description<congvu::records::ClosingInput> {
    static auto fields() {
        using Input = congvu::records::ClosingInput;
        return std::tuple{field("endedOn", &Input::endedOn).required(), field("despiteGaps", &Input::despiteGaps),
                          field("note", &Input::note).maxLength(500).multiline()};
    }
};
