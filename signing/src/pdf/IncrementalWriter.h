// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "pdf/Reader.h"

namespace congvu::signing::pdf {

/// Writes an incremental update (ISO 32000-2, 7.5.6): only bytes to append, so the original stays a prefix. The new
/// section is of the kind of the last one (table or stream); /ID[0], /Encrypt, /Info and /Root are kept.
class IncrementalWriter {
public:
    /// `expectedSize`: about how many bytes will be appended.
    explicit IncrementalWriter(const Reader& reader, std::size_t expectedSize = 0);

    /// A number that no object uses yet.
    ObjectNumber allocate() { return next_++; }

    /// Writes a new object or a new version of an existing one; its strings are encrypted as the document's are.
    void put(ObjectNumber number, const Object& value);

    /// Writes a stream, encrypted as the document's are; /Length is added to the dictionary.
    void putStream(ObjectNumber number, Object dictionary, ByteView data);

    /// The value as it must be written into object `number`: its strings encrypted when the document is.
    Object encrypted(ObjectNumber number, Object value) const;

    /// Writes an object from its text as it is and gives the position of the text inside the increment.
    std::size_t putText(ObjectNumber number, std::string_view text);

    /// Adds cross-reference and trailer and gives the increment.
    Bytes finish();

    /// The document that is updated.
    const Reader& reader() const { return reader_; }

    /// Bytes of the document before the increment.
    std::size_t originalLength() const { return reader_.file().size(); }

private:
    struct Written {
        std::uint64_t position;
        std::uint32_t generation;
    };
    void append(std::string_view text);
    void begin(ObjectNumber number);
    std::uint32_t generationOf(ObjectNumber number) const;
    Object newTrailer() const;
    void writeTable(std::uint64_t position);
    void writeStream(std::uint64_t position);
    std::uint64_t filePosition() const;

    const Reader& reader_;
    ObjectNumber next_;
    Bytes out_;
    std::map<ObjectNumber, Written> written_;
};

}  // namespace congvu::signing::pdf
