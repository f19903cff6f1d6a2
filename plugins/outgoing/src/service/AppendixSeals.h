// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/files/StoredFile.h"
#include "congvu/http/Caller.h"
#include "service/DocumentWork.h"
#include "service/Services.h"

#include <optional>
#include <string>
#include <string_view>

namespace congvu::outgoing {

/// The agency's signature on appendices in files of their own: with the number of the document, each for itself, by whoever holds the seal
/// (Decree 30/2020, App. I). The signing desk knows each as an entity of its own, so that time-stamps of one do not wait for the others.
class AppendixSeals {
public:
    AppendixSeals(const Services& services, DocumentWork& work) : services_(services), work_(work) {}

    /// Asks for every seal that is lacking and not asked for yet; how many that were. The document has its number.
    int ask(db::Tx& tx, const http::Caller& caller, const OutgoingDocument& document) const;
    /// Takes open requests back and forgets the seals: they show a number that is no longer the document's.
    void forget(db::Tx& tx, const OutgoingDocument& document) const;
    /// The request of an appendix whose seal is asked for.
    [[nodiscard]] std::optional<std::string> openRequest(db::Reader& reader, std::string_view documentId) const;

    /// From the signing desk, like those of Issuing; each is idempotent.
    void sealArrived(std::string_view fileId, std::string_view requestId, const std::string& signerPostId, const files::StoredFile& file);
    void sealReturned(std::string_view fileId, std::string_view requestId, const std::string& postId);
    void fileExtended(std::string_view fileId, std::string_view fromSha256, const files::StoredFile& file);

private:
    struct Found {
        OutgoingDocument document;
        Appendix appendix;
    };
    /// The appendix of a document that is still in the house and waits for this request; nothing when it was overtaken.
    [[nodiscard]] std::optional<Found> waiting(db::Reader& reader, std::string_view fileId, std::string_view requestId) const;

    Services services_;
    DocumentWork& work_;
};

/// How the signing desk names an appendix.
inline constexpr std::string_view kAppendixType = "attachment";

}  // namespace congvu::outgoing
