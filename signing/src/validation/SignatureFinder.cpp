// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstring>

#include "congvu/signing/SigningError.h"
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

/// The dictionary that encloses a position, if it reads as a signature with ByteRange and Contents.
bool isSignatureAround(const pdf::Reader& reader, std::size_t position) {
    constexpr std::size_t kLookedBack = 64 * 1024;
    const std::string_view all = textOf(reader.file());
    const std::size_t from = position > kLookedBack ? position - kLookedBack : 0;
    const std::size_t object = all.substr(0, position).rfind(" obj");
    if (object == std::string_view::npos || object < from) {
        return false;
    }
    try {
        Lexer lexer(reader.file(), object + 4, reader.limits());
        const Object value = lexer.readObject();
        return lexer.position() > position && value.has("ByteRange") && value.has("Contents");
    } catch (const SigningError&) {
        return false;  // not a value, so no reader takes it for a signature
    }
}

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
    try {
        const Object& value = reader_.resolve(field.value);
        if (value.isDictionary()) {
            found.dictionary = value;
            found.doubledKey = value.doubledKey();
            locate(found, field.value);
        }
    } catch (const SigningError&) {
        found.dictionary = {};  // reported as a value that is no signature dictionary
    }
    return found;
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

std::vector<std::size_t> SignatureFinder::outsideForm(const std::vector<FoundSignature>& known) const {
    constexpr std::size_t kMostLooked = 1000;
    std::vector<std::size_t> bodies;
    for (const FoundSignature& signature : known) {
        const auto body = bodyPosition(reader_, signature.holder);
        bodies.push_back(body.value_or(0));
    }
    std::vector<std::size_t> out;
    const std::string_view all = textOf(reader_.file());
    std::size_t looked = 0;
    for (std::size_t at = findByteRange(all, 0); at != std::string_view::npos && looked < kMostLooked; at = findByteRange(all, at + 1)) {
        ++looked;
        const bool belongs = std::any_of(known.begin(), known.end(), [&](const FoundSignature& signature) {
            const std::size_t body = bodies[static_cast<std::size_t>(&signature - known.data())];
            const bool aroundContents = signature.contentsEnd > 0 && at >= body && at < signature.contentsEnd + 64 * 1024;
            return body > 0 && aroundContents && all.substr(body, at - body).find("endobj") == std::string_view::npos;
        });
        if (!belongs && isSignatureAround(reader_, at)) {
            out.push_back(at);
        }
    }
    return out;
}

}  // namespace congvu::signing::validation
