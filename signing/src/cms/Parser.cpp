// SPDX-License-Identifier: Apache-2.0
#include "cms/Parser.h"

#include <openssl/err.h>
#include <openssl/rsa.h>

#include <algorithm>

#include "cms/Der.h"
#include "cms/SigningCertificate.h"
#include "crypto/CertificateNative.h"
#include "crypto/DigestName.h"
#include "crypto/TimeConversion.h"

namespace congvu::signing::cms {
namespace {

constexpr std::size_t kMostCertificates = 100;

using OctetStringPointer = std::unique_ptr<ASN1_OCTET_STRING, crypto::Deleter<ASN1_OCTET_STRING_free>>;
using ObjectPointer = std::unique_ptr<ASN1_OBJECT, crypto::Deleter<ASN1_OBJECT_free>>;

Bytes bytesOf(const ASN1_STRING* string) {
    const unsigned char* data = ASN1_STRING_get0_data(string);
    return Bytes(data, data + ASN1_STRING_length(string));
}

std::string identifierOf(const ASN1_OBJECT* object) {
    char text[128];
    const int size = OBJ_obj2txt(text, sizeof text, object, 1);
    return size > 0 ? std::string(text) : std::string();
}

int nidOf(const X509_ALGOR* algorithm) {
    const ASN1_OBJECT* object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    return OBJ_obj2nid(object);
}

/// The value of an attribute that stands exactly once with exactly one value (RFC 5652, 11).
const void* singleValue(const CMS_SignerInfo* info, int nid, int type) {
    constexpr int kExactlyOnce = -3;
    const void* value = CMS_signed_get0_data_by_OBJ(const_cast<CMS_SignerInfo*>(info), OBJ_nid2obj(nid), kExactlyOnce, type);
    ERR_clear_error();
    return value;
}

}  // namespace

Parser::Parser(ByteView bytes, const std::vector<Certificate>& others)
    : size_(der::firstBerElementSize(bytes)), hasDefiniteLength_(size_ > 0 && size_ == der::firstElementSize(bytes)) {
    const unsigned char* position = bytes.data();
    if (size_ > 0) {
        cms_.reset(d2i_CMS_ContentInfo(nullptr, &position, static_cast<long>(size_)));
    }
    const bool whole = cms_ != nullptr && position == bytes.data() + size_;
    crypto::require(whole && OBJ_obj2nid(CMS_get0_type(cms_.get())) == NID_pkcs7_signed, ErrorCode::malformedCms, "not a CMS SignedData");
    const STACK_OF(CMS_SignerInfo)* infos = CMS_get0_SignerInfos(cms_.get());
    signerInfoCount_ = infos == nullptr ? 0 : static_cast<std::size_t>(sk_CMS_SignerInfo_num(infos));
    crypto::require(signerInfoCount_ > 0, ErrorCode::malformedCms, "a SignedData without SignerInfo");
    signerInfo_ = sk_CMS_SignerInfo_value(infos, 0);
    readContent();
    readCertificates(others);
    readAlgorithms();
    readSignedAttributes();
    readUnsignedAttributes();
    ERR_clear_error();
}

Parser Parser::ofRsaSignature(ByteView contents, const std::vector<Bytes>& certificates) {
    Parser parser;
    parser.size_ = der::firstElementSize(contents);
    const unsigned char* position = contents.data();
    const OctetStringPointer value(parser.size_ == 0 ? nullptr
                                                     : d2i_ASN1_OCTET_STRING(nullptr, &position, static_cast<long>(parser.size_)));
    crypto::require(value != nullptr, ErrorCode::malformedCms, "not an OCTET STRING");
    crypto::require(!certificates.empty() && certificates.size() <= kMostCertificates, ErrorCode::malformedCms, "no certificate");
    parser.signatureValue_ = bytesOf(value.get());
    parser.signerInfoCount_ = 1;
    for (const Bytes& certificate : certificates) {
        parser.certificates_.push_back(Certificate::fromDer(certificate));
    }
    parser.signer_ = parser.certificates_.front();
    parser.readDigestOfRsa();
    ERR_clear_error();
    return parser;
}

/// PKCS#1 (RFC 8017, 9.2): the signature itself tells the digest algorithm, once its key has opened it.
void Parser::readDigestOfRsa() {
    EVP_PKEY* key = X509_get0_pubkey(crypto::x509Of(*signer_));
    if (key == nullptr || EVP_PKEY_is_a(key, "RSA") != 1) {
        return;
    }
    const crypto::KeyContextPointer context(EVP_PKEY_CTX_new(key, nullptr));
    Bytes info(static_cast<std::size_t>(EVP_PKEY_get_size(key)));
    std::size_t size = info.size();
    if (context == nullptr || EVP_PKEY_verify_recover_init(context.get()) != 1 ||
        EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) != 1 ||
        EVP_PKEY_verify_recover(context.get(), info.data(), &size, signatureValue_.data(), signatureValue_.size()) != 1) {
        digestAlgorithm_ = "SHA1";  // as the name says; then the value is wrong whatever the digest
        return;
    }
    const unsigned char* position = info.data();
    X509_SIG* opened = d2i_X509_SIG(nullptr, &position, static_cast<long>(size));
    const X509_ALGOR* algorithm = nullptr;
    if (opened != nullptr) {
        X509_SIG_get0(opened, &algorithm, nullptr);
        digestAlgorithm_ = crypto::digestNameOf(nidOf(algorithm));
    }
    X509_SIG_free(opened);
}

