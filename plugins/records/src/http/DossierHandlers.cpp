// SPDX-License-Identifier: Apache-2.0
#include "http/DossierHandlers.h"

#include "http/DossierQuery.h"
#include "http/Downloads.h"
#include "http/Messages.h"

namespace congvu::records {

std::string DossierHandlers::visibleId(const http::Request& request) const {
    std::string id{request.path("id")};
    needs_.work.requireVisible(request.caller(), id);
    return id;
}

http::Response DossierHandlers::answer(const http::Request& request, std::string_view id) const {
    const auto detail = needs_.dossiers.detail(request.caller(), id);
    return http::Response::json(detail).version(detail.dossier.version);
}

http::Response DossierHandlers::list(const http::Request& request) const {
    return http::Response::json(needs_.dossiers.list(request.caller(), dossierFilterOf(request), request.page()));
}

http::Response DossierHandlers::open(const http::Request& request) const {
    return http::Response::created(json::toText(Created{needs_.dossiers.open(request.caller(), request.body<NewDossier>())}));
}

http::Response DossierHandlers::detail(const http::Request& request) const {
    return answer(request, request.path("id"));
}

http::Response DossierHandlers::edit(const http::Request& request) const {
    const auto id = visibleId(request);
    const auto version = request.expectedVersion();
    needs_.dossiers.edit(request.caller(), id, request.body<DossierEdit>(), version);
    return answer(request, id);
}

http::Response DossierHandlers::timeline(const http::Request& request) const {
    return http::Response::json(ListOf<inbox::TimelineEntry>{needs_.dossiers.timeline(request.caller(), request.path("id"))});
}

http::Response DossierHandlers::share(const http::Request& request) const {
    const auto id = visibleId(request);
    needs_.dossiers.share(request.caller(), id, request.body<ParticipantsInput>());
    return answer(request, id);
}

http::Response DossierHandlers::holding(const http::Request& request) const {
    const EntityRef entity{std::string{request.path("plugin")}, std::string{request.path("type")}, std::string{request.path("id")}};
    return http::Response::json(ListOf<Dossier>{needs_.dossiers.holding(request.caller(), entity)});
}

http::Response DossierHandlers::documents(const http::Request& request) const {
    return http::Response::json(needs_.documents.list(request.caller(), request.path("id"), request.page()));
}

http::Response DossierHandlers::addDocument(const http::Request& request) const {
    const auto id = visibleId(request);
    return http::Response::created(json::toText(needs_.documents.add(request.caller(), id, request.body<NewItem>())));
}

http::Response DossierHandlers::noteDocument(const http::Request& request) const {
    needs_.documents.requireItem(request.caller(), request.path("id"), request.path("itemId"));
    needs_.documents.setNote(request.caller(), request.path("id"), request.path("itemId"), request.body<ItemEdit>());
    return answer(request, request.path("id"));
}

http::Response DossierHandlers::removeDocument(const http::Request& request) const {
    needs_.documents.requireItem(request.caller(), request.path("id"), request.path("itemId"));
    const auto reason = request.body<ReasonInput>().reason;
    needs_.documents.remove(request.caller(), request.path("id"), request.path("itemId"), reason);
    return answer(request, request.path("id"));
}

http::Response DossierHandlers::printDocuments(const http::Request& request) const {
    const auto id = visibleId(request);
    return downloadOf(needs_.lists.documents(request.caller(), id, formatOf(request)));
}

http::Response DossierHandlers::check(const http::Request& request) const {
    return http::Response::json(needs_.closing.check(request.caller(), request.path("id")));
}

http::Response DossierHandlers::close(const http::Request& request) const {
    const auto id = visibleId(request);
    needs_.closing.close(request.caller(), id, request.body<ClosingInput>());
    return answer(request, id);
}

http::Response DossierHandlers::reopen(const http::Request& request) const {
    const auto id = visibleId(request);
    needs_.closing.reopen(request.caller(), id, request.body<ReasonInput>().reason);
    return answer(request, id);
}

http::Response DossierHandlers::exportDossier(const http::Request& request) const {
    const auto id = visibleId(request);
    return http::Response::created(json::toText(Created{needs_.exports.request(request.caller(), id, request.body<NewExport>())}));
}

http::Response DossierHandlers::exports(const http::Request& request) const {
    return http::Response::json(ListOf<Export>{needs_.exports.ofDossier(request.caller(), request.path("id"))});
}

http::Response DossierHandlers::oneExport(const http::Request& request) const {
    return http::Response::json(needs_.exports.find(request.caller(), request.path("id")));
}

http::Response DossierHandlers::exportFile(const http::Request& request) const {
    const auto made = needs_.exports.find(request.caller(), request.path("id"));
    return http::Response::file(
        {needs_.exports.file(request.caller(), request.path("id")), http::Disposition::download, {"records", "dossier", made.dossierId}});
}

}  // namespace congvu::records
