// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/pades/PreparedSignature.h"

#include <algorithm>

#include "cms/Builder.h"
#include "congvu/signing/SigningError.h"
#include "crypto/OpenSsl.h"

namespace congvu::signing {
namespace {

constexpr std::string_view kStoredForm = "CVPS0001";
constexpr std::size_t kLargestStored = std::size_t{256} << 20U;
constexpr std::uint64_t kMostIssuers = 16;

[[noreturn]] void refuse(const char* why) {
    throw SigningError(ErrorCode::invalidArgument, why);
}

/// Length-prefixed fields, big endian.
class FieldWriter {
public:
    void number(std::uint64_t value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            out_.push_back(static_cast<std::uint8_t>(value >> shift));
        }
    }
    void bytes(ByteView value) {
        number(value.size());
        out_.insert(out_.end(), value.begin(), value.end());
    }
    Bytes take() { return std::move(out_); }

private:
    Bytes out_;
};

class FieldReader {
public:
    explicit FieldReader(ByteView bytes) : rest_(bytes) {}

    std::uint64_t number() {
        const ByteView raw = take(8);
        std::uint64_t value = 0;
        for (const std::uint8_t byte : raw) {
            value = (value << 8) | byte;
        }
        return value;
    }
    ByteView bytes() { return take(number()); }
    Bytes copy() {
        const ByteView part = bytes();
        return {part.begin(), part.end()};
    }
    Certificate certificate() {
        const ByteView der = bytes();
        try {
            return Certificate::fromDer(der);
        } catch (const SigningError&) {
            refuse("a stored prepared signature holds something that is no certificate");
        }
    }
    std::vector<Certificate> certificates() {
        const std::uint64_t count = number();
        if (count > kMostIssuers) {
            refuse("a stored prepared signature holds too many certificates");
        }
        std::vector<Certificate> out;
        for (std::uint64_t index = 0; index < count; ++index) {
            out.push_back(certificate());
        }
        return out;
    }
    bool atEnd() const { return rest_.empty(); }

private:
    ByteView take(std::uint64_t size) {
        if (size > rest_.size()) {
            refuse("a stored prepared signature is cut short");
        }
        const ByteView part = rest_.first(static_cast<std::size_t>(size));
        rest_ = rest_.subspan(part.size());
        return part;
    }
    ByteView rest_;
};

/// ISO 32000-2, 12.8.1: the hole is one hexadecimal string, still all zeros.
bool hasEmptyHole(const PreparedSignature& prepared) {
    const ByteView bytes(prepared.increment);
    if (prepared.holeLength < 2 || prepared.holeOffset > bytes.size() || prepared.holeLength > bytes.size() - prepared.holeOffset) {
        return false;
    }
    const ByteView hole = bytes.subspan(static_cast<std::size_t>(prepared.holeOffset), static_cast<std::size_t>(prepared.holeLength));
    const ByteView digits = hole.subspan(1, hole.size() - 2);
    return hole.front() == '<' && hole.back() == '>' &&
           std::all_of(digits.begin(), digits.end(), [](std::uint8_t digit) { return digit == '0'; });
}

}  // namespace

Bytes PreparedSignature::digestToBeSigned() const {
    return crypto::digest(digestNameOf(algorithm), toBeSigned);
}

Bytes PreparedSignature::serialize() const {
    FieldWriter out;
    out.bytes(viewOf(kStoredForm));
    out.number(originalLength);
    out.bytes(increment);
    out.number(holeOffset);
    out.number(holeLength);
    out.bytes(documentDigest);
    out.bytes(toBeSigned);
    out.number(static_cast<std::uint64_t>(algorithm));
    out.bytes(certificate.der());
    out.number(chain.size());
    for (const Certificate& issuer : chain) {
        out.bytes(issuer.der());
    }
    out.bytes(viewOf(fieldName));
    return out.take();
}

PreparedSignature PreparedSignature::deserialize(ByteView stored) {
    FieldReader in(stored);
    if (stored.size() > kLargestStored || textOf(in.bytes()) != kStoredForm) {
        refuse("not a stored prepared signature, or of another version");
    }
    const std::uint64_t originalLength = in.number();
    Bytes increment = in.copy();
    const std::uint64_t holeOffset = in.number();
    const std::uint64_t holeLength = in.number();
    Bytes documentDigest = in.copy();
    Bytes toBeSigned = in.copy();
    const std::uint64_t algorithm = in.number();
    Certificate certificate = in.certificate();
    std::vector<Certificate> chain = in.certificates();
    std::string fieldName(textOf(in.bytes()));
    if (!in.atEnd() || algorithm > static_cast<std::uint64_t>(SignatureAlgorithm::ecdsaSha512)) {
        refuse("a stored prepared signature is damaged");
    }
    PreparedSignature prepared{originalLength,
                               std::move(increment),
                               holeOffset,
                               holeLength,
                               std::move(documentDigest),
                               std::move(toBeSigned),
                               static_cast<SignatureAlgorithm>(algorithm),
                               std::move(certificate),
                               std::move(chain),
                               std::move(fieldName)};
    if (!hasEmptyHole(prepared) || prepared.toBeSigned != cms::signedAttributes(prepared.certificate, prepared.documentDigest)) {
        refuse("a stored prepared signature contradicts itself");
    }
    return prepared;
}

bool PreparedSignature::isFor(ByteView document) const {
    const ByteView added(increment);
    return document.size() == originalLength && holeOffset <= added.size() && holeLength <= added.size() - holeOffset &&
           documentDigest == crypto::digest(digestNameOf(algorithm), document, added.first(static_cast<std::size_t>(holeOffset)),
                                            added.subspan(static_cast<std::size_t>(holeOffset + holeLength)));
}

}  // namespace congvu::signing
