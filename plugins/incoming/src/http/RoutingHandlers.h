// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/BulkActs.h"
#include "service/ReadDocuments.h"
#include "service/RoutingHabits.h"
#include "service/TransferDocument.h"

#include "congvu/http/Routes.h"

namespace congvu::incoming {

/// Translates requests about transfers, bulk acts and proposed leaders into use cases and back.
class RoutingHandlers {
public:
    struct Needs {
        const ReadDocuments& documents;
        const TransferDocument& transferring;
        const BulkActs& bulk;
        const RoutingHabits& habits;
    };
    explicit RoutingHandlers(const Needs& needs) : needs_(needs) {}

    [[nodiscard]] http::Response transfers(const http::Request& request) const;
    [[nodiscard]] http::Response transfer(const http::Request& request) const;
    [[nodiscard]] http::Response recall(const http::Request& request) const;
    [[nodiscard]] http::Response giveBack(const http::Request& request) const;
    [[nodiscard]] http::Response complete(const http::Request& request) const;
    [[nodiscard]] http::Response markRead(const http::Request& request) const;
    [[nodiscard]] http::Response bulk(const http::Request& request) const;
    [[nodiscard]] http::Response leaderOf(const http::Request& request) const;
    [[nodiscard]] http::Response likelyLeader(const http::Request& request) const;

private:
    [[nodiscard]] std::string_view visibleId(const http::Request& request) const;

    Needs needs_;
};

/// The routes of transfers, bulk acts and proposed leaders.
void addRoutingRoutes(http::Routes& routes, const RoutingHandlers& handlers);

}  // namespace congvu::incoming
