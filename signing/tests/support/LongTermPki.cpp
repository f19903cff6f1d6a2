// SPDX-License-Identifier: Apache-2.0
#include "support/LongTermPki.h"

#include <openssl/ocsp.h>
#include <openssl/rand.h>
#include <openssl/ts.h>
#include <openssl/x509v3.h>

#include <stdexcept>

#include "crypto/CertificateNative.h"

namespace congvu::signing::testing {
namespace {

using crypto::KeyPointer;
using crypto::X509Pointer;
using CrlPointer = std::unique_ptr<X509_CRL, crypto::Deleter<X509_CRL_free>>;
using TimePointer = std::unique_ptr<ASN1_TIME, crypto::Deleter<ASN1_TIME_free>>;
using GeneralizedPointer = std::unique_ptr<ASN1_GENERALIZEDTIME, crypto::Deleter<ASN1_GENERALIZEDTIME_free>>;
using BasicPointer = std::unique_ptr<OCSP_BASICRESP, crypto::Deleter<OCSP_BASICRESP_free>>;
using ResponsePointer = std::unique_ptr<OCSP_RESPONSE, crypto::Deleter<OCSP_RESPONSE_free>>;
using RequestPointer = std::unique_ptr<OCSP_REQUEST, crypto::Deleter<OCSP_REQUEST_free>>;
using IdPointer = std::unique_ptr<OCSP_CERTID, crypto::Deleter<OCSP_CERTID_free>>;
using StampContext = std::unique_ptr<TS_RESP_CTX, crypto::Deleter<TS_RESP_CTX_free>>;
using StampResponse = std::unique_ptr<TS_RESP, crypto::Deleter<TS_RESP_free>>;

void require(bool condition, const char* what) {
    if (!condition) {
        throw std::runtime_error(what);
    }
}

KeyPointer newKey(KeyKind kind) {
    switch (kind) {
        case KeyKind::rsa2048:
            return KeyPointer(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t{2048}));
        case KeyKind::rsa3072:
            return KeyPointer(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t{3072}));
        case KeyKind::ecP256:
            return KeyPointer(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
        case KeyKind::ecP384:
            return KeyPointer(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-384"));
    }
    return nullptr;
}

SecretText pkcs8Of(const EVP_PKEY* key) {
    PKCS8_PRIV_KEY_INFO* info = EVP_PKEY2PKCS8(key);
    SecretText out(static_cast<std::size_t>(i2d_PKCS8_PRIV_KEY_INFO(info, nullptr)));
    auto* position = reinterpret_cast<unsigned char*>(out.data());
    i2d_PKCS8_PRIV_KEY_INFO(info, &position);
    PKCS8_PRIV_KEY_INFO_free(info);
    return out;
}

std::time_t secondsOf(Instant instant) {
    return static_cast<std::time_t>(instant.time_since_epoch().count());
}

template <typename Add>
void addExtension(int nid, const std::string& value, X509* issuer, X509* subject, X509_CRL* list, Add add) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, subject, nullptr, list, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str());
    require(extension != nullptr && add(extension) == 1, "an extension could not be made");
    X509_EXTENSION_free(extension);
}

ASN1_INTEGER* randomSerial() {
    std::uint64_t value = 0;
    RAND_bytes(reinterpret_cast<unsigned char*>(&value), sizeof value);
    ASN1_INTEGER* serial = ASN1_INTEGER_new();
    ASN1_INTEGER_set_uint64(serial, value | 1);
    return serial;
}

std::string textOfBytes(const Bytes& bytes) {
    return std::string(textOf(bytes));
}

Validity during(const char* from, const char* to) {
    return {fromIso8601(from), fromIso8601(to)};
}

int secondsOfClock(TS_RESP_CTX*, void* data, long* seconds, long* microseconds) {
    *seconds = static_cast<const LongTermPki*>(data)->clock.load();
    *microseconds = 0;
    return 1;
}

}  // namespace

