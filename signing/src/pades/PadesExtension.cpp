// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/pades/PadesExtension.h"

#include <openssl/rand.h>

#include <algorithm>
#include <array>

#include "cms/Parser.h"
#include "congvu/signing/SigningError.h"
#include "congvu/signing/pades/PadesSignature.h"
#include "pades/SignatureField.h"
#include "pades/SignatureIncrement.h"
#include "pades/ValidationDataCollector.h"
#include "tsp/TimeStampToken.h"
#include "validation/Coverage.h"

namespace congvu::signing {
namespace {

using namespace pades;

/// One signature or document time-stamp of the document.
struct PresentSignature {
    std::string field;
    std::string vriKey;
    std::uint64_t end = 0;
    bool isDocumentTimeStamp = false;
    cms::Parser cms;
    std::optional<tsp::TimeStampToken> token;  ///< the signature time-stamp, or the document time-stamp itself
};

/// Ends the increment with a document time-stamp over everything.
Bytes stamp(ByteView document, DocumentEdit& edit, TimeStampSource& timeStamps) {
    const pdf::Form form(edit.reader());
    const auto restrictions = pdf::Restrictions::of(edit.reader(), form);
    const pdf::ObjectNumber number = edit.writer().allocate();
    SignatureField field(edit, form, restrictions);
    std::string name = field.placeTimeStamp(number);
    edit.flush();
    const std::size_t reserved = timeStamps.largestToken();
    auto increment = SignatureIncrement::finish(edit.writer(), number, SignatureDictionary::makeTimeStamp(reserved), std::move(name));
    const Bytes token = timeStamps.stampDigest(increment.digest("SHA256", document));
    if (token.size() > reserved) {
        throw SigningError(ErrorCode::reservedSpaceTooSmall, "the time-stamp needs more than the reserved bytes");
    }
    fillHole(increment.bytes, increment.holeOffset, token);
    return std::move(increment.bytes);
}

/// One run over one document.
class DocumentExtension {
public:
    DocumentExtension(ByteView document, const ExtensionSources& sources);

    Bytes toT();
    Bytes toLT();
    Bytes toLTA();

private:
    void findSignatures();
    bool lacksTime() const;
    /// When the signature is proven to have existed: its time-stamp, or a document time-stamp over it; else now.
    Instant provenTimeOf(const PresentSignature& signature) const;
    bool collect(SecurityStoreWriter& writer, ValidationDataCollector& collector) const;
    const PresentSignature* lastTimeStamp() const;
    void probe(ValidationDataCollector& collector, SecurityStoreWriter& writer) const;
    TimeStampSource& timeStamps() const;

