// SPDX-License-Identifier: Apache-2.0
#include "http/TransferHandlers.h"

#include "http/Downloads.h"
#include "http/Messages.h"

namespace congvu::records {

std::string TransferHandlers::visibleId(const http::Request& request) const {
    std::string id{request.path("id")};
    transfers_.requireVisible(request.caller(), id);
    return id;
}

http::Response TransferHandlers::list(const http::Request& request) const {
    return http::Response::json(transfers_.list(request.caller(), request.page()));
}

http::Response TransferHandlers::submit(const http::Request& request) const {
    return http::Response::created(json::toText(Created{transfers_.submit(request.caller(), request.body<NewTransfer>())}));
}

http::Response TransferHandlers::detail(const http::Request& request) const {
    return http::Response::json(transfers_.detail(request.caller(), request.path("id")));
}

http::Response TransferHandlers::accept(const http::Request& request) const {
    const auto id = visibleId(request);
    transfers_.accept(request.caller(), id, request.body<TransferAcceptance>());
    return http::Response::json(transfers_.detail(request.caller(), id));
}

http::Response TransferHandlers::giveBack(const http::Request& request) const {
    const auto id = visibleId(request);
    transfers_.giveBack(request.caller(), id, request.body<ReasonInput>().reason);
    return http::Response::json(transfers_.detail(request.caller(), id));
}

http::Response TransferHandlers::print(const http::Request& request) const {
    const auto id = visibleId(request);
    return downloadOf(lists_.transfer(request.caller(), id, formatOf(request)));
}

http::Response TransferHandlers::minutes(const http::Request& request) const {
    const auto id = visibleId(request);
    return downloadOf(lists_.minutes(request.caller(), id));
}

}  // namespace congvu::records
