// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <memory>

#include "Commands.h"
#include "FileAccess.h"
#include "agent/AgentServer.h"
#include "congvu/signing/SigningError.h"

namespace congvu::signing::tool {
namespace {

int run(const AgentOptions& options) {
    const auto desk = deskAtHand();
    if (desk == nullptr) {
        throw SigningError(ErrorCode::invalidArgument,
                           "nobody can be asked here: start the agent in a terminal, or install zenity or kdialog");
    }
    // A dialog that was closed must not end the agent; the signals to end it are waited for below, in every thread.
    std::signal(SIGPIPE, SIG_IGN);
    sigset_t ends;
    ::sigemptyset(&ends);
    ::sigaddset(&ends, SIGINT);
    ::sigaddset(&ends, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    const AgentServer server(options, *desk);
    std::cout << "congvu-sign agent: http://127.0.0.1:" << server.port() << std::endl;
    int signal = 0;
    ::sigwait(&ends, &signal);
    // An act that is under way ends without a signature; its thread may still wait for the person, so nothing is taken apart.
    std::_Exit(kValid);
}

}  // namespace

void addAgentCommand(CLI::App& app, Action& action) {
    auto options = std::make_shared<AgentOptions>();
    CLI::App* command = app.add_subcommand(
        "agent", "Sign with the tokens in this computer for web pages, on 127.0.0.1 only; asks the person here each time");
    command->add_option("--origin", options->origins, "Page that may ask, https://host[:port]; may be repeated")->required()->take_all();
    command->add_option("--module", options->modules, "PKCS#11 module of the tokens, /path/to/module.so; may be repeated")
        ->required()
        ->take_all();
    command->add_option("--port", options->port, "Port of 127.0.0.1; default 14127");
    command->callback([options, &action] { action = [options] { return run(*options); }; });
}

}  // namespace congvu::signing::tool
