// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <optional>

#include "Commands.h"
#include "DocumentFile.h"
#include "FileAccess.h"
#include "TrustFolders.h"
#include "congvu/signing/pades/PadesExtension.h"

namespace congvu::signing::tool {
namespace {

/// What the command line of `extend` says.
struct ExtendOptions {
    std::string level = "B-LT";
    std::string timeStampServer;
    std::vector<std::string> trustFolders;
    std::string at;
    std::string passwordFile;
    std::string input;
    std::string output;
};

/// B-LT of a signature without time takes two increments; each is read where it was written.
std::vector<SignatureLevel> stepsTo(SignatureLevel level) {
    return level == SignatureLevel::bLT ? std::vector{SignatureLevel::bT, SignatureLevel::bLT} : std::vector{level};
}

int run(const ExtendOptions& options) {
    const SignatureLevel level = signatureLevelOf(options.level);
    const TrustStore trust = trustIn(options.trustFolders);
    HttpFetcher fetcher;
    CrlCache cache;
    OnlineRevocation revocation(fetcher, cache);
    std::optional<TimeStampClient> timeStamps;
    if (!options.timeStampServer.empty()) {
        timeStamps.emplace(options.timeStampServer);
    }
    ExtensionSources sources;
    sources.trust = &trust;
    sources.revocation = &revocation;
    sources.timeStamps = timeStamps ? &*timeStamps : nullptr;
    sources.at = options.at.empty() ? currentTime() : fromIso8601(options.at);
    sources.documentPassword = readDocumentPassword(options.passwordFile);
    DocumentOutput output(options.output);
    output.append(DocumentFile(options.input).bytes());
    for (const SignatureLevel step : stepsTo(level)) {
        const DocumentFile document(output.temporaryPath());
        output.append(PadesExtension::extendIncrement(document.bytes(), step, sources));
    }
    output.commit();
    return kValid;
}

}  // namespace

void addExtendCommand(CLI::App& app, Action& action) {
    auto options = std::make_shared<ExtendOptions>();
    CLI::App* command = app.add_subcommand(
        "extend", "Raise the signatures of a PDF to a higher level, or renew its archive (B-LTA again), as an incremental update");
    command->add_option("--level", options->level, "B-T, B-LT (default) or B-LTA")->check(CLI::IsMember({"B-T", "B-LT", "B-LTA"}));
    command->add_option("--tsa", options->timeStampServer, "Address of an RFC 3161 server, http://host[:port]/path");
    command->add_option("--trust", options->trustFolders, "Folder of certificates that help to build chains")
        ->take_all()
        ->allow_extra_args(false);
    command->add_option("--at", options->at, "Time that counts as now, 2026-03-05T07:08:09Z");
    command->add_option("--password-file", options->passwordFile, "File whose first line is the password of an encrypted PDF");
    command->add_option("IN", options->input, "Signed PDF")->required();
    command->add_option("OUT", options->output, "Extended PDF")->required();
    command->callback([options, &action] { action = [options] { return run(*options); }; });
}

}  // namespace congvu::signing::tool
