// SPDX-License-Identifier: Apache-2.0
#include "pdf/ObjectScan.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <optional>
#include <unordered_set>

#include "congvu/signing/SigningError.h"
#include "pdf/Lexer.h"

namespace congvu::signing::pdf {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

bool isDecimalDigit(std::uint8_t byte) {
    return byte >= '0' && byte <= '9';
}

/// "12 0 obj" as it stands in the file.
struct ObjectHead {
    ObjectNumber number = 0;
    std::uint32_t generation = 0;
    std::size_t start = 0;  ///< of the number
    std::size_t body = 0;   ///< after "obj"
};

/// One pass over a file. Work that leads nowhere is counted, so that a hostile file cannot make it quadratic.
class Scanner {
public:
    Scanner(ByteView file, const Limits& limits) : file_(file), limits_(limits), wasteLeft_(4 * file.size() + (1u << 20)) {}

    ObjectScan run();

private:
    std::size_t find(std::string_view word, std::size_t from) const;
    std::optional<ObjectHead> headBefore(std::size_t word) const;
    std::size_t readObject(const ObjectHead& head);
    std::size_t skipStream(const Object& dictionary, std::size_t position);
    std::size_t readTrailer(std::size_t position);
    void takeTrailer(const Object& dictionary);
    void waste(std::size_t bytes);
    void finish();

