// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/pades/PadesSignature.h"

#include <algorithm>
#include <cstring>

#include "cms/Builder.h"
#include "congvu/signing/SigningError.h"
#include "congvu/signing/trust/AlgorithmPolicy.h"
#include "crypto/OpenSsl.h"
#include "keys/EvpSigner.h"
#include "pades/AppearanceNative.h"
#include "pades/DocumentEdit.h"
#include "pades/FieldFiller.h"
#include "pades/SignatureDictionary.h"
#include "pades/SignatureField.h"
#include "pades/SignatureIncrement.h"

namespace congvu::signing {
namespace {

using pades::SignatureDictionary;
using pdf::Object;

constexpr std::size_t kSmallestReserve = 1024;
constexpr std::size_t kLargestReserve = 1 << 20;

/// Circular 15/2025/TT-BKHCN: the certificate is checked before a signature is made with it.
void checkCertificate(const Certificate& certificate, SignatureAlgorithm algorithm, Instant at) {
    if (at < certificate.notBefore()) {
        throw SigningError(ErrorCode::certificateNotYetValid, "the certificate is valid from " + toIso8601(certificate.notBefore()));
    }
    if (at > certificate.notAfter()) {
        throw SigningError(ErrorCode::certificateExpired, "the certificate expired at " + toIso8601(certificate.notAfter()));
    }
    if (!certificate.allowsSignatures() || certificate.isAuthority()) {
        throw SigningError(ErrorCode::certificateNotForSigning, "keyUsage or basicConstraints forbid document signatures");
    }
    static const AlgorithmPolicy kPolicy = AlgorithmPolicy::standard();
    if (!kPolicy.acceptsKey(certificate.keyType(), certificate.keyBits(), at) || !kPolicy.acceptsDigest(digestNameOf(algorithm), at)) {
        throw SigningError(ErrorCode::weakAlgorithm, "key or digest is too weak for new signatures");
    }
}

void checkRequest(const SignatureRequest& request) {
    if (request.signingTime == Instant{}) {
        throw SigningError(ErrorCode::invalidArgument, "the signing time is missing");
    }
    if (request.reservedBytes < kSmallestReserve || request.reservedBytes > kLargestReserve) {
        throw SigningError(ErrorCode::invalidArgument, "between 1 KiB and 1 MiB must be reserved");
    }
}

void certify(pades::DocumentEdit& edit, const pdf::Restrictions& restrictions, pdf::ObjectNumber signature) {
    // ISO 32000-2, 12.8.2.2: a certification is the first signature of a document.
    if (restrictions.hasSignatures || restrictions.certification != 0) {
        throw SigningError(ErrorCode::changeNotPermitted, "a certification must be the first signature");
    }
    Object& catalog = edit.object(edit.reader().catalogNumber());
    Object permissions = edit.reader().get(catalog, "Perms");
    if (!permissions.isDictionary()) {
        permissions = Object::dictionary();
    }
    permissions.set("DocMDP", Object::reference(signature));
    catalog.set("Perms", std::move(permissions));
}

pades::SignatureIncrement buildIncrement(const pdf::Reader& reader, const SignatureRequest& request, const Certificate& signer) {
    const pdf::Form form(reader);
    const auto restrictions = pdf::Restrictions::of(reader, form);
    constexpr std::size_t kUsualSize = 4096;
    pdf::IncrementalWriter writer(reader, request.reservedBytes * 2 + kUsualSize + pades::expectedSize(request.appearance.get()));
    pades::DocumentEdit edit(reader, writer);
    const pdf::ObjectNumber signature = writer.allocate();
    if (request.certification != Certification::none) {
        certify(edit, restrictions, signature);
    }
    pades::FieldFiller(edit, form, restrictions).fill(request.fills);
    pades::SignatureField field(edit, form, restrictions);
    std::string name = field.place(request, signature);
    edit.flush();
    const auto dictionary = SignatureDictionary::make(request, signer, field.lock(), writer, signature);
    return pades::SignatureIncrement::finish(writer, signature, dictionary, std::move(name));
}

cms::SignedDataParts partsOf(const PreparedSignature& prepared, ByteView value, ByteView token) {
    return {prepared.certificate, prepared.chain, prepared.algorithm, prepared.toBeSigned, value, token};
}

}  // namespace

PreparedSignature PadesSignature::prepare(ByteView document, const SignatureRequest& request, const DeferredSigner& signer) {
    checkRequest(request);
    checkCertificate(signer.certificate, signer.algorithm, request.signingTime);
    const pdf::Reader reader(document, {}, request.documentPassword);
    pades::SignatureIncrement increment = buildIncrement(reader, request, signer.certificate);
    Bytes digest = increment.digest(digestNameOf(signer.algorithm), document);
    Bytes toBeSigned = cms::signedAttributes(signer.certificate, digest);
    return {document.size(),       std::move(increment.bytes), increment.holeOffset, increment.holeLength, std::move(digest),
            std::move(toBeSigned), signer.algorithm,           signer.certificate,   signer.chain,         increment.fieldName};
}

namespace {

/// Asks for the time-stamp when there is a source, and fills the hole.
Bytes embed(PreparedSignature prepared, ByteView signatureValue, TimeStampSource* timeStamps) {
    const std::size_t room = prepared.holeLength / 2 - 1;
    Bytes cms = cms::buildSignedData(partsOf(prepared, signatureValue, {}));
    if (cms.size() + (timeStamps == nullptr ? 0 : timeStamps->largestToken()) > room) {
        throw SigningError(ErrorCode::reservedSpaceTooSmall, "the signature needs more than the reserved bytes");
    }
    if (timeStamps != nullptr) {
        const Bytes token = timeStamps->stamp(signatureValue);
        cms = cms::buildSignedData(partsOf(prepared, signatureValue, token));
    }
    if (cms.size() > room) {
        throw SigningError(ErrorCode::reservedSpaceTooSmall, "the signature needs more than the reserved bytes");
    }
    pades::fillHole(prepared.increment, prepared.holeOffset, cms);
    return std::move(prepared.increment);
}

}  // namespace

Bytes PadesSignature::finish(PreparedSignature prepared, ByteView signatureValue, TimeStampSource* timeStamps) {
    if (!keys::verifies(prepared.certificate, prepared.algorithm, prepared.toBeSigned, signatureValue)) {
        throw SigningError(ErrorCode::keyMismatch, "the signature value does not verify under the certificate");
    }
    return embed(std::move(prepared), signatureValue, timeStamps);
}

Bytes PadesSignature::finish(ByteView document, PreparedSignature prepared, ByteView signatureValue, TimeStampSource* timeStamps) {
    if (!prepared.isFor(document)) {
        throw SigningError(ErrorCode::documentChanged, "the document is not the one that was prepared");
    }
    return finish(std::move(prepared), signatureValue, timeStamps);
}

Bytes PadesSignature::signIncrement(ByteView document, const SignatureRequest& request, const Signer& signer, TimeStampSource* timeStamps) {
    PreparedSignature prepared = prepare(document, request, {signer.certificate(), signer.chain(), signer.algorithm()});
    const Bytes value = signer.sign(prepared.toBeSigned);
    // A key in this process was matched with its certificate when it was loaded; checking each value again would cost
    // more than an ECDSA signature itself.
    return signer.isMatchedWithCertificate() ? embed(std::move(prepared), value, timeStamps)
                                             : finish(std::move(prepared), value, timeStamps);
}

Bytes PadesSignature::sign(ByteView document, const SignatureRequest& request, const Signer& signer, TimeStampSource* timeStamps) {
    return join(document, signIncrement(document, request, signer, timeStamps));
}

Bytes PadesSignature::join(ByteView document, ByteView increment) {
    Bytes whole;
    whole.reserve(document.size() + increment.size());
    whole.insert(whole.end(), document.begin(), document.end());
    whole.insert(whole.end(), increment.begin(), increment.end());
    return whole;
}

}  // namespace congvu::signing
