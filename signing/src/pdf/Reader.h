// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "congvu/signing/Bytes.h"
#include "congvu/signing/pdf/DocumentPassword.h"
#include "pdf/CrossReference.h"
#include "pdf/Limits.h"
#include "pdf/Object.h"

namespace congvu::signing::pdf {

class Security;

/// An object of the file with the bytes of its stream, if it has one.
struct IndirectObject {
    Object value;
    bool isStream = false;
    ByteView streamData;           ///< raw, still filtered and encrypted; part of the file
    std::uint32_t generation = 0;  ///< as the object itself says; 0 in an object stream
};

enum class Reading : std::uint8_t {
    strict,     ///< by the cross-reference
    recovering  ///< by looking for objects in the bytes; two programs may then see two documents
};

/// A strict view of one revision of a PDF: the bytes given, read from their last startxref. Nothing is repaired: what
/// breaks ISO 32000-2 is SigningError(malformedPdf), what exceeds the limits SigningError(limitExceeded). An encrypted
/// document is opened with the password or, without one, the empty user password; its values and decoded streams are in
/// plain. With Reading::recovering, for files whose cross-reference cannot be used, the last object of each number counts,
/// and streams end at "endstream": good enough to tell what is there, never to sign or to call a signature valid.
/// The bytes must outlive the reader. Not thread-safe: objects are cached as they are read.
class Reader {
public:
    /// Throws further SigningError: encryptedPdf (a password is needed), wrongDocumentPassword, unsupportedEncryption.
    explicit Reader(ByteView file, Limits limits = {}, DocumentPassword password = {}, Reading reading = Reading::strict);
    /// Another revision of the document that `other` reads, with its limits and password, read in the same way.
    Reader(ByteView file, const Reader& other);
    Reader(ByteView file, const Reader& other, Reading reading);
    ~Reader();
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;

    ByteView file() const { return file_; }
    const Limits& limits() const { return limits_; }
    bool isRecovered() const { return reading_ == Reading::recovering; }

    /// Bytes before "%PDF-" that offsets do not count; almost always 0.
    std::size_t headerOffset() const { return headerOffset_; }

    const Object& trailer() const { return sections_.front().trailer; }
    /// Newest first.
    const std::vector<CrossReferenceSection>& sections() const { return sections_; }
    std::uint64_t startCrossReference() const { return sections_.front().position; }
    bool isEncrypted() const { return security_ != nullptr; }
    /// The opened security handler; null for a document that is not encrypted.
    const Security* security() const { return security_.get(); }
    /// Whether the same bytes mean the same in both: neither is encrypted, or both with the same dictionary and identifier.
    bool isEncryptedAs(const Reader& other) const;

    /// Merged entries, ordered by number.
    const std::vector<CrossReferenceEntry>& entries() const { return entries_; }
    const CrossReferenceEntry* entry(ObjectNumber number) const;
    /// The first number that no object of this file uses.
    ObjectNumber nextObjectNumber() const;

    /// The value of an indirect object; null when there is none. Valid as long as the reader.
    const Object& object(ObjectNumber number) const { return indirect(number).value; }
    const IndirectObject& indirect(ObjectNumber number) const;
    /// Follows references until something else comes.
    const Object& resolve(const Object& value) const;
    /// resolve(dictionary.get(key)).
    const Object& get(const Object& dictionary, std::string_view key) const { return resolve(dictionary.get(key)); }

    /// Decrypted and decoded bytes of a stream object.
    Bytes decodedStream(ObjectNumber number) const;

    /// The document catalogue; throws when there is none.
    const Object& catalog() const;
    ObjectNumber catalogNumber() const;

private:
    friend class CrossReferenceLoader;
    /// A member that cannot be read is left out; its place stays.
    using ObjectStream = std::vector<std::pair<ObjectNumber, std::optional<Object>>>;

    void start(const Reader* other);
    void load(const Reader* other);
    void loadByScan(const Reader* other);
    void takeObjectStreams(const std::vector<ObjectNumber>& streams);
    void openSecurity(const Reader* other);
    Object directCopy(const Object& value, std::size_t& nodes) const;
    IndirectObject readAt(std::uint64_t position, ObjectNumber number) const;
    void countValues(std::size_t count) const;
    void readStreamData(IndirectObject& object, std::size_t position) const;
    Object readFromStream(const CrossReferenceEntry& entry) const;
    static std::optional<Object> readMember(class Lexer& lexer);
    const ObjectStream& objectStream(ObjectNumber number) const;
    Object resolvedStreamDictionary(const Object& dictionary) const;

    ByteView file_;
    Limits limits_;
    DocumentPassword password_;
    Reading reading_ = Reading::strict;
    std::unordered_map<std::size_t, std::size_t> streamEnds_;  ///< only of a recovered file
    std::shared_ptr<const Security> security_;
    ObjectNumber encryptionNumber_ = 0;  ///< objects whose strings are never encrypted; 0 when they are direct
    ObjectNumber identifierNumber_ = 0;
    std::size_t headerOffset_ = 0;
    std::vector<CrossReferenceSection> sections_;
    std::vector<CrossReferenceEntry> entries_;
    mutable std::unordered_map<ObjectNumber, std::unique_ptr<IndirectObject>> cache_;
    mutable std::unordered_map<ObjectNumber, ObjectStream> objectStreams_;
    mutable std::size_t inflatedBytes_ = 0;
    mutable std::size_t values_ = 0;
    mutable std::size_t depth_ = 0;
};

}  // namespace congvu::signing::pdf