    ByteView file_;
    const Limits& limits_;
    std::size_t wasteLeft_;
    std::size_t lastStreamEnd_ = 0;  ///< kNowhere when no "endstream" is left
    std::optional<ObjectNumber> catalog_;
    ObjectScan out_;
};

std::size_t Scanner::find(std::string_view word, std::size_t from) const {
    if (from >= file_.size()) {
        return kNowhere;
    }
    const void* found = memmem(file_.data() + from, file_.size() - from, word.data(), word.size());
    return found == nullptr ? kNowhere : static_cast<std::size_t>(static_cast<const std::uint8_t*>(found) - file_.data());
}

void Scanner::waste(std::size_t bytes) {
    if (bytes > wasteLeft_) {
        throw SigningError(ErrorCode::limitExceeded, "the file is too damaged to be searched for objects");
    }
    wasteLeft_ -= bytes;
}

/// The two numbers before the word "obj" at a position.
std::optional<ObjectHead> Scanner::headBefore(std::size_t word) const {
    constexpr std::size_t kLongestNumber = 10;
    std::size_t at = word;
    const auto skipSpace = [&] {
        const std::size_t before = at;
        while (at > 0 && isWhiteSpace(file_[at - 1])) {
            --at;
        }
        return at < before;
    };
    const auto number = [&]() -> std::optional<std::uint64_t> {
        const std::size_t end = at;
        while (at > 0 && isDecimalDigit(file_[at - 1]) && end - at < kLongestNumber) {
            --at;
        }
        std::uint64_t value = 0;
        for (std::size_t index = at; index < end; ++index) {
            value = value * 10 + (file_[index] - '0');
        }
        return at == end ? std::nullopt : std::optional(value);
    };
    const auto isWholeWord = [&] {
        const std::size_t after = word + 3;
        return after >= file_.size() || isWhiteSpace(file_[after]) || isDelimiter(file_[after]) || isDecimalDigit(file_[after]);
    };
    if (!isWholeWord() || !skipSpace()) {
        return std::nullopt;
    }
    const auto generation = number();
    if (!generation || *generation > 65535 || !skipSpace()) {
        return std::nullopt;
    }
    const auto own = number();
    if (!own || *own == 0 || *own > 0xFFFFFFFFu) {
        return std::nullopt;
    }
    return ObjectHead{static_cast<ObjectNumber>(*own), static_cast<std::uint32_t>(*generation), at, word + 3};
}

void Scanner::takeTrailer(const Object& dictionary) {
    if (!dictionary.get("Root").isReference()) {
        return;
    }
    Object trailer = Object::dictionary();
    for (const char* key : {"Root", "Encrypt", "ID", "Info"}) {
        // A section of a broken chain may lack what an earlier one says of the whole file.
        const Object& value = dictionary.has(key) ? dictionary.get(key) : out_.trailer.get(key);
        if (!value.isNull()) {
            trailer.set(key, value);
        }
    }
    out_.trailer = std::move(trailer);
}

std::size_t Scanner::readTrailer(std::size_t position) {
    constexpr std::size_t kWord = 7;
    Lexer lexer(file_, position + kWord, limits_);
    try {
        const Object dictionary = lexer.readObject();
        takeTrailer(dictionary);
        return lexer.position();
    } catch (const SigningError&) {
        waste(lexer.position() - position);
        return position + kWord;
    }
}

/// `position`: after the word "stream".
std::size_t Scanner::skipStream(const Object& dictionary, std::size_t position) {
    const std::size_t start = streamDataStart(file_, position);
    const Object& length = dictionary.get("Length");
    if (length.isInteger() && length.integerValue() >= 0 && static_cast<std::uint64_t>(length.integerValue()) <= file_.size() - start) {
        const std::size_t end = start + static_cast<std::size_t>(length.integerValue());
        Lexer after(file_, end, limits_);
        if (after.takeKeyword("endstream")) {
            return after.position();
        }
    }
    if (lastStreamEnd_ == kNowhere) {
        return start;
    }
    lastStreamEnd_ = find("endstream", start);
    if (lastStreamEnd_ == kNowhere) {
        return start;
    }
    std::size_t end = lastStreamEnd_;
    end -= end > start && file_[end - 1] == '\n' ? 1 : 0;
    end -= end > start && file_[end - 1] == '\r' ? 1 : 0;
    out_.streamEnds.emplace(start, end);
    return lastStreamEnd_;
}

std::size_t Scanner::readObject(const ObjectHead& head) {
    if (out_.entries.size() >= limits_.objects) {
        throw SigningError(ErrorCode::limitExceeded, "too many objects");
    }
    out_.entries.push_back({head.number, EntryKind::inFile, head.start, head.generation});
    Lexer lexer(file_, head.body, limits_);
    try {
        const Object value = lexer.readObject();
        const Object& type = value.get("Type");
        if (type.isName("Catalog")) {
            catalog_ = head.number;
        }
        if (!value.isDictionary() || !lexer.takeKeyword("stream")) {
            return lexer.position();
        }
        if (type.isName("XRef")) {
            takeTrailer(value);
        } else if (type.isName("ObjStm")) {
            out_.objectStreams.push_back(head.number);
        }
        return skipStream(value, lexer.position());
    } catch (const SigningError& error) {
        if (error.code() == ErrorCode::limitExceeded) {
            throw;
        }
        waste(lexer.position() - head.body);
        return head.body;
    }
}

void Scanner::finish() {
    // Each object stream once, where it stands last.
    std::unordered_set<ObjectNumber> listed;
    std::vector<ObjectNumber> streams;
    std::copy_if(out_.objectStreams.rbegin(), out_.objectStreams.rend(), std::back_inserter(streams),
                 [&listed](ObjectNumber number) { return listed.insert(number).second; });
    out_.objectStreams.assign(streams.rbegin(), streams.rend());
    // The last one counts, as for a reader that goes through the file.
    std::reverse(out_.entries.begin(), out_.entries.end());
    std::stable_sort(out_.entries.begin(), out_.entries.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
    const auto same = [](const auto& a, const auto& b) { return a.number == b.number; };
    out_.entries.erase(std::unique(out_.entries.begin(), out_.entries.end(), same), out_.entries.end());
    if (!out_.trailer.isDictionary() && catalog_) {
        out_.trailer = Object::dictionary({{"Root", Object::reference(*catalog_)}});
    }
}

ObjectScan Scanner::run() {
    std::size_t at = 0;
    std::size_t object = find("obj", 0);
    std::size_t trailer = find("trailer", 0);
    while (object != kNowhere || trailer != kNowhere) {
        if (trailer < object) {
            at = readTrailer(trailer);
        } else if (const auto head = headBefore(object)) {
            at = readObject(*head);
        } else {
            at = object + 3;
        }
        object = object != kNowhere && object < at ? find("obj", at) : object;
        trailer = trailer != kNowhere && trailer < at ? find("trailer", at) : trailer;
    }
    finish();
    return std::move(out_);
}

}  // namespace

ObjectScan scanObjects(ByteView file, const Limits& limits) {
    return Scanner(file, limits).run();
}

}  // namespace congvu::signing::pdf
