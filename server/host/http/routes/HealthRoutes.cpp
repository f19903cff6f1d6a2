// SPDX-License-Identifier: Apache-2.0
#include "http/routes/HealthRoutes.h"

#include "congvu/error/AppError.h"

namespace congvu::host {

namespace {

constexpr const char* kFine = R"({"status":"ok"})";

http::Response ready(db::Db& db) {
    try {
        db.readWith([](db::Reader& reader) { reader.query("SELECT 1", {}, [](const db::Row&) {}); });
    } catch (const std::exception&) {
        throw AppError(ErrorKind::unavailable, "unavailable");
    }
    return http::Response::text(kFine, "application/json");
}

}  // namespace

void addHealthRoutes(Router& router, db::Db& db) {
    for (const std::string_view prefix : {"", "/api/v1"}) {
        router.add("host", prefix,
                   http::Route::get("/healthz").forEveryone().says("The process answers").onLoop().by([](const http::Request&) {
                       return http::Response::text(kFine, "application/json");
                   }));
        router.add("host", prefix, http::Route::get("/readyz").forEveryone().says("The server can work").by([&db](const http::Request&) {
            return ready(db);
        }));
    }
}

}  // namespace congvu::host
