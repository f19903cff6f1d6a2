// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstring>

#include "congvu/signing/SigningError.h"
#include "pdf/KeyIndex.h"
#include "pdf/Lexer.h"
#include "validation/FoundSignature.h"

namespace congvu::signing::validation {
namespace {

using pdf::Lexer;
using pdf::Object;

/// Bytes from the first to after the last of a value.
struct Extent {
    std::size_t start = 0;
    std::size_t end = 0;
};

/// Where the value of `key` stands in the dictionary at `position`.
std::optional<Extent> valueExtent(const pdf::Reader& reader, std::size_t position, std::string_view key) {
    Lexer lexer(reader.file(), position, reader.limits());
    if (!lexer.takeDoubleDelimiter('<')) {
        return std::nullopt;
    }
    while (!lexer.takeDoubleDelimiter('>')) {
        const Object name = lexer.readObject();
        lexer.skipWhiteSpace();
        const std::size_t start = lexer.position();
        lexer.readObject();
        if (name.isName(key)) {
            return Extent{start, lexer.position()};
        }
    }
    return std::nullopt;
}

/// Position of the value of an indirect object, after "n g obj".
std::optional<std::size_t> bodyPosition(const pdf::Reader& reader, pdf::ObjectNumber number) {
    const auto* entry = reader.entry(number);
    if (entry == nullptr || entry->kind != pdf::EntryKind::inFile) {
        return std::nullopt;
    }
    Lexer lexer(reader.file(), static_cast<std::size_t>(entry->position) + reader.headerOffset(), reader.limits());
    if (!lexer.takeUnsigned() || !lexer.takeUnsigned() || !lexer.takeKeyword("obj")) {
        return std::nullopt;
    }
    lexer.skipWhiteSpace();
    return lexer.position();
}

/// The next "/ByteRange" in the raw bytes; memmem is several times quicker over a large file than string_view::find.
std::size_t findByteRange(std::string_view all, std::size_t from) {
    constexpr std::string_view kKey = "/ByteRange";
    const void* found = memmem(all.data() + from, all.size() - from, kKey.data(), kKey.size());
    return found == nullptr ? std::string_view::npos : static_cast<std::size_t>(static_cast<const char*>(found) - all.data());
}

/// After the "obj" that comes before a position, or nothing.
std::optional<std::size_t> bodyBefore(std::string_view all, std::size_t position) {
    constexpr std::size_t kLookedBack = 256 * 1024;
    const std::size_t from = position > kLookedBack ? position - kLookedBack : 0;
    const std::string_view part = all.substr(from, position - from);
    for (std::size_t found = part.rfind("obj"); found != std::string_view::npos && found > 0; found = part.rfind("obj", found - 1)) {
        if (pdf::isWhiteSpace(static_cast<std::uint8_t>(part[found - 1]))) {
            return from + found + 3;
        }
    }
    return std::nullopt;
}

/// A place that was kept for a signature and never filled.
bool isPlaceholder(const Object& contents) {
    const std::string& value = contents.stringValue();
    return contents.isString() && std::all_of(value.begin(), value.end(), [](char byte) { return byte == 0; });
}

/// Usage rights (ISO 32000-1, 12.8.2.3) say what a program may do with the document, and are lost when it is changed. They
/// are nobody's signature under it.
bool isUsageRights(const pdf::Reader& reader, const Object& signature) {
    const auto& references = reader.get(signature, "Reference").items();
    return !references.empty() && std::all_of(references.begin(), references.end(), [&](const Object& item) {
        const Object& method = reader.get(reader.resolve(item), "TransformMethod");
        return method.isName("UR") || method.isName("UR3");
    });
}

/// A key that stands twice: with two values, or where even two equal ones leave open which is meant.
std::string contradictoryKey(const Object& dictionary) {
    const pdf::KeyIndex keys(dictionary);
    for (const auto& [key, value] : dictionary.entries()) {
        const Object* first = keys.find(key);
        if (first != &value && (key == "Contents" || key == "ByteRange" || !(*first == value))) {
            return key;
        }
    }
    return {};
}

/// The dictionary that encloses a position, if it reads as a signature with ByteRange and Contents.
bool isSignatureAround(const pdf::Reader& reader, std::size_t position) {
    const auto body = bodyBefore(textOf(reader.file()), position);
    if (!body) {
        return false;
    }
    try {
        Lexer lexer(reader.file(), *body, reader.limits());
        const Object value = lexer.readObject();
        return lexer.position() > position && value.has("ByteRange") && value.has("Contents") && !isPlaceholder(value.get("Contents")) &&
               !isUsageRights(reader, value);
    } catch (const SigningError&) {
        return false;  // not a value, so no reader takes it for a signature
    }
}

/// Places in the data of streams: an attached document may be signed itself.
class StreamData {
public:
    explicit StreamData(const pdf::Reader& reader) : reader_(reader) {
        for (const auto& section : reader.sections()) {
            for (const auto& entry : section.entries) {
                if (entry.kind == pdf::EntryKind::inFile) {
                    starts_.push_back(static_cast<std::size_t>(entry.position) + reader.headerOffset());
                }
            }
        }
        std::sort(starts_.begin(), starts_.end());
    }

