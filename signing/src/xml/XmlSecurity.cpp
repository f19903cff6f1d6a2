// SPDX-License-Identifier: Apache-2.0
#include "xml/XmlSecurity.h"

#include <libxml/xmlerror.h>
#include <openssl/err.h>
#include <xmlsec/crypto.h>
#include <xmlsec/errors.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmlsec.h>

#include "congvu/signing/SigningError.h"
#include "crypto/OpenSsl.h"

namespace congvu::signing::xml {
namespace {

struct ContextDeleter {
    void operator()(xmlSecDSigCtx* context) const { xmlSecDSigCtxDestroy(context); }
};
using ContextPointer = std::unique_ptr<xmlSecDSigCtx, ContextDeleter>;

void ignoreMessage(const char* /*file*/, int /*line*/, const char* /*function*/, const char* /*object*/, const char* /*subject*/,
                   int /*reason*/, const char* /*message*/) {}

/// Keeps what libxml2 has to say about a hostile file off standard error, in this thread and for as long as it lives.
class SilentXml {
public:
    SilentXml() { xmlSetStructuredErrorFunc(nullptr, ignore); }
    ~SilentXml() { xmlSetStructuredErrorFunc(context_, handler_); }
    SilentXml(const SilentXml&) = delete;
    SilentXml& operator=(const SilentXml&) = delete;

private:
    static void ignore(void* /*context*/, xmlError* /*error*/) {}

    xmlStructuredErrorFunc handler_ = xmlStructuredError;
    void* context_ = xmlStructuredErrorContext;
};

/// What XmlSignature permits is all that the library may run, too. True when every setting was taken.
bool lockDown(xmlSecDSigCtx& context) {
    context.flags |= XMLSEC_DSIG_FLAGS_IGNORE_MANIFESTS;
    context.enabledReferenceUris = xmlSecTransformUriTypeEmpty | xmlSecTransformUriTypeSameDocument;
    const xmlSecTransformId canonical[] = {xmlSecTransformInclC14NId, xmlSecTransformInclC14N11Id, xmlSecTransformExclC14NId};
    const xmlSecTransformId referenced[] = {xmlSecTransformEnvelopedId, xmlSecTransformSha256Id, xmlSecTransformSha384Id,
                                            xmlSecTransformSha512Id};
    const xmlSecTransformId signing[] = {xmlSecTransformRsaSha256Id,   xmlSecTransformRsaSha384Id,   xmlSecTransformRsaSha512Id,
                                         xmlSecTransformEcdsaSha256Id, xmlSecTransformEcdsaSha384Id, xmlSecTransformEcdsaSha512Id};
    bool taken = true;
    for (const xmlSecTransformId id : canonical) {
        taken = taken && xmlSecDSigCtxEnableReferenceTransform(&context, id) == 0;
        taken = taken && xmlSecDSigCtxEnableSignatureTransform(&context, id) == 0;
    }
    for (const xmlSecTransformId id : referenced) {
        taken = taken && xmlSecDSigCtxEnableReferenceTransform(&context, id) == 0;
    }
    for (const xmlSecTransformId id : signing) {
        taken = taken && xmlSecDSigCtxEnableSignatureTransform(&context, id) == 0;
    }
    return taken;
}

/// A key that is set beforehand makes the library ignore KeyInfo altogether.
bool setKey(xmlSecDSigCtx& context, const Certificate& signer) {
    const Bytes& der = signer.der();
    context.signKey = xmlSecCryptoAppKeyLoadMemory(der.data(), static_cast<xmlSecSize>(der.size()), xmlSecKeyDataFormatCertDer, nullptr,
                                                   nullptr, nullptr);
    return context.signKey != nullptr;
}

bool everyDigestIsRight(xmlSecDSigCtx& context, std::size_t expected) {
    const xmlSecSize count = xmlSecPtrListGetSize(&context.signedInfoReferences);
    bool good = count == expected;
    for (xmlSecSize index = 0; index < count; ++index) {
        const auto* reference = static_cast<xmlSecDSigReferenceCtx*>(xmlSecPtrListGetItem(&context.signedInfoReferences, index));
        good = good && reference->status == xmlSecDSigStatusSucceeded;
    }
    return good;
}

}  // namespace

bool startXmlSecurity() {
    static const bool kStarted = [] {
        const bool good = xmlSecInit() == 0 && xmlSecCryptoAppInit(nullptr) == 0 && xmlSecCryptoInit() == 0;
        xmlSecErrorsSetCallback(ignoreMessage);  // after xmlSecInit, which sets its own
        return good;
    }();
    return kStarted;
}

XmlOutcome verifySignature(const XmlDocument& document, const XmlSignature& signature, const Certificate& signer) {
    crypto::require(startXmlSecurity(), ErrorCode::cryptoFailure, "libxmlsec1 could not be started");
    const SilentXml silent;
    const ContextPointer context(xmlSecDSigCtxCreate(nullptr));
    crypto::require(context != nullptr && lockDown(*context), ErrorCode::cryptoFailure, "libxmlsec1 could not be set up");
    if (!setKey(*context, signer)) {
        return XmlOutcome::valueWrong;
    }
    for (xmlAttr* identifier : signature.identifiers) {
        xmlChar* value = xmlNodeListGetString(document.native(), identifier->children, 1);
        xmlAddID(nullptr, document.native(), value, identifier);
        xmlFree(value);
    }
    const bool ran = xmlSecDSigCtxVerify(context.get(), signature.node) == 0;
    ERR_clear_error();
    if (!everyDigestIsRight(*context, signature.targets.size())) {
        return XmlOutcome::digestWrong;
    }
    return ran && context->status == xmlSecDSigStatusSucceeded ? XmlOutcome::good : XmlOutcome::valueWrong;
}

}  // namespace congvu::signing::xml
