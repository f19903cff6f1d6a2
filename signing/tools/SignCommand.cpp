// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <optional>

#include "AppearanceOptions.h"
#include "Commands.h"
#include "DeferredSigning.h"
#include "DocumentFile.h"
#include "FileAccess.h"
#include "KeyOptions.h"
#include "TrustFolders.h"
#include "congvu/signing/SigningError.h"
#include "congvu/signing/pades/PadesExtension.h"
#include "congvu/signing/pades/PadesSignature.h"

namespace congvu::signing::tool {
namespace {

/// What the command line of `sign` says.
struct SignOptions {
    KeyOptions key;
    DeferredOptions deferred;
    std::string level = "B-B";
    std::string timeStampServer;
    std::vector<std::string> trustFolders;
    std::string field;
    AppearanceOptions appearance;
    int certification = 0;
    std::string lock;
    int lockPermission = 0;
    std::string reason;
    std::string location;
    std::string at;
    std::string passwordFile;
    std::string input;
    std::string output;
};

/// "all", "include=NAME,NAME" or "exclude=NAME,NAME".
FieldLocking lockingOf(const SignOptions& options) {
    FieldLocking locking;
    locking.permission = static_cast<Certification>(options.lockPermission);
    if (options.lock == "all") {
        return locking;
    }
    const std::size_t equals = options.lock.find('=');
    const std::string action = options.lock.substr(0, equals);
    if (equals == std::string::npos || (action != "include" && action != "exclude")) {
        throw SigningError(ErrorCode::invalidArgument, "--lock takes all, include=NAMES or exclude=NAMES");
    }
    locking.fields = action == "include" ? FieldLocking::Fields::onlyNamed : FieldLocking::Fields::allButNamed;
    locking.names = CLI::detail::split(options.lock.substr(equals + 1), ',');
    return locking;
}

SignatureRequest requestOf(const SignOptions& options, ByteView document) {
    SignatureRequest request;
    request.fieldName = options.field;
    request.signingTime = options.at.empty() ? currentTime() : fromIso8601(options.at);
    request.documentPassword = readDocumentPassword(options.passwordFile);
    request.certification = static_cast<Certification>(options.certification);
    request.reason = options.reason;
    request.location = options.location;
    if (!options.lock.empty()) {
        request.lock = lockingOf(options);
    }
    options.appearance.applyTo(request, document);
    return request;
}

/// Appends what a signature of this level still lacks after it was made: validation data and document time-stamp.
void extend(DocumentOutput& output, SignatureLevel level, const SignOptions& options, const Key& key, TimeStampSource& timeStamps) {
    const TrustStore trust = trustIn(options.trustFolders);
    HttpFetcher fetcher;
    CrlCache cache;
    OnlineRevocation revocation(fetcher, cache);
    ExtensionSources sources;
    sources.trust = &trust;
    if (key.signer != nullptr) {
        sources.certificates = key.signer->chain();
    }
    sources.certificates.insert(sources.certificates.end(), key.roots.begin(), key.roots.end());
    sources.revocation = &revocation;
    sources.timeStamps = &timeStamps;
    sources.at = currentTime();
    sources.documentPassword = readDocumentPassword(options.passwordFile);
    const DocumentFile signedDocument(output.temporaryPath());
    output.append(PadesExtension::extendIncrement(signedDocument.bytes(), level, sources));
}

/// The signature, by the key at hand or by the value that came from elsewhere.
Bytes incrementOf(const SignOptions& options, ByteView document, const Key& key, TimeStampSource* timeStamps) {
    if (key.signer == nullptr) {
        return finishFrom(options.deferred, document, timeStamps);
    }
    return PadesSignature::signIncrement(document, requestOf(options, document), *key.signer, timeStamps);
}

int run(const SignOptions& options) {
    const SignatureLevel level = signatureLevelOf(options.level);
    if (level != SignatureLevel::bB && options.timeStampServer.empty()) {
        throw SigningError(ErrorCode::invalidArgument, "level " + options.level + " needs --tsa");
    }
    std::optional<TimeStampClient> timeStamps;
    if (level != SignatureLevel::bB) {
        timeStamps.emplace(options.timeStampServer);
    }
    auto document = std::make_optional<DocumentFile>(options.input);
    if (!options.deferred.certificates.empty()) {
        const SignatureRequest request = requestOf(options, document->bytes());
        prepareTo(options.output, document->bytes(), request, options.deferred, options.key.algorithm);
        return kValid;
    }
    const Key key = options.deferred.state.empty() ? keyOf(options.key) : Key{};
    const Bytes increment = incrementOf(options, document->bytes(), key, timeStamps ? &*timeStamps : nullptr);
    DocumentOutput output(options.output);
    output.append(document->bytes());
    output.append(increment);
    document.reset();  // a large document is in memory once
    if (level == SignatureLevel::bLT || level == SignatureLevel::bLTA) {
        extend(output, level, options, key, *timeStamps);
    }
    output.commit();
    return kValid;
}

}  // namespace

void addSignCommand(CLI::App& app, Action& action) {
    auto options = std::make_shared<SignOptions>();
    CLI::App* command = app.add_subcommand("sign", "Sign a PDF as an incremental update (PAdES B-B, B-T, B-LT or B-LTA)");
    addKeyOptions(*command, options->key);
    addDeferredOptions(*command, options->deferred);
    command->add_option("--level", options->level, "B-B (default), B-T, B-LT or B-LTA")
        ->check(CLI::IsMember({"B-B", "B-T", "B-LT", "B-LTA"}));
    command->add_option("--tsa", options->timeStampServer, "Address of an RFC 3161 server, http://host[:port]/path");
    command->add_option("--trust", options->trustFolders, "Folder of certificates that help to build chains, for B-LT and B-LTA")
        ->take_all()
        ->allow_extra_args(false);
    command->add_option("--field", options->field, "Existing signature field, or name of the new one");
    options->appearance.addTo(*command);
    command->add_option("--certify", options->certification, "Certify: 1 no changes, 2 form filling, 3 annotations")
        ->check(CLI::Range(1, 3));
    command->add_option("--lock", options->lock,
                        "Fields that the new field's signature locks: all, include=NAME,NAME or exclude=NAME,NAME");
    command
        ->add_option("--lock-permit", options->lockPermission,
                     "With --lock, what the document permits from then on: 1 no changes, 2 form filling, 3 annotations")
        ->check(CLI::Range(1, 3));
    command->add_option("--reason", options->reason, "Reason");
    command->add_option("--location", options->location, "Location");
    command->add_option("--at", options->at, "Signing time, 2026-03-05T07:08:09Z; default: now");
    command->add_option("--password-file", options->passwordFile, "File whose first line is the password of an encrypted PDF");
    command->add_option("IN", options->input, "PDF to sign")->required();
    command->add_option("OUT", options->output, "Signed PDF")->required();
    command->callback([options, &action] { action = [options] { return run(*options); }; });
}

}  // namespace congvu::signing::tool
