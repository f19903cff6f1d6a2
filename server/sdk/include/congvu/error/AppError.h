// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace congvu {

/// Why a request ends early. The host turns each kind into one HTTP status (RFC 9110) and an RFC 9457 problem document.
enum class ErrorKind {
    badRequest,           ///< 400: the bytes are not what they say they are
    unauthenticated,      ///< 401
    forbidden,            ///< 403
    notFound,             ///< 404: also for what the caller may not know exists
    conflict,             ///< 409: the state does not allow the act
    stale,                ///< 412: somebody else changed it first
    tooLarge,             ///< 413
    unsupportedMedia,     ///< 415
    invalid,              ///< 422: one or more fields are wrong, see AppError::fields()
    locked,               ///< 423
    preconditionMissing,  ///< 428: an If-Match header is required
    tooMany,              ///< 429
    unavailable,          ///< 503: a part the act needs is not there now
};

/// Named values that a translated message may show, for example {{"number", "15"}}.
using MessageParams = std::vector<std::pair<std::string, std::string>>;

/// One wrong field of the input.
struct FieldError {
    std::string pointer;  ///< RFC 6901 JSON pointer into the request body, for example "/assignments/0/deadline"
    std::string code;     ///< message id, for example "required" or "incoming.deadline-in-past"
    MessageParams params;
};

/// The only exception that ends a request on purpose. `code` is an id of the message catalogue (locale/vi.json, locale/en.json
/// of the plugin, prefixed by the plugin id, or a core id such as "not-found"); the host writes the sentence in the caller's language.
class AppError : public std::exception {
public:
    AppError(ErrorKind kind, std::string code, MessageParams params = {}, std::vector<FieldError> fields = {})
        : kind_(kind), code_(std::move(code)), params_(std::move(params)), fields_(std::move(fields)) {}

    /// 422 with the code "invalid" and every wrong field at once.
    static AppError invalid(std::vector<FieldError> fields) { return {ErrorKind::invalid, "invalid", {}, std::move(fields)}; }
    /// 422 for one field.
    static AppError invalidField(std::string pointer, std::string code, MessageParams params = {}) {
        return invalid({FieldError{std::move(pointer), std::move(code), std::move(params)}});
    }
    static AppError notFound() { return {ErrorKind::notFound, "not-found"}; }
    static AppError forbidden() { return {ErrorKind::forbidden, "forbidden"}; }
    static AppError stale() { return {ErrorKind::stale, "stale"}; }

    [[nodiscard]] ErrorKind kind() const noexcept { return kind_; }
    [[nodiscard]] const std::string& code() const noexcept { return code_; }
    [[nodiscard]] const MessageParams& params() const noexcept { return params_; }
    [[nodiscard]] const std::vector<FieldError>& fields() const noexcept { return fields_; }
    [[nodiscard]] const char* what() const noexcept override { return code_.c_str(); }

private:
    ErrorKind kind_;
    std::string code_;
    MessageParams params_;
    std::vector<FieldError> fields_;
};

}  // namespace congvu
