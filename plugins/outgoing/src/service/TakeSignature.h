// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Caller.h"
#include "service/DocumentWork.h"
#include "service/Services.h"
#include "service/SignerDesk.h"

#include <string_view>

namespace congvu::outgoing {

/// Lays a document on the signer's desk out anew for whoever is to sign it now: for a substitute with the words of his mandate ("KT.",
/// "TUQ."; Decree 30/2020, App. I, II.7.a), for the holder of the post himself as it was. The old request is taken back, so nothing is
/// signed under another's name.
class TakeSignature {
public:
    TakeSignature(const Services& services, DocumentWork& work, SignerDesk& desk) : services_(services), work_(work), desk_(desk) {}

    /// AppError conflict "outgoing.not-now" when the document is not on the caller's desk or names him already; forbidden when his mandate
    /// does not cover it.
    void run(const http::Caller& caller, std::string_view id);

private:
    Services services_;
    DocumentWork& work_;
    SignerDesk& desk_;
};

}  // namespace congvu::outgoing
