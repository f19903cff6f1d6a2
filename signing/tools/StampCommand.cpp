// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "Commands.h"
#include "FileAccess.h"
#include "congvu/signing/tsp/TimeStampClient.h"

namespace congvu::signing::tool {
namespace {

/// What the command line of `stamp` says.
struct StampOptions {
    std::string server;
    std::string input;
    std::string output;
};

int run(const StampOptions& options) {
    TimeStampClient client(options.server);
    writeFile(options.output, client.stamp(readFile(options.input)));
    return kValid;
}

}  // namespace

void addStampCommand(CLI::App& app, Action& action) {
    auto options = std::make_shared<StampOptions>();
    CLI::App* command = app.add_subcommand("stamp", "Get an RFC 3161 time-stamp token over any file (DER)");
    command->add_option("--tsa", options->server, "Address of the server, http://host[:port]/path")->required();
    command->add_option("IN", options->input, "File to stamp")->required();
    command->add_option("OUT", options->output, "Token to write")->required();
    command->callback([options, &action] { action = [options] { return run(*options); }; });
}

}  // namespace congvu::signing::tool
