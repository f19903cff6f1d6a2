// SPDX-License-Identifier: Apache-2.0
#include "http/DocumentHandlers.h"

#include "domain/Links.h"
#include "http/ListQuery.h"
#include "http/Messages.h"

namespace congvu::incoming {

using http::Request;
using http::Response;

namespace {

Response documentAnswer(const IncomingDocument& document) {
    return Response::json(document).version(document.version);
}

}  // namespace

std::string_view DocumentHandlers::visibleId(const Request& request) const {
    needs_.documents.requireVisible(request.caller(), request.path("id"));
    return request.path("id");
}

Response DocumentHandlers::list(const Request& request) const {
    return Response::json(needs_.documents.list(request.caller(), listFilterOf(request), request.page()));
}

Response DocumentHandlers::counters(const Request& request) const {
    return Response::json(needs_.documents.counters(request.caller()));
}

Response DocumentHandlers::find(const Request& request) const {
    const auto detail = needs_.documents.find(request.caller(), request.path("id"));
    return Response::json(detail).version(detail.document.version);
}

Response DocumentHandlers::file(const Request& request) const {
    const auto file = needs_.documents.file(request.caller(), request.path("id"), request.path("fileId"));
    const auto disposition = request.query("download") ? http::Disposition::download : http::Disposition::inlineView;
    return Response::file({file.stored, disposition, documentRef(std::string{request.path("id")})});
}

Response DocumentHandlers::verification(const Request& request) const {
    return Response::text(needs_.documents.verification(request.caller(), request.path("id")), "application/json");
}

Response DocumentHandlers::timeline(const Request& request) const {
    return Response::json(Items<inbox::TimelineEntry>{needs_.documents.timeline(request.caller(), request.path("id"))});
}

Response DocumentHandlers::tasks(const Request& request) const {
    return Response::json(needs_.documents.tasks(request.caller(), request.path("id")));
}

Response DocumentHandlers::registerPaper(const Request& request) const {
    const auto document = needs_.registering.fromPaper(request.caller(), request.body<Registration>());
    return Response::json(document, 201).version(document.version);
}

Response DocumentHandlers::correct(const Request& request) const {
    const auto id = visibleId(request);
    const auto expected = request.expectedVersion();
    return documentAnswer(needs_.correcting.run(request.caller(), id, expected, request.body<DocumentFacts>()));
}

Response DocumentHandlers::submit(const Request& request) const {
    const auto id = visibleId(request);
    const auto input = request.body<SubmissionInput>();
    return documentAnswer(needs_.submitting.submit(request.caller(), id, input.postId, input.note));
}

Response DocumentHandlers::sendBack(const Request& request) const {
    const auto id = visibleId(request);
    return documentAnswer(needs_.submitting.sendBack(request.caller(), id, request.body<ReasonInput>().reason));
}

Response DocumentHandlers::direct(const Request& request) const {
    const auto id = visibleId(request);
    return Response::json(needs_.directing.run(request.caller(), id, request.body<NewDirection>()), 201);
}

Response DocumentHandlers::withdraw(const Request& request) const {
    const auto id = visibleId(request);
    return documentAnswer(needs_.withdrawing.run(request.caller(), id, request.body<ReasonInput>().reason));
}

Response DocumentHandlers::close(const Request& request) const {
    const auto id = visibleId(request);
    return documentAnswer(needs_.closing.byHand(request.caller(), id, request.body<NoteInput>().note));
}

Response DocumentHandlers::cancel(const Request& request) const {
    const auto id = visibleId(request);
    return documentAnswer(needs_.closing.cancel(request.caller(), id, request.body<ReasonInput>().reason));
}

}  // namespace congvu::incoming
