// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/DocumentOwners.h"
#include "service/DossierBundle.h"
#include "service/DossierDocuments.h"
#include "service/DossierWork.h"
#include "storage/ExportRepository.h"

#include <atomic>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::records {

/// Exports of dossiers: asked for, made one after another in the background under the rights that the asking post has then, fetched by
/// that post only, cleared after some days.
class Exports {
public:
    static constexpr std::int64_t kMostOpenOfPost = 3;
    static constexpr std::int64_t kMostAttempts = 3;
    static constexpr std::int64_t kMostBytes = std::int64_t{2} << 30U;  ///< of all files of a dossier together

    Exports(const Services& services, const DossierWork& work, const DocumentOwners& owners)
        : services_(services), work_(work), owners_(owners) {}

    /// Answers the export's id. AppError tooMany while kMostOpenOfPost of the post are not done.
    std::string request(const http::Caller& caller, std::string_view dossierId, const NewExport& input);
    [[nodiscard]] std::vector<Export> ofDossier(const http::Caller& caller, std::string_view dossierId) const;
    [[nodiscard]] Export find(const http::Caller& caller, std::string_view id) const;
    /// AppError notFound before it is done and when the dossier is no longer for the caller.
    [[nodiscard]] files::StoredFile file(const http::Caller& caller, std::string_view id) const;

    /// Makes what waits, one after another, until nothing is left. Only one thread does so at a time.
    void makeWaiting();
    /// Removes exports that are older than the setting says.
    void clearOld() const;
    /// Whose paper it is, for printed lists.
    [[nodiscard]] Letterhead letterheadOf(const http::Caller& caller) const;

private:
    void make(Export& made) const;
    [[nodiscard]] BundleSource sourceOf(db::Reader& reader, const http::Caller& caller, std::string_view dossierId) const;
    [[nodiscard]] http::Caller asPost(std::string_view postId, std::string_view agencyId) const;
    void keep(Export& made, const BundleSource& source, const std::filesystem::path& file) const;

    const Services& services_;
    const DossierWork& work_;
    const DocumentOwners& owners_;
    ExportRepository exports_;
    std::atomic_flag isMaking_;
};

}  // namespace congvu::records
