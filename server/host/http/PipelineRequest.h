// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/Exchange.h"

#include "congvu/http/Request.h"

namespace congvu::host {

/// What a handler sees of an exchange. Lives as long as the call of the handler.
class PipelineRequest final : public http::Request {
public:
    explicit PipelineRequest(const Exchange& exchange) : exchange_(exchange) {}

    [[nodiscard]] const http::Caller& caller() const override { return exchange_.caller; }
    [[nodiscard]] std::string_view path(std::string_view name) const override;
    [[nodiscard]] std::optional<std::string> query(std::string_view name) const override;
    [[nodiscard]] std::optional<std::string> header(std::string_view name) const override;
    [[nodiscard]] std::string_view bodyText() const override { return exchange_.request.body; }
    [[nodiscard]] const std::vector<files::UploadedFile>& uploads() const override { return exchange_.uploads; }
    [[nodiscard]] std::optional<std::string> part(std::string_view name) const override;
    [[nodiscard]] std::int64_t expectedVersion() const override;

private:
    const Exchange& exchange_;
};

}  // namespace congvu::host
