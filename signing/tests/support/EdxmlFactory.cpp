// SPDX-License-Identifier: Apache-2.0
#include "support/EdxmlFactory.h"

#include <libxml/parser.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <xmlsec/crypto.h>
#include <xmlsec/openssl/evp.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmltree.h>

#include <stdexcept>

#include "congvu/signing/Base64.h"
#include "crypto/CertificateNative.h"
#include "support/KeyPem.h"
#include "xml/XmlSecurity.h"

namespace congvu::signing::testing {
namespace {

constexpr const char* kNamespace = "http://www.mic.gov.vn/TBT/QCVN_102_2016";

std::string referenceText(const EdxmlReference& reference) {
    const std::string transforms = reference.transforms.empty() ? EdxmlShape::transform(kExclusiveTransform) : reference.transforms;
    return "<ds:Reference URI=\"" + reference.uri + "\"><ds:Transforms>" + transforms + "</ds:Transforms><ds:DigestMethod Algorithm=\"" +
           reference.digest + "\"/><ds:DigestValue/></ds:Reference>";
}

std::string signatureText(const EdxmlShape& shape) {
    std::string references;
    for (const EdxmlReference& reference : shape.references) {
        references += referenceText(reference);
    }
    return "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm=\"" +
           std::string(kExclusiveTransform) + "\"/><ds:SignatureMethod Algorithm=\"" + shape.method + "\"/>" + references +
           "</ds:SignedInfo><ds:SignatureValue/>" + shape.object + "</ds:Signature>";
}

/// QCVN 102:2016 as the writers in use have it.
std::string documentText(const EdxmlShape& shape) {
    const std::string attachment =
        shape.withAttachment
            ? "<AttachmentEncoded id=\"attachments\"><Attachment><ContentType>text/plain</ContentType><ContentId>" + shape.attachmentId +
                  "</ContentId><ContentTransferEncoded>S+G6v3QgcXXhuqM=</ContentTransferEncoded></Attachment></AttachmentEncoded>"
            : "";
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + shape.beforeRoot + "<edXML xmlns=\"" + kNamespace +
           "\"><edXML:edXMLEnvelope xmlns:edXML=\"" + kNamespace +
           "\"><edXML:edXMLHeader><edXML:MessageHeader id=\"message\"><edXML:Subject>V/v thử chữ ký</edXML:Subject></edXML:MessageHeader>"
           "<edXML:TraceHeaderList "
           "id=\"trace\"><edXML:TraceHeader><edXML:OrganId>H41</edXML:OrganId></edXML:TraceHeader></edXML:TraceHeaderList>" +
           shape.header + "<edXML:DigitalSignature>" + signatureText(shape) +
           "</edXML:DigitalSignature></edXML:edXMLHeader><edXML:edXMLBody "
           "id=\"body\"><edXML:edXMLManifest><edXML:Reference><edXML:ContentId>"
           "cid:annex</edXML:ContentId></edXML:Reference></edXML:edXMLManifest></edXML:edXMLBody></edXML:edXMLEnvelope>" +
           attachment + shape.rootChildren + "</edXML>";
}

void registerIdentifiers(xmlDoc* document, xmlNode* node) {
    for (; node != nullptr; node = node->next) {
        for (xmlAttr* attribute = node->type == XML_ELEMENT_NODE ? node->properties : nullptr; attribute != nullptr;
             attribute = attribute->next) {
            if (xmlStrcasecmp(attribute->name, BAD_CAST "id") == 0) {
                xmlAddID(nullptr, document, attribute->children->content, attribute);
            }
        }
        registerIdentifiers(document, node->children);
    }
}

std::string signWith(const EdxmlShape& shape, xmlSecKeyPtr key) {
    const std::string text = documentText(shape);
    xmlDoc* document = xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, nullptr, XML_PARSE_NONET);
    if (document == nullptr || key == nullptr) {
        throw std::runtime_error("no document or no key");
    }
    registerIdentifiers(document, xmlDocGetRootElement(document));
    xmlNode* node = xmlSecFindNode(xmlDocGetRootElement(document), BAD_CAST "Signature", BAD_CAST "http://www.w3.org/2000/09/xmldsig#");
    xmlSecDSigCtxPtr context = xmlSecDSigCtxCreate(nullptr);
    context->signKey = key;
    const int state = xmlSecDSigCtxSign(context, node);
    xmlSecDSigCtxDestroy(context);
    xmlChar* memory = nullptr;
    int size = 0;
    xmlDocDumpMemoryEnc(document, &memory, &size, "UTF-8");
    std::string out(reinterpret_cast<const char*>(memory), static_cast<std::size_t>(size));
    xmlFree(memory);
    xmlFreeDoc(document);
    if (state != 0) {
        throw std::runtime_error("libxmlsec1 did not sign");
    }
    return out;
}

/// KeyInfo is not signed, so it can come last.
std::string withKeyInfo(std::string text, const std::string& keyInfo) {
    constexpr std::string_view kEnd = "</ds:SignatureValue>";
    return text.insert(text.find(kEnd) + kEnd.size(), "<ds:KeyInfo>" + keyInfo + "</ds:KeyInfo>");
}

std::string base64NumberOf(const EVP_PKEY* key, const char* name) {
    BIGNUM* number = nullptr;
    EVP_PKEY_get_bn_param(key, name, &number);
    Bytes bytes(static_cast<std::size_t>(BN_num_bytes(number)));
    BN_bn2bin(number, bytes.data());
    BN_free(number);
    return toBase64(bytes);
}

}  // namespace