LongTermPki::LongTermPki() : clock(secondsOf(fromIso8601("2026-03-05T07:08:09Z"))) {
    server_ = std::make_unique<HttpPeer>([this](const std::string& path, const std::string& body) { return answer(path, body); });
    root_ = makeAuthority("root", nullptr, during("2020-01-01", "2070-01-01"));
    first_ = makeAuthority("first", root_.get(), during("2020-01-01", "2036-01-01"));
    second_ = makeAuthority("second", root_.get(), during("2020-01-01", "2070-01-01"));
    CertificateShape stamping;
    stamping.extendedUsage = "critical,timeStamping";
    stamper1_ = std::make_unique<IssuedKey>(issue(*first_, "TSA một", during("2026-01-01", "2035-12-31"), KeyKind::ecP256, stamping));
    stamper2_ = std::make_unique<IssuedKey>(issue(*second_, "TSA hai", during("2026-01-01", "2066-01-01"), KeyKind::ecP256, stamping));
}

Certificate LongTermPki::certify(TestAuthority& issuer, EVP_PKEY* key, const std::string& commonName, Validity validity,
                                 const CertificateShape& shape) {
    const X509Pointer made(X509_new());
    X509* raw = made.get();
    X509* signer = issuer.issued ? crypto::x509Of(issuer.certificate()) : raw;  // a root signs itself
    X509_NAME_add_entry_by_txt(X509_get_subject_name(raw), "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(commonName.data()),
                               static_cast<int>(commonName.size()), -1, 0);
    ASN1_INTEGER* serial = randomSerial();
    X509_set_version(raw, X509_VERSION_3);
    X509_set_serialNumber(raw, serial);
    ASN1_INTEGER_free(serial);
    ASN1_TIME_set(X509_getm_notBefore(raw), secondsOf(validity.notBefore));
    ASN1_TIME_set(X509_getm_notAfter(raw), secondsOf(validity.notAfter));
    X509_set_issuer_name(raw, X509_get_subject_name(signer));
    X509_set_pubkey(raw, key);
    const auto add = [&](int nid, const std::string& value) {
        addExtension(nid, value, signer, raw, nullptr, [&](X509_EXTENSION* extension) { return X509_add_ext(raw, extension, -1); });
    };
    add(NID_basic_constraints, shape.isAuthority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    add(NID_key_usage, shape.isAuthority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature");
    add(NID_subject_key_identifier, "hash");
    if (signer != raw) {
        add(NID_authority_key_identifier, "keyid");
    }
    if (!shape.extendedUsage.empty()) {
        add(NID_ext_key_usage, shape.extendedUsage);
    }
    if (shape.withOcsp) {
        add(NID_info_access, "OCSP;URI:" + url("/ocsp"));
    }
    if (shape.withCrl) {
        add(NID_crl_distribution_points, "URI:" + url('/' + issuer.name + ".crl"));
    }
    if (shape.withNoCheck) {
        add(NID_id_pkix_OCSP_noCheck, "NULL");
    }
    require(X509_sign(raw, issuer.key.get(), EVP_sha256()) > 0, "a certificate could not be signed");
    return crypto::certificateOf(raw);
}

std::unique_ptr<TestAuthority> LongTermPki::makeAuthority(const std::string& name, TestAuthority* issuer, Validity validity) {
    auto self = std::make_unique<TestAuthority>();
    self->name = name;
    self->key = newKey(KeyKind::ecP256);
    CertificateShape shape;
    shape.isAuthority = true;
    shape.withOcsp = false;
    shape.withCrl = issuer != nullptr;
    self->issued = certify(issuer == nullptr ? *self : *issuer, self->key.get(), "Authority " + name, validity, shape);
    if (issuer != nullptr) {
        issued_.emplace_back(self->certificate(), issuer);
    }
    self->responderKey = newKey(KeyKind::ecP256);
    CertificateShape answering;
    answering.extendedUsage = "OCSPSigning";
    answering.withOcsp = answering.withCrl = false;
    answering.withNoCheck = true;
    self->responder = certify(*self, self->responderKey.get(), "Responder of " + name, validity, answering);
    return self;
}

IssuedKey LongTermPki::issue(TestAuthority& issuer, const std::string& commonName, Validity validity, KeyKind kind,
                             const CertificateShape& shape) {
    const KeyPointer key = newKey(kind);
    Certificate certificate = certify(issuer, key.get(), commonName, validity, shape);
    issued_.emplace_back(certificate, &issuer);
    return {pkcs8Of(key.get()), std::move(certificate), {issuer.certificate()}};
}

IssuedKey LongTermPki::issueSigner(KeyKind kind, const CertificateShape& shape) {
    return issue(*first_, "Nguyễn Văn Mẫu", during("2026-01-01", "2028-01-01"), kind, shape);
}

void LongTermPki::revoke(TestAuthority& issuer, const Certificate& certificate, Instant at, int reason) {
    issuer.revoked[certificate.serialNumber()] = {at, reason};
}

TrustStore LongTermPki::trust() const {
    TrustStore store;
    store.addAnchor("test", root_->certificate());
    return store;
}

Bytes LongTermPki::ocspResponse(TestAuthority& authority, const Certificate& certificate) {
    const IdPointer id(OCSP_cert_to_id(EVP_get_digestbyname(authority.ocsp.digest.c_str()), crypto::x509Of(certificate),
                                       crypto::x509Of(authority.certificate())));
    const RequestPointer request(OCSP_REQUEST_new());
    OCSP_request_add0_id(request.get(), OCSP_CERTID_dup(id.get()));
    return makeOcspResponse(authority, request.get(), certificate);
}

Bytes LongTermPki::makeOcspResponse(TestAuthority& authority, OCSP_REQUEST* request, const Certificate& certificate) {
    const OcspShape& shape = authority.ocsp;
    const Instant made = now() - shape.age;
    const GeneralizedPointer thisUpdate(ASN1_GENERALIZEDTIME_set(nullptr, secondsOf(made)));
    const GeneralizedPointer nextUpdate(ASN1_GENERALIZEDTIME_set(nullptr, secondsOf(made + shape.life)));
    const BasicPointer basic(OCSP_BASICRESP_new());
    const auto entry = authority.revoked.find(certificate.serialNumber());
    const bool isRevoked = entry != authority.revoked.end() && entry->second.at <= now();
    const GeneralizedPointer revoked(isRevoked ? ASN1_GENERALIZEDTIME_set(nullptr, secondsOf(entry->second.at)) : nullptr);
    const int status = shape.unknown ? V_OCSP_CERTSTATUS_UNKNOWN : isRevoked ? V_OCSP_CERTSTATUS_REVOKED : V_OCSP_CERTSTATUS_GOOD;
    const IdPointer id(OCSP_cert_to_id(EVP_get_digestbyname(shape.digest.c_str()),
                                       crypto::x509Of(shape.otherCertificate ? *authority.responder : certificate),
                                       crypto::x509Of(authority.certificate())));
    require(OCSP_basic_add1_status(basic.get(), id.get(), status, isRevoked ? entry->second.reason : -1, revoked.get(), thisUpdate.get(),
                                   shape.withoutNextUpdate ? nullptr : nextUpdate.get()) != nullptr,
            "a status could not be added");
    if (shape.otherNonce) {
        OCSP_basic_add1_nonce(basic.get(), nullptr, 16);
    } else if (shape.withNonce) {
        OCSP_copy_nonce(basic.get(), request);
    }
    ASN1_GENERALIZEDTIME_set(const_cast<ASN1_GENERALIZEDTIME*>(OCSP_resp_get0_produced_at(basic.get())), secondsOf(made));
    const KeyPointer stranger = shape.wrongKey ? newKey(KeyKind::ecP256) : nullptr;
    EVP_PKEY* key = shape.byIssuer ? authority.key.get() : authority.responderKey.get();
    X509* signer = crypto::x509Of(shape.byIssuer ? authority.certificate() : *authority.responder);
    const unsigned long flags = OCSP_NOTIME | (shape.byName ? 0 : OCSP_RESPID_KEY) | (shape.byIssuer ? OCSP_NOCERTS : 0);
    // OCSP_basic_sign insists that key and certificate agree; a stranger's signature is put in afterwards.
    require(OCSP_basic_sign(basic.get(), signer, key, EVP_sha256(), nullptr, flags) == 1, "a response could not be signed");
    if (stranger != nullptr) {
        ASN1_item_sign(ASN1_ITEM_rptr(OCSP_RESPDATA), const_cast<X509_ALGOR*>(OCSP_resp_get0_tbs_sigalg(basic.get())), nullptr,
                       const_cast<ASN1_OCTET_STRING*>(OCSP_resp_get0_signature(basic.get())),
                       const_cast<OCSP_RESPDATA*>(OCSP_resp_get0_respdata(basic.get())), stranger.get(), EVP_sha256());
    }
    const ResponsePointer response(OCSP_response_create(OCSP_RESPONSE_STATUS_SUCCESSFUL, basic.get()));
    return crypto::toDer(response.get(), i2d_OCSP_RESPONSE);
}

Bytes LongTermPki::crl(TestAuthority& authority) {
    const CrlShape& shape = authority.crl;
    const Instant made = now() - shape.age;
    const CrlPointer list(X509_CRL_new());
    X509* issuer = crypto::x509Of(authority.certificate());
    X509_CRL_set_version(list.get(), X509_CRL_VERSION_2);
    X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(issuer));
    const TimePointer thisUpdate(ASN1_TIME_set(nullptr, secondsOf(made)));
    const TimePointer nextUpdate(ASN1_TIME_set(nullptr, secondsOf(made + shape.life)));
    X509_CRL_set1_lastUpdate(list.get(), thisUpdate.get());
    X509_CRL_set1_nextUpdate(list.get(), nextUpdate.get());
    const auto addEntry = [&](ASN1_INTEGER* serial, Instant at, int reason) {
        X509_REVOKED* entry = X509_REVOKED_new();
        const TimePointer date(ASN1_TIME_set(nullptr, secondsOf(at)));
        X509_REVOKED_set_serialNumber(entry, serial);
        X509_REVOKED_set_revocationDate(entry, date.get());
        if (reason >= 0) {
            ASN1_ENUMERATED* code = ASN1_ENUMERATED_new();
            ASN1_ENUMERATED_set(code, reason);
            X509_REVOKED_add1_ext_i2d(entry, NID_crl_reason, code, 0, 0);
            ASN1_ENUMERATED_free(code);
        }
        X509_CRL_add0_revoked(list.get(), entry);
    };
    for (const auto& [certificate, owner] : issued_) {
        const auto entry = authority.revoked.find(certificate.serialNumber());
        if (owner == &authority && entry != authority.revoked.end() && entry->second.at <= made) {
            addEntry(X509_get_serialNumber(crypto::x509Of(certificate)), entry->second.at, entry->second.reason);
        }
    }
    for (std::size_t index = 0; index < shape.strangers; ++index) {
        ASN1_INTEGER* serial = randomSerial();
        addEntry(serial, made, -1);
        ASN1_INTEGER_free(serial);
    }
    const auto add = [&](int nid, const std::string& value) {
        addExtension(nid, value, issuer, nullptr, list.get(),
                     [&](X509_EXTENSION* extension) { return X509_CRL_add_ext(list.get(), extension, -1); });
    };
    add(NID_authority_key_identifier, "keyid");
    if (!shape.distributionPoint.empty()) {
        add(NID_issuing_distribution_point, shape.distributionPoint);
    }
    if (shape.delta) {
        ASN1_INTEGER* base = randomSerial();
        X509_CRL_add1_ext_i2d(list.get(), NID_delta_crl, base, 1, 0);
        ASN1_INTEGER_free(base);
    }
    X509_CRL_sort(list.get());
    const KeyPointer stranger = shape.wrongKey ? newKey(KeyKind::ecP256) : nullptr;
    require(X509_CRL_sign(list.get(), stranger != nullptr ? stranger.get() : authority.key.get(), EVP_sha256()) > 0,
            "a list could not be signed");
    return crypto::toDer(list.get(), i2d_X509_CRL);
}

Bytes LongTermPki::timeStampResponse(const IssuedKey& stamper, ByteView request) {
    const StampContext context(TS_RESP_CTX_new());
    const auto* position = reinterpret_cast<const unsigned char*>(stamper.pkcs8.view().data());
    const KeyPointer key(d2i_AutoPrivateKey(nullptr, &position, static_cast<long>(stamper.pkcs8.size())));
    const auto chain = crypto::stackOf(stamper.chain);
    ASN1_OBJECT* policy = OBJ_txt2obj("1.2.3.4.1", 1);
    const bool good = TS_RESP_CTX_set_signer_cert(context.get(), crypto::x509Of(stamper.certificate)) == 1 &&
                      TS_RESP_CTX_set_signer_key(context.get(), key.get()) == 1 && TS_RESP_CTX_set_certs(context.get(), chain.get()) == 1 &&
                      TS_RESP_CTX_set_def_policy(context.get(), policy) == 1 && TS_RESP_CTX_add_md(context.get(), EVP_sha256()) == 1 &&
                      TS_RESP_CTX_set_signer_digest(context.get(), EVP_sha256()) == 1 &&
                      TS_RESP_CTX_set_ess_cert_id_digest(context.get(), EVP_sha256()) == 1;
    ASN1_OBJECT_free(policy);
    require(good, "the time-stamp server could not be set up");
    TS_RESP_CTX_set_time_cb(context.get(), secondsOfClock, this);
    const crypto::BioPointer query = crypto::memoryBio(request);
    const StampResponse response(TS_RESP_create_response(context.get(), query.get()));
    require(response != nullptr, "no time-stamp was made");
    return crypto::toDer(response.get(), i2d_TS_RESP);
}

HttpAnswer LongTermPki::answerOcsp(const std::string& body) {
    const auto* position = reinterpret_cast<const unsigned char*>(body.data());
    const RequestPointer request(d2i_OCSP_REQUEST(nullptr, &position, static_cast<long>(body.size())));
    if (request == nullptr || OCSP_request_onereq_count(request.get()) != 1) {
        return {400, "text/plain", "no request", {}};
    }
    const OCSP_CERTID* asked = OCSP_onereq_get0_id(OCSP_request_onereq_get0(request.get(), 0));
    for (const auto& [certificate, owner] : issued_) {
        const IdPointer id(OCSP_cert_to_id(EVP_sha1(), crypto::x509Of(certificate), crypto::x509Of(owner->certificate())));
        if (OCSP_id_cmp(id.get(), asked) == 0) {
            return {200, "application/ocsp-response", textOfBytes(makeOcspResponse(*owner, request.get(), certificate)), {}};
        }
    }
    const ResponsePointer refusal(OCSP_response_create(OCSP_RESPONSE_STATUS_UNAUTHORIZED, nullptr));
    return {200, "application/ocsp-response", textOfBytes(crypto::toDer(refusal.get(), i2d_OCSP_RESPONSE)), {}};
}

HttpAnswer LongTermPki::answer(const std::string& path, const std::string& body) {
    if (isOff_) {
        return {503, "text/plain", "off", {}};
    }
    if (path == "/ocsp") {
        return answerOcsp(body);
    }
    if (path == "/tsa1" || path == "/tsa2") {
        return {200, "application/timestamp-reply", textOfBytes(timeStampResponse(stamper(path.back() - '0'), viewOf(body))), {}};
    }
    for (TestAuthority* authority : {root_.get(), first_.get(), second_.get()}) {
        if (authority != nullptr && path == '/' + authority->name + ".crl") {
            return {200, "application/pkix-crl", textOfBytes(crl(*authority)), {}};
        }
    }
    return {404, "text/plain", "nothing here", {}};
}

}  // namespace congvu::signing::testing
