// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "entities/http/EntityPath.h"
#include "entities/service/ReadMarks.h"

#include "congvu/http/Response.h"

namespace congvu::core {

/// Translates between HTTP and what the caller has around an entity.
class EntityHandlers {
public:
    explicit EntityHandlers(const ReadMarks& marks) : marks_(marks) {}

    [[nodiscard]] http::Response marks(const http::Request& request) const {
        return http::Response::json(marks_.of(request.caller(), entityOfPath(request)));
    }

private:
    const ReadMarks& marks_;
};

}  // namespace congvu::core