    const ExtensionSources& sources_;
    ByteView document_;
    pdf::Reader reader_;
    std::vector<PresentSignature> signatures_;
};

DocumentExtension::DocumentExtension(ByteView document, const ExtensionSources& sources)
    : sources_(sources), document_(document), reader_(document, {}, sources.documentPassword) {
    if (sources.at == Instant{}) {
        throw SigningError(ErrorCode::invalidArgument, "the time of the extension is missing");
    }
    findSignatures();
}

void DocumentExtension::findSignatures() {
    const validation::Coverage coverage(reader_);
    for (const validation::FoundSignature& found : validation::SignatureFinder(reader_).inForm()) {
        const validation::CoveredBytes covered = coverage.check(found);
        if (!covered.isUsable()) {
            throw SigningError(ErrorCode::levelNotPossible, "the signature in field \"" + found.field + "\" is damaged");
        }
        PresentSignature signature{found.field, vriKeyOf(covered.contents),    covered.end,
                                   false,       cms::Parser(covered.contents), std::nullopt};
        signature.isDocumentTimeStamp = reader_.get(found.dictionary, "SubFilter").isName("ETSI.RFC3161");
        if (signature.isDocumentTimeStamp) {
            signature.token = tsp::TimeStampToken::parse(covered.contents);
        } else if (signature.cms.timeStampToken()) {
            signature.token = tsp::TimeStampToken::parse(*signature.cms.timeStampToken());
        }
        signatures_.push_back(std::move(signature));
    }
    std::stable_sort(signatures_.begin(), signatures_.end(),
                     [](const PresentSignature& a, const PresentSignature& b) { return a.end < b.end; });
    if (signatures_.empty()) {
        throw SigningError(ErrorCode::levelNotPossible, "the document has no signature");
    }
}

Instant DocumentExtension::provenTimeOf(const PresentSignature& signature) const {
    if (signature.token) {
        return signature.token->time;
    }
    for (const PresentSignature& later : signatures_) {
        if (later.isDocumentTimeStamp && later.end > signature.end) {
            return later.token->time;
        }
    }
    return sources_.at;
}

bool DocumentExtension::lacksTime() const {
    return std::any_of(signatures_.begin(), signatures_.end(), [&](const PresentSignature& signature) {
        const bool isCovered = std::any_of(signatures_.begin(), signatures_.end(), [&](const PresentSignature& later) {
            return later.isDocumentTimeStamp && later.end > signature.end;
        });
        return !signature.token && !isCovered;
    });
}

TimeStampSource& DocumentExtension::timeStamps() const {
    if (sources_.timeStamps == nullptr) {
        throw SigningError(ErrorCode::timeStampUnavailable, "a document time-stamp is needed and no time-stamp server was given");
    }
    return *sources_.timeStamps;
}

const PresentSignature* DocumentExtension::lastTimeStamp() const {
    return signatures_.back().isDocumentTimeStamp ? &signatures_.back() : nullptr;
}

bool DocumentExtension::collect(SecurityStoreWriter& writer, ValidationDataCollector& collector) const {
    for (const PresentSignature& signature : signatures_) {
        collector.addHelpers(signature.cms.certificates());
        if (signature.token) {
            collector.addHelpers(signature.token->certificates);
        }
    }
    bool grew = false;
    for (const PresentSignature& signature : signatures_) {
        if (!signature.isDocumentTimeStamp) {
            if (!signature.cms.signer()) {
                throw SigningError(ErrorCode::levelNotPossible, "the signer's certificate is not in \"" + signature.field + '"');
            }
            const Certificate& signer = *signature.cms.signer();
            if (!signer.namesRevocationSource()) {
                throw SigningError(ErrorCode::revocationUnavailable,
                                   "the certificate of \"" + signer.commonName() + "\" names neither OCSP responder nor CRL");
            }
            grew = writer.add(signature.vriKey, collector.collect(signer, provenTimeOf(signature), Renewal::whenNeeded)) || grew;
        }
        if (signature.token && signature.token->signer) {
            const auto renewal = &signature == lastTimeStamp() ? Renewal::always : Renewal::whenNeeded;
            grew = writer.add(signature.vriKey, collector.collect(*signature.token->signer, signature.token->time, renewal)) || grew;
        }
    }
    return grew;
}

/// The next document time-stamp can only be covered by data that stands before it: a first time-stamp over a random number
/// tells whose certificate that will be.
void DocumentExtension::probe(ValidationDataCollector& collector, SecurityStoreWriter& writer) const {
    std::array<std::uint8_t, 32> random{};
    crypto::require(RAND_bytes(random.data(), static_cast<int>(random.size())) == 1, ErrorCode::cryptoFailure, "no random bytes");
    const auto token = tsp::TimeStampToken::parse(timeStamps().stampDigest(random));
    if (!token.signer) {
        throw SigningError(ErrorCode::timeStampInvalid, "the time-stamp lacks its server's certificate");
    }
    collector.addHelpers(token.certificates);
    writer.add(signatures_.back().vriKey, collector.collect(*token.signer, token.time, Renewal::whenNeeded));
}

Bytes DocumentExtension::toT() {
    if (!lacksTime()) {
        return {};
    }
    pdf::IncrementalWriter writer(reader_);
    DocumentEdit edit(reader_, writer);
    return stamp(document_, edit, timeStamps());
}

Bytes DocumentExtension::toLT() {
    const SecurityStore store = SecurityStore::read(reader_);
    pdf::IncrementalWriter writer(reader_);
    DocumentEdit edit(reader_, writer);
    SecurityStoreWriter storeWriter(edit, store);
    ValidationDataCollector collector(store, sources_);
    if (!collect(storeWriter, collector)) {
        return {};
    }
    storeWriter.write();
    edit.flush();
    return writer.finish();
}

Bytes DocumentExtension::toLTA() {
    const SecurityStore store = SecurityStore::read(reader_);
    pdf::IncrementalWriter writer(reader_);
    DocumentEdit edit(reader_, writer);
    SecurityStoreWriter storeWriter(edit, store);
    ValidationDataCollector collector(store, sources_);
    collect(storeWriter, collector);
    probe(collector, storeWriter);
    storeWriter.write();
    return stamp(document_, edit, timeStamps());
}

}  // namespace

std::string_view nameOf(SignatureLevel level) {
    switch (level) {
        case SignatureLevel::bB:
            return "B-B";
        case SignatureLevel::bT:
            return "B-T";
        case SignatureLevel::bLT:
            return "B-LT";
        case SignatureLevel::bLTA:
            return "B-LTA";
    }
    return "";
}

SignatureLevel signatureLevelOf(std::string_view name) {
    for (const SignatureLevel level : {SignatureLevel::bB, SignatureLevel::bT, SignatureLevel::bLT, SignatureLevel::bLTA}) {
        if (nameOf(level) == name) {
            return level;
        }
    }
    throw SigningError(ErrorCode::invalidArgument, "a level is one of B-B, B-T, B-LT, B-LTA");
}

Bytes PadesExtension::extendIncrement(ByteView document, SignatureLevel level, const ExtensionSources& sources) {
    DocumentExtension extension(document, sources);
    switch (level) {
        case SignatureLevel::bB:
            return {};
        case SignatureLevel::bT:
            return extension.toT();
        case SignatureLevel::bLT: {
            Bytes stamped = extension.toT();
            if (stamped.empty()) {
                return extension.toLT();
            }
            const Bytes data = DocumentExtension(PadesSignature::join(document, stamped), sources).toLT();
            stamped.insert(stamped.end(), data.begin(), data.end());
            return stamped;
        }
        case SignatureLevel::bLTA:
            return extension.toLTA();
    }
    return {};
}

Bytes PadesExtension::timeStampIncrement(ByteView document, TimeStampSource& timeStamps, const DocumentPassword& password) {
    const pdf::Reader reader(document, {}, password);
    pdf::IncrementalWriter writer(reader);
    DocumentEdit edit(reader, writer);
    return stamp(document, edit, timeStamps);
}

Bytes PadesExtension::extend(ByteView document, SignatureLevel level, const ExtensionSources& sources) {
    return PadesSignature::join(document, extendIncrement(document, level, sources));
}

}  // namespace congvu::signing
