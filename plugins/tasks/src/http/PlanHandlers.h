// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"
#include "service/TaskServices.h"

namespace congvu::tasks {

/// Programmes, periodic tasks, the report and other systems: requests into calls of use cases. Every change of a programme answers with the
/// whole of it.
class PlanHandlers {
public:
    explicit PlanHandlers(TaskServices& services) : services_(services) {}

    http::Response list(const http::Request& request) const;
    http::Response detail(const http::Request& request) const;
    http::Response create(const http::Request& request) const;
    http::Response change(const http::Request& request) const;
    http::Response addItem(const http::Request& request) const;
    http::Response changeItem(const http::Request& request) const;
    http::Response removeItem(const http::Request& request) const;
    http::Response report(const http::Request& request) const;
    http::Response evidence(const http::Request& request) const;
    http::Response giveTasks(const http::Request& request) const;

    http::Response counterReport(const http::Request& request) const;
    http::Response counterReportFile(const http::Request& request) const;

    http::Response importTasks(const http::Request& request) const;
    http::Response reportBack(const http::Request& request) const;

    http::Response series(const http::Request& request) const;
    http::Response createSeries(const http::Request& request) const;
    http::Response changeSeries(const http::Request& request) const;

private:
    [[nodiscard]] http::Response plan(const http::Request& request) const;
    TaskServices& services_;
};

}  // namespace congvu::tasks
