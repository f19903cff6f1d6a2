// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "notes/service/UnitNotes.h"

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"

namespace congvu::core {

/// Translates between HTTP and notes.
class NoteHandlers {
public:
    NoteHandlers(const UnitNotes& notes, const EntityAccess& access) : notes_(notes), access_(access) {}

    [[nodiscard]] http::Response list(const http::Request& request) const;
    [[nodiscard]] http::Response add(const http::Request& request) const;
    [[nodiscard]] http::Response edit(const http::Request& request) const;
    [[nodiscard]] http::Response remove(const http::Request& request) const;

private:
    const UnitNotes& notes_;
    const EntityAccess& access_;
};

}  // namespace congvu::core
