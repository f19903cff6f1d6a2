// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"
#include "service/PlanImport.h"
#include "service/PrintedLists.h"

namespace congvu::records {

/// Translates requests about file plans into calls of use cases.
class PlanHandlers {
public:
    PlanHandlers(const Plans& plans, const PlanImport& importing, const PrintedLists& lists)
        : plans_(plans), importing_(importing), lists_(lists) {}

    http::Response list(const http::Request& request) const;
    http::Response create(const http::Request& request) const;
    http::Response read(const http::Request& request) const;
    http::Response print(const http::Request& request) const;
    http::Response approve(const http::Request& request) const;
    http::Response reopen(const http::Request& request) const;
    http::Response import(const http::Request& request) const;
    http::Response addHeading(const http::Request& request) const;
    http::Response editHeading(const http::Request& request) const;
    http::Response removeHeading(const http::Request& request) const;
    http::Response addEntry(const http::Request& request) const;
    http::Response editEntry(const http::Request& request) const;
    http::Response removeEntry(const http::Request& request) const;

private:
    /// The id of the path; a plan that the caller does not see is not found, whatever else is wrong with the request.
    std::string visiblePlan(const http::Request& request) const;

    const Plans& plans_;
    const PlanImport& importing_;
    const PrintedLists& lists_;
};

}  // namespace congvu::records
