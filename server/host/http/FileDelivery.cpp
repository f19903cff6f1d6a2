// SPDX-License-Identifier: Apache-2.0
#include "http/FileDelivery.h"

#include "http/ByteRange.h"
#include "http/PercentEncoding.h"
#include "http/stages/ConditionalGet.h"

#include "congvu/json/Writer.h"

#include <algorithm>
#include <array>

namespace congvu::host {

namespace {

constexpr std::size_t kRememberedReadings = 4096;
constexpr std::chrono::minutes kSameReading{10};

/// Types that a browser may show in place; everything else is downloaded, because HTML or SVG of strangers would run in our origin.
bool mayBeShownInPlace(std::string_view mediaType) {
    constexpr std::array<std::string_view, 6> types{"application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp", "text/plain"};
    return std::find(types.begin(), types.end(), mediaType) != types.end();
}

/// RFC 6266: an ASCII name for old clients, the real one in UTF-8.
std::string contentDisposition(const http::Response::FileBody& body) {
    const bool isInline = body.disposition == http::Disposition::inlineView && mayBeShownInPlace(body.file.mediaType);
    std::string plain;
    for (const char c : body.file.name) {
        const bool isSafe = c >= ' ' && c < 0x7f && c != '"' && c != '\\' && c != '%';
        plain += isSafe ? c : '_';
    }
    return std::string{isInline ? "inline" : "attachment"} + "; filename=\"" + plain + "\"; filename*=UTF-8''" +
           percentEncode(body.file.name);
}

std::string detailOf(const files::StoredFile& file) {
    json::Writer out;
    out.beginObject().key("file").string(file.id).key("name").string(file.name).key("sha256").string(file.sha256).endObject();
    return out.take();
}

/// What the client asks of a file of this size: everything, one range, or a range that is not there.
RangeOutcome requestedRange(const IncomingRequest& request, std::string_view entityTag, std::int64_t sizeBytes) {
    const auto ifRange = request.headers.find("If-Range");
    const auto range = request.headers.find("Range");
    if (!range || request.isHead || (ifRange && *ifRange != entityTag)) {
        return {};
    }
    return parseRange(*range, sizeBytes);
}

}  // namespace

FileDelivery::FileDelivery(db::Db& db, files::FileStore& store, audit::Audit& audit, Clock& clock)
    : db_(db), store_(store), audit_(audit), clock_(clock) {}

OutgoingResponse FileDelivery::deliver(const IncomingRequest& request, const http::Caller& caller, const http::Response::FileBody& body) {
    OutgoingResponse response;
    const auto entityTag = '"' + body.file.sha256 + '"';
    response.set("ETag", entityTag);
    response.set("Cache-Control", "private, no-cache");  // kept by the browser, but every use asks whether it is still allowed
    if (clientHas(request, entityTag)) {
        response.status = 304;
        return response;
    }
    FilePart part{OpenFile(store_.contentPath(body.file)), 0, 0};
    const auto size = part.file.sizeBytes();
    const auto range = requestedRange(request, entityTag, size);
    response.set("Accept-Ranges", "bytes");
    if (range.kind == RangeKind::unsatisfiable) {
        response.status = 416;
        response.set("Content-Range", "bytes */" + std::to_string(size));
        return response;
    }
    part.length = size;
    if (range.kind == RangeKind::single) {
        response.status = 206;
        part.offset = range.first;
        part.length = range.last - range.first + 1;
        response.set("Content-Range",
                     "bytes " + std::to_string(range.first) + '-' + std::to_string(range.last) + '/' + std::to_string(size));
    }
    response.set("Content-Type", body.file.mediaType);
    response.set("Content-Disposition", contentDisposition(body));
    if (!request.isHead) {
        recordReading(caller, body);
    }
    response.file = std::move(part);
    return response;
}

void FileDelivery::recordReading(const http::Caller& caller, const http::Response::FileBody& body) {
    if (isRecordedAlready(caller.sessionId + '/' + body.file.id)) {
        return;
    }
    db_.writeWith([&](db::Tx& tx) { audit_.record(tx, caller, "file.read", body.about, detailOf(body.file)); });
    const std::lock_guard lock(mutex_);
    if (recent_.size() >= kRememberedReadings) {
        recent_.clear();
    }
    recent_[caller.sessionId + '/' + body.file.id] = clock_.now();
}

bool FileDelivery::isRecordedAlready(const std::string& key) {
    const std::lock_guard lock(mutex_);
    const auto found = recent_.find(key);
    return found != recent_.end() && clock_.now() - found->second < kSameReading;
}

}  // namespace congvu::host
