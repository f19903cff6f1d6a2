// SPDX-License-Identifier: Apache-2.0
#include "http/OutgoingHandlers.h"

#include "http/ListQuery.h"
#include "http/Messages.h"

namespace congvu::outgoing {

namespace {

std::string queryText(const http::Request& request, std::string_view name) {
    return request.query(name).value_or(std::string{});
}

std::string_view idOf(const http::Request& request) {
    return request.path("id");
}

}  // namespace

std::string_view OutgoingHandlers::visibleId(const http::Request& request) {
    reading_.requireVisible(request.caller(), idOf(request));
    return idOf(request);
}

http::Response OutgoingHandlers::listForms(const http::Request&) {
    return http::Response::text(R"({"items":)" + forms_.listJson() + "}", "application/json");
}

http::Response OutgoingHandlers::getForm(const http::Request& request) {
    auto form = forms_.formJson(idOf(request));
    if (!form) {
        throw AppError::notFound();
    }
    return http::Response::text(std::move(*form), "application/json");
}

http::Response OutgoingHandlers::preview(const http::Request& request) {
    const auto input = request.body<PreviewInput>();
    auto rendered = drafting_.preview(input.formId, input.fields.text);
    return http::Response::text(std::move(rendered.pdf), "application/pdf").header("X-Page-Count", std::to_string(rendered.pages));
}

http::Response OutgoingHandlers::defaults(const http::Request& request) {
    return http::Response::json(reading_.defaults(request.caller(), queryText(request, "formId"), queryText(request, "sourceDocumentId"),
                                                  queryText(request, "sourceTaskId")));
}

http::Response OutgoingHandlers::suggestedChain(const http::Request& request) {
    return http::Response::json(ChainList{reading_.suggestedChain(request.caller())});
}

http::Response OutgoingHandlers::formUse(const http::Request& request) {
    return http::Response::json(FormUseList{reading_.formUse(request.caller())});
}

http::Response OutgoingHandlers::list(const http::Request& request) {
    return http::Response::json(reading_.list(request.caller(), listFilterOf(request), request.page()));
}

http::Response OutgoingHandlers::counters(const http::Request& request) {
    return http::Response::json(reading_.counters(request.caller()));
}

http::Response OutgoingHandlers::get(const http::Request& request) {
    const auto view = reading_.view(request.caller(), idOf(request));
    return http::Response::json(view).version(view.version);
}

http::Response OutgoingHandlers::versions(const http::Request& request) {
    return http::Response::json(VersionList{reading_.versions(request.caller(), idOf(request))});
}

http::Response OutgoingHandlers::timeline(const http::Request& request) {
    return http::Response::json(TimelineList{reading_.timeline(request.caller(), idOf(request))});
}

http::Response OutgoingHandlers::file(const http::Request& request) {
    const auto disposition = queryText(request, "download") == "true" ? http::Disposition::download : http::Disposition::inlineView;
    const EntityRef about{"outgoing", "document", std::string{idOf(request)}};
    return http::Response::file({reading_.file(request.caller(), idOf(request), request.path("fileId")), disposition, about});
}

http::Response OutgoingHandlers::create(const http::Request& request) {
    return http::Response::json(Created{drafting_.create(request.caller(), request.body<DraftInput>()).id}, 201);
}

http::Response OutgoingHandlers::edit(const http::Request& request) {
    const auto id = visibleId(request);
    drafting_.edit(request.caller(), id, request.expectedVersion(), request.body<DraftInput>());
    return get(request);
}

http::Response OutgoingHandlers::cancel(const http::Request& request) {
    drafting_.cancel(request.caller(), idOf(request));
    return http::Response::noContent();
}

http::Response OutgoingHandlers::submit(const http::Request& request) {
    const auto id = visibleId(request);
    reviewing_.submit(request.caller(), id, request.body<Submission>());
    return get(request);
}

http::Response OutgoingHandlers::pass(const http::Request& request) {
    const auto id = visibleId(request);
    reviewing_.pass(request.caller(), id, request.body<OptionalNote>().note);
    return get(request);
}

http::Response OutgoingHandlers::giveBack(const http::Request& request) {
    const auto id = visibleId(request);
    reviewing_.giveBack(request.caller(), id, request.body<RequiredNote>().note);
    return get(request);
}

http::Response OutgoingHandlers::withdraw(const http::Request& request) {
    const auto id = visibleId(request);
    reviewing_.withdraw(request.caller(), id, request.body<OptionalNote>().note);
    return get(request);
}

http::Response OutgoingHandlers::takeSignature(const http::Request& request) {
    taking_.run(request.caller(), visibleId(request));
    return get(request);
}

http::Response OutgoingHandlers::number(const http::Request& request) {
    const auto id = visibleId(request);
    issuing_.number(request.caller(), id, request.body<NumberInput>());
    return get(request);
}

http::Response OutgoingHandlers::cancelNumber(const http::Request& request) {
    const auto id = visibleId(request);
    issuing_.cancelNumber(request.caller(), id, request.body<RequiredNote>().note);
    return get(request);
}

http::Response OutgoingHandlers::seal(const http::Request& request) {
    issuing_.askSeal(request.caller(), idOf(request));
    return get(request);
}

http::Response OutgoingHandlers::issue(const http::Request& request) {
    issuing_.issue(request.caller(), idOf(request));
    return get(request);
}

http::Response OutgoingHandlers::recall(const http::Request& request) {
    const auto id = visibleId(request);
    issuing_.recall(request.caller(), id, request.body<RequiredNote>().note);
    return get(request);
}

}  // namespace congvu::outgoing
