// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iostream>
#include <memory>

#include "Commands.h"
#include "FileAccess.h"
#include "TrustFolders.h"
#include "congvu/signing/validation/Validator.h"

namespace congvu::signing::tool {
namespace {

/// What the command line of `verify` says.
struct VerifyOptions {
    std::vector<std::string> trustFolders;
    std::string at;
    bool offline = false;
    bool requireRevocation = false;
    bool json = false;
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

ValidationReport validateFile(const Validator& validator, const std::string& file, Instant at) {
    try {
        return validator.validate(readFile(file), at);
    } catch (const std::runtime_error& error) {
        ValidationReport report;
        report.findings.push_back({"unreadable-document", Severity::error, "Không đọc được tệp.", error.what()});
        return report;
    }
}

int run(const VerifyOptions& options) {
    HttpFetcher fetcher;
    CrlCache cache;
    OnlineRevocation revocation(fetcher, cache);
    ValidationOptions validation;
    validation.demand = options.requireRevocation ? RevocationDemand::always : RevocationDemand::whereNamed;
    validation.revocation = options.offline ? nullptr : &revocation;
    const Validator validator(trustIn(options.trustFolders), AlgorithmPolicy::standard(), validation);
    const Instant at = options.at.empty() ? currentTime() : fromIso8601(options.at);
    Verdict worst = Verdict::valid;
    for (const std::string& file : options.files) {
        const ValidationReport report = validateFile(validator, file, at);
        std::cout << (options.json ? report.toJson(file) + '\n' : report.toText(file)) << std::flush;
        worst = std::max(worst, report.verdict);
    }
    return statusOf(worst);
}

}  // namespace

void addVerifyCommand(CLI::App& app, Action& action) {
    auto options = std::make_shared<VerifyOptions>();
    CLI::App* command = app.add_subcommand("verify", "Check every signature of PDF files");
    command->add_option("--trust", options->trustFolders, "Folder of trusted roots; a sub-folder is a tree of its own")->take_all();
    command->add_option("--at", options->at, "Time of validation, 2026-03-05T07:08:09Z; default: now");
    command->add_flag("--offline", options->offline, "Use no network: only the validation data of the document counts");
    command->add_flag("--require-revocation", options->requireRevocation, "Certificates that name no OCSP responder or CRL do not pass");
    command->add_flag("--json", options->json, "One JSON object on a line for each file");
    command->add_option("FILE", options->files, "PDF files")->required();
    command->callback([options, &action] { action = [options] { return run(*options); }; });
}

}  // namespace congvu::signing::tool
