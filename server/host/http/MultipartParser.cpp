// SPDX-License-Identifier: Apache-2.0
#include "http/MultipartParser.h"

#include "http/HeaderList.h"

#include "congvu/error/AppError.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace congvu::host {

namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::size_t kMaximumBoundary = 70;  // RFC 2046 §5.1.1
constexpr std::size_t kMaximumPartName = 100;

AppError badMultipart() {
    return {ErrorKind::badRequest, "bad-multipart"};
}

std::string_view trimBlanks(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Takes a quoted string off the front of `text`, which starts with the quote. Browsers escape quotes as %22, others with a backslash.
std::string takeQuoted(std::string_view& text) {
    std::string value;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\\')) {
            value += text[++i];
        } else if (text[i] == '"') {
            text.remove_prefix(i + 1);
            return value;
        } else {
            value += text[i];
        }
    }
    throw badMultipart();
}

/// Parameters of "type; name=value; name=\"value\"", after the type.
std::vector<std::pair<std::string, std::string>> readParameters(std::string_view text) {
    std::vector<std::pair<std::string, std::string>> parameters;
    while (!(text = trimBlanks(text)).empty()) {
        if (text.front() != ';') {
            throw badMultipart();
        }
        text = trimBlanks(text.substr(1));
        const auto equals = text.find('=');
        if (equals == std::string_view::npos) {
            throw badMultipart();
        }
        std::string name{trimBlanks(text.substr(0, equals))};
        text = trimBlanks(text.substr(equals + 1));
        if (!text.empty() && text.front() == '"') {
            parameters.emplace_back(std::move(name), takeQuoted(text));
        } else {
            const auto end = std::min(text.find(';'), text.size());
            parameters.emplace_back(std::move(name), std::string{trimBlanks(text.substr(0, end))});
            text.remove_prefix(end);
        }
    }
    return parameters;
}

void readDisposition(std::string_view value, PartHead& head) {
    const auto end = std::min(value.find(';'), value.size());
    if (!equalsIgnoringCase(trimBlanks(value.substr(0, end)), "form-data")) {
        throw badMultipart();
    }
    for (auto& [name, text] : readParameters(value.substr(end))) {
        if (equalsIgnoringCase(name, "name")) {
            head.name = std::move(text);
        } else if (equalsIgnoringCase(name, "filename")) {
            head.fileName = std::move(text);
        }
    }
    if (head.name.empty() || head.name.size() > kMaximumPartName) {
        throw badMultipart();
    }
}

PartHead readPartHead(std::string_view text) {
    PartHead head;
    bool hasDisposition = false;
    while (!text.empty()) {
        const auto end = text.find(kLineEnd);
        const auto line = text.substr(0, end);
        text.remove_prefix(std::min(end == std::string_view::npos ? text.size() : end + 2, text.size()));
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || colon == 0) {
            throw badMultipart();
        }
        const auto name = line.substr(0, colon);
        if (equalsIgnoringCase(name, "Content-Transfer-Encoding")) {
            throw badMultipart();  // RFC 7578 §4.7: deprecated, and two readings of one body
        }
        if (equalsIgnoringCase(name, "Content-Disposition")) {
            if (std::exchange(hasDisposition, true)) {
                throw badMultipart();
            }
            readDisposition(trimBlanks(line.substr(colon + 1)), head);
        }
    }
    if (!hasDisposition) {
        throw badMultipart();
    }
    return head;
}

}  // namespace

MultipartParser::MultipartParser(std::string boundary, Sink sink) : delimiter_("\r\n--" + std::move(boundary)), sink_(std::move(sink)) {
    pending_ = kLineEnd;  // the first boundary needs no line before it
}

void MultipartParser::feed(std::string_view bytes) {
    pending_.append(bytes);
    while (advance()) {
    }
}

void MultipartParser::finish() const {
    if (state_ != State::done) {
        throw badMultipart();
    }
}

bool MultipartParser::advance() {
    switch (state_) {
        case State::start:
            return readStart();
        case State::afterBoundary:
            return readAfterBoundary();
        case State::head:
            return readHead();
        case State::body:
            return readBody();
        case State::done:
            pending_.clear();  // RFC 2046: an epilogue is ignored
            return false;
    }
    return false;
}

bool MultipartParser::readStart() {
    if (pending_.size() < delimiter_.size()) {
        return false;
    }
    if (!pending_.starts_with(delimiter_)) {
        throw badMultipart();
    }
    pending_.erase(0, delimiter_.size());
    state_ = State::afterBoundary;
    return true;
}

bool MultipartParser::readAfterBoundary() {
    if (pending_.size() < 2) {
        return false;
    }
    if (pending_.starts_with("--")) {
        state_ = State::done;
        return true;
    }
    if (!pending_.starts_with(kLineEnd) || ++parts_ > kMaximumParts) {
        throw badMultipart();
    }
    pending_.erase(0, 2);
    state_ = State::head;
    return true;
}

bool MultipartParser::readHead() {
    const auto end = pending_.find("\r\n\r\n");
    if (end == std::string::npos) {
        if (pending_.size() > kMaximumPartHead) {
            throw badMultipart();
        }
        return false;
    }
    if (end > kMaximumPartHead) {
        throw badMultipart();
    }
    sink_.onPart(readPartHead(std::string_view{pending_}.substr(0, end)));
    pending_.erase(0, end + 4);
    // An empty part: its boundary follows the empty line at once.
    pending_.insert(0, kLineEnd);
    hasOwnLineEnd_ = true;
    state_ = State::body;
    return true;
}

bool MultipartParser::readBody() {
    const auto end = pending_.find(delimiter_);
    const bool isComplete = end != std::string::npos;
    // Bytes that could be the start of a boundary wait for the next piece.
    const auto held = delimiter_.size() - 1;
    const auto ours = hasOwnLineEnd_ ? kLineEnd.size() : 0;
    if (!isComplete && pending_.size() <= held + ours) {
        return false;
    }
    std::string_view content = std::string_view{pending_}.substr(0, isComplete ? end : pending_.size() - held);
    const auto consumed = content.size();
    if (hasOwnLineEnd_ && !content.empty()) {
        content.remove_prefix(ours);
        hasOwnLineEnd_ = false;
    }
    if (!content.empty()) {
        sink_.onBytes(content);
    }
    if (!isComplete) {
        pending_.erase(0, consumed);
        return false;
    }
    sink_.onPartEnd();
    pending_.erase(0, end + delimiter_.size());
    hasOwnLineEnd_ = false;
    state_ = State::afterBoundary;
    return true;
}

std::optional<std::string> multipartBoundary(std::string_view contentType) {
    const auto end = std::min(contentType.find(';'), contentType.size());
    if (!equalsIgnoringCase(trimBlanks(contentType.substr(0, end)), "multipart/form-data")) {
        return std::nullopt;
    }
    try {
        for (const auto& [name, value] : readParameters(contentType.substr(end))) {
            const bool isClean = !value.empty() && value.size() <= kMaximumBoundary &&
                                 std::all_of(value.begin(), value.end(), [](char c) { return c > ' ' && c < 0x7f && c != '"'; });
            if (equalsIgnoringCase(name, "boundary") && isClean) {
                return value;
            }
        }
    } catch (const AppError&) {
        return std::nullopt;  // parameters that cannot be read name no boundary
    }
    return std::nullopt;
}

}  // namespace congvu::host
