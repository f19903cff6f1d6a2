// SPDX-License-Identifier: Apache-2.0
#include "pdf/CrossReferenceLoader.h"

#include <algorithm>

#include "congvu/signing/SigningError.h"
#include "pdf/Lexer.h"
#include "pdf/StreamDecoder.h"

namespace congvu::signing::pdf {
namespace {

[[noreturn]] void malformed(const char* what) {
    throw SigningError(ErrorCode::malformedPdf, std::string("malformed cross-reference: ") + what);
}

std::uint64_t readField(ByteView data, std::size_t position, std::size_t width) {
    std::uint64_t value = 0;
    for (std::size_t index = 0; index < width; ++index) {
        value = (value << 8) | data[position + index];
    }
    return value;
}

/// ISO 32000-2, table 17: widths of the three fields of an entry.
std::vector<std::size_t> fieldWidths(const Object& dictionary) {
    const Object& widths = dictionary.get("W");
    if (!widths.isArray() || widths.items().size() != 3) {
        malformed("/W is not an array of three numbers");
    }
    std::vector<std::size_t> out;
    for (const Object& width : widths.items()) {
        if (!width.isInteger() || width.integerValue() < 0 || width.integerValue() > 8) {
            malformed("/W holds a wrong width");
        }
        out.push_back(static_cast<std::size_t>(width.integerValue()));
    }
    if (out[0] + out[1] + out[2] == 0) {
        malformed("/W is all zero");
    }
    return out;
}

std::vector<std::int64_t> subsections(const Object& dictionary) {
    const Object& index = dictionary.get("Index");
    if (index.isNull()) {
        return {0, dictionary.get("Size").integerValue()};
    }
    if (!index.isArray() || index.items().size() % 2 != 0) {
        malformed("/Index is not an array of pairs");
    }
    std::vector<std::int64_t> out;
    for (const Object& number : index.items()) {
        if (!number.isInteger() || number.integerValue() < 0) {
            malformed("/Index holds a wrong number");
        }
        out.push_back(number.integerValue());
    }
    return out;
}

}  // namespace

CrossReferenceLoader::CrossReferenceLoader(ByteView file, std::size_t headerOffset, const Limits& limits)
    : file_(file), headerOffset_(headerOffset), limits_(limits) {}

std::size_t CrossReferenceLoader::absolute(std::uint64_t position) const {
    if (position >= file_.size() - headerOffset_) {
        malformed("a position outside of the file");
    }
    return static_cast<std::size_t>(position) + headerOffset_;
}

std::uint64_t CrossReferenceLoader::findStart() const {
    constexpr std::size_t kSearched = 2048;
    const std::string_view all = textOf(file_);
    const std::string_view tail = all.substr(all.size() > kSearched ? all.size() - kSearched : 0);
    const std::size_t found = tail.rfind("startxref");
    if (found == std::string_view::npos) {
        throw SigningError(ErrorCode::notAPdf, "no startxref at the end: the file is truncated or not a PDF");
    }
    const std::size_t position = all.size() - tail.size() + found + 9;
    Lexer lexer(file_, position, limits_);
    const auto start = lexer.takeUnsigned();
    if (!start) {
        malformed("startxref without a number");
    }
    if (all.find("%%EOF", lexer.position()) == std::string_view::npos) {
        throw SigningError(ErrorCode::notAPdf, "no %%EOF at the end: the file is truncated");
    }
    return static_cast<std::uint64_t>(*start);
}

std::vector<CrossReferenceSection> CrossReferenceLoader::load() {
    std::vector<CrossReferenceSection> sections;
    std::uint64_t position = findStart();
    for (;;) {
        if (sections.size() >= limits_.sections) {
            throw SigningError(ErrorCode::limitExceeded, "too many cross-reference sections");
        }
        sections.push_back(readSection(position));
        const Object& previous = sections.back().trailer.get("Prev");
        // No section stands at the header: some programs write 0 for "there is none".
        if (previous.isNull() || (previous.isInteger() && previous.integerValue() == 0)) {
            return sections;
        }
        if (!previous.isInteger() || previous.integerValue() < 0) {
            malformed("/Prev is not a position");
        }
        position = static_cast<std::uint64_t>(previous.integerValue());
    }
}

CrossReferenceSection CrossReferenceLoader::readSection(std::uint64_t position) {
    if (!seen_.insert(position).second) {
        malformed("the sections form a loop");
    }
    Lexer lexer(file_, absolute(position), limits_);
    lexer.skipWhiteSpace();
    const std::size_t start = lexer.position();
    CrossReferenceSection section = lexer.takeKeyword("xref") ? readTable(lexer.position()) : readStream(start);
    section.position = start - headerOffset_;
    const Object& hybridPart = section.trailer.get("XRefStm");
    if (section.kind == SectionKind::table && !hybridPart.isNull()) {
        if (!hybridPart.isInteger() || hybridPart.integerValue() < 0) {
            malformed("/XRefStm is not a position");
        }
        mergeHybridPart(section, static_cast<std::uint64_t>(hybridPart.integerValue()));
    }
    std::stable_sort(section.entries.begin(), section.entries.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
    const auto same = [](const auto& a, const auto& b) { return a.number == b.number; };
    const auto contradicts = [](const auto& a, const auto& b) { return a.number == b.number && !(a == b); };
    section.hasDoubledEntries = std::adjacent_find(section.entries.begin(), section.entries.end(), contradicts) != section.entries.end();
    const auto end = std::unique(section.entries.begin(), section.entries.end(), same);
    section.entries.erase(end, section.entries.end());
    return section;
}

void CrossReferenceLoader::add(CrossReferenceSection& section, CrossReferenceEntry entry) {
    if (++entryCount_ > limits_.objects) {
        throw SigningError(ErrorCode::limitExceeded, "too many objects");
    }
    section.entries.push_back(entry);
}

void CrossReferenceLoader::readSubsection(Lexer& lexer, CrossReferenceSection& section) {
    const std::int64_t first = *lexer.takeUnsigned();
    const auto count = lexer.takeUnsigned();
    if (!count || first > 0xFFFFFFFFLL - *count) {
        malformed("a wrong subsection head");
    }
    for (std::int64_t index = 0; index < *count; ++index) {
        const auto position = lexer.takeUnsigned();
        const auto generation = lexer.takeUnsigned();
        if (!position || !generation) {
            malformed("a wrong entry in the table");
        }
        const bool inUse = lexer.takeKeyword("n");
        if (!inUse && !lexer.takeKeyword("f")) {
            malformed("an entry that is neither n nor f");
        }
        if (inUse && *generation > 65535) {
            malformed("an object of an impossible generation");
        }
        // The header stands at 0: some programs write that for an object which is not there.
        const bool isThere = inUse && *position > 0;
        add(section, {static_cast<ObjectNumber>(first + index), isThere ? EntryKind::inFile : EntryKind::free,
                      static_cast<std::uint64_t>(*position), static_cast<std::uint32_t>(std::min<std::int64_t>(*generation, 65535))});
    }
}

CrossReferenceSection CrossReferenceLoader::readTable(std::size_t position) {
    CrossReferenceSection section;
    Lexer lexer(file_, position, limits_);
    while (!lexer.takeKeyword("trailer")) {
        const std::size_t before = lexer.position();
        if (!lexer.takeUnsigned()) {
            malformed("a table without trailer");
        }
        lexer = Lexer(file_, before, limits_);
        readSubsection(lexer, section);
    }
    section.trailer = lexer.readObject();
    if (!section.trailer.isDictionary()) {
        malformed("the trailer is not a dictionary");
    }
    return section;
}

CrossReferenceSection CrossReferenceLoader::readStream(std::size_t position) {
    Lexer lexer(file_, position, limits_);
    if (!lexer.takeUnsigned() || !lexer.takeUnsigned() || !lexer.takeKeyword("obj")) {
        malformed("startxref or /Prev leads to neither a table nor a stream");
    }
    CrossReferenceSection section;
    section.kind = SectionKind::stream;
    section.trailer = lexer.readObject();
    const Object& length = section.trailer.get("Length");
    if (!section.trailer.get("Type").isName("XRef") || !length.isInteger() || !lexer.takeKeyword("stream")) {
        malformed("not a cross-reference stream");
    }
    const std::size_t start = streamDataStart(file_, lexer.position());
    if (length.integerValue() < 0 || static_cast<std::uint64_t>(length.integerValue()) > file_.size() - start) {
        malformed("a cross-reference stream with a wrong length");
    }
    const ByteView data = file_.subspan(start, static_cast<std::size_t>(length.integerValue()));
    if (!Lexer(file_, start + data.size(), limits_).takeKeyword("endstream")) {
        malformed("a cross-reference stream with a wrong length");
    }
    const Bytes decoded = decodeStream(section.trailer, data, limits_.inflatedBytes);
    inflatedBytes_ += decoded.size();
    if (inflatedBytes_ > limits_.totalInflatedBytes) {
        throw SigningError(ErrorCode::limitExceeded, "the cross-reference streams inflate beyond the limit");
    }
    readStreamEntries(section.trailer, decoded, section);
    return section;
}

void CrossReferenceLoader::readStreamEntries(const Object& dictionary, ByteView data, CrossReferenceSection& section) {
    const auto widths = fieldWidths(dictionary);
    const std::size_t entrySize = widths[0] + widths[1] + widths[2];
    const auto index = subsections(dictionary);
    std::size_t position = 0;
    for (std::size_t pair = 0; pair + 1 < index.size(); pair += 2) {
        if (index[pair] > 0xFFFFFFFFLL || index[pair + 1] > 0xFFFFFFFFLL - index[pair]) {
            malformed("/Index holds a number that is too large");
        }
        for (std::int64_t offset = 0; offset < index[pair + 1]; ++offset) {
            if (position + entrySize > data.size()) {
                malformed("a cross-reference stream that is too short");
            }
            const std::uint64_t type = widths[0] == 0 ? 1 : readField(data, position, widths[0]);
            const std::uint64_t second = readField(data, position + widths[0], widths[1]);
            const std::uint64_t third = readField(data, position + widths[0] + widths[1], widths[2]);
            position += entrySize;
            if (type > 2) {
                continue;  // ISO 32000-2, table 18: unknown types are references to the null object
            }
            const EntryKind kinds[] = {EntryKind::free, EntryKind::inFile, EntryKind::inObjectStream};
            add(section, {static_cast<ObjectNumber>(index[pair] + offset), kinds[type], second, static_cast<std::uint32_t>(third)});
        }
    }
}

void CrossReferenceLoader::mergeHybridPart(CrossReferenceSection& section, std::uint64_t position) {
    if (!seen_.insert(position).second) {
        malformed("the sections form a loop");
    }
    const CrossReferenceSection hidden = readStream(absolute(position));
    section.kind = SectionKind::hybrid;
    // ISO 32000-2, 7.5.8.4: the table marks the hidden objects as free, the stream says where they are.
    std::vector<ObjectNumber> hiddenNumbers;
    for (const auto& entry : hidden.entries) {
        hiddenNumbers.push_back(entry.number);
    }
    std::sort(hiddenNumbers.begin(), hiddenNumbers.end());
    std::erase_if(section.entries, [&](const CrossReferenceEntry& entry) {
        return entry.kind == EntryKind::free && std::binary_search(hiddenNumbers.begin(), hiddenNumbers.end(), entry.number);
    });
    section.entries.insert(section.entries.end(), hidden.entries.begin(), hidden.entries.end());
}

std::vector<CrossReferenceEntry> CrossReferenceLoader::merge(const std::vector<CrossReferenceSection>& sections) {
    std::vector<CrossReferenceEntry> merged;
    for (const auto& section : sections) {
        merged.insert(merged.end(), section.entries.begin(), section.entries.end());
    }
    if (sections.size() > 1) {
        std::stable_sort(merged.begin(), merged.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
        const auto same = [](const auto& a, const auto& b) { return a.number == b.number; };
        merged.erase(std::unique(merged.begin(), merged.end(), same), merged.end());
    }
    return merged;
}

}  // namespace congvu::signing::pdf
