// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Measures.h"

#include "congvu/directory/Directory.h"
#include "congvu/http/Caller.h"
#include "congvu/ports/FigureSource.h"
#include "congvu/ports/Ports.h"

#include <memory>
#include <string_view>
#include <vector>

namespace congvu::statistics {

/// A running plugin that answers figures, and what is shown of it.
struct RunningSource {
    const SourceShown* shown = nullptr;
    std::shared_ptr<ports::FigureSource> answers;
};

/// The plugins that have figures to give.
class FigureSources {
public:
    FigureSources(const ports::Ports& ports, const directory::Directory& directory) : ports_(ports), directory_(directory) {}

    /// Those that run, in the order of the page.
    [[nodiscard]] std::vector<RunningSource> running() const;
    /// Those of them that are on for the caller's unit and for the unit that was chosen: a plugin that is off contributes nothing.
    [[nodiscard]] std::vector<RunningSource> onFor(const http::Caller& caller, std::string_view unitId) const;

private:
    const ports::Ports& ports_;
    const directory::Directory& directory_;
};

}  // namespace congvu::statistics
