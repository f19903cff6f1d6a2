// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/pades/PreparedSignature.h"

#include "congvu/signing/SigningError.h"
#include "crypto/OpenSsl.h"

namespace congvu::signing {
namespace {

constexpr std::string_view kStoredForm = "CVPS0001";

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
    bool atEnd() const { return rest_.empty(); }

private:
    ByteView take(std::uint64_t size) {
        if (size > rest_.size()) {
            throw SigningError(ErrorCode::invalidArgument, "a stored prepared signature is cut short");
        }
        const ByteView part = rest_.first(static_cast<std::size_t>(size));
        rest_ = rest_.subspan(part.size());
        return part;
    }
    ByteView rest_;
};

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
    if (textOf(in.bytes()) != kStoredForm) {
        throw SigningError(ErrorCode::invalidArgument, "not a stored prepared signature");
    }
    const auto copy = [&in] {
        const ByteView part = in.bytes();
        return Bytes(part.begin(), part.end());
    };
    const std::uint64_t originalLength = in.number();
    Bytes increment = copy();
    const std::uint64_t holeOffset = in.number();
    const std::uint64_t holeLength = in.number();
    Bytes documentDigest = copy();
    Bytes toBeSigned = copy();
    const std::uint64_t algorithm = in.number();
    Certificate certificate = Certificate::fromDer(in.bytes());
    std::vector<Certificate> chain;
    for (std::uint64_t left = in.number(); left > 0; --left) {
        chain.push_back(Certificate::fromDer(in.bytes()));
    }
    std::string fieldName(textOf(in.bytes()));
    const bool holeInside = holeLength >= 2 && holeOffset <= increment.size() && holeLength <= increment.size() - holeOffset;
    if (!in.atEnd() || !holeInside || algorithm > static_cast<std::uint64_t>(SignatureAlgorithm::ecdsaSha512)) {
        throw SigningError(ErrorCode::invalidArgument, "a stored prepared signature is damaged");
    }
    return {originalLength,
            std::move(increment),
            holeOffset,
            holeLength,
            std::move(documentDigest),
            std::move(toBeSigned),
            static_cast<SignatureAlgorithm>(algorithm),
            std::move(certificate),
            std::move(chain),
            std::move(fieldName)};
}

}  // namespace congvu::signing
