// SPDX-License-Identifier: Apache-2.0
#include "http/IntakeHandlers.h"

#include "domain/Links.h"
#include "http/ListQuery.h"
#include "http/Messages.h"

#include "congvu/error/AppError.h"

namespace congvu::incoming {

using http::Request;
using http::Response;

namespace {

std::optional<DeliveryState> stateOf(const Request& request) {
    const auto name = request.query("state");
    const auto state = name ? json::enumFrom<DeliveryState>(*name) : std::nullopt;
    if (name && !state) {
        throw AppError::invalidField("/state", "unknown-choice");
    }
    return state;
}

http::Disposition dispositionOf(const Request& request) {
    return request.query("download") ? http::Disposition::download : http::Disposition::inlineView;
}

Response proposalAnswer(const ProposalDetail& detail) {
    return Response::json(detail).version(detail.proposal.version);
}

}  // namespace

std::string_view IntakeHandlers::visibleProposal(const Request& request) const {
    needs_.queue.requireVisible(request.caller(), request.path("id"));
    return request.path("id");
}

std::string_view IntakeHandlers::visibleDelivery(const Request& request) const {
    needs_.deliveries.requireVisible(request.caller(), request.path("id"));
    return request.path("id");
}

Response IntakeHandlers::upload(const Request& request) const {
    return Response::json(Items<Proposal>{needs_.uploading.run(request.caller(), request.uploads())}, 201);
}

Response IntakeHandlers::listProposals(const Request& request) const {
    return Response::json(needs_.queue.list(request.caller(), request.page()));
}

Response IntakeHandlers::findProposal(const Request& request) const {
    return proposalAnswer(needs_.queue.find(request.caller(), request.path("id")));
}

Response IntakeHandlers::proposalFile(const Request& request) const {
    const auto file = needs_.queue.file(request.caller(), request.path("id"));
    return Response::file({file.stored, dispositionOf(request), proposalRef(std::string{request.path("id")})});
}

Response IntakeHandlers::saveDraft(const Request& request) const {
    const auto id = visibleProposal(request);
    const auto expected = request.expectedVersion();
    return proposalAnswer(needs_.queue.saveDraft(request.caller(), id, expected, request.body<DraftInput>().draft.text));
}

Response IntakeHandlers::discard(const Request& request) const {
    needs_.queue.discard(request.caller(), request.path("id"));
    return Response::noContent();
}

Response IntakeHandlers::retryRecognition(const Request& request) const {
    return Response::json(needs_.recognising.retry(request.caller(), request.path("id")));
}

Response IntakeHandlers::registerProposal(const Request& request) const {
    const auto id = visibleProposal(request);
    const auto document = needs_.registering.fromProposal(request.caller(), id, request.body<Registration>());
    return Response::json(document, 201).version(document.version);
}

Response IntakeHandlers::duplicates(const Request& request) const {
    return Response::json(Items<Duplicate>{needs_.queue.duplicates(request.caller(), referenceOf(request))});
}

Response IntakeHandlers::listDeliveries(const Request& request) const {
    return Response::json(needs_.deliveries.list(request.caller(), stateOf(request), request.page()));
}

Response IntakeHandlers::findDelivery(const Request& request) const {
    const auto detail = needs_.deliveries.find(request.caller(), request.path("id"));
    return Response::json(detail).version(detail.delivery.version);
}

Response IntakeHandlers::deliveryFile(const Request& request) const {
    const auto file = needs_.deliveries.file(request.caller(), request.path("id"), request.path("fileId"));
    return Response::file({file.stored, dispositionOf(request), deliveryRef(std::string{request.path("id")})});
}

Response IntakeHandlers::deliveryVerification(const Request& request) const {
    return Response::text(needs_.deliveries.verification(request.caller(), request.path("id")), "application/json");
}

Response IntakeHandlers::registerDelivery(const Request& request) const {
    const auto id = visibleDelivery(request);
    const auto document = needs_.registering.fromDelivery(request.caller(), id, request.body<Registration>());
    return Response::json(document, 201).version(document.version);
}

Response IntakeHandlers::refuseDelivery(const Request& request) const {
    const auto id = visibleDelivery(request);
    return Response::json(needs_.answering.refuse(request.caller(), id, request.body<ReasonInput>().reason));
}

Response IntakeHandlers::agreeToRecall(const Request& request) const {
    return Response::json(needs_.answering.agreeToRecall(request.caller(), request.path("id")));
}

Response IntakeHandlers::refuseRecall(const Request& request) const {
    const auto id = visibleDelivery(request);
    return Response::json(needs_.answering.refuseRecall(request.caller(), id, request.body<ReasonInput>().reason));
}

Response IntakeHandlers::listPhrases(const Request& request) const {
    return Response::json(Items<Phrase>{needs_.phrases.list(request.caller())});
}

Response IntakeHandlers::addPhrase(const Request& request) const {
    return Response::json(needs_.phrases.add(request.caller(), request.body<PhraseInput>().text), 201);
}

Response IntakeHandlers::changePhrase(const Request& request) const {
    const auto id = request.path("id");
    needs_.phrases.requireOwn(request.caller(), id);
    return Response::json(needs_.phrases.change(request.caller(), id, request.body<PhraseInput>().text));
}

Response IntakeHandlers::removePhrase(const Request& request) const {
    needs_.phrases.remove(request.caller(), request.path("id"));
    return Response::noContent();
}

Response IntakeHandlers::types(const Request&) const {
    return Response::json(Items<TypeChoice>{needs_.help.types()});
}

Response IntakeHandlers::leaders(const Request& request) const {
    return Response::json(Items<LeaderChoice>{needs_.help.leaders(request.caller())});
}

Response IntakeHandlers::deadlines(const Request&) const {
    return Response::json(Items<DeadlineChoice>{needs_.help.deadlines()});
}

Response IntakeHandlers::issuers(const Request& request) const {
    return Response::json(Items<std::string>{needs_.help.issuers(request.caller(), request.query("q").value_or(""))});
}

}  // namespace congvu::incoming
