// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/files/FileStore.h"
#include "congvu/http/Caller.h"
#include "service/DocumentWork.h"
#include "service/OwnFileLayout.h"
#include "service/Services.h"
#include "service/Signers.h"

namespace congvu::outgoing {

/// Lays a document out, from its form or from the drafter's own file, and puts it on the signer's desk or asks for the agency's seal.
class SignerDesk {
public:
    /// A laid-out file that is durable but not named by a row yet.
    struct LaidOut {
        files::PlacedContent content;
        int pages = 0;
    };

    SignerDesk(const Services& services, DocumentWork& work)
        : services_(services), work_(work), signers_(services.directory, services.forms, services.mandates), ownFiles_(services, work) {}

    /// Outside any transaction. AppError invalid with pointers into the form's values, conflict "outgoing.own-file-…" for an own file that
    /// is not ready or names somebody else.
    [[nodiscard]] LaidOut layOut(const OutgoingDocument& document) const;
    /// The same with the signer block of a mandate's substitute; an own file must name him itself.
    [[nodiscard]] LaidOut layOutFor(const OutgoingDocument& document, const mandates::MandateInfo& mandate) const;
    /// Records the file and asks the signer for the signature; changes file, pages and request of \p document (keep() follows).
    /// \p mandateId is that of the substitute whom the file names; empty for the post itself.
    void replaceRequest(db::Tx& tx, const http::Caller& caller, OutgoingDocument& document, const LaidOut& laidOut,
                        const std::string& mandateId = {}) const;
    /// Asks for the agency's seal over the signed file, together with number and date.
    void requestSeal(db::Tx& tx, const http::Caller& caller, OutgoingDocument& document) const;
    /// AppError invalid "/documentDate" when an own file prints another year.
    void checkDate(db::Reader& reader, const OutgoingDocument& document, Date date) const { ownFiles_.checkYear(reader, document, date); }
    /// Takes open requests back.
    void withdraw(db::Tx& tx, OutgoingDocument& document) const;

private:
    [[nodiscard]] LaidOut rendered(const OutgoingDocument& document, const std::string& fields) const;
    [[nodiscard]] LaidOut ownFile(const OutgoingDocument& document, std::string_view signerName) const;

    Services services_;
    DocumentWork& work_;
    Signers signers_;
    OwnFileLayout ownFiles_;
};

}  // namespace congvu::outgoing
