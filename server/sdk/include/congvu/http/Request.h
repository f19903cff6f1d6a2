// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Page.h"
#include "congvu/files/UploadedFile.h"
#include "congvu/http/Caller.h"
#include "congvu/json/Decode.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::http {

/// One request, already authenticated, gated and authorised for its route.
class Request {
public:
    virtual ~Request() = default;

    /// On a public route without a session every field but address, locale and requestId is empty.
    [[nodiscard]] virtual const Caller& caller() const = 0;
    /// A {name} of the route's path.
    [[nodiscard]] virtual std::string_view path(std::string_view name) const = 0;
    /// A query parameter, percent-decoded.
    [[nodiscard]] virtual std::optional<std::string> query(std::string_view name) const = 0;
    [[nodiscard]] virtual std::optional<std::string> header(std::string_view name) const = 0;
    /// The raw body (empty for multipart bodies).
    [[nodiscard]] virtual std::string_view bodyText() const = 0;
    /// Files of a multipart/form-data body (RFC 7578), streamed to temporary files that vanish with the request unless kept.
    [[nodiscard]] virtual const std::vector<files::UploadedFile>& uploads() const = 0;
    /// A text part of a multipart body, for example "data".
    [[nodiscard]] virtual std::optional<std::string> part(std::string_view name) const = 0;
    /// The version of If-Match; AppError preconditionMissing when the header is missing or not a number in quotes.
    [[nodiscard]] virtual std::int64_t expectedVersion() const = 0;

    /// The JSON body as an input struct; AppError::invalid with every wrong field, unknown ones included.
    template <json::Described T>
    [[nodiscard]] T body() const {
        return json::decode<T>(bodyText());
    }
    /// The JSON text part of a multipart body as an input struct.
    template <json::Described T>
    [[nodiscard]] T partAs(std::string_view name) const {
        return json::decode<T>(part(name).value_or("{}"));
    }
    /// cursor and limit of the query; AppError::invalid when they are not what a list gave out.
    [[nodiscard]] db::PageRequest page() const;
};

}  // namespace congvu::http
