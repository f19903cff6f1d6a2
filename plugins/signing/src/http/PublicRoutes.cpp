// SPDX-License-Identifier: Apache-2.0
#include "http/PublicRoutes.h"

namespace congvu::signingdesk {

namespace {

constexpr std::size_t kLargestPublicDocument = 20 * 1024 * 1024;
/// A person checks a few documents; a program that checks many has an account.
constexpr int kVerificationsPerMinute = 10;
constexpr int kChecksPerMinute = 30;

}  // namespace

void addPublicRoutes(http::Routes& routes, PublicHandlers& handlers) {
    routes.add(http::Route::post("/public/verification")
                   .forEveryone()
                   .atMostPerMinute(kVerificationsPerMinute)
                   .acceptsFiles(kLargestPublicDocument)
                   .says("Verify a PDF without an account; nothing is stored")
                   .by([&handlers](const http::Request& request) { return handlers.verify(request); }));
    routes.add(http::Route::get("/public/checks/{code}")
                   .forEveryone()
                   .atMostPerMinute(kChecksPerMinute)
                   .says("Verdict and fingerprint of an issued document, by the code of its QR picture")
                   .gives<CheckView>()
                   .by([&handlers](const http::Request& request) { return handlers.check(request); }));
}

}  // namespace congvu::signingdesk
