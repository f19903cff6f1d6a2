// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"
#include "service/TaskServices.h"

namespace congvu::tasks {

/// Translates requests into calls of use cases. Every act answers with the whole task as it is afterwards (TaskDetail).
class TasksHandlers {
public:
    explicit TasksHandlers(TaskServices& services) : services_(services) {}

    http::Response list(const http::Request& request) const;
    http::Response board(const http::Request& request) const;
    http::Response calendar(const http::Request& request) const;
    http::Response counters(const http::Request& request) const;
    http::Response choices(const http::Request& request) const;
    http::Response tree(const http::Request& request) const;
    http::Response transfer(const http::Request& request) const;
    http::Response ofSource(const http::Request& request) const;
    http::Response detail(const http::Request& request) const;
    http::Response timeline(const http::Request& request) const;
    http::Response file(const http::Request& request) const;

    http::Response create(const http::Request& request) const;
    http::Response createBelow(const http::Request& request) const;
    http::Response edit(const http::Request& request) const;
    http::Response accept(const http::Request& request) const;
    http::Response giveBack(const http::Request& request) const;
    http::Response reassign(const http::Request& request) const;
    http::Response assign(const http::Request& request) const;
    http::Response reportProgress(const http::Request& request) const;
    http::Response requestExtension(const http::Request& request) const;
    http::Response decideExtension(const http::Request& request) const;
    http::Response submit(const http::Request& request) const;
    http::Response acceptResult(const http::Request& request) const;
    http::Response sendBack(const http::Request& request) const;
    http::Response suspend(const http::Request& request) const;
    http::Response resume(const http::Request& request) const;
    http::Response cancel(const http::Request& request) const;
    http::Response urge(const http::Request& request) const;

private:
    TaskServices& services_;
};

}  // namespace congvu::tasks
