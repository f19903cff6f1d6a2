// SPDX-License-Identifier: Apache-2.0
#include "validation/Coverage.h"

#include <algorithm>

#include "congvu/signing/SigningError.h"
#include "pdf/Lexer.h"

namespace congvu::signing::validation {
namespace {

using pdf::Object;

/// ISO 32000-2, 7.3.4.3: digits, and white space between them.
bool isHexadecimalString(ByteView bytes) {
    if (bytes.size() < 2 || bytes.front() != '<' || bytes.back() != '>') {
        return false;
    }
    return std::all_of(bytes.begin() + 1, bytes.end() - 1, [](std::uint8_t byte) {
        return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'F') || (byte >= 'a' && byte <= 'f') || pdf::isWhiteSpace(byte);
    });
}

/// True when nothing but white space and comments follows the last %%EOF.
bool endsAtMarker(ByteView bytes, const pdf::Limits& limits) {
    constexpr std::size_t kSearched = 4096;
    const std::size_t from = bytes.size() > kSearched ? bytes.size() - kSearched : 0;
    const std::size_t marker = textOf(bytes.subspan(from)).rfind("%%EOF");
    if (marker == std::string_view::npos) {
        return false;
    }
    pdf::Lexer rest(bytes, from + marker + 5, limits);
    rest.skipWhiteSpace();
    return rest.atEnd();
}

std::vector<std::uint64_t> numbersOf(const pdf::Reader& reader, const Object& array) {
    std::vector<std::uint64_t> numbers;
    for (const Object& item : array.items()) {
        const Object& number = reader.resolve(item);
        if (!number.isInteger() || number.integerValue() < 0) {
            return {};
        }
        numbers.push_back(static_cast<std::uint64_t>(number.integerValue()));
    }
    return numbers;
}

}  // namespace

CoveredBytes Coverage::check(const FoundSignature& signature) const {
    CoveredBytes out;
    checkDictionary(signature, out);
    if (out.faults.empty()) {
        checkRange(signature, out);
    }
    if (out.faults.empty()) {
        checkRevision(signature, out);
    }
    return out;
}

void Coverage::checkDictionary(const FoundSignature& signature, CoveredBytes& out) const {
    if (!signature.dictionary.isDictionary()) {
        out.faults.emplace_back("signature-not-a-dictionary");
        return;
    }
    if (!signature.doubledKey.empty()) {
        out.faults.emplace_back("doubled-key");
        out.detail = '/' + signature.doubledKey;
    }
    const Object& contents = signature.dictionary.get("Contents");
    const Object& range = signature.dictionary.get("ByteRange");
    if (!reader_.resolve(range).isArray()) {
        out.faults.emplace_back("byte-range-missing");
    } else if (range.isReference()) {
        // ISO 32000-2, 12.8.1: all values in the signature dictionary shall be direct objects.
        out.faults.emplace_back("byte-range-indirect");
    }
    if (contents.isReference()) {
        out.faults.emplace_back("contents-indirect");
    } else if (!contents.isString() || contents.stringValue().empty()) {
        out.faults.emplace_back("contents-missing");
    } else if (contents.token().empty() || contents.token().front() != '<') {
        out.faults.emplace_back("contents-not-hexadecimal");
    }
    if (signature.inObjectStream) {
        out.faults.emplace_back("signature-in-object-stream");
    }
}

