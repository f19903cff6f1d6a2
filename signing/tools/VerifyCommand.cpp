// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iostream>
#include <memory>

#include "Commands.h"
#include "DocumentFile.h"
#include "FileAccess.h"
#include "TrustFolders.h"
#include "Validation.h"
#include "congvu/signing/SigningError.h"

namespace congvu::signing::tool {
namespace {

/// What the command line of `verify` says.
struct VerifyOptions {
    std::vector<std::string> trustFolders;
    std::string at;
    bool offline = false;
    bool requireRevocation = false;
    bool json = false;
    bool xml = false;
    std::string detached;
    std::string passwordFile;
    std::vector<std::string> files;
};

int statusOf(Verdict verdict) {
    switch (verdict) {
        case Verdict::valid:
            return kValid;
        case Verdict::invalid:
            return kInvalid;
        case Verdict::indeterminate:
            return kIndeterminate;
        case Verdict::unsignedDocument:
            return kUnsigned;
        case Verdict::unreadable:
            return kUnreadable;
    }
    return kUnreadable;
}

void print(const ValidationReport& report, const std::string& file, const VerifyOptions& options) {
    if (options.json) {
        std::cout << report.toJson(file) << '\n';
    } else if (!options.xml) {
        std::cout << report.toText(file);
    } else if (!report.signatures.empty()) {
        std::cout << report.toXml();
    } else {
        // TS 119 102-2 has no report without a signature; the exit status tells.
        std::cerr << report.toText(file);
    }
    std::cout << std::flush;
}

void checkUse(const VerifyOptions& options) {
    if ((options.xml || !options.detached.empty()) && options.files.size() != 1) {
        throw SigningError(ErrorCode::invalidArgument, "--xml and --detached take one FILE");
    }
}

int run(const VerifyOptions& options) {
    checkUse(options);
    HttpFetcher fetcher;
    CrlCache cache;
    OnlineRevocation revocation(fetcher, cache);
    ValidationOptions validation;
    validation.demand = options.requireRevocation ? RevocationDemand::always : RevocationDemand::whereNamed;
    validation.revocation = options.offline ? nullptr : &revocation;
    const Instant at = options.at.empty() ? currentTime() : fromIso8601(options.at);
    const FileValidation files(trustIn(options.trustFolders), validation, at, readDocumentPassword(options.passwordFile));
    Verdict worst = Verdict::valid;
    for (const std::string& file : options.files) {
        const ValidationReport report = options.detached.empty() ? files.validate(file) : files.validateDetached(file, options.detached);
        print(report, file, options);
        worst = std::max(worst, report.verdict);
    }
    return statusOf(worst);
}

}  // namespace

void addVerifyCommand(CLI::App& app, Action& action) {
    auto options = std::make_shared<VerifyOptions>();
    CLI::App* command =
        app.add_subcommand("verify", "Check every signature of PDF and edXML files, or a CMS signature (.p7s) beside a file");
    command->add_option("--trust", options->trustFolders, "Folder of trusted roots; a sub-folder is a tree of its own")
        ->take_all()
        ->allow_extra_args(false);
    command->add_option("--at", options->at, "Time of validation, 2026-03-05T07:08:09Z; default: now");
    command->add_flag("--offline", options->offline, "Use no network: only the validation data of the document counts");
    command->add_flag("--require-revocation", options->requireRevocation, "Certificates that name no OCSP responder or CRL do not pass");
    CLI::Option* json = command->add_flag("--json", options->json, "One JSON object on a line for each file");
    command->add_flag("--xml", options->xml, "Validation report of ETSI TS 119 102-2; one FILE")->excludes(json);
    command->add_option("--detached", options->detached,
                        "Detached CMS signature (.p7s) over the one FILE; default: FILE.p7s when FILE has none");
    command->add_option("--password-file", options->passwordFile, "File whose first line is the password of encrypted PDFs");
    command->add_option("FILE", options->files, "Signed files")->required();
    command->callback([options, &action] { action = [options] { return run(*options); }; });
}

}  // namespace congvu::signing::tool
