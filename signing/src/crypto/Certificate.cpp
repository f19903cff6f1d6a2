// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/Certificate.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "crypto/CertificateNative.h"
#include "crypto/TimeConversion.h"

namespace congvu::signing {
namespace {

std::string printedName(const X509_NAME* name) {
    const crypto::BioPointer bio(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(bio.get(), name, 0, XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB));
    char* memory = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &memory);
    return size > 0 ? std::string(memory, static_cast<std::size_t>(size)) : std::string();
}

std::string namePart(const X509_NAME* name, int nid) {
    const int index = X509_NAME_get_index_by_NID(name, nid, -1);
    if (index < 0) {
        return {};
    }
    unsigned char* utf8 = nullptr;
    const int size = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, index)));
    if (size < 0) {
        ERR_clear_error();
        return {};
    }
    std::string text(reinterpret_cast<char*>(utf8), static_cast<std::size_t>(size));
    OPENSSL_free(utf8);
    return text;
}

std::string commonNameOf(const X509_NAME* name) {
    std::string text = namePart(name, NID_commonName);
    return text.empty() ? printedName(name) : text;
}

using DistributionPoints = std::unique_ptr<CRL_DIST_POINTS, crypto::Deleter<CRL_DIST_POINTS_free>>;
using AuthorityAccess = std::unique_ptr<AUTHORITY_INFO_ACCESS, crypto::Deleter<AUTHORITY_INFO_ACCESS_free>>;

constexpr std::size_t kMostAddresses = 8;

/// Appends the name when it is an http address.
void addAddress(const GENERAL_NAME* name, std::vector<std::string>& out) {
    if (name->type != GEN_URI || out.size() >= kMostAddresses) {
        return;
    }
    const ASN1_IA5STRING* uri = name->d.uniformResourceIdentifier;
    const std::string_view text = textOf({ASN1_STRING_get0_data(uri), static_cast<std::size_t>(ASN1_STRING_length(uri))});
    if (text.starts_with("http://") && text.find('\0') == std::string_view::npos) {
        out.emplace_back(text);
    }
}

}  // namespace

Certificate Certificate::fromDer(ByteView der) {
    const unsigned char* position = der.data();
    auto native = std::make_shared<Native>();
    native->x509.reset(d2i_X509(nullptr, &position, static_cast<long>(der.size())));
    const bool whole = native->x509 != nullptr && position == der.data() + der.size();
    crypto::require(whole, ErrorCode::malformedCms, "not a certificate");
    // Fills the cached extension values now, so that later reads from several threads change nothing.
    X509_check_purpose(native->x509.get(), -1, 0);
    ERR_clear_error();
    native->der.assign(der.begin(), der.end());
    return Certificate(std::move(native));
}

Certificate Certificate::fromPem(std::string_view pem) {
    auto all = allFromPem(pem);
    crypto::require(all.size() == 1, ErrorCode::malformedCms, "not one PEM certificate");
    return all.front();
}

std::vector<Certificate> Certificate::allFromPem(std::string_view pem) {
    const auto bio = crypto::memoryBio(viewOf(pem));
    std::vector<Certificate> out;
    for (;;) {
        const crypto::X509Pointer x509(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
        if (x509 == nullptr) {
            ERR_clear_error();
            return out;
        }
        out.push_back(crypto::certificateOf(x509.get()));
    }
}

const Bytes& Certificate::der() const {
    return native_->der;
}

std::string Certificate::toPem() const {
    const crypto::BioPointer bio(BIO_new(BIO_s_mem()));
    crypto::require(PEM_write_bio_X509(bio.get(), native_->x509.get()) == 1, ErrorCode::cryptoFailure, "PEM could not be written");
    char* memory = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &memory);
    return std::string(memory, static_cast<std::size_t>(size));
}

std::string Certificate::commonName() const {
    return commonNameOf(X509_get_subject_name(native_->x509.get()));
}

std::string Certificate::organization() const {
    return namePart(X509_get_subject_name(native_->x509.get()), NID_organizationName);
}

std::string Certificate::subject() const {
    return printedName(X509_get_subject_name(native_->x509.get()));
}

std::string Certificate::issuer() const {
    return printedName(X509_get_issuer_name(native_->x509.get()));
}

std::string Certificate::issuerCommonName() const {
    return commonNameOf(X509_get_issuer_name(native_->x509.get()));
}

std::string Certificate::serialNumber() const {
    const ASN1_INTEGER* serial = X509_get0_serialNumber(native_->x509.get());
    return crypto::toUpperHex({ASN1_STRING_get0_data(serial), static_cast<std::size_t>(ASN1_STRING_length(serial))});
}

std::string Certificate::fingerprint() const {
    return crypto::toHex(crypto::digest("SHA256", native_->der));
}

Instant Certificate::notBefore() const {
    return crypto::instantOf(X509_get0_notBefore(native_->x509.get()));
}

Instant Certificate::notAfter() const {
    return crypto::instantOf(X509_get0_notAfter(native_->x509.get()));
}

bool Certificate::isAuthority() const {
    return X509_check_ca(native_->x509.get()) == 1;
}

