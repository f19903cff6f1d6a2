// SPDX-License-Identifier: Apache-2.0
#include "cli/CommandLine.h"

int main(int argumentCount, char** arguments) {
    return congvu::host::runCommandLine(argumentCount, arguments);
}
