// SPDX-License-Identifier: Apache-2.0
// Puts a certificate on a SoftHSM token of SOFTHSM2_CONF, beside the private key with the same id (softhsm2-util imports only keys):
//
//   signing-token-writer TOKEN ID CERTIFICATE.pem
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

#include "support/TestToken.h"

int main(int argumentCount, char** arguments) {
    if (argumentCount != 4) {
        std::cerr << "signing-token-writer TOKEN ID CERTIFICATE.pem\n";
        return 64;
    }
    try {
        std::ifstream file(arguments[3], std::ios::binary);
        const std::string pem{std::istreambuf_iterator<char>(file), {}};
        const auto id = static_cast<std::uint8_t>(std::strtoul(arguments[2], nullptr, 16));
        congvu::signing::testing::writeTokenCertificate(arguments[1], "certificate", {id}, congvu::signing::Certificate::fromPem(pem));
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
