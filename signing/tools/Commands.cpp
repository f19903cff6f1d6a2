// SPDX-License-Identifier: Apache-2.0
#include "Commands.h"

namespace congvu::signing::tool {

void addCommands(CLI::App& app, Action& action) {
    app.name("congvu-sign");
    app.description(
        "congvu-sign – PAdES signatures: sign, verify, extend, stamp, inspect, agent.\n"
        "Exit status: 0 done or valid, 1 invalid or failed, 2 indeterminate, 3 unsigned, 4 unreadable, 64 wrong use.");
    app.require_subcommand(1);
    addSignCommand(app, action);
    addVerifyCommand(app, action);
    addExtendCommand(app, action);
    addInspectCommand(app, action);
    addStampCommand(app, action);
    addAgentCommand(app, action);
}

}  // namespace congvu::signing::tool