    bool contains(std::size_t position) const {
        const auto next = std::upper_bound(starts_.begin(), starts_.end(), position);
        return next != starts_.begin() && isInStreamAt(*(next - 1), position);
    }

private:
    bool isInStreamAt(std::size_t start, std::size_t position) const {
        try {
            Lexer lexer(reader_.file(), start, reader_.limits());
            if (!lexer.takeUnsigned() || !lexer.takeUnsigned() || !lexer.takeKeyword("obj")) {
                return false;
            }
            const Object dictionary = lexer.readObject();
            if (!dictionary.isDictionary() || !lexer.takeKeyword("stream")) {
                return false;
            }
            const std::int64_t length = reader_.get(dictionary, "Length").integerValue();
            const std::size_t data = lexer.position();
            return position > data && length > 0 && position - data < static_cast<std::uint64_t>(length);
        } catch (const SigningError&) {
            return false;
        }
    }

    const pdf::Reader& reader_;
    std::vector<std::size_t> starts_;
};

}  // namespace

std::vector<FoundSignature> SignatureFinder::inForm() const {
    std::vector<FoundSignature> out;
    const pdf::Form form(reader_);
    for (const pdf::Field& field : form.fields()) {
        if (field.type == "Sig" && !field.value.isNull() && !isAbsent(field.value)) {
            out.push_back(describe(field));
        }
    }
    return out;
}

bool SignatureFinder::isAbsent(const Object& value) const {
    try {
        return reader_.resolve(value).isNull();
    } catch (const SigningError&) {
        return false;  // there is something, though it cannot be read: a broken signature, not a missing one
    }
}

FoundSignature SignatureFinder::describe(const pdf::Field& field) const {
    FoundSignature found;
    found.field = field.name;
    found.fieldNumber = field.number;
    found.widgets = field.widgets;
    describeValue(found, field.value);
    return found;
}

std::vector<FoundSignature> SignatureFinder::inPermissions() const {
    std::vector<FoundSignature> out;
    for (const auto& [key, value] : reader_.get(reader_.catalog(), "Perms").entries()) {
        if (value.isReference() && !isAbsent(value)) {
            describeValue(out.emplace_back(), value);
        }
    }
    return out;
}

void SignatureFinder::describeValue(FoundSignature& found, const Object& value) const {
    try {
        const Object& dictionary = reader_.resolve(value);
        if (dictionary.isDictionary()) {
            found.dictionary = dictionary;
            found.doubledKey = contradictoryKey(dictionary);
            locate(found, value);
        }
    } catch (const SigningError&) {
        found.dictionary = {};  // reported as a value that is no signature dictionary
    }
}

void SignatureFinder::locate(FoundSignature& found, const Object& value) const {
    const Object* link = &value;
    found.holder = found.fieldNumber;
    while (link->isReference()) {
        found.holder = link->number();
        link = &reader_.object(link->number());
    }
    const auto* entry = reader_.entry(found.holder);
    found.inObjectStream = entry != nullptr && entry->kind == pdf::EntryKind::inObjectStream;
    auto position = bodyPosition(reader_, found.holder);
    if (position && !value.isReference()) {
        const auto nested = valueExtent(reader_, *position, "V");
        position = nested ? std::optional(nested->start) : std::nullopt;
    }
    const auto contents = position ? valueExtent(reader_, *position, "Contents") : std::nullopt;
    if (contents) {
        found.contentsStart = contents->start;
        found.contentsEnd = contents->end;
    }
}

namespace {

constexpr std::size_t kLongestEntries = 64 * 1024;

/// In the same object as the string of /Contents, before or after it.
bool isBesideContents(std::string_view all, std::size_t at, const FoundSignature& signature) {
    const bool isBefore = at < signature.contentsStart;
    const std::size_t from = isBefore ? at : signature.contentsEnd;
    const std::size_t end = isBefore ? signature.contentsStart : at;
    return signature.contentsEnd > 0 && from <= end && end - from < kLongestEntries &&
           all.substr(from, end - from).find("endobj") == std::string_view::npos;
}

}  // namespace

std::vector<std::size_t> SignatureFinder::outsideForm(const std::vector<FoundSignature>& known) const {
    constexpr std::size_t kMostLooked = 1000;
    std::vector<std::size_t> bodies;
    for (const FoundSignature& signature : known) {
        const auto body = bodyPosition(reader_, signature.holder);
        bodies.push_back(body.value_or(0));
    }
    std::vector<std::size_t> out;
    std::optional<StreamData> streams;
    const std::string_view all = textOf(reader_.file());
    std::size_t looked = 0;
    for (std::size_t at = findByteRange(all, 0); at != std::string_view::npos && looked < kMostLooked; at = findByteRange(all, at + 1)) {
        ++looked;
        const bool belongs = std::any_of(known.begin(), known.end(), [&](const FoundSignature& signature) {
            const std::size_t body = bodies[static_cast<std::size_t>(&signature - known.data())];
            const bool aroundContents = signature.contentsEnd > 0 && at >= body && at < signature.contentsEnd + kLongestEntries;
            const bool inBody = body > 0 && aroundContents && all.substr(body, at - body).find("endobj") == std::string_view::npos;
            return inBody || isBesideContents(all, at, signature);
        });
        if (belongs || !isSignatureAround(reader_, at)) {
            continue;
        }
        if (!streams) {
            streams.emplace(reader_);
        }
        if (!streams->contains(at)) {
            out.push_back(at);
        }
    }
    return out;
}

}  // namespace congvu::signing::validation
