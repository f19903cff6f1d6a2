// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/service/ReadAudit.h"

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"

namespace congvu::core {

/// Translates between HTTP and the audit log.
class AuditHandlers {
public:
    explicit AuditHandlers(ReadAudit& audit) : audit_(audit) {}

    [[nodiscard]] http::Response list(const http::Request& request) const;
    [[nodiscard]] http::Response verify(const http::Request& request) const;

private:
    ReadAudit& audit_;
};

}  // namespace congvu::core
