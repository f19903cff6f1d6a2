// SPDX-License-Identifier: Apache-2.0
#include "sessions/http/SessionHandlers.h"

#include "shared/domain/ItemList.h"

#include "congvu/error/AppError.h"

namespace congvu::core {

namespace {

/// Cookies end with the browser; the server ends the session itself after its idle or absolute limit.
std::string cookie(std::string_view name, std::string_view value, std::string_view attributes, bool isEncrypted) {
    std::string text{name};
    text.append("=").append(value).append("; Path=/; SameSite=Strict").append(attributes).append(isEncrypted ? "; Secure" : "");
    return text;
}

/// The proxy in front says so; without one the server speaks plain HTTP.
bool isEncrypted(const http::Request& request) {
    return request.header("X-Forwarded-Proto") == "https";
}

http::Response withCookies(http::Response response, std::string_view session, std::string_view csrf, std::string_view end, bool encrypted) {
    return std::move(response)
        .header("Set-Cookie", cookie("congvu_session", session, "; HttpOnly" + std::string{end}, encrypted))
        .header("Set-Cookie", cookie("congvu_csrf", csrf, end, encrypted));
}

}  // namespace

http::Response SessionHandlers::signIn(const http::Request& request) const {
    const auto input = request.body<SignInInput>();
    const SignIn::Client client{request.caller().address, request.header("User-Agent").value_or(""), request.caller().requestId};
    const auto opened = signIn_.run(input.username, input.password, client);
    auto view = own_.view(opened.record.personId, opened.record.postId);
    return withCookies(http::Response::json(view), opened.token, opened.record.csrfToken, "", isEncrypted(request));
}

http::Response SessionHandlers::show(const http::Request& request) const {
    const auto& caller = request.caller();
    return http::Response::json(caller.behalf ? own_.viewByMandate(caller.personId, caller.behalf->mandateId)
                                              : own_.view(caller.personId, caller.postId));
}

http::Response SessionHandlers::signOut(const http::Request& request) const {
    own_.end(request.caller(), request.caller().sessionId);
    // Shared PCs: nothing of the session stays in the browser.
    return withCookies(http::Response::noContent(), "", "", "; Max-Age=0", isEncrypted(request))
        .header("Clear-Site-Data", R"("cache", "cookies", "storage")");
}

http::Response SessionHandlers::switchPost(const http::Request& request) const {
    const auto input = request.body<SwitchPostInput>();
    if (input.postId.empty() == input.mandateId.empty()) {
        throw AppError::invalidField("/postId", "required");
    }
    if (!input.mandateId.empty()) {
        sessions_.actByMandate(request.caller(), input.mandateId);
        return http::Response::json(own_.viewByMandate(request.caller().personId, input.mandateId));
    }
    sessions_.switchPost(request.caller(), input.postId);
    return http::Response::json(own_.view(request.caller().personId, input.postId));
}

http::Response SessionHandlers::setPreferences(const http::Request& request) const {
    own_.setPreferences(request.caller(), request.body<PreferencesInput>());
    return show(request);
}

http::Response SessionHandlers::changePassword(const http::Request& request) const {
    own_.changePassword(request.caller(), request.body<PasswordInput>());
    return http::Response::noContent();
}

http::Response SessionHandlers::list(const http::Request& request) const {
    return http::Response::json(ItemList<OpenSessionView>{own_.list(request.caller())});
}

http::Response SessionHandlers::end(const http::Request& request) const {
    own_.end(request.caller(), request.path("id"));
    return http::Response::noContent();
}

http::Response SessionHandlers::endOthers(const http::Request& request) const {
    own_.endOthers(request.caller());
    return http::Response::noContent();
}

}  // namespace congvu::core
