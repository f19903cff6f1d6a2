// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/DocumentOwners.h"
#include "service/DossierWork.h"
#include "storage/PlanRepository.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::records {

/// One dossier as the caller sees it, with what he may do now.
struct DossierDetail {
    Dossier dossier;
    std::vector<Participant> participants;
    std::vector<std::string> acts;  ///< "edit", "file", "share", "close", "reopen", "hand-over"
};

/// Opening, describing, sharing, reading dossiers.
class Dossiers {
public:
    Dossiers(const Services& services, const DossierWork& work, const DocumentOwners& owners)
        : services_(services), work_(work), owners_(owners) {}

    [[nodiscard]] db::Page<Dossier> list(const http::Caller& caller, const DossierFilter& filter, const db::PageRequest& page) const;
    /// The same within a reading of somebody else.
    [[nodiscard]] db::Page<Dossier> list(db::Reader& reader, const http::Caller& caller, const DossierFilter& filter,
                                         const db::PageRequest& page) const {
        return work_.dossiers.list(reader, filter, viewerOf(caller), page);
    }
    [[nodiscard]] DossierDetail detail(const http::Caller& caller, std::string_view id) const;
    [[nodiscard]] std::vector<inbox::TimelineEntry> timeline(const http::Caller& caller, std::string_view id) const;
    /// Dossiers that hold a document and that the caller may see; nothing when the document itself is not for him.
    [[nodiscard]] std::vector<Dossier> holding(const http::Caller& caller, const EntityRef& entity) const;

    /// From an entry of an approved plan or free; the caller keeps it unless the entry names somebody. Answers its id.
    std::string open(const http::Caller& caller, const NewDossier& input) const;
    void edit(const http::Caller& caller, std::string_view id, const DossierEdit& input, std::int64_t expectedVersion) const;
    void share(const http::Caller& caller, std::string_view id, const ParticipantsInput& input) const;

private:
    Dossier fromEntry(db::Tx& tx, const http::Caller& caller, const NewDossier& input) const;
    Dossier freeDossier(const http::Caller& caller, const NewDossier& input) const;
    /// Inserts the dossier, with the next free number of the year when it has none. AppError invalid "/notation" when it is taken.
    void insertNumbered(db::Tx& tx, Dossier& dossier) const;
    Participant participantOf(const http::Caller& caller, const ParticipantInput& input, std::size_t index) const;

    const Services& services_;
    const DossierWork& work_;
    const DocumentOwners& owners_;
    PlanRepository plans_;
};

}  // namespace congvu::records

template <>
struct congvu::json::Description<congvu::records::DossierDetail> {
    static auto fields() {
        using Detail = congvu::records::DossierDetail;
        return std::tuple{field("dossier", &Detail::dossier), field("participants", &Detail::participants), field("acts", &Detail::acts)};
    }
};