void Parser::readContent() {
    encapsulatedContentType_ = identifierOf(CMS_get0_eContentType(cms_.get()));
    ASN1_OCTET_STRING** content = CMS_get0_content(cms_.get());
    if (content != nullptr && *content != nullptr) {
        encapsulatedContent_ = bytesOf(*content);
    }
}

void Parser::readCertificates(const std::vector<Certificate>& others) {
    const crypto::CertificateStack stack(CMS_get1_certs(cms_.get()));
    const int count = stack == nullptr ? 0 : sk_X509_num(stack.get());
    crypto::require(static_cast<std::size_t>(count) <= kMostCertificates, ErrorCode::malformedCms, "too many certificates in a SignedData");
    for (int index = 0; index < count; ++index) {
        X509* x509 = sk_X509_value(stack.get(), index);
        certificates_.push_back(crypto::certificateOf(x509));
        if (!signer_ && CMS_SignerInfo_cert_cmp(signerInfo_, x509) == 0) {
            signer_ = certificates_.back();
        }
    }
    const auto isSigner = [&](const Certificate& other) { return CMS_SignerInfo_cert_cmp(signerInfo_, crypto::x509Of(other)) == 0; };
    const auto other = signer_ ? others.end() : std::find_if(others.begin(), others.end(), isSigner);
    if (other != others.end()) {
        signer_ = *other;
    }
    if (signer_) {
        CMS_SignerInfo_set1_signer_cert(signerInfo_, crypto::x509Of(*signer_));
    }
}

void Parser::readAlgorithms() {
    X509_ALGOR* digest = nullptr;
    X509_ALGOR* signature = nullptr;
    CMS_SignerInfo_get0_algs(signerInfo_, nullptr, nullptr, &digest, &signature);
    int digestNid = nidOf(digest);
    int digestKey = NID_undef;
    if (crypto::digestNameOf(digestNid).empty()) {
        // Some signers name "digest with RSA" where the digest alone belongs.
        OBJ_find_sigid_algs(digestNid, &digestNid, &digestKey);
    }
    digestAlgorithm_ = crypto::digestNameOf(digestNid);
    isPss_ = nidOf(signature) == NID_rsassaPss;
    int impliedDigest = NID_undef;
    int impliedKey = NID_undef;
    if (OBJ_find_sigid_algs(nidOf(signature), &impliedDigest, &impliedKey) == 1 && impliedDigest != NID_undef) {
        algorithmsDisagree_ = impliedDigest != digestNid;
    }
    signatureValue_ = bytesOf(CMS_SignerInfo_get0_signature(signerInfo_));
}

void Parser::readSignedAttributes() {
    hasSignedAttributes_ = CMS_signed_get_attr_count(signerInfo_) > 0;
    if (const void* digest = singleValue(signerInfo_, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING)) {
        messageDigest_ = bytesOf(static_cast<const ASN1_STRING*>(digest));
    }
    hasContentType_ = CMS_signed_get_attr_by_NID(signerInfo_, NID_pkcs9_contentType, -1) >= 0;
    if (const void* type = singleValue(signerInfo_, NID_pkcs9_contentType, V_ASN1_OBJECT)) {
        contentTypeAgrees_ = OBJ_cmp(static_cast<const ASN1_OBJECT*>(type), CMS_get0_eContentType(cms_.get())) == 0;
    }
    for (const int type : {V_ASN1_UTCTIME, V_ASN1_GENERALIZEDTIME}) {
        if (const void* time = singleValue(signerInfo_, NID_pkcs9_signingTime, type)) {
            signingTime_ = crypto::instantOf(static_cast<const ASN1_TIME*>(time));
        }
    }
    readSigningCertificate();
}

