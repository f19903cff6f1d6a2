// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"
#include "service/Desk.h"
#include "service/DocumentOutlines.h"
#include "service/DocumentVerification.h"
#include "service/ManageKeys.h"
#include "service/SignRequests.h"
#include "service/TrustRoots.h"

namespace congvu::signingdesk {

/// Translates requests into use cases and results into answers.
class SigningHandlers {
public:
    SigningHandlers(Desk& desk, SignRequests& signRequests, ManageKeys& keys, TrustRoots& roots, DocumentVerification& verification,
                    DocumentOutlines& outlines, files::FileStore& files)
        : desk_(desk),
          signRequests_(signRequests),
          keys_(keys),
          roots_(roots),
          verification_(verification),
          outlines_(outlines),
          files_(files) {}

    http::Response listRequests(const http::Request& request);
    http::Response getRequest(const http::Request& request);
    http::Response getFile(const http::Request& request);
    http::Response getOutline(const http::Request& request);
    http::Response getVerification(const http::Request& request);
    http::Response sign(const http::Request& request);
    http::Response giveBack(const http::Request& request);

    http::Response listKeys(const http::Request& request);
    http::Response enrolKey(const http::Request& request);
    http::Response setImage(const http::Request& request);
    http::Response getImage(const http::Request& request);
    http::Response changePin(const http::Request& request);
    http::Response removeKey(const http::Request& request);
    http::Response listAgencyKeys(const http::Request& request);
    http::Response removeAgencyKey(const http::Request& request);
    http::Response unlockKey(const http::Request& request);

    http::Response listRoots(const http::Request& request);
    http::Response addRoot(const http::Request& request);
    http::Response removeRoot(const http::Request& request);
    http::Response verify(const http::Request& request);

private:
    Desk& desk_;
    SignRequests& signRequests_;
    ManageKeys& keys_;
    TrustRoots& roots_;
    DocumentVerification& verification_;
    DocumentOutlines& outlines_;
    files::FileStore& files_;
};

}  // namespace congvu::signingdesk
