// SPDX-License-Identifier: Apache-2.0
#include "http/BatchRoutes.h"

#include "http/Messages.h"

namespace congvu::signingdesk {

using http::Request;
using http::Route;

/// Whose batch it is, the repository's WHERE clause says.
void addBatchRoutes(http::Routes& routes, BatchHandlers& handlers) {
    const auto bind = [&handlers](auto member) {
        return [&handlers, member](const Request& request) { return (handlers.*member)(request); };
    };
    routes.add(Route::post("/batches")
                   .needs("signing.desk")
                   .says("Begin to sign many requests in the background")
                   .takes<SigningAct>()
                   .gives<BatchView>()
                   .by(bind(&BatchHandlers::start)));
    routes.add(Route::get("/batches")
                   .needs("signing.desk")
                   .says("The caller's batches")
                   .gives<db::Page<BatchView>>()
                   .by(bind(&BatchHandlers::list)));
    routes.add(
        Route::get("/batches/{id}").needs("signing.desk").says("Where a batch stands").gives<BatchView>().by(bind(&BatchHandlers::get)));
    routes.add(Route::get("/batches/{id}/items")
                   .needs("signing.desk")
                   .says("Documents of a batch with their results")
                   .gives<db::Page<BatchItemView>>()
                   .by(bind(&BatchHandlers::items)));
    routes.add(Route::post("/batches/{id}/resumption")
                   .needs("signing.desk")
                   .says("Go on with a batch")
                   .takes<PinEntry>()
                   .gives<BatchView>()
                   .by(bind(&BatchHandlers::resume)));
    routes.add(Route::post("/batches/{id}/stop")
                   .needs("signing.desk")
                   .says("End a batch; what is not signed stays on the desk")
                   .gives<BatchView>()
                   .by(bind(&BatchHandlers::stop)));
}

}  // namespace congvu::signingdesk
