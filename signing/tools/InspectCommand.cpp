// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <memory>

#include "Commands.h"
#include "DocumentFile.h"
#include "FileAccess.h"
#include "congvu/signing/pdf/DocumentInspection.h"

namespace congvu::signing::tool {
namespace {

/// What the command line of `inspect` says.
struct InspectOptions {
    bool json = false;
    std::string passwordFile;
    std::string file;
};

int run(const InspectOptions& options) {
    const auto document = DocumentInspection::read(DocumentFile(options.file).bytes(), readDocumentPassword(options.passwordFile));
    std::cout << (options.json ? document.toJson(options.file) + '\n' : document.toText());
    return kValid;
}

}  // namespace

void addInspectCommand(CLI::App& app, Action& action) {
    auto options = std::make_shared<InspectOptions>();
    CLI::App* command =
        app.add_subcommand("inspect", "Show what a PDF is made of: revisions, encryption, pages, fields, signatures with their CMS, DSS");
    command->add_flag("--json", options->json, "One JSON object on a line");
    command->add_option("--password-file", options->passwordFile, "File whose first line is the password of an encrypted PDF");
    command->add_option("FILE", options->file, "PDF file")->required();
    command->callback([options, &action] { action = [options] { return run(*options); }; });
}

}  // namespace congvu::signing::tool
