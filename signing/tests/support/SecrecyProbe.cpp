// SPDX-License-Identifier: Apache-2.0
// A program that signs with one key and then stands still, so that its memory can be searched from outside:
//   signing-secrecy-probe p12 CONTAINER PINFILE
//   signing-secrecy-probe sealed FILE CERTIFICATE PINFILE
//   signing-secrecy-probe pkcs11 URI PINFILE
// Prints "holding" with the key loaded and used, "after" once it is gone; goes on, or aborts with a core dump, as the line on
// standard input says ("next", "abort"). A first argument "--undumped" keeps its memory out of dumps.
#include <sys/resource.h>

#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "FileAccess.h"
#include "congvu/signing/keys/Pkcs11Signer.h"
#include "congvu/signing/keys/Pkcs12Signer.h"
#include "congvu/signing/keys/ProcessSecrecy.h"
#include "congvu/signing/keys/SealedKey.h"

namespace {

using namespace congvu::signing;

std::shared_ptr<const Signer> signerOf(const std::vector<std::string>& arguments) {
    const SecretText pin = tool::readPin(arguments.back());
    if (arguments[0] == "p12") {
        return Pkcs12Signer::load(tool::readFile(arguments[1]), pin.view());
    }
    if (arguments[0] == "sealed") {
        const auto certificate = Certificate::fromDer(tool::readFile(arguments[2]));
        return SealedKey::fromBytes(tool::readFile(arguments[1])).openSigner(pin.view(), certificate, {});
    }
    const auto uri = Pkcs11Uri::parse(arguments[1]);
    return Pkcs11Signer::open(Pkcs11Module::load(uri.modulePath), uri, pin.view());
}

void standStill(const char* state) {
    std::cout << state << std::endl;
    std::string line;
    std::getline(std::cin, line);
    if (line == "abort") {
        rlimit limit{};
        ::getrlimit(RLIMIT_CORE, &limit);
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_CORE, &limit);
        std::abort();
    }
}

}  // namespace

int main(int count, char** values) {
    std::vector<std::string> arguments(values + 1, values + count);
    if (arguments.front() == "--undumped") {
        keepMemoryOutOfCoreDumps();
        arguments.erase(arguments.begin());
    }
    {
        const auto signer = signerOf(arguments);
        if (signer->sign(viewOf("to be signed")).empty()) {
            return 1;
        }
        standStill("holding");
    }
    standStill("after");
    return 0;
}
