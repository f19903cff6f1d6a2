// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "congvu/http/Caller.h"
#include "congvu/ids/Id.h"

#include <string>
#include <string_view>

namespace congvu::audit {

/// The tamper-evident log of every act and every reading of a file: each row carries the SHA-256 of itself and its predecessor.
class Audit {
public:
    virtual ~Audit() = default;
    /// `act` is an id such as "incoming.registered"; `detailJson` holds facts, never content and never a secret.
    virtual void record(db::Tx& tx, const http::Caller& actor, std::string_view act, const EntityRef& entity,
                        std::string detailJson = "{}") = 0;
};

}  // namespace congvu::audit
