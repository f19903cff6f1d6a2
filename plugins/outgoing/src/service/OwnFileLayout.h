// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/ports/SigningDesk.h"
#include "congvu/time/Date.h"
#include "domain/OwnFile.h"
#include "service/DocumentWork.h"
#include "service/Services.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::outgoing {

/// A drafter's own file made ready for its signatures: the converted PDF with the reserved fields behind it, and the texts that fill them
/// (docs/decisions/0015).
class OwnFileLayout {
public:
    struct Made {
        std::string pdf;
        int pages = 0;
    };

    OwnFileLayout(const Services& services, DocumentWork& work) : services_(services), work_(work) {}

    /// Outside any transaction. AppError conflict: "outgoing.own-file-not-ready", a missing place, "outgoing.own-file-other-signer" unless
    /// the file names the signer, "outgoing.own-file-other-symbol" unless it prints the document's symbol: nobody can change it here.
    [[nodiscard]] Made layOut(const OutgoingDocument& document, std::string_view signerName) const;
    /// Number and date as the file's blanks take them; empty when the document has no own file. It has its number and date.
    [[nodiscard]] std::vector<ports::FieldText> issueTexts(db::Reader& reader, const OutgoingDocument& document) const;
    /// AppError invalid "/documentDate" when the file prints another year than that of the date.
    void checkYear(db::Reader& reader, const OutgoingDocument& document, Date date) const;

private:
    Services services_;
    DocumentWork& work_;
};

}  // namespace congvu::outgoing
