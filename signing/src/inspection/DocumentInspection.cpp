// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/pdf/DocumentInspection.h"

#include <algorithm>

#include "cms/Parser.h"
#include "congvu/signing/SigningError.h"
#include "crl/CertificateRevocationList.h"
#include "ocsp/OcspResponse.h"
#include "pades/SecurityStore.h"
#include "pdf/PdfDate.h"
#include "pdf/Restrictions.h"
#include "pdf/Security.h"
#include "tsp/TimeStampToken.h"
#include "validation/FoundSignature.h"

namespace congvu::signing {
namespace {

using pdf::Object;
using pdf::Reader;

std::string_view kindName(pdf::SectionKind kind) {
    switch (kind) {
        case pdf::SectionKind::table:
            return "table";
        case pdf::SectionKind::stream:
            return "stream";
        case pdf::SectionKind::hybrid:
            return "hybrid";
    }
    return "";
}

std::vector<SectionFact> sectionsOf(const Reader& reader) {
    std::vector<SectionFact> out;
    for (const pdf::CrossReferenceSection& section : reader.sections()) {
        SectionFact fact;
        fact.kind = kindName(section.kind);
        fact.position = section.position;
        for (const pdf::CrossReferenceEntry& entry : section.entries) {
            ++(entry.kind == pdf::EntryKind::free ? fact.freed : fact.objects);
        }
        out.push_back(std::move(fact));
    }
    std::reverse(out.begin(), out.end());
    return out;
}

std::optional<EncryptionFact> encryptionOf(const Reader& reader) {
    if (!reader.isEncrypted()) {
        return std::nullopt;
    }
    const pdf::EncryptionParameters& parameters = reader.security()->parameters();
    return EncryptionFact{"Standard",
                          parameters.version,
                          parameters.revision,
                          static_cast<std::int64_t>(parameters.keyBytes * 8),
                          reader.security()->algorithmText(),
                          reader.security()->openedBy() == pdf::PasswordKind::owner,
                          parameters.permissions};
}

std::string_view stateName(cms::SigningCertificateState state) {
    switch (state) {
        case cms::SigningCertificateState::absent:
            return "absent";
        case cms::SigningCertificateState::matches:
            return "matches";
        case cms::SigningCertificateState::differs:
            return "differs";
    }
    return "";
}

std::optional<Instant> timeOf(ByteView token) {
    try {
        return tsp::TimeStampToken::parse(token).time;
    } catch (const SigningError&) {
        return std::nullopt;  // there is a token, but it tells no time
    }
}

CmsFact cmsOf(ByteView contents, bool isDocumentTimeStamp) {
    CmsFact fact;
    try {
        const cms::Parser parser(contents);
        fact.size = parser.size();
        fact.signerInfos = parser.signerInfoCount();
        fact.hasDefiniteLength = parser.hasDefiniteLength();
        fact.hasContent = parser.encapsulatedContent().has_value();
        fact.hasSigningTime = parser.signingTime().has_value();
        fact.digest = parser.digestAlgorithm();
        fact.algorithm = parser.algorithmName();
        fact.signingCertificate = stateName(parser.signingCertificate());
        fact.signer = parser.signer();
        fact.certificates = parser.certificates();
        if (isDocumentTimeStamp) {
            fact.timeStamp = timeOf(contents);
        } else if (parser.timeStampToken()) {
            fact.timeStamp = timeOf(*parser.timeStampToken());
        }
    } catch (const SigningError& error) {
        fact.error = error.what();
    }
    return fact;
}

SignatureFact signatureOf(const Reader& reader, const validation::FoundSignature& found) {
    SignatureFact fact;
    const Object& dictionary = found.dictionary;
    fact.field = found.field;
    fact.filter = reader.get(dictionary, "Filter").stringValue();
    fact.subFilter = reader.get(dictionary, "SubFilter").stringValue();
    for (const Object& number : reader.get(dictionary, "ByteRange").items()) {
        fact.byteRange.push_back(reader.resolve(number).integerValue());
    }
    const std::string& contents = reader.get(dictionary, "Contents").stringValue();
    fact.contentsBytes = contents.size();
    fact.claimedTime = pdf::instantOfPdfDate(reader.get(dictionary, "M").stringValue());
    fact.reason = pdf::utf8OfTextString(reader.get(dictionary, "Reason").stringValue());
    fact.certification = pdf::certificationOf(reader, dictionary);
    fact.cms = cmsOf(viewOf(contents), fact.subFilter == "ETSI.RFC3161");
    return fact;
}

RevocationDataFact ocspFact(ByteView data) {
    RevocationDataFact fact{data.size(), std::nullopt, std::nullopt};
    try {
        fact.issuedAt = ocsp::OcspResponse::parse(data).producedAt();
    } catch (const SigningError&) {
        return fact;
    }
    return fact;
}

RevocationDataFact crlFact(ByteView data) {
    RevocationDataFact fact{data.size(), std::nullopt, std::nullopt};
    try {
        const auto list = crl::CertificateRevocationList::parse(data);
        fact.issuedAt = list.thisUpdate();
        fact.nextUpdate = list.nextUpdate();
    } catch (const SigningError&) {
        return fact;
    }
    return fact;
}

SecurityStoreFact storeFact(const Reader& reader) {
    SecurityStoreFact fact;
    const pades::SecurityStore store = pades::SecurityStore::read(reader);
    fact.isPresent = store.isPresent;
    for (const pades::StoredItem& item : store.certificates) {
        try {
            fact.certificates.push_back(Certificate::fromDer(item.data));
        } catch (const SigningError&) {
            continue;  // what is no certificate is not listed as one
        }
    }
    std::transform(store.ocspResponses.begin(), store.ocspResponses.end(), std::back_inserter(fact.ocspResponses),
                   [](const pades::StoredItem& item) { return ocspFact(item.data); });
    std::transform(store.crls.begin(), store.crls.end(), std::back_inserter(fact.crls),
                   [](const pades::StoredItem& item) { return crlFact(item.data); });
    const Object& vri = reader.get(reader.get(reader.catalog(), "DSS"), "VRI");
    for (const auto& [key, value] : vri.entries()) {
        fact.vriKeys.push_back(key);
    }
    return fact;
}

/// "1.7" of "%PDF-1.7".
std::string versionOf(const Reader& reader) {
    constexpr std::size_t kMark = 5;
    const std::string_view rest = textOf(reader.file().subspan(reader.headerOffset())).substr(kMark, 8);
    return std::string(rest.substr(0, rest.find_first_not_of("0123456789.")));
}

}  // namespace

DocumentInspection DocumentInspection::read(ByteView document, const DocumentPassword& password) {
    const Reader reader(document, {}, password);
    DocumentInspection out;
    out.size = document.size();
    out.version = versionOf(reader);
    out.sections = sectionsOf(reader);
    out.encryption = encryptionOf(reader);
    out.outline = DocumentOutline::read(document, password);
    for (const validation::FoundSignature& found : validation::SignatureFinder(reader).inForm()) {
        out.signatures.push_back(signatureOf(reader, found));
    }
    out.securityStore = storeFact(reader);
    return out;
}

}  // namespace congvu::signing
