// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"
#include "service/DocumentChecks.h"
#include "service/DocumentVerification.h"

namespace congvu::signingdesk {

/// Translates requests of people who are not signed in.
class PublicHandlers {
public:
    PublicHandlers(DocumentVerification& verification, DocumentChecks& checks) : verification_(verification), checks_(checks) {}

    http::Response verify(const http::Request& request);
    http::Response check(const http::Request& request);

private:
    DocumentVerification& verification_;
    DocumentChecks& checks_;
};

}  // namespace congvu::signingdesk
