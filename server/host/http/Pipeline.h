// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/AddressLimiter.h"
#include "http/Exchange.h"
#include "http/FileDelivery.h"
#include "http/OutgoingResponse.h"
#include "http/Router.h"

#include "congvu/core/Core.h"
#include "congvu/directory/Directory.h"
#include "congvu/log/Log.h"
#include "congvu/ports/Authenticator.h"

#include <filesystem>
#include <functional>
#include <optional>

namespace congvu::host {

/// What the stages need. Everything outlives the pipeline.
struct PipelineParts {
    const Router& router;
    ports::Authenticator& authenticator;
    directory::Directory& directory;
    core::Catalogue& catalogue;
    FileDelivery& files;
    Log& log;
    std::filesystem::path uploadFolder;
    /// Answers GET and HEAD of paths outside /api that no route matches (the web UI); nothing: such paths are 404. The files of a plugin's
    /// UI are only for people who are signed in and for whose unit the plugin is on; the shell's are for everybody.
    std::function<OutgoingResponse(const IncomingRequest&)> site;
    /// Hears of every answer of a handler, on the thread that made it; nothing: nobody listens.
    std::function<void(const Exchange&, const OutgoingResponse&)> onAnswered = nullptr;
    /// For routes with callsPerMinute; nothing: nobody is limited.
    AddressLimiter* limiter = nullptr;
};

/// The way of every request (docs/architecture.md §4), with or without sockets:
///
///   admit:  request id, language → route → calls per address → Authenticate → UnitGate → Authorize → CSRF → body limit
///   answer: decode → handler → file body and its audit → ETag
///
/// Both end in the same place: one catch that turns what was thrown into an RFC 9457 problem in the caller's language, the security
/// headers and one log line. Nothing is ever thrown to the caller. Thread-safe.
class Pipeline {
public:
    explicit Pipeline(PipelineParts parts);

    /// The stages that need no body. An answer means that the request ends here, before its body is read.
    [[nodiscard]] std::optional<OutgoingResponse> admit(Exchange& exchange) const;
    /// The rest, for an exchange that was admitted and has its whole body. May block unless the route runs on the loop.
    [[nodiscard]] OutgoingResponse answer(Exchange& exchange) const;
    /// Both, for a request that is complete already (tests, harness).
    [[nodiscard]] OutgoingResponse run(IncomingRequest request) const;

    /// 503 with Retry-After for an admitted exchange that finds the queue of the workers full.
    [[nodiscard]] OutgoingResponse refuseBusy(const Exchange& exchange) const;
    /// The problem document for a failure before the stages: a head that cannot be parsed, a body that never comes.
    [[nodiscard]] OutgoingResponse refuse(int status, std::string_view code) const;

private:
    template <class Work>
    OutgoingResponse guarded(const Exchange& exchange, Work work) const;
    OutgoingResponse finish(const Exchange& exchange, OutgoingResponse response) const;
    OutgoingResponse callHandler(Exchange& exchange) const;
    OutgoingResponse answerFromSite(Exchange& exchange) const;

    PipelineParts parts_;
};

}  // namespace congvu::host
