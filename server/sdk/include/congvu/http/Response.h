// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/files/StoredFile.h"
#include "congvu/ids/Id.h"
#include "congvu/json/Encode.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace congvu::http {

/// How a browser shows a file.
enum class Disposition { inlineView, download };

/// The answer to a request.
class Response {
public:
    /// A file of the store; ranges, caching and streaming are the host's matter. The host writes the audit row "file.read" for `about`.
    struct FileBody {
        files::StoredFile file;
        Disposition disposition;
        EntityRef about;
    };

    template <class T>
    static Response json(const T& value, int status = 200) {
        return text(json::toText(value), "application/json", status);
    }
    static Response created(std::string jsonText) { return text(std::move(jsonText), "application/json", 201); }
    static Response noContent() { return text({}, {}, 204); }
    static Response text(std::string body, std::string contentType, int status = 200) {
        Response response;
        response.status_ = status;
        response.body_ = std::move(body);
        response.contentType_ = std::move(contentType);
        return response;
    }
    static Response file(FileBody file) {
        Response response;
        response.file_ = std::move(file);
        return response;
    }

    /// Sets the ETag of a versioned entity, which If-Match of the next change must carry.
    Response&& version(std::int64_t version) && {
        headers_.emplace_back("ETag", '"' + std::to_string(version) + '"');
        return std::move(*this);
    }
    Response&& header(std::string name, std::string value) && {
        headers_.emplace_back(std::move(name), std::move(value));
        return std::move(*this);
    }

    [[nodiscard]] int status() const { return status_; }
    [[nodiscard]] const std::string& body() const { return body_; }
    [[nodiscard]] const std::string& contentType() const { return contentType_; }
    [[nodiscard]] const std::optional<FileBody>& fileBody() const { return file_; }
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& headers() const { return headers_; }

private:
    int status_ = 200;
    std::string body_;
    std::string contentType_;
    std::optional<FileBody> file_;
    std::vector<std::pair<std::string, std::string>> headers_;
};

}  // namespace congvu::http
