// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/ListFilter.h"
#include "storage/Statement.h"

#include <string_view>

namespace congvu::incoming {

/// Adds " AND …" for each part of a figure's filter; `f` is incoming_figure. The filter must outlive the statement.
void addFigureFilter(Statement& statement, const FigureFilter& filter);

/// True when all that the filter asks stands in incoming_figure, so that the list of a figure and its length are read from its index alone.
bool isAnsweredByFigures(const ListFilter& filter);

/// Adds "FROM incoming_figure f WHERE …" for such a filter.
void addFigureSelection(Statement& statement, std::string_view agencyId, const ListFilter& filter);

}  // namespace congvu::incoming
