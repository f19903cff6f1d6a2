// SPDX-License-Identifier: Apache-2.0
#include "service/TakeSignature.h"

#include "congvu/error/AppError.h"

namespace congvu::outgoing {

void TakeSignature::run(const http::Caller& caller, std::string_view id) {
    const auto draft = services_.db.read([&](db::Reader& reader) { return work_.requireAct(reader, caller, id, "take-signature"); });
    const auto mandate = caller.behalf ? services_.mandates.inForce(caller.behalf->mandateId, services_.clock.now())
                                       : std::optional<mandates::MandateInfo>{};
    if (caller.behalf && !mandate) {
        throw AppError{ErrorKind::forbidden, "core.mandate-over"};
    }
    const auto laidOut = mandate ? desk_.layOutFor(draft, *mandate) : desk_.layOut(draft);
    services_.db.write([&](db::Tx& tx) {
        auto document = work_.requireAct(tx, caller, id, "take-signature");
        if (document.version != draft.version) {
            throw AppError::stale();
        }
        if (mandate) {
            document.signerName = mandate->substituteName;
            document.signerTitle = mandate->substituteTitle;
        }
        desk_.replaceRequest(tx, caller, document, laidOut, mandate ? mandate->id : std::string{});
        work_.keep(tx, document);
        work_.note(tx, caller, document, "outgoing.signature-taken");
    });
}

}  // namespace congvu::outgoing
