// SPDX-License-Identifier: Apache-2.0
#include "http/FileHandlers.h"

#include "congvu/error/AppError.h"

#include <charconv>
#include <string>

namespace congvu::outgoing {

namespace {

const files::UploadedFile& onlyUpload(const http::Request& request) {
    if (request.uploads().size() != 1) {
        throw AppError::invalidField("/file", "outgoing.one-file");
    }
    return request.uploads().front();
}

/// The number in the path; AppError notFound for anything that is none.
std::int64_t draftNumberOf(const http::Request& request) {
    const auto text = request.path("draftNumber");
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) {
        throw AppError::notFound();
    }
    return number;
}

}  // namespace

std::string_view FileHandlers::visibleId(const http::Request& request) {
    const auto id = request.path("id");
    reading_.requireVisible(request.caller(), id);
    return id;
}

http::Response FileHandlers::view(const http::Request& request) {
    const auto view = reading_.view(request.caller(), request.path("id"));
    return http::Response::json(view).version(view.version);
}

http::Response FileHandlers::attach(const http::Request& request) {
    const auto id = visibleId(request);
    return http::Response::json(appendices_.attach(request.caller(), id, onlyUpload(request)), 201);
}

http::Response FileHandlers::describe(const http::Request& request) {
    const auto id = visibleId(request);
    // Somebody else's file is not found, whatever is said about it.
    static_cast<void>(reading_.file(request.caller(), id, request.path("fileId")));
    appendices_.describe(request.caller(), id, request.path("fileId"), request.body<AppendixInput>());
    return view(request);
}

http::Response FileHandlers::detach(const http::Request& request) {
    appendices_.detach(request.caller(), request.path("id"), request.path("fileId"));
    return http::Response::noContent();
}

http::Response FileHandlers::putOwnFile(const http::Request& request) {
    const auto id = visibleId(request);
    ownFiles_.put(request.caller(), id, onlyUpload(request));
    return view(request);
}

http::Response FileHandlers::removeOwnFile(const http::Request& request) {
    ownFiles_.remove(request.caller(), request.path("id"));
    return view(request);
}

http::Response FileHandlers::placeOwnFile(const http::Request& request) {
    const auto id = visibleId(request);
    ownFiles_.place(request.caller(), id, request.body<PlacesInput>());
    return view(request);
}

http::Response FileHandlers::convertAgain(const http::Request& request) {
    ownFiles_.again(request.caller(), request.path("id"));
    return view(request);
}

http::Response FileHandlers::versionPages(const http::Request& request) {
    auto pages = versions_.pages(request.caller(), request.path("id"), draftNumberOf(request));
    if (pages.file) {
        const EntityRef about{"outgoing", "document", std::string{request.path("id")}};
        return http::Response::file({std::move(*pages.file), http::Disposition::inlineView, about});
    }
    return http::Response::text(std::move(pages.pdf), "application/pdf");
}

http::Response FileHandlers::versionText(const http::Request& request) {
    return http::Response::json(versions_.text(request.caller(), request.path("id"), draftNumberOf(request)));
}

}  // namespace congvu::outgoing
