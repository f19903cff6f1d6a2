// SPDX-License-Identifier: Apache-2.0
#include "KeyOptions.h"

#include <optional>

#include "FileAccess.h"
#include "congvu/signing/SigningError.h"
#include "congvu/signing/keys/CscSigner.h"
#include "congvu/signing/keys/Pkcs11Signer.h"
#include "congvu/signing/keys/Pkcs12Container.h"
#include "congvu/signing/keys/PrivateKeySigner.h"

namespace congvu::signing::tool {
namespace {

std::optional<SignatureAlgorithm> algorithmOf(const KeyOptions& options) {
    return options.algorithm.empty() ? std::nullopt : std::optional(signatureAlgorithmOf(options.algorithm));
}

Key containerKey(const KeyOptions& options) {
    const Bytes container = readFile(options.container);
    const SecretText pin = readPin(options.pinFile);
    Pkcs12Content content = Pkcs12Container::open(container, pin.view());
    return {PrivateKeySigner::load(content.pkcs8, content.certificate, content.chain, algorithmOf(options)), std::move(content.roots)};
}

Key tokenKey(const KeyOptions& options) {
    const Pkcs11Uri uri = Pkcs11Uri::parse(options.tokenUri);
    if (uri.modulePath.empty()) {
        throw SigningError(ErrorCode::invalidArgument, "the PKCS#11 URI must name the module: ?module-path=/path/to/module.so");
    }
    const std::string pinFile = options.pinFile.empty() ? uri.pinFile() : options.pinFile;
    const SecretText pin = pinFile.empty() ? SecretText() : readPin(pinFile);
    return {Pkcs11Signer::open(Pkcs11Module::load(uri.modulePath), uri, pin.view(), algorithmOf(options)), {}};
}

/// The PIN for passwords that a person keeps, the one-time password for all that is made anew each time.
SecretText answerFrom(const KeyOptions& options, const CscQuestion& question) {
    const bool isPin = question.object.type == "Password" && question.object.generator.empty() && question.object.id != "OTP";
    const std::string& file = isPin ? options.pinFile : options.otpFile;
    return file.empty() ? SecretText() : readPin(file);
}

Key serviceKey(const KeyOptions& options) {
    if (options.credential.empty() || options.tokenFile.empty()) {
        throw SigningError(ErrorCode::invalidArgument, "--csc needs --credential and --token-file");
    }
    CscEndpoint endpoint;
    endpoint.url = options.serviceUrl;
    endpoint.accessToken = readPin(options.tokenFile);
    endpoint.authorities = options.authorities;
    const auto client = std::make_shared<const CscClient>(std::move(endpoint));
    if (options.isOtpSent) {
        client->sendOtp(options.credential);
    }
    const auto secrets = [options](const CscQuestion& question) { return answerFrom(options, question); };
    return {CscSigner::open(client, options.credential, secrets, algorithmOf(options)), {}};
}

}  // namespace

Key keyOf(const KeyOptions& options) {
    if (!options.serviceUrl.empty()) {
        return serviceKey(options);
    }
    if (!options.tokenUri.empty()) {
        return tokenKey(options);
    }
    if (options.container.empty() || options.pinFile.empty()) {
        throw SigningError(ErrorCode::invalidArgument, "sign needs --p12 with --pin-file, --pkcs11 or --csc");
    }
    return containerKey(options);
}

void addKeyOptions(CLI::App& command, KeyOptions& options) {
    CLI::Option* container = command.add_option("--p12", options.container, "PKCS#12 file with key and certificate");
    CLI::Option* token = command.add_option("--pkcs11", options.tokenUri,
                                            "Key on a token, as PKCS#11 URI (RFC 7512): "
                                            "pkcs11:token=NAME;id=%01?module-path=/path/to/module.so; also serial, object, slot-id, "
                                            "pin-source=file:/path");
    token->excludes(container);
    CLI::Option* service =
        command.add_option("--csc", options.serviceUrl, "Key at a remote signing service (CSC API v2), https://host/csc/v2");
    service->excludes(container)->excludes(token);
    command.add_option("--credential", options.credential, "Identifier of the key at the service")->needs(service);
    command.add_option("--token-file", options.tokenFile, "File whose first line is the OAuth 2.0 access token of the service")
        ->needs(service);
    command
        .add_option("--otp-file", options.otpFile,
                    "File whose first line is the one-time password; read when the service asks, so a named pipe will do")
        ->needs(service);
    command.add_flag("--send-otp", options.isOtpSent, "Ask the service to send the one-time password first")->needs(service);
    command.add_option("--ca-file", options.authorities, "PEM file of the roots trusted for TLS, instead of the system's")->needs(service);
    command.add_option("--pin-file", options.pinFile,
                       "File whose first line is the passphrase or PIN; not needed with pin-source, or when the device has a PIN pad");
    CLI::Option* algorithm = command.add_option(
        "--algorithm", options.algorithm,
        "RSA-SHA256, RSA-SHA384, RSA-SHA512, RSA-PSS-SHA256, ECDSA-SHA256, ECDSA-SHA384 or ECDSA-SHA512; default: what suits "
        "the key");
    command
        .add_flag_callback(
            "--pss", [&options] { options.algorithm = nameOf(SignatureAlgorithm::rsaPssSha256); }, "The same as --algorithm RSA-PSS-SHA256")
        ->excludes(algorithm);
}

}  // namespace congvu::signing::tool
