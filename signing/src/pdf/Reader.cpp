// SPDX-License-Identifier: Apache-2.0
#include "pdf/Reader.h"

#include <algorithm>

#include "congvu/signing/SigningError.h"
#include "pdf/CrossReferenceLoader.h"
#include "pdf/Lexer.h"
#include "pdf/ObjectScan.h"
#include "pdf/Security.h"
#include "pdf/StreamDecoder.h"

namespace congvu::signing::pdf {
namespace {

[[noreturn]] void malformed(const std::string& what) {
    throw SigningError(ErrorCode::malformedPdf, "malformed PDF: " + what);
}

std::size_t findHeader(ByteView file) {
    const std::string_view head = textOf(file.first(std::min<std::size_t>(file.size(), 1024)));
    const std::size_t found = head.find("%PDF-");
    if (found == std::string_view::npos) {
        throw SigningError(ErrorCode::notAPdf, file.empty() ? "the file is empty" : "no %PDF- header");
    }
    return found;
}

/// Counts how deep reading an object leads to reading others.
class DepthGuard {
public:
    DepthGuard(std::size_t& depth, std::size_t limit) : depth_(depth) {
        if (++depth_ > limit) {
            --depth_;
            throw SigningError(ErrorCode::limitExceeded, "PDF objects lead to each other too deeply");
        }
    }
    ~DepthGuard() { --depth_; }
    DepthGuard(const DepthGuard&) = delete;
    DepthGuard& operator=(const DepthGuard&) = delete;

private:
    std::size_t& depth_;
};

}  // namespace

Reader::Reader(ByteView file, Limits limits, DocumentPassword password, Reading reading)
    : file_(file), limits_(limits), password_(std::move(password)), reading_(reading) {
    start(nullptr);
}

Reader::Reader(ByteView file, const Reader& other) : Reader(file, other, other.reading_) {}

Reader::Reader(ByteView file, const Reader& other, Reading reading)
    : file_(file), limits_(other.limits_), password_(other.password_), reading_(reading) {
    start(&other);
}

void Reader::start(const Reader* other) {
    const std::size_t header = findHeader(file_);
    if (isRecovered()) {
        loadByScan(other);
        return;
    }
    try {
        load(other);
    } catch (const SigningError& error) {
        if (header == 0 || error.code() != ErrorCode::malformedPdf) {
            throw;
        }
        // Some producers count offsets from the header and not from the first byte of the file.
        headerOffset_ = header;
        load(other);
    }
}

Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

void Reader::load(const Reader* other) {
    sections_ = CrossReferenceLoader(file_, headerOffset_, limits_).load();
    entries_ = CrossReferenceLoader::merge(sections_);
    cache_.clear();
    objectStreams_.clear();
    if (!trailer().get("Root").isReference()) {
        malformed("the trailer has no /Root");
    }
    security_ = nullptr;
    if (!trailer().get("Encrypt").isNull()) {
        openSecurity(other);
    }
}

void Reader::loadByScan(const Reader* other) {
    ObjectScan scan = scanObjects(file_, limits_);
    if (!scan.trailer.get("Root").isReference()) {
        malformed("no catalogue was found");
    }
    streamEnds_ = std::move(scan.streamEnds);
    entries_ = std::move(scan.entries);
    sections_ = {CrossReferenceSection{SectionKind::table, 0, std::move(scan.trailer), {}, false}};
    if (!trailer().get("Encrypt").isNull()) {
        openSecurity(other);
    }
    takeObjectStreams(scan.objectStreams);
    sections_.front().entries = entries_;
}

/// Of the objects of one number the one that stands last in the file counts, in a stream or not.
void Reader::takeObjectStreams(const std::vector<ObjectNumber>& streams) {
    std::unordered_map<ObjectNumber, CrossReferenceEntry> members;
    for (const ObjectNumber number : streams) {
        const CrossReferenceEntry container = *entry(number);
        try {
            const ObjectStream& stream = objectStream(number);
            for (std::uint32_t index = 0; index < stream.size(); ++index) {
                const CrossReferenceEntry* inFile = entry(stream[index].first);
                if (inFile == nullptr || inFile->position < container.position) {
                    members[stream[index].first] = {stream[index].first, EntryKind::inObjectStream, number, index};
                }
            }
        } catch (const SigningError& error) {
            if (error.code() == ErrorCode::limitExceeded) {
                throw;
            }
        }
    }
    std::erase_if(entries_, [&](const CrossReferenceEntry& entry) { return members.contains(entry.number); });
    for (const auto& member : members) {
        entries_.push_back(member.second);
    }
    std::sort(entries_.begin(), entries_.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
    cache_.clear();
}

/// A copy without references, of at most `nodes` values: an encryption dictionary has few.
Object Reader::directCopy(const Object& value, std::size_t& nodes) const {
    if (nodes-- == 0) {
        malformed("an encryption dictionary that is too large or contains itself");
    }
    Object copy = resolve(value);
    for (Object& item : copy.items()) {
        item = directCopy(item, nodes);
    }
    for (auto& entry : copy.entries()) {
        entry.second = directCopy(entry.second, nodes);
    }
    return copy;
}

void Reader::openSecurity(const Reader* other) {
    const Object& encryption = trailer().get("Encrypt");
    const Object& identifiers = trailer().get("ID");
    encryptionNumber_ = encryption.isReference() ? encryption.number() : 0;
    identifierNumber_ = identifiers.isReference() ? identifiers.number() : 0;
    std::size_t nodes = 300;
    Object dictionary = directCopy(encryption, nodes);
    const Object& list = resolve(identifiers);
    // ISO 32000-2, table 15: revisions 5 and 6 need no /ID; older files without one exist and count as an empty one.
    std::string firstIdentifier = list.items().empty() ? std::string() : resolve(list.items()[0]).stringValue();
    const bool isKnown = other != nullptr && other->security_ != nullptr && other->security_->isFor(dictionary, firstIdentifier);
    security_ = isKnown ? other->security_ : Security::open(std::move(dictionary), std::move(firstIdentifier), password_);
    // What was read on the way was not decrypted.
    cache_.clear();
    objectStreams_.clear();
}

bool Reader::isEncryptedAs(const Reader& other) const {
    return security_ == other.security_ || (security_ != nullptr && other.security_ != nullptr && security_->isSameAs(*other.security_));
}

const CrossReferenceEntry* Reader::entry(ObjectNumber number) const {
    const auto found = std::lower_bound(entries_.begin(), entries_.end(), number,
                                        [](const CrossReferenceEntry& entry, ObjectNumber wanted) { return entry.number < wanted; });
    return found != entries_.end() && found->number == number ? &*found : nullptr;
}

ObjectNumber Reader::nextObjectNumber() const {
    std::int64_t next = 1;
    for (const auto& section : sections_) {
        next = std::max(next, section.trailer.get("Size").integerValue());
    }
    if (!entries_.empty()) {
        next = std::max(next, static_cast<std::int64_t>(entries_.back().number) + 1);
    }
    // ISO 32000-2, C.2: the largest number that readers must understand.
    if (next > 8'388'607) {
        throw SigningError(ErrorCode::limitExceeded, "object numbers are used up");
    }
    return static_cast<ObjectNumber>(next);
}

const IndirectObject& Reader::indirect(ObjectNumber number) const {
    static const IndirectObject kAbsent;
    const auto cached = cache_.find(number);
    if (cached != cache_.end()) {
        return *cached->second;
    }
    const CrossReferenceEntry* where = entry(number);
    if (where == nullptr || where->kind == EntryKind::free || number == 0) {
        return kAbsent;
    }
    const DepthGuard guard(depth_, limits_.referenceHops);
    auto object = std::make_unique<IndirectObject>();
    if (where->kind == EntryKind::inFile) {
        *object = readAt(where->position, number);
    } else {
        object->value = readFromStream(*where);
    }
    return *cache_.emplace(number, std::move(object)).first->second;
}

const Object& Reader::resolve(const Object& value) const {
    const Object* current = &value;
    for (std::size_t hop = 0; current->isReference(); ++hop) {
        if (hop > limits_.referenceHops) {
            throw SigningError(ErrorCode::limitExceeded, "references form a loop");
        }
        current = &object(current->number());
    }
    return *current;
}

IndirectObject Reader::readAt(std::uint64_t position, ObjectNumber number) const {
    if (position >= file_.size() - headerOffset_) {
        malformed("object " + std::to_string(number) + " lies outside of the file");
    }
    Lexer lexer(file_, static_cast<std::size_t>(position) + headerOffset_, limits_);
    const auto found = lexer.takeUnsigned();
    const auto generation = lexer.takeUnsigned();
    if (!found || *found != static_cast<std::int64_t>(number) || !generation || !lexer.takeKeyword("obj")) {
        malformed("object " + std::to_string(number) + " is not where the cross-reference says");
    }
    IndirectObject object;
    object.generation = static_cast<std::uint32_t>(*generation);
    object.value = lexer.readObject();
    countValues(lexer.valuesRead());
    if (object.value.isDictionary() && lexer.takeKeyword("stream")) {
        readStreamData(object, lexer.position());
    } else if (!lexer.takeKeyword("endobj") && !isRecovered()) {
        malformed("object " + std::to_string(number) + " has no endobj");
    }
    const bool isPlain =
        number == encryptionNumber_ || number == identifierNumber_ || (object.isStream && object.value.get("Type").isName("XRef"));
    if (security_ != nullptr && !isPlain) {
        security_->decryptStrings(object.value, {number, object.generation});
    }
    return object;
}

void Reader::countValues(std::size_t count) const {
    values_ += count;
    if (values_ > limits_.values + file_.size() / 4) {
        throw SigningError(ErrorCode::limitExceeded, "the PDF holds too many values");
    }
}

void Reader::readStreamData(IndirectObject& object, std::size_t position) const {
    const std::size_t start = streamDataStart(file_, position);
    const Object& length = resolve(object.value.get("Length"));
    object.isStream = true;
    if (length.isInteger() && length.integerValue() >= 0 && static_cast<std::uint64_t>(length.integerValue()) <= file_.size() - start) {
        object.streamData = file_.subspan(start, static_cast<std::size_t>(length.integerValue()));
        if (Lexer(file_, start + object.streamData.size(), limits_).takeKeyword("endstream")) {
            return;
        }
    }
    const auto end = streamEnds_.find(start);
    if (end == streamEnds_.end()) {
        malformed("a stream with a wrong /Length");
    }
    object.streamData = file_.subspan(start, end->second - start);
}

Object Reader::readFromStream(const CrossReferenceEntry& where) const {
    if (where.position > 0xFFFFFFFFu) {
        malformed("a wrong number of an object stream");
    }
    const ObjectStream& stream = objectStream(static_cast<ObjectNumber>(where.position));
    const auto isWanted = [&](const auto& member) { return member.first == where.number; };
    auto found = stream.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(where.generation, stream.size()));
    if (found == stream.end() || !isWanted(*found)) {
        // A wrong index misleads nobody when the number stands there once.
        constexpr std::size_t kMostSearched = 10'000;
        const bool isUnique = stream.size() <= kMostSearched && std::count_if(stream.begin(), stream.end(), isWanted) == 1;
        found = isUnique ? std::find_if(stream.begin(), stream.end(), isWanted) : stream.end();
    }
    if (found == stream.end() || !found->second) {
        malformed("object " + std::to_string(where.number) + " is not in its object stream");
    }
    return *found->second;
}

Object Reader::resolvedStreamDictionary(const Object& dictionary) const {
    Object direct = dictionary;
    for (const char* key : {"Filter", "DecodeParms"}) {
        if (!direct.has(key)) {
            continue;
        }
        Object value = resolve(direct.get(key));
        for (Object& item : value.items()) {
            item = Object(resolve(item));
        }
        direct.set(key, std::move(value));
    }
    return direct;
}

Bytes Reader::decodedStream(ObjectNumber number) const {
    const IndirectObject& object = indirect(number);
    if (!object.isStream) {
        malformed("object " + std::to_string(number) + " is not a stream");
    }
    Object dictionary = resolvedStreamDictionary(object.value);
    Bytes decrypted;
    ByteView data = object.streamData;
    if (security_ != nullptr) {
        decrypted = security_->decryptedStream(dictionary, data, {number, object.generation});
        data = decrypted;
    }
    Bytes decoded = decodeStream(withoutCryptFilter(std::move(dictionary)), data, limits_.inflatedBytes);
    inflatedBytes_ += decoded.size();
    if (inflatedBytes_ > limits_.totalInflatedBytes) {
        throw SigningError(ErrorCode::limitExceeded, "the streams inflate beyond the limit");
    }
    return decoded;
}

std::optional<Object> Reader::readMember(Lexer& lexer) {
    try {
        return lexer.readObject();
    } catch (const SigningError& error) {
        if (error.code() == ErrorCode::limitExceeded) {
            throw;
        }
        return std::nullopt;  // the others can be read nevertheless
    }
}

const Reader::ObjectStream& Reader::objectStream(ObjectNumber number) const {
    const auto cached = objectStreams_.find(number);
    if (cached != objectStreams_.end()) {
        return cached->second;
    }
    const CrossReferenceEntry* where = entry(number);
    if (where == nullptr || where->kind != EntryKind::inFile) {
        malformed("an object stream that is not in the file itself");
    }
    const Object& dictionary = object(number);
    const Bytes data = decodedStream(number);
    const std::int64_t count = resolve(dictionary.get("N")).integerValue();
    const std::int64_t first = resolve(dictionary.get("First")).integerValue();
    if (!dictionary.get("Type").isName("ObjStm") || count < 0 || first < 0 || static_cast<std::uint64_t>(first) > data.size() ||
        static_cast<std::uint64_t>(count) > data.size()) {
        malformed("a wrong object stream");
    }
    ObjectStream objects;
    Lexer head(data, 0, limits_);
    for (std::int64_t index = 0; index < count; ++index) {
        const auto objectNumber = head.takeUnsigned();
        const auto offset = head.takeUnsigned();
        if (!objectNumber || !offset || *objectNumber > 0xFFFFFFFFLL ||
            static_cast<std::uint64_t>(*offset) > data.size() - static_cast<std::size_t>(first)) {
            malformed("a wrong head of an object stream");
        }
        Lexer body(data, static_cast<std::size_t>(first + *offset), limits_);
        objects.emplace_back(static_cast<ObjectNumber>(*objectNumber), readMember(body));
        countValues(body.valuesRead());
    }
    return objectStreams_.emplace(number, std::move(objects)).first->second;
}

ObjectNumber Reader::catalogNumber() const {
    return trailer().get("Root").number();
}

const Object& Reader::catalog() const {
    const Object& catalog = object(catalogNumber());
    if (!catalog.isDictionary()) {
        malformed("the catalogue is not a dictionary");
    }
    return catalog;
}

}  // namespace congvu::signing::pdf