void Parser::readSigningCertificate() {
    struct Attribute {
        int nid;
        EssVersion version;
    };
    for (const Attribute attribute : {Attribute{NID_id_smime_aa_signingCertificateV2, EssVersion::second},
                                      Attribute{NID_id_smime_aa_signingCertificate, EssVersion::first}}) {
        if (CMS_signed_get_attr_by_NID(signerInfo_, attribute.nid, -1) < 0) {
            continue;
        }
        const void* value = singleValue(signerInfo_, attribute.nid, V_ASN1_SEQUENCE);
        const bool matches =
            value != nullptr && signer_ && namesCertificate(bytesOf(static_cast<const ASN1_STRING*>(value)), attribute.version, *signer_);
        signingCertificate_ = matches ? SigningCertificateState::matches : SigningCertificateState::differs;
        return;
    }
}

void Parser::readUnsignedAttributes() {
    constexpr int kFirst = -1;
    const void* token = CMS_unsigned_get0_data_by_OBJ(signerInfo_, OBJ_nid2obj(NID_id_smime_aa_timeStampToken), kFirst, V_ASN1_SEQUENCE);
    if (token != nullptr) {
        timeStampToken_ = bytesOf(static_cast<const ASN1_STRING*>(token));
    }
    ERR_clear_error();
}

namespace {

/// Content of the field crls in the DER of a ContentInfo with a SignedData; nothing when it is absent.
std::optional<ByteView> revocationField(ByteView contentInfo) {
    auto outer = der::take(contentInfo, der::kSequence);
    auto content = outer && der::take(*outer, der::kObjectIdentifier) ? der::take(*outer, der::kContext0) : std::nullopt;
    auto signedData = content ? der::take(*content, der::kSequence) : std::nullopt;
    // version, digestAlgorithms, encapContentInfo
    if (!signedData || !der::take(*signedData, der::kInteger) || !der::take(*signedData, der::kSet) ||
        !der::take(*signedData, der::kSequence)) {
        return std::nullopt;
    }
    der::take(*signedData, der::kContext0);  // certificates
    return der::take(*signedData, der::kContext1);
}

/// The members of a SEQUENCE OF SEQUENCE; of very many only the first ones.
std::vector<Bytes> membersOf(ByteView field) {
    constexpr std::size_t kMost = 100;
    std::vector<Bytes> members;
    auto list = der::take(field, der::kSequence);
    while (list && !list->empty() && members.size() < kMost) {
        const ByteView whole = list->first(der::firstElementSize(*list));
        if (!der::take(*list, der::kSequence)) {
            break;
        }
        members.emplace_back(whole.begin(), whole.end());
    }
    return members;
}

}  // namespace

EmbeddedRevocation Parser::revocation() const {
    if (cms_ == nullptr) {
        return {};
    }
    const Bytes encoded = crypto::toDer(cms_.get(), i2d_CMS_ContentInfo);
    const Bytes ocsp = der::objectIdentifier("1.3.6.1.5.5.7.16.2");  // id-ri-ocsp-response
    auto list = revocationField(encoded);
    EmbeddedRevocation out;
    while (list && !list->empty()) {
        const ByteView whole = list->first(der::firstElementSize(*list));
        if (der::take(*list, der::kSequence)) {
            out.crls.emplace_back(whole.begin(), whole.end());
            continue;
        }
        const auto other = der::take(*list, der::kContext1);
        if (!other) {
            break;
        }
        if (other->size() > ocsp.size() && std::equal(ocsp.begin(), ocsp.end(), other->begin())) {
            out.ocspResponses.emplace_back(other->begin() + static_cast<std::ptrdiff_t>(ocsp.size()), other->end());
        }
    }
    return out;
}

/// RevocationInfoArchival ::= SEQUENCE { crl [0] EXPLICIT SEQUENCE OF CRL, ocsp [1] EXPLICIT SEQUENCE OF OCSPResponse,
/// otherRevInfo [2] … }, each OPTIONAL.
EmbeddedRevocation Parser::archivedRevocation() const {
    constexpr int kExactlyOnce = -3;
    const ObjectPointer type(OBJ_txt2obj("1.2.840.113583.1.1.8", 1));
    const void* value =
        signerInfo_ == nullptr ? nullptr : CMS_signed_get0_data_by_OBJ(signerInfo_, type.get(), kExactlyOnce, V_ASN1_SEQUENCE);
    ERR_clear_error();
    if (value == nullptr) {
        return {};
    }
    const Bytes encoded = bytesOf(static_cast<const ASN1_STRING*>(value));
    ByteView rest = encoded;
    auto archive = der::take(rest, der::kSequence);
    EmbeddedRevocation out;
    if (auto crls = archive ? der::take(*archive, der::kContext0) : std::nullopt) {
        out.crls = membersOf(*crls);
    }
    if (auto responses = archive ? der::take(*archive, der::kContext1) : std::nullopt) {
        out.ocspResponses = membersOf(*responses);
    }
    return out;
}