void Coverage::checkRange(const FoundSignature& signature, CoveredBytes& out) const {
    const auto range = numbersOf(reader_, reader_.get(signature.dictionary, "ByteRange"));
    const std::uint64_t size = reader_.file().size();
    if (range.size() != 4) {
        out.faults.emplace_back("byte-range-shape");
        return;
    }
    if (range[0] != 0) {
        out.faults.emplace_back("byte-range-start");
    }
    const bool inside = range[1] <= size && range[2] <= size && range[3] <= size - range[2];
    if (!inside) {
        out.faults.emplace_back("byte-range-beyond-file");
        return;
    }
    const bool isKnown = signature.contentsStart > 0;
    const bool isWhole = isKnown && range[1] == signature.contentsStart && range[2] == signature.contentsEnd;
    // Some programs sign the delimiters too: less is left unsigned, not more.
    const bool isInner = isKnown && range[1] == signature.contentsStart + 1 && range[2] + 1 == signature.contentsEnd;
    if (!isWhole && !isInner && !stoodThere(signature, range)) {
        out.faults.emplace_back("byte-range-gap");
        return;
    }
    if (isInner) {
        out.notes.emplace_back("byte-range-inside-delimiters");
    }
    const std::size_t outer = isInner ? 1 : 0;
    out.contentsStart = static_cast<std::size_t>(range[1]) - outer;
    out.contentsEnd = static_cast<std::size_t>(range[2]) + outer;
    if (!isHexadecimalString(reader_.file().subspan(out.contentsStart, out.contentsEnd - out.contentsStart))) {
        out.faults.emplace_back("contents-not-hexadecimal");
    }
    out.beforeGap = reader_.file().first(static_cast<std::size_t>(range[1]));
    out.afterGap = reader_.file().subspan(static_cast<std::size_t>(range[2]), static_cast<std::size_t>(range[3]));
    out.contents = viewOf(signature.dictionary.get("Contents").stringValue());
    out.end = range[2] + range[3];
}

/// A later revision may have written the very same dictionary once more: what counts is where it stands in the revision
/// that it signs.
bool Coverage::stoodThere(const FoundSignature& signature, const std::vector<std::uint64_t>& range) const {
    const std::uint64_t end = range[2] + range[3];
    if (range[1] >= range[2] || end >= reader_.file().size()) {
        return false;
    }
    try {
        const pdf::Reader earlier(reader_.file().first(static_cast<std::size_t>(end)), reader_);
        const auto found = SignatureFinder(earlier).inForm();
        return std::any_of(found.begin(), found.end(), [&](const FoundSignature& other) {
            return other.fieldNumber == signature.fieldNumber && other.dictionary == signature.dictionary &&
                   other.contentsStart == range[1] && other.contentsEnd == range[2];
        });
    } catch (const SigningError&) {
        return false;
    }
}

bool Coverage::contains(const pdf::Reader& revision, const FoundSignature& signature, std::size_t contentsStart) const {
    const auto found = SignatureFinder(revision).inForm();
    return std::any_of(found.begin(), found.end(), [&](const FoundSignature& other) {
        return other.contentsStart == contentsStart && other.fieldNumber == signature.fieldNumber;
    });
}

/// The revision holds the signature, though only a reader that repairs files can tell.
bool Coverage::isRepairable(const FoundSignature& signature, ByteView revision, std::size_t contentsStart) const {
    try {
        return contains(pdf::Reader(revision, reader_, pdf::Reading::recovering), signature, contentsStart);
    } catch (const SigningError&) {
        return false;
    }
}

void Coverage::checkRevision(const FoundSignature& signature, CoveredBytes& out) const {
    const ByteView revision = reader_.file().first(static_cast<std::size_t>(out.end));
    if (!endsAtMarker(revision, reader_.limits())) {
        // What stands there is signed, and nothing to a reader; that the revision can be read is seen to below.
        out.notes.emplace_back("signed-part-without-end");
    }
    if (revision.size() == reader_.file().size()) {
        return;
    }
    try {
        if (!contains(pdf::Reader(revision, reader_), signature, out.contentsStart)) {
            out.faults.emplace_back("signed-part-lacks-signature");
        }
    } catch (const SigningError& error) {
        const bool isDoubt = error.code() == ErrorCode::malformedPdf && isRepairable(signature, revision, out.contentsStart);
        (isDoubt ? out.doubts : out.faults).emplace_back(isDoubt ? "signed-part-repaired" : "signed-part-unreadable");
        out.detail = error.what();
    }
}

std::vector<std::size_t> Coverage::overlapping(const std::vector<const CoveredBytes*>& ordered) {
    std::vector<std::size_t> out;
    for (std::size_t index = 1; index < ordered.size(); ++index) {
        const bool isSameSignature =
            ordered[index]->contentsStart == ordered[index - 1]->contentsStart && ordered[index]->end == ordered[index - 1]->end;
        if (!isSameSignature && ordered[index]->beforeGap.size() < ordered[index - 1]->end) {
            out.push_back(index);
        }
    }
    return out;
}

}  // namespace congvu::signing::validation
