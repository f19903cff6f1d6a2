// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Caller.h"
#include "domain/Report.h"
#include "domain/Task.h"

#include <string>

namespace congvu::tasks {

/// A new report of the caller about a task, without files.
[[nodiscard]] Report makeReport(const http::Caller& caller, const Task& task, ReportKind kind, int percent, std::string note, Timestamp at);

/// Facts for the timeline: {"percent", "files"}.
[[nodiscard]] std::string reportFacts(int percent, std::size_t files);

}  // namespace congvu::tasks
