// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/error/AppError.h"
#include "congvu/http/Request.h"
#include "congvu/sheets/SheetFiles.h"
#include "congvu/time/Date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace congvu::incoming {

/// A period of days, both included.
struct Period {
    Date first;
    Date last;
};

/// The query parameters `from` and `to`; from the first of January of this year to today unless they are given. 422 for what is no day, or
/// an end before the beginning.
Period periodOf(const http::Request& request, Date today);
/// The query parameter `format`: pdf, xlsx or csv.
sheets::SheetFormat formatOf(const http::Request& request);
/// A number of the query, between `low` and `high`.
std::optional<double> numberOf(const http::Request& request, std::string_view name, double low, double high);
std::optional<int> yearOf(const http::Request& request);

}  // namespace congvu::incoming
