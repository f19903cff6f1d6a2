// SPDX-License-Identifier: Apache-2.0
#include "http/PipelineRequest.h"

#include "http/PercentEncoding.h"

#include "congvu/error/AppError.h"

#include <charconv>
#include <stdexcept>

namespace congvu::host {

std::string_view PipelineRequest::path(std::string_view name) const {
    const auto& names = exchange_.match.entry->parameterNames;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) {
            return exchange_.match.parameters[i];
        }
    }
    throw std::logic_error("route " + exchange_.match.entry->pattern + " has no parameter " + std::string{name});
}

std::optional<std::string> PipelineRequest::query(std::string_view name) const {
    return queryParameter(exchange_.request.query, name);
}

std::optional<std::string> PipelineRequest::header(std::string_view name) const {
    const auto value = exchange_.request.headers.find(name);
    return value ? std::optional{std::string{*value}} : std::nullopt;
}

std::optional<std::string> PipelineRequest::part(std::string_view name) const {
    const auto found = exchange_.parts.find(name);
    return found == exchange_.parts.end() ? std::nullopt : std::optional{found->second};
}

std::int64_t PipelineRequest::expectedVersion() const {
    const auto header = exchange_.request.headers.find("If-Match");
    std::int64_t version = 0;
    if (header && header->size() > 2 && header->front() == '"' && header->back() == '"') {
        const auto digits = header->substr(1, header->size() - 2);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), version);
        if (error == std::errc{} && end == digits.data() + digits.size()) {
            return version;
        }
    }
    throw AppError(ErrorKind::preconditionMissing, "if-match-required");
}

}  // namespace congvu::host
