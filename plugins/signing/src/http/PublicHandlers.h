// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"
#include "service/DocumentVerification.h"

namespace congvu::signingdesk {

/// Translates requests of people who are not signed in.
class PublicHandlers {
public:
    explicit PublicHandlers(DocumentVerification& verification) : verification_(verification) {}

    http::Response verify(const http::Request& request);

private:
    DocumentVerification& verification_;
};

}  // namespace congvu::signingdesk
