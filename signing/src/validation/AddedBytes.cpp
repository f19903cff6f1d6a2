// SPDX-License-Identifier: Apache-2.0
#include "validation/AddedBytes.h"

#include "congvu/signing/SigningError.h"

namespace congvu::signing::validation {

using pdf::Lexer;
using pdf::Object;

namespace {

[[noreturn]] void foreign(const Lexer& lexer) {
    throw SigningError(ErrorCode::malformedPdf, "byte " + std::to_string(lexer.position()));
}

}  // namespace

AddedBytes::AddedBytes(const pdf::Reader& later, std::size_t from) : later_(later), from_(from) {
    for (const auto& section : later.sections()) {
        list(section, from);
    }
}

void AddedBytes::list(const pdf::CrossReferenceSection& section, std::size_t from) {
    const auto startOf = [&](std::uint64_t position) {
        Lexer lexer(later_.file(), static_cast<std::size_t>(position) + later_.headerOffset(), later_.limits());
        lexer.skipWhiteSpace();
        return lexer.position();
    };
    const std::uint64_t size = later_.file().size() - later_.headerOffset();
    const Object& hybridPart = section.trailer.get("XRefStm");
    for (const std::uint64_t position : {section.position, static_cast<std::uint64_t>(hybridPart.integerValue())}) {
        if (position < size) {
            sections_.insert(startOf(position));
        }
    }
    for (const auto& entry : section.entries) {
        if (entry.kind == pdf::EntryKind::inFile && entry.position + later_.headerOffset() >= from && entry.position < size) {
            listed_.emplace(startOf(entry.position), entry.number);
        }
    }
}

std::vector<AddedBytes::Fault> AddedBytes::faults() const {
    constexpr std::size_t kEnough = 100;
    std::vector<Fault> out;
    try {
        Lexer lexer(later_.file(), from_, later_.limits());
        for (lexer.skipWhiteSpace(); !lexer.atEnd() && out.size() < kEnough; lexer.skipWhiteSpace()) {
            if (lexer.takeKeyword("xref")) {
                skipTable(lexer);
            } else if (!lexer.takeKeyword("startxref")) {
                readObject(lexer, out);
            } else if (!lexer.takeUnsigned()) {
                foreign(lexer);
            }
        }
    } catch (const SigningError& error) {
        out.push_back({"foreign-data-added", error.what()});
    }
    return out;
}

void AddedBytes::skipTable(Lexer& lexer) const {
    while (!lexer.takeKeyword("trailer")) {
        if (!lexer.takeUnsigned() && !lexer.takeKeyword("n") && !lexer.takeKeyword("f")) {
            foreign(lexer);
        }
    }
    lexer.readObject();
}

void AddedBytes::readObject(Lexer& lexer, std::vector<Fault>& faults) const {
    const std::size_t start = lexer.position();
    const auto number = lexer.takeUnsigned();
    const auto generation = lexer.takeUnsigned();
    if (!number || !generation || !lexer.takeKeyword("obj")) {
        foreign(lexer);
    }
    const Object value = lexer.readObject();
    const bool isStream = value.isDictionary() && lexer.takeKeyword("stream");
    if (isStream) {
        skipStream(lexer, value);
    }
    if (!lexer.takeKeyword("endobj") && !isStream) {
        foreign(lexer);
    }
    const auto found = listed_.find(start);
    const bool isListed = found != listed_.end() && static_cast<std::int64_t>(found->second) == *number;
    if (!isListed && !sections_.contains(start)) {
        faults.push_back({"unlisted-object-added", std::to_string(*number) + ' ' + std::to_string(*generation)});
    }
}

void AddedBytes::skipStream(Lexer& lexer, const Object& dictionary) const {
    const ByteView file = later_.file();
    const std::size_t position = pdf::streamDataStart(file, lexer.position());
    const Object& length = later_.resolve(dictionary.get("Length"));
    if (!length.isInteger() || length.integerValue() < 0 || static_cast<std::uint64_t>(length.integerValue()) > file.size() - position) {
        foreign(lexer);
    }
    lexer = Lexer(file, position + static_cast<std::size_t>(length.integerValue()), later_.limits());
    if (!lexer.takeKeyword("endstream")) {
        foreign(lexer);
    }
}

}  // namespace congvu::signing::validation