bool Certificate::isSelfSigned() const {
    const bool result = X509_self_signed(native_->x509.get(), 1) == 1;
    ERR_clear_error();
    return result;
}

bool Certificate::allowsSignatures() const {
    const std::uint32_t usage = X509_get_key_usage(native_->x509.get());
    return usage == UINT32_MAX || (usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0;
}

bool Certificate::allowsTimeStamping() const {
    const std::uint32_t usage = X509_get_extended_key_usage(native_->x509.get());
    return usage != UINT32_MAX && (usage & XKU_TIMESTAMP) != 0;
}

bool Certificate::allowsOcspSigning() const {
    const std::uint32_t usage = X509_get_extended_key_usage(native_->x509.get());
    return usage != UINT32_MAX && (usage & XKU_OCSP_SIGN) != 0;
}

bool Certificate::hasOcspNoCheck() const {
    return X509_get_ext_by_NID(native_->x509.get(), NID_id_pkix_OCSP_noCheck, -1) >= 0;
}

bool Certificate::isIssuedBy(const Certificate& issuer) const {
    EVP_PKEY* key = X509_get0_pubkey(issuer.native().x509.get());
    const bool result = key != nullptr && X509_check_issued(issuer.native().x509.get(), native_->x509.get()) == X509_V_OK &&
                        X509_verify(native_->x509.get(), key) == 1;
    ERR_clear_error();
    return result;
}

std::vector<std::string> Certificate::ocspResponders() const {
    std::vector<std::string> out;
    const AuthorityAccess access(
        static_cast<AUTHORITY_INFO_ACCESS*>(X509_get_ext_d2i(native_->x509.get(), NID_info_access, nullptr, nullptr)));
    for (int index = 0; access != nullptr && index < sk_ACCESS_DESCRIPTION_num(access.get()); ++index) {
        const ACCESS_DESCRIPTION* description = sk_ACCESS_DESCRIPTION_value(access.get(), index);
        if (OBJ_obj2nid(description->method) == NID_ad_OCSP) {
            addAddress(description->location, out);
        }
    }
    ERR_clear_error();
    return out;
}

std::vector<std::string> Certificate::crlDistributionPoints() const {
    std::vector<std::string> out;
    const DistributionPoints points(
        static_cast<CRL_DIST_POINTS*>(X509_get_ext_d2i(native_->x509.get(), NID_crl_distribution_points, nullptr, nullptr)));
    for (int index = 0; points != nullptr && index < sk_DIST_POINT_num(points.get()); ++index) {
        const DIST_POINT_NAME* name = sk_DIST_POINT_value(points.get(), index)->distpoint;
        constexpr int kFullName = 0;
        const GENERAL_NAMES* names = name != nullptr && name->type == kFullName ? name->name.fullname : nullptr;
        for (int inner = 0; names != nullptr && inner < sk_GENERAL_NAME_num(names); ++inner) {
            addAddress(sk_GENERAL_NAME_value(names, inner), out);
        }
    }
    ERR_clear_error();
    return out;
}

bool Certificate::namesRevocationSource() const {
    const AuthorityAccess access(
        static_cast<AUTHORITY_INFO_ACCESS*>(X509_get_ext_d2i(native_->x509.get(), NID_info_access, nullptr, nullptr)));
    ERR_clear_error();
    for (int index = 0; access != nullptr && index < sk_ACCESS_DESCRIPTION_num(access.get()); ++index) {
        if (OBJ_obj2nid(sk_ACCESS_DESCRIPTION_value(access.get(), index)->method) == NID_ad_OCSP) {
            return true;
        }
    }
    return X509_get_ext_by_NID(native_->x509.get(), NID_crl_distribution_points, -1) >= 0;
}

std::string Certificate::keyType() const {
    const EVP_PKEY* key = X509_get0_pubkey(native_->x509.get());
    if (key == nullptr) {
        ERR_clear_error();
        return "unknown";
    }
    switch (EVP_PKEY_get_base_id(key)) {
        case EVP_PKEY_RSA:
        case EVP_PKEY_RSA_PSS:
            return "RSA";
        case EVP_PKEY_EC:
            return "EC";
        default: {
            const char* name = EVP_PKEY_get0_type_name(key);
            return name == nullptr ? "unknown" : name;
        }
    }
}

int Certificate::keyBits() const {
    const EVP_PKEY* key = X509_get0_pubkey(native_->x509.get());
    return key == nullptr ? 0 : EVP_PKEY_get_bits(key);
}

namespace crypto {

CertificateStack stackOf(const std::vector<Certificate>& certificates) {
    CertificateStack stack(sk_X509_new_null());
    for (const Certificate& certificate : certificates) {
        X509* x509 = x509Of(certificate);
        require(X509_up_ref(x509) == 1 && sk_X509_push(stack.get(), x509) > 0, ErrorCode::cryptoFailure, "out of memory");
    }
    return stack;
}

Certificate certificateOf(const X509* x509) {
    return Certificate::fromDer(toDer(x509, i2d_X509));
}

}  // namespace crypto
}  // namespace congvu::signing
