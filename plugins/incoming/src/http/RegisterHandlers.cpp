// SPDX-License-Identifier: Apache-2.0
#include "http/RegisterHandlers.h"

#include "http/Messages.h"
#include "http/PeriodQuery.h"

#include "congvu/json/Decode.h"

namespace congvu::incoming {

using http::Request;
using http::Response;

namespace {

Response downloadOf(PrintedFile file, const Request& request) {
    // The name is made of letters, digits, points and hyphens.
    const auto kind = request.query("inline") ? "inline" : "attachment";
    return Response::text(std::move(file.bytes), file.mediaType)
        .header("Content-Disposition", std::string{kind} + "; filename=\"" + file.fileName + '"');
}

std::string textOf(const Request& request, std::string_view name) {
    auto text = request.query(name).value_or("");
    constexpr std::size_t kLongest = 200;
    if (text.size() > kLongest) {
        throw AppError::invalidField('/' + std::string{name}, "too-long", {{"max", std::to_string(kLongest)}});
    }
    return text;
}

RegisterForm registerFormOf(const Request& request) {
    const auto form = request.query("form").value_or("arrival");
    if (form != "arrival" && form != "tracking") {
        throw AppError::invalidField("/form", "unknown-choice");
    }
    return form == "arrival" ? RegisterForm::arrival : RegisterForm::tracking;
}

std::optional<ReservationState> reservationStateOf(const Request& request) {
    const auto text = request.query("state").value_or("");
    const auto state = json::enumFrom<ReservationState>(text);
    if (!text.empty() && !state) {
        throw AppError::invalidField("/state", "unknown-choice");
    }
    return state;
}

StampWish stampWishOf(const Request& request) {
    constexpr double kLargestPage = 2'000;
    const auto at = request.query("at").value_or("left");
    if (at != "left" && at != "right") {
        throw AppError::invalidField("/at", "unknown-choice");
    }
    const auto x = numberOf(request, "x", 0, kLargestPage);
    const auto y = numberOf(request, "y", 0, kLargestPage);
    if (x.has_value() != y.has_value()) {
        throw AppError::invalidField(x ? "/y" : "/x", "required");
    }
    return {at == "right", x ? std::optional{StampPlace{*x, *y}} : std::nullopt};
}

}  // namespace

std::string_view RegisterHandlers::knownCode(const Request& request) const {
    static_cast<void>(needs_.books.find(request.caller(), request.path("code")));
    return request.path("code");
}

Response RegisterHandlers::list(const Request& request) const {
    return Response::json(Items<RegisterBook>{needs_.books.list(request.caller())});
}

Response RegisterHandlers::define(const Request& request) const {
    const auto book = needs_.books.define(request.caller(), request.body<RegisterBookInput>());
    return Response::json(book, 201).version(book.version);
}

Response RegisterHandlers::change(const Request& request) const {
    const auto code = knownCode(request);
    const auto version = request.expectedVersion();
    const auto book = needs_.books.change(request.caller(), code, version, request.body<RegisterBookChange>());
    return Response::json(book).version(book.version);
}

Response RegisterHandlers::reservations(const Request& request) const {
    const auto code = knownCode(request);
    return Response::json(
        needs_.books.reservations(request.caller(), code, {yearOf(request), reservationStateOf(request)}, request.page()));
}

Response RegisterHandlers::reserve(const Request& request) const {
    const auto code = knownCode(request);
    return Response::json(needs_.books.reserve(request.caller(), code, request.body<ReservationInput>()), 201);
}

Response RegisterHandlers::voidReservation(const Request& request) const {
    needs_.books.requireReservation(request.caller(), request.path("id"));
    return Response::json(needs_.books.voidReservation(request.caller(), request.path("id"), request.body<ReasonInput>().reason));
}

Response RegisterHandlers::print(const Request& request) const {
    const auto code = knownCode(request);
    const auto period = periodOf(request, needs_.clock.today());
    return downloadOf(
        needs_.printing.registerOf(request.caller(), code, registerFormOf(request), period.first, period.last, formatOf(request)), request);
}

Response RegisterHandlers::processingSlip(const Request& request) const {
    return downloadOf(needs_.printing.processingSlip(request.caller(), request.path("id")), request);
}

Response RegisterHandlers::stampedCopy(const Request& request) const {
    return downloadOf(needs_.printing.stampedCopy(request.caller(), request.path("id"), stampWishOf(request)), request);
}

Response RegisterHandlers::record(const Request& request) const {
    return downloadOf({needs_.exporting.run(request.caller(), request.path("id")), "application/xml", "ban-ghi-van-ban-den.xml"}, request);
}

Response RegisterHandlers::categories(const Request& request) const {
    return Response::json(Items<SenderCategory>{needs_.senders.categories(request.caller())});
}

Response RegisterHandlers::replaceCategories(const Request& request) const {
    return Response::json(Items<SenderCategory>{needs_.senders.replaceCategories(request.caller(), request.body<SenderCategories>())});
}

Response RegisterHandlers::senders(const Request& request) const {
    const auto category = request.query("category") ? textOf(request, "category") : std::string{"-"};
    return Response::json(needs_.senders.senders(request.caller(), textOf(request, "q"), category, request.page()));
}

Response RegisterHandlers::setCategory(const Request& request) const {
    needs_.senders.setCategory(request.caller(), request.body<SenderChoice>());
    return Response::noContent();
}

Response RegisterHandlers::sourceReport(const Request& request) const {
    const auto period = periodOf(request, needs_.clock.today());
    return Response::json(needs_.senders.report(request.caller(), period.first, period.last));
}

Response RegisterHandlers::printSourceReport(const Request& request) const {
    const auto period = periodOf(request, needs_.clock.today());
    return downloadOf(needs_.printing.sourceReport(request.caller(), period.first, period.last, formatOf(request)), request);
}

}  // namespace congvu::incoming
