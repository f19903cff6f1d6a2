// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lists/domain/FilterTexts.h"

#include "congvu/error/AppError.h"
#include "congvu/http/Request.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congvu::core {

/// A request that has nothing but its caller and the query of a saved search, so that a list reads a stored filter with the code that reads
/// the filter of its route.
class StoredQuery final : public http::Request {
public:
    StoredQuery(const http::Caller& caller, FilterTexts texts) : caller_(caller), texts_(std::move(texts)) {}

    [[nodiscard]] const http::Caller& caller() const override { return caller_; }
    [[nodiscard]] std::string_view path(std::string_view) const override { return {}; }
    [[nodiscard]] std::optional<std::string> query(std::string_view name) const override {
        const auto found = texts_.find(name);
        return found == texts_.end() ? std::nullopt : std::optional{found->second};
    }
    [[nodiscard]] std::optional<std::string> header(std::string_view) const override { return std::nullopt; }
    [[nodiscard]] std::string_view bodyText() const override { return {}; }
    [[nodiscard]] const std::vector<files::UploadedFile>& uploads() const override { return uploads_; }
    [[nodiscard]] std::optional<std::string> part(std::string_view) const override { return std::nullopt; }
    [[nodiscard]] std::int64_t expectedVersion() const override { throw AppError(ErrorKind::preconditionMissing, "if-match-required"); }

private:
    const http::Caller& caller_;
    FilterTexts texts_;
    std::vector<files::UploadedFile> uploads_;
};

}  // namespace congvu::core