std::string Parser::algorithmName() const {
    if (!signer_) {
        return digestAlgorithm_;
    }
    const std::string type = signer_->keyType();
    const std::string scheme = isPss_ ? "RSA-PSS" : type == "EC" ? "ECDSA" : type;
    return scheme + '-' + (digestAlgorithm_.empty() ? "unknown" : digestAlgorithm_);
}

bool Parser::furtherSignerInfosAgree(const std::function<Bytes(const std::string&)>& digestOf) const {
    constexpr int kMostSignerInfos = 4;
    const STACK_OF(CMS_SignerInfo)* infos = cms_ == nullptr || !signer_ ? nullptr : CMS_get0_SignerInfos(cms_.get());
    const int count = infos == nullptr ? 0 : sk_CMS_SignerInfo_num(infos);
    bool agree = count > 0 && count <= kMostSignerInfos;
    for (int index = 1; agree && index < count; ++index) {
        CMS_SignerInfo* info = sk_CMS_SignerInfo_value(infos, index);
        X509_ALGOR* digest = nullptr;
        CMS_SignerInfo_get0_algs(info, nullptr, nullptr, &digest, nullptr);
        const std::string name = crypto::digestNameOf(nidOf(digest));
        const void* value = singleValue(info, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING);
        agree = CMS_SignerInfo_cert_cmp(info, crypto::x509Of(*signer_)) == 0 && !name.empty() && value != nullptr &&
                bytesOf(static_cast<const ASN1_STRING*>(value)) == digestOf(name);
        CMS_SignerInfo_set1_signer_cert(info, crypto::x509Of(*signer_));
        agree = agree && CMS_SignerInfo_verify(info) == 1;
    }
    ERR_clear_error();
    return agree;
}

bool Parser::verifies(const Bytes& contentDigest) const {
    if (!signer_) {
        return false;
    }
    const bool good = hasSignedAttributes_ ? CMS_SignerInfo_verify(signerInfo_) == 1 || verifiesOverAttributes()
                                           : verifiesWithoutAttributes(contentDigest);
    ERR_clear_error();
    return good;
}

/// The attributes as a SET OF in the order in which they came (RFC 5652, 5.4).
Bytes Parser::signedAttributesDer() const {
    Bytes content;
    for (int index = 0; index < CMS_signed_get_attr_count(signerInfo_); ++index) {
        const Bytes attribute = crypto::toDer(CMS_signed_get_attr(signerInfo_, index), i2d_X509_ATTRIBUTE);
        content.insert(content.end(), attribute.begin(), attribute.end());
    }
    return der::element(der::kSet, content);
}

/// The value by itself, where OpenSSL 3.0 refuses the CMS: without content-type, with an attribute twice (which of them may
/// be missing or doubled is the checks' to say), and for Edwards curves, which sign the attributes and no digest (RFC 8419, 2).
bool Parser::verifiesOverAttributes() const {
    const crypto::DigestContextPointer context(EVP_MD_CTX_new());
    EVP_PKEY* key = X509_get0_pubkey(crypto::x509Of(*signer_));
    const bool isEdwardsCurve = signer_->keyType() == "ED25519" || signer_->keyType() == "ED448";
    const EVP_MD* method = isEdwardsCurve ? nullptr : crypto::digestAlgorithm(digestAlgorithm_);
    EVP_PKEY_CTX* keyContext = nullptr;
    if (context == nullptr || key == nullptr || (method == nullptr && !isEdwardsCurve) ||
        EVP_DigestVerifyInit(context.get(), &keyContext, method, nullptr, key) != 1 || !usesPadding(keyContext)) {
        return false;
    }
    const Bytes attributes = signedAttributesDer();
    return EVP_DigestVerify(context.get(), signatureValue_.data(), signatureValue_.size(), attributes.data(), attributes.size()) == 1;
}

/// RFC 8017, 8.1: the length of the salt stands in the signature itself.
bool Parser::usesPadding(EVP_PKEY_CTX* context) const {
    return !isPss_ || (EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
                       EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_AUTO) == 1);
}

bool Parser::verifiesWithoutAttributes(const Bytes& contentDigest) const {
    EVP_PKEY* key = X509_get0_pubkey(crypto::x509Of(*signer_));
    const EVP_MD* method = crypto::digestAlgorithm(digestAlgorithm_);
    if (key == nullptr || method == nullptr) {
        return false;
    }
    const crypto::KeyContextPointer context(EVP_PKEY_CTX_new(key, nullptr));
    if (context == nullptr || EVP_PKEY_verify_init(context.get()) != 1) {
        return false;
    }
    return usesPadding(context.get()) && EVP_PKEY_CTX_set_signature_md(context.get(), method) == 1 &&
           EVP_PKEY_verify(context.get(), signatureValue_.data(), signatureValue_.size(), contentDigest.data(), contentDigest.size()) == 1;
}

}  // namespace congvu::signing::cms
