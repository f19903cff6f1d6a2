// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "congvu/directory/Directory.h"
#include "congvu/files/FileStore.h"
#include "congvu/http/Caller.h"
#include "congvu/settings/Settings.h"
#include "domain/DocumentCheck.h"
#include "service/DocumentVerification.h"
#include "storage/CheckRepository.h"

#include <string>
#include <string_view>

namespace congvu::signingdesk {

/// The check of issued documents by a short code: anybody who has it learns the verdict over the signatures, the fingerprints, number, date
/// and issuer, and nothing of the content. A document of an agency for which the plugin is off is not found.
class DocumentChecks {
public:
    struct Services {
        db::Db& db;
        files::FileStore& files;
        settings::Settings& settings;
        const directory::Directory& directory;
        DocumentVerification& verification;
    };
    explicit DocumentChecks(const Services& services) : services_(services) {}

    /// A document was issued: it gets its code. Nothing when it has one.
    void issued(DocumentCheck check, const files::StoredFile& file);
    void recallAsked(const EntityRef& entity, Timestamp at);
    /// The file got time-stamps or revocation data behind its signatures; in the transaction that records it.
    void extended(db::Tx& tx, const EntityRef& entity, const files::StoredFile& file, Timestamp at) const;

    /// For everybody. AppError notFound.
    [[nodiscard]] CheckView byCode(std::string_view typed);
    /// For the agency that issued the document. AppError notFound.
    [[nodiscard]] CheckLink linkOf(const http::Caller& caller, const EntityRef& entity);
    /// The QR picture (SVG) of the public page of a document of the caller's agency; \p origin is the address under which he sees this
    /// server and counts when none is set. AppError invalid "/address" when it is no http address.
    [[nodiscard]] std::string picture(const http::Caller& caller, const EntityRef& entity, std::string_view origin);

private:
    [[nodiscard]] DocumentCheck requireOfAgency(const http::Caller& caller, const EntityRef& entity);
    [[nodiscard]] std::string address() const;

    Services services_;
    CheckRepository checks_;
};

}  // namespace congvu::signingdesk
