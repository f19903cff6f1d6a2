// SPDX-License-Identifier: Apache-2.0
#include "http/SigningHandlers.h"

#include "http/Messages.h"

namespace congvu::signingdesk {

namespace {

const files::UploadedFile& onlyUpload(const http::Request& request) {
    if (request.uploads().size() != 1) {
        throw AppError::invalidField("/file", "signing.one-file");
    }
    return request.uploads().front();
}

RequestState stateOf(const http::Request& request) {
    const auto text = request.query("state").value_or("open");
    const auto state = json::enumFrom<RequestState>(text);
    if (!state) {
        throw AppError::invalidField("/state", "unknown-choice");
    }
    return *state;
}

http::Response verdictJson(const ports::VerificationReport& report) {
    return http::Response::text(report.json, "application/json");
}

}  // namespace

http::Response SigningHandlers::listRequests(const http::Request& request) {
    return http::Response::json(desk_.list(request.caller(), stateOf(request), request.page()));
}

http::Response SigningHandlers::getRequest(const http::Request& request) {
    return http::Response::json(viewOf(desk_.find(request.caller(), request.path("id"))));
}

http::Response SigningHandlers::getFile(const http::Request& request) {
    const auto found = desk_.find(request.caller(), request.path("id"));
    return http::Response::file({desk_.file(request.caller(), request.path("id")), http::Disposition::inlineView, found.entity});
}

http::Response SigningHandlers::getOutline(const http::Request& request) {
    const auto file = desk_.file(request.caller(), request.path("id"));
    return http::Response::json(outlines_.read(files_.contentPath(file)));
}

http::Response SigningHandlers::getVerification(const http::Request& request) {
    const auto file = desk_.file(request.caller(), request.path("id"));
    return verdictJson(verification_.verify(files_.contentPath(file)));
}

http::Response SigningHandlers::sign(const http::Request& request) {
    return http::Response::json(signRequests_.run(request.caller(), request.body<SigningAct>()));
}

http::Response SigningHandlers::giveBack(const http::Request& request) {
    const auto found = desk_.find(request.caller(), request.path("id"));
    desk_.giveBack(request.caller(), found.id, request.body<ReturnNote>().note);
    return http::Response::noContent();
}

http::Response SigningHandlers::listKeys(const http::Request& request) {
    return http::Response::json(KeyList{keys_.listOwn(request.caller())});
}

http::Response SigningHandlers::enrolKey(const http::Request& request) {
    const auto enrolment = request.partAs<KeyEnrolment>("data");
    return http::Response::json(keys_.enrol(request.caller(), enrolment, readWholeFile(onlyUpload(request).path)), 201);
}

http::Response SigningHandlers::setImage(const http::Request& request) {
    keys_.requireOwn(request.caller(), request.path("id"));
    keys_.setImage(request.caller(), request.path("id"), onlyUpload(request));
    return http::Response::noContent();
}

http::Response SigningHandlers::getImage(const http::Request& request) {
    const EntityRef about{"signing", "key", std::string{request.path("id")}};
    return http::Response::file({keys_.image(request.caller(), request.path("id")), http::Disposition::inlineView, about});
}

http::Response SigningHandlers::changePin(const http::Request& request) {
    keys_.requireOwn(request.caller(), request.path("id"));
    const auto change = request.body<PinChange>();
    keys_.changePin(request.caller(), request.path("id"), change.pin, change.newPin);
    return http::Response::noContent();
}

http::Response SigningHandlers::removeKey(const http::Request& request) {
    keys_.remove(request.caller(), request.path("id"));
    return http::Response::noContent();
}

http::Response SigningHandlers::listAgencyKeys(const http::Request& request) {
    return http::Response::json(KeyList{keys_.listOfAgency(request.caller())});
}

http::Response SigningHandlers::removeAgencyKey(const http::Request& request) {
    keys_.removeOfAgency(request.caller(), request.path("id"));
    return http::Response::noContent();
}

http::Response SigningHandlers::unlockKey(const http::Request& request) {
    keys_.unlock(request.caller(), request.path("id"));
    return http::Response::noContent();
}

http::Response SigningHandlers::listRoots(const http::Request& request) {
    roots_.requireRootAgency(request.caller());
    return http::Response::json(RootList{roots_.list()});
}

http::Response SigningHandlers::addRoot(const http::Request& request) {
    roots_.requireRootAgency(request.caller());
    const auto upload = request.partAs<RootUpload>("data");
    return http::Response::json(RootList{roots_.add(request.caller(), upload.world, readWholeFile(onlyUpload(request).path))}, 201);
}

http::Response SigningHandlers::removeRoot(const http::Request& request) {
    roots_.requireRootAgency(request.caller());
    roots_.remove(request.caller(), request.path("id"));
    return http::Response::noContent();
}

http::Response SigningHandlers::verify(const http::Request& request) {
    return verdictJson(verification_.verify(onlyUpload(request).path));
}

}  // namespace congvu::signingdesk
