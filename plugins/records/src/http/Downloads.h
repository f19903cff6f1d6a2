// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"
#include "service/PrintedLists.h"

namespace congvu::records {

/// The format of the query "format", PDF without one. AppError invalid "/format".
sheets::SheetFormat formatOf(const http::Request& request);
/// A printed list as a download.
http::Response downloadOf(PrintedList list);

}  // namespace congvu::records
