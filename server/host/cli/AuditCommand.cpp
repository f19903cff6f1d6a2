// SPDX-License-Identifier: Apache-2.0
#include "cli/CommandLine.h"
#include "cli/CommandRun.h"

#include <CLI/CLI.hpp>
#include <cstdio>

namespace congvu::host {

namespace {

int verify(const HostOptions& options) {
    CommandRun run(options);
    const auto result = run.host.core().verifyAudit();
    if (result.firstBrokenSequence == 0) {
        std::printf("%lld rows, the chain is intact\n", static_cast<long long>(result.rows));
        return 0;
    }
    std::printf("%lld rows, the chain breaks at row %lld: %s\n", static_cast<long long>(result.rows),
                static_cast<long long>(result.firstBrokenSequence), result.reason.c_str());
    return 1;
}

}  // namespace

void addAuditCommand(CLI::App& program, CommandContext& context) {
    auto* audit = program.add_subcommand("audit", "The audit log")->require_subcommand(1);
    auto* command = audit->add_subcommand("verify", "Recomputes the hash chain of the audit log");
    command->callback([&context] { context.command = [&context] { return verify(context.options); }; });
}

}  // namespace congvu::host
