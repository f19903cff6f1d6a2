// SPDX-License-Identifier: Apache-2.0
#include "pdf/IncrementalWriter.h"

#include <openssl/rand.h>

#include <array>
#include <cstdio>

#include "congvu/signing/SigningError.h"
#include "pdf/Security.h"

namespace congvu::signing::pdf {
namespace {

/// The changing half of /ID (ISO 32000-2, 14.4): different in every revision.
std::string changingIdentifier() {
    std::array<unsigned char, 16> random{};
    if (RAND_bytes(random.data(), static_cast<int>(random.size())) != 1) {
        throw SigningError(ErrorCode::cryptoFailure, "no random bytes");
    }
    return std::string(reinterpret_cast<const char*>(random.data()), random.size());
}

void appendField(std::string& data, std::uint64_t value, int width) {
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8) {
        data += static_cast<char>((value >> shift) & 0xFF);
    }
}

/// Calls `visit(first, begin, end)` for every run of consecutive numbers.
template <typename Map, typename Visit>
void forEachRun(const Map& map, Visit visit) {
    for (auto begin = map.begin(); begin != map.end();) {
        auto end = begin;
        std::size_t count = 0;
        while (end != map.end() && end->first == begin->first + count) {
            ++end;
            ++count;
        }
        visit(begin->first, count, begin, end);
        begin = end;
    }
}

}  // namespace

IncrementalWriter::IncrementalWriter(const Reader& reader, std::size_t expectedSize) : reader_(reader), next_(reader.nextObjectNumber()) {
    out_.reserve(expectedSize);
    const std::uint8_t last = reader.file().back();
    if (last != '\n' && last != '\r') {
        append("\n");
    }
}

void IncrementalWriter::append(std::string_view text) {
    const ByteView bytes = viewOf(text);  // of the vector's own type: copied as a block, not byte by byte
    out_.insert(out_.end(), bytes.begin(), bytes.end());
}

std::uint64_t IncrementalWriter::filePosition() const {
    return reader_.file().size() + out_.size() - reader_.headerOffset();
}

std::uint32_t IncrementalWriter::generationOf(ObjectNumber number) const {
    const CrossReferenceEntry* entry = reader_.entry(number);
    return entry != nullptr && entry->kind == EntryKind::inFile ? entry->generation : 0;
}

void IncrementalWriter::begin(ObjectNumber number) {
    const std::uint32_t generation = generationOf(number);
    written_[number] = {filePosition(), generation};
    append(std::to_string(number) + ' ' + std::to_string(generation) + " obj\n");
}

void IncrementalWriter::put(ObjectNumber number, const Object& value) {
    begin(number);
    append(reader_.isEncrypted() ? encrypted(number, value).toString() : value.toString());
    append("\nendobj\n");
}

Object IncrementalWriter::encrypted(ObjectNumber number, Object value) const {
    const Security* security = reader_.security();
    return security == nullptr ? value : security->encryptedStrings(std::move(value), {number, generationOf(number)});
}

void IncrementalWriter::putStream(ObjectNumber number, Object dictionary, ByteView data) {
    Bytes encryptedData;
    if (reader_.isEncrypted()) {
        encryptedData = reader_.security()->encryptedStream(dictionary, data, {number, generationOf(number)});
        data = encryptedData;
        dictionary = encrypted(number, std::move(dictionary));
    }
    dictionary.set("Length", Object::integer(static_cast<std::int64_t>(data.size())));
    begin(number);
    append(dictionary.toString());
    append("\nstream\n");
    append(textOf(data));
    append("\nendstream\nendobj\n");
}

std::size_t IncrementalWriter::putText(ObjectNumber number, std::string_view text) {
    begin(number);
    const std::size_t position = out_.size();
    append(text);
    append("\nendobj\n");
    return position;
}

Object IncrementalWriter::newTrailer() const {
    Object trailer = Object::dictionary();
    for (const char* key : {"Root", "Info", "ID", "Encrypt"}) {
        if (reader_.trailer().has(key)) {
            trailer.set(key, reader_.trailer().get(key));
        }
    }
    Object identifiers = reader_.get(trailer, "ID");
    if (identifiers.isArray() && identifiers.items().size() == 2) {
        identifiers.items()[1] = Object::bytes(changingIdentifier());
        trailer.set("ID", std::move(identifiers));
    }
    trailer.set("Prev", Object::integer(static_cast<std::int64_t>(reader_.startCrossReference())));
    return trailer;
}

void IncrementalWriter::writeTable(std::uint64_t position) {
    if (position > 9'999'999'999ULL) {
        throw SigningError(ErrorCode::limitExceeded, "the file is too large for a cross-reference table");
    }
    Object trailer = newTrailer();
    trailer.set("Size", Object::integer(next_));
    append("xref\n");
    forEachRun(written_, [&](ObjectNumber first, std::size_t count, auto begin, auto end) {
        append(std::to_string(first) + ' ' + std::to_string(count) + '\n');
        for (; begin != end; ++begin) {
            char line[32];
            std::snprintf(line, sizeof line, "%010llu %05u n \n", static_cast<unsigned long long>(begin->second.position),
                          begin->second.generation);
            append(line);
        }
    });
    append("trailer\n" + trailer.toString());
}

void IncrementalWriter::writeStream(std::uint64_t position) {
    const ObjectNumber own = allocate();
    written_[own] = {position, 0};
    const int width = position < 0xFFFFFFFFULL ? 4 : 8;
    std::string data;
    std::vector<Object> index;
    forEachRun(written_, [&](ObjectNumber first, std::size_t count, auto begin, auto end) {
        index.push_back(Object::integer(first));
        index.push_back(Object::integer(static_cast<std::int64_t>(count)));
        for (; begin != end; ++begin) {
            data += '\x01';
            appendField(data, begin->second.position, width);
            appendField(data, begin->second.generation, 2);
        }
    });
    Object trailer = newTrailer();
    trailer.set("Type", Object::name("XRef"));
    trailer.set("Size", Object::integer(next_));
    trailer.set("W", Object::array({Object::integer(1), Object::integer(width), Object::integer(2)}));
    trailer.set("Index", Object::array(std::move(index)));
    trailer.set("Length", Object::integer(static_cast<std::int64_t>(data.size())));
    append(std::to_string(own) + " 0 obj\n" + trailer.toString());
    append("\nstream\n" + data + "\nendstream\nendobj");
}

Bytes IncrementalWriter::finish() {
    const std::uint64_t position = filePosition();
    if (reader_.sections().front().kind == SectionKind::stream) {
        writeStream(position);
    } else {
        writeTable(position);
    }
    append("\nstartxref\n" + std::to_string(position) + "\n%%EOF\n");
    return std::move(out_);
}

}  // namespace congvu::signing::pdf
