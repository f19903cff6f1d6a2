// SPDX-License-Identifier: Apache-2.0
#include "support/TimeStampServer.h"

#include <fstream>
#include <iterator>

#include "support/KeyPem.h"

namespace congvu::signing::testing {

TimeStampServer::TimeStampServer(const IssuedKey& key) {
    const std::string folder = folder_.path().string();
    folder_.write("tsa.pem", viewOf(key.certificate.toPem()));
    folder_.write("chain.pem", viewOf(key.chain.front().toPem()));
    folder_.write("tsa.key", viewOf(privateKeyPem(key.pkcs8)));
    folder_.write("tsa.cnf", viewOf("[tsa]\ndefault_tsa=t\n[t]\nserial=" + folder + "/serial\nsigner_cert=" + folder +
                                    "/tsa.pem\ncerts=" + folder + "/chain.pem\nsigner_key=" + folder +
                                    "/tsa.key\nsigner_digest=sha256\ndefault_policy=1.2.3.4.1\ndigests=sha256\ness_cert_id_alg=sha256\n"));
    peer_ = std::make_unique<HttpPeer>([this](const std::string&, const std::string& query) {
        return HttpAnswer{200, "application/timestamp-reply", reply(query), ""};
    });
}

std::string TimeStampServer::reply(const std::string& query) {
    const std::string folder = folder_.path().string();
    folder_.write("query", viewOf(query));
    runCommand("openssl ts -reply -config " + folder + "/tsa.cnf -queryfile " + folder + "/query -out " + folder + "/reply");
    std::ifstream stream(folder + "/reply", std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace congvu::signing::testing