std::string EdxmlShape::transform(const std::string& algorithm, const std::string& content) {
    return "<ds:Transform Algorithm=\"" + algorithm + "\">" + content + "</ds:Transform>";
}

std::vector<EdxmlReference> partReferences() {
    return {{"#message", {}}, {"#trace", {}}, {"#body", {}}, {"#attachments", {}}};
}

std::string signEdxml(const EdxmlShape& shape, const IssuedKey& key) {
    xml::startXmlSecurity();
    const std::string pem = privateKeyPem(key.pkcs8);
    xmlSecKeyPtr native = xmlSecCryptoAppKeyLoadMemory(reinterpret_cast<const xmlSecByte*>(pem.data()), static_cast<xmlSecSize>(pem.size()),
                                                       xmlSecKeyDataFormatPem, nullptr, nullptr, nullptr);
    std::vector<Certificate> certificates{key.certificate};
    certificates.insert(certificates.end(), key.chain.begin(), key.chain.end());
    return withKeyInfo(signWith(shape, native), shape.keyInfo.empty() ? x509Data(certificates) : shape.keyInfo);
}

std::string signEdxmlWithHmac(const EdxmlShape& shape) {
    xml::startXmlSecurity();
    constexpr std::string_view kSecret = "everybody knows this";
    xmlSecKeyPtr key = xmlSecKeyReadMemory(xmlSecKeyDataHmacId, reinterpret_cast<const xmlSecByte*>(kSecret.data()), kSecret.size());
    return withKeyInfo(signWith(shape, key), shape.keyInfo);
}

std::string x509Data(const std::vector<Certificate>& certificates) {
    std::string out;
    for (const Certificate& certificate : certificates) {
        out += "<ds:X509Certificate>" + toBase64(certificate.der()) + "</ds:X509Certificate>";
    }
    return "<ds:X509Data>" + out + "</ds:X509Data>";
}

std::string rsaKeyValue(const Certificate& certificate) {
    const EVP_PKEY* key = X509_get0_pubkey(crypto::x509Of(certificate));
    return "<ds:KeyValue><ds:RSAKeyValue><ds:Modulus>" + base64NumberOf(key, OSSL_PKEY_PARAM_RSA_N) + "</ds:Modulus><ds:Exponent>" +
           base64NumberOf(key, OSSL_PKEY_PARAM_RSA_E) + "</ds:Exponent></ds:RSAKeyValue></ds:KeyValue>";
}

}  // namespace congvu::signing::testing
