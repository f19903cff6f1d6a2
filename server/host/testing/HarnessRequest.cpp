// SPDX-License-Identifier: Apache-2.0
#include "testing/HarnessRequest.h"

#include <unistd.h>

#include <stdexcept>

namespace congvu::testing {

namespace {

constexpr std::string_view kBoundary = "----congvu-test-boundary";

std::string bytesOf(const host::FilePart& part) {
    std::string bytes(static_cast<std::size_t>(part.length), '\0');
    const auto count = ::pread(part.file.descriptor(), bytes.data(), bytes.size(), part.offset);
    if (count != static_cast<ssize_t>(bytes.size())) {
        throw std::runtime_error("the file of an answer is shorter than its length says");
    }
    return bytes;
}

void addPart(std::string& body, const std::string& disposition, std::string_view contentType, const std::string& content) {
    body += "--" + std::string{kBoundary} + "\r\nContent-Disposition: form-data; " + disposition +
            "\r\nContent-Type: " + std::string{contentType} + "\r\n\r\n" + content + "\r\n";
}

std::string entityTag(const std::string& version) {
    return version.starts_with('"') ? version : '"' + version + '"';
}

}  // namespace

host::IncomingRequest toIncoming(const HarnessRequest& request, const std::string& plugin, const std::string& token) {
    host::IncomingRequest incoming;
    const auto whole = request.path.starts_with("/api/") ? request.path : "/api/v1/" + plugin + request.path;
    const auto question = whole.find('?');
    incoming.method = request.method;
    incoming.path = whole.substr(0, question);
    incoming.query = question == std::string::npos ? "" : whole.substr(question + 1);
    incoming.clientAddress = "192.0.2.1";  // RFC 5737: never a real client
    incoming.body = request.body;
    incoming.headers.add("Host", "congvu.example");
    incoming.headers.add("Cookie", "congvu_session=" + token);
    incoming.headers.add("X-CSRF-Token", token);
    if (!request.contentType.empty()) {
        incoming.headers.add("Content-Type", request.contentType);
        incoming.headers.add("Content-Length", std::to_string(request.body.size()));
    }
    if (!request.ifMatch.empty()) {
        incoming.headers.add("If-Match", entityTag(request.ifMatch));
    }
    return incoming;
}

TestResponse toTestResponse(const host::OutgoingResponse& response) {
    TestResponse answer;
    answer.status = response.status;
    answer.body = response.file ? bytesOf(*response.file) : response.body;
    for (const auto& [name, value] : response.headers) {
        answer.headers[name] = value;
    }
    return answer;
}

void setMultipart(HarnessRequest& request, const std::vector<TestFile>& files, const std::string& dataJson) {
    for (const auto& file : files) {
        addPart(request.body, "name=\"" + file.part + "\"; filename=\"" + file.name + '"', "application/octet-stream", file.bytes);
    }
    if (!dataJson.empty()) {
        addPart(request.body, "name=\"data\"", "application/json", dataJson);
    }
    request.body += "--" + std::string{kBoundary} + "--\r\n";
    request.contentType = "multipart/form-data; boundary=" + std::string{kBoundary};
}

}  // namespace congvu::testing
