// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>

#include "Commands.h"
#include "DocumentFile.h"
#include "FileAccess.h"
#include "congvu/signing/pades/PadesExtension.h"

namespace congvu::signing::tool {
namespace {

/// What the command line of `stamp` says.
struct StampOptions {
    std::string server;
    bool token = false;
    std::string passwordFile;
    std::string input;
    std::string output;
};

bool isPdf(ByteView input) {
    constexpr std::size_t kLookedAt = 1024;
    return textOf(input.first(std::min(input.size(), kLookedAt))).find("%PDF-") != std::string_view::npos;
}

int run(const StampOptions& options) {
    TimeStampClient client(options.server);
    const DocumentFile input(options.input);
    if (!isPdf(input.bytes()) || options.token) {
        writeFile(options.output, client.stamp(input.bytes()));
        return kValid;
    }
    const Bytes increment = PadesExtension::timeStampIncrement(input.bytes(), client, readDocumentPassword(options.passwordFile));
    DocumentOutput output(options.output);
    output.append(input.bytes());
    output.append(increment);
    output.commit();
    return kValid;
}

}  // namespace

void addStampCommand(CLI::App& app, Action& action) {
    auto options = std::make_shared<StampOptions>();
    CLI::App* command = app.add_subcommand("stamp", "Add a document time-stamp to a PDF; for other files, get an RFC 3161 token (DER)");
    command->add_option("--tsa", options->server, "Address of the server, http://host[:port]/path")->required();
    command->add_flag("--token", options->token, "Get a token of its own for a PDF too");
    command->add_option("--password-file", options->passwordFile, "File whose first line is the password of an encrypted PDF");
    command->add_option("IN", options->input, "File to stamp")->required();
    command->add_option("OUT", options->output, "Stamped PDF, or token")->required();
    command->callback([options, &action] { action = [options] { return run(*options); }; });
}

}  // namespace congvu::signing::tool
