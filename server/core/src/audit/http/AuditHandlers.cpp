// SPDX-License-Identifier: Apache-2.0
#include "audit/http/AuditHandlers.h"

namespace congvu::core {

namespace {

std::optional<Date> queryDay(const http::Request& request, std::string_view name) {
    const auto text = request.query(name);
    if (!text || text->empty()) {
        return std::nullopt;
    }
    const auto day = Date::parse(*text);
    if (!day) {
        throw AppError::invalidField("/" + std::string{name}, "bad-date");
    }
    return day;
}

}  // namespace

http::Response AuditHandlers::list(const http::Request& request) const {
    AuditQuestion question;
    question.actor = request.query("actor").value_or("");
    question.act = request.query("act").value_or("");
    question.plugin = request.query("plugin").value_or("");
    question.entityType = request.query("entityType").value_or("");
    question.entityId = request.query("entityId").value_or("");
    question.from = queryDay(request, "from");
    question.to = queryDay(request, "to");
    return http::Response::json(audit_.list(request.caller(), question, request.page()));
}

http::Response AuditHandlers::verify(const http::Request& request) const {
    return http::Response::json(audit_.verify(request.caller()));
}

}  // namespace congvu::core
