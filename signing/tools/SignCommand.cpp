// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "Commands.h"
#include "FileAccess.h"
#include "TrustFolders.h"
#include "congvu/signing/SigningError.h"
#include "congvu/signing/keys/Pkcs11Signer.h"
#include "congvu/signing/keys/Pkcs12Container.h"
#include "congvu/signing/keys/PrivateKeySigner.h"
#include "congvu/signing/pades/PadesExtension.h"
#include "congvu/signing/pades/PadesSignature.h"

namespace congvu::signing::tool {
namespace {

constexpr const char* kDefaultFont = "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf";

/// What the command line of `sign` says.
struct SignOptions {
    std::string container;
    std::string tokenUri;
    std::string pinFile;
    std::string level = "B-B";
    std::string timeStampServer;
    std::vector<std::string> trustFolders;
    std::string field;
    std::size_t page = 1;
    std::vector<double> rectangle;
    std::string image;
    std::vector<std::string> lines;
    std::string font = kDefaultFont;
    double fontSize = 10;
    int certification = 0;
    std::string reason;
    std::string location;
    std::vector<std::string> fills;
    std::string at;
    std::string input;
    std::string output;
};

std::shared_ptr<const Appearance> appearanceOf(const SignOptions& options) {
    if (options.image.empty() && options.lines.empty()) {
        return nullptr;
    }
    AppearanceContent content;
    if (!options.image.empty()) {
        content.imagePng = readFile(options.image);
    }
    content.lines = options.lines;
    content.fontSize = options.fontSize;
    if (!options.lines.empty()) {
        content.font = Font::load(options.font);
    }
    return Appearance::make(content);
}

std::vector<FieldFill> fillsOf(const SignOptions& options) {
    std::vector<FieldFill> fills;
    std::shared_ptr<const Font> font;
    for (const std::string& fill : options.fills) {
        const std::size_t equals = fill.find('=');
        if (equals == std::string::npos || equals == 0) {
            throw SigningError(ErrorCode::invalidArgument, "--fill takes NAME=TEXT");
        }
        font = font == nullptr ? Font::load(options.font) : font;
        fills.push_back({fill.substr(0, equals), fill.substr(equals + 1), font});
    }
    return fills;
}

SignatureRequest requestOf(const SignOptions& options) {
    SignatureRequest request;
    request.fieldName = options.field;
    request.appearance = appearanceOf(options);
    request.fills = fillsOf(options);
    if (!options.rectangle.empty()) {
        const auto& sides = options.rectangle;
        request.placement = Placement{options.page, {sides[0], sides[1], sides[2], sides[3]}};
    }
    request.certification = static_cast<Certification>(options.certification);
    request.reason = options.reason;
    request.location = options.location;
    request.signingTime = options.at.empty() ? currentTime() : fromIso8601(options.at);
    return request;
}

/// The key that signs, and roots that came with it.
struct Key {
    std::shared_ptr<const Signer> signer;
    std::vector<Certificate> roots;
};

Key containerKey(const SignOptions& options) {
    const Bytes container = readFile(options.container);
    const SecretText pin = readPin(options.pinFile);
    Pkcs12Content content = Pkcs12Container::open(container, pin.view());
    return {PrivateKeySigner::load(content.pkcs8, content.certificate, content.chain), std::move(content.roots)};
}

Key tokenKey(const SignOptions& options) {
    const Pkcs11Uri uri = Pkcs11Uri::parse(options.tokenUri);
    if (uri.modulePath.empty()) {
        throw SigningError(ErrorCode::invalidArgument, "the PKCS#11 URI must name the module: ?module-path=/path/to/module.so");
    }
    const std::string pinFile = options.pinFile.empty() ? uri.pinFile() : options.pinFile;
    const SecretText pin = pinFile.empty() ? SecretText() : readPin(pinFile);
    return {Pkcs11Signer::open(Pkcs11Module::load(uri.modulePath), uri, pin.view()), {}};
}

Key keyOf(const SignOptions& options) {
    if (!options.tokenUri.empty()) {
        return tokenKey(options);
    }
    if (options.container.empty() || options.pinFile.empty()) {
        throw SigningError(ErrorCode::invalidArgument, "sign needs --p12 with --pin-file, or --pkcs11");
    }
    return containerKey(options);
}

/// What a signature of this level still lacks after it was made: validation data and document time-stamp.
Bytes extensionOf(const Bytes& signedDocument, SignatureLevel level, const SignOptions& options, const Key& key,
                  TimeStampSource& timeStamps) {
    const TrustStore trust = trustIn(options.trustFolders);
    HttpFetcher fetcher;
    CrlCache cache;
    OnlineRevocation revocation(fetcher, cache);
    ExtensionSources sources;
    sources.trust = &trust;
    sources.certificates = key.signer->chain();
    sources.certificates.insert(sources.certificates.end(), key.roots.begin(), key.roots.end());
    sources.revocation = &revocation;
    sources.timeStamps = &timeStamps;
    sources.at = currentTime();
    return PadesExtension::extendIncrement(signedDocument, level, sources);
}

int run(const SignOptions& options) {
    const SignatureLevel level = signatureLevelOf(options.level);
    if (level != SignatureLevel::bB && options.timeStampServer.empty()) {
        throw SigningError(ErrorCode::invalidArgument, "level " + options.level + " needs --tsa");
    }
    const Bytes document = readFile(options.input);
    const Key key = keyOf(options);
    if (level == SignatureLevel::bB) {
        writeFile(options.output, document, PadesSignature::signIncrement(document, requestOf(options), *key.signer));
        return kValid;
    }
    TimeStampClient timeStamps(options.timeStampServer);
    const Bytes signedDocument = PadesSignature::sign(document, requestOf(options), *key.signer, &timeStamps);
    const bool isLongTerm = level == SignatureLevel::bLT || level == SignatureLevel::bLTA;
    writeFile(options.output, signedDocument, isLongTerm ? extensionOf(signedDocument, level, options, key, timeStamps) : Bytes{});
    return kValid;
}

}  // namespace

void addSignCommand(CLI::App& app, Action& action) {
    auto options = std::make_shared<SignOptions>();
    CLI::App* command = app.add_subcommand("sign", "Sign a PDF as an incremental update (PAdES B-B, B-T, B-LT or B-LTA)");
    CLI::Option* container = command->add_option("--p12", options->container, "PKCS#12 file with key and certificate");
    command
        ->add_option("--pkcs11", options->tokenUri,
                     "Key on a token, as PKCS#11 URI (RFC 7512): pkcs11:token=NAME;id=%01?module-path=/path/to/module.so; also "
                     "serial, object, slot-id, pin-source=file:/path")
        ->excludes(container);
    command->add_option("--pin-file", options->pinFile,
                        "File whose first line is the passphrase or PIN; not needed with pin-source, or when the device has a PIN pad");
    command->add_option("--level", options->level, "B-B (default), B-T, B-LT or B-LTA")
        ->check(CLI::IsMember({"B-B", "B-T", "B-LT", "B-LTA"}));
    command->add_option("--tsa", options->timeStampServer, "Address of an RFC 3161 server, http://host[:port]/path");
    command->add_option("--trust", options->trustFolders, "Folder of certificates that help to build chains, for B-LT and B-LTA")
        ->take_all();
    command->add_option("--field", options->field, "Existing signature field, or name of the new one");
    command->add_option("--page", options->page, "Page of a new visible field, from 1");
    command->add_option("--rect", options->rectangle, "x,y,width,height in points from the lower left corner, as shown")
        ->delimiter(',')
        ->expected(4);
    command->add_option("--image", options->image, "PNG to show");
    command->add_option("--text", options->lines, "Line of text to show; may be repeated")->take_all();
    command->add_option("--font", options->font, "TrueType font for text and fields");
    command->add_option("--font-size", options->fontSize, "Points");
    command->add_option("--certify", options->certification, "Certify: 1 no changes, 2 form filling, 3 annotations")
        ->check(CLI::Range(1, 3));
    command->add_option("--reason", options->reason, "Reason");
    command->add_option("--location", options->location, "Location");
    command->add_option("--fill", options->fills, "Fill a text field in the same increment: NAME=TEXT; may be repeated")->take_all();
    command->add_option("--at", options->at, "Signing time, 2026-03-05T07:08:09Z; default: now");
    command->add_option("IN", options->input, "PDF to sign")->required();
    command->add_option("OUT", options->output, "Signed PDF")->required();
    command->callback([options, &action] { action = [options] { return run(*options); }; });
}

}  // namespace congvu::signing::tool
