// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"
#include "service/PrintedLists.h"

namespace congvu::records {

/// Translates requests about hand-overs into calls of use cases.
class TransferHandlers {
public:
    TransferHandlers(const Transfers& transfers, const PrintedLists& lists) : transfers_(transfers), lists_(lists) {}

    http::Response list(const http::Request& request) const;
    http::Response submit(const http::Request& request) const;
    http::Response detail(const http::Request& request) const;
    http::Response accept(const http::Request& request) const;
    http::Response giveBack(const http::Request& request) const;
    http::Response print(const http::Request& request) const;
    http::Response minutes(const http::Request& request) const;

private:
    std::string visibleId(const http::Request& request) const;

    const Transfers& transfers_;
    const PrintedLists& lists_;
};

}  // namespace congvu::records
