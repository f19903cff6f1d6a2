// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace congvu::host {

/// The head of one part of a multipart/form-data body (RFC 7578).
struct PartHead {
    std::string name;
    std::optional<std::string> fileName;  ///< as the client wrote it: hostile text
};

/// Reads a multipart/form-data body piece by piece, strictly: CRLF lines, the boundary at the start of a line, bounded part heads, a
/// Content-Disposition with a name in every part, no transfer encodings, a closing boundary.
class MultipartParser {
public:
    struct Sink {
        std::function<void(const PartHead&)> onPart;
        std::function<void(std::string_view bytes)> onBytes;
        std::function<void()> onPartEnd;
    };
    static constexpr std::size_t kMaximumPartHead = 4096;
    static constexpr std::size_t kMaximumParts = 100;

    MultipartParser(std::string boundary, Sink sink);

    /// Takes the next bytes. Throws AppError badRequest "bad-multipart"; whatever the sink throws passes through.
    void feed(std::string_view bytes);
    /// The body has ended: throws the same when the closing boundary has not come.
    void finish() const;

private:
    enum class State { start, afterBoundary, head, body, done };
    bool advance();
    bool readStart();
    bool readAfterBoundary();
    bool readHead();
    bool readBody();

    std::string delimiter_;  ///< CRLF "--" boundary
    Sink sink_;
    State state_ = State::start;
    std::string pending_;
    bool hasOwnLineEnd_ = false;  ///< pending_ starts with a CRLF of ours, so that an empty part's boundary is found
    std::size_t parts_ = 0;
};

/// The boundary of a Content-Type "multipart/form-data; boundary=…"; nothing for any other type or a boundary that RFC 2046 forbids.
std::optional<std::string> multipartBoundary(std::string_view contentType);

}  // namespace congvu::host
