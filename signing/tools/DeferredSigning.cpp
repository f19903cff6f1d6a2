// SPDX-License-Identifier: Apache-2.0
#include "DeferredSigning.h"

#include <iostream>

#include "FileAccess.h"
#include "congvu/signing/Base64.h"
#include "congvu/signing/SigningError.h"

namespace congvu::signing::tool {
namespace {

SignatureAlgorithm usualAlgorithm(const Certificate& certificate) {
    if (certificate.keyType() == "RSA") {
        return SignatureAlgorithm::rsaPkcs1Sha256;
    }
    if (certificate.keyType() != "EC") {
        throw SigningError(ErrorCode::invalidArgument, "name the --algorithm that this certificate's key signs with");
    }
    const int bits = certificate.keyBits();
    return bits > 384 ? SignatureAlgorithm::ecdsaSha512 : bits > 256 ? SignatureAlgorithm::ecdsaSha384 : SignatureAlgorithm::ecdsaSha256;
}

}  // namespace

void addDeferredOptions(CLI::App& command, DeferredOptions& options) {
    CLI::Option* prepare = command.add_option("--prepare", options.certificates,
                                              "Only prepare, for a key that is elsewhere: PEM file of its certificate and issuers. OUT is "
                                              "the state for --finish; digest and attributes to be signed go to standard output");
    CLI::Option* finish = command.add_option("--finish", options.state, "Finish what --prepare wrote, with the value of --signature");
    CLI::Option* value =
        command.add_option("--signature", options.value, "File of the signature value: RSA as it is, ECDSA as DER of r and s");
    finish->excludes(prepare)->needs(value);
    value->needs(finish);
}

void prepareTo(const std::string& output, ByteView document, const SignatureRequest& request, const DeferredOptions& options,
               const std::string& algorithm) {
    auto certificates = Certificate::allFromPem(textOf(readFile(options.certificates)));
    if (certificates.empty()) {
        throw SigningError(ErrorCode::invalidArgument, options.certificates + " holds no certificate");
    }
    const Certificate signer = certificates.front();
    certificates.erase(certificates.begin());
    std::erase_if(certificates, [](const Certificate& certificate) { return certificate.isSelfSigned(); });
    const SignatureAlgorithm chosen = algorithm.empty() ? usualAlgorithm(signer) : signatureAlgorithmOf(algorithm);
    const PreparedSignature prepared = PadesSignature::prepare(document, request, {signer, std::move(certificates), chosen});
    writeFile(output, prepared.serialize());
    // Neither names of algorithms nor base64 need escapes in JSON.
    std::cout << R"({"algorithm":")" << nameOf(prepared.algorithm) << R"(","digest":")" << toBase64(prepared.digestToBeSigned())
              << R"(","attributes":")" << toBase64(prepared.toBeSigned) << "\"}" << std::endl;
}

Bytes finishFrom(const DeferredOptions& options, ByteView document, TimeStampSource* timeStamps) {
    return PadesSignature::finish(document, PreparedSignature::deserialize(readFile(options.state)), readFile(options.value), timeStamps);
}

}  // namespace congvu::signing::tool
