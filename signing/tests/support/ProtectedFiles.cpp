// SPDX-License-Identifier: Apache-2.0
#include "support/ProtectedFiles.h"

#include <stdexcept>
#include <string_view>

#include "support/Process.h"

namespace congvu::signing::testing {

Bytes rewrittenByQpdf(const Bytes& document, const std::string& arguments) {
    const TemporaryFolder folder;
    const std::string in = folder.write("in.pdf", document);
    const std::string out = (folder.path() / "out.pdf").string();
    const auto result = runCommand("qpdf --allow-weak-crypto --warning-exit-0 " + arguments + ' ' + in + ' ' + out);
    if (result.status != 0) {
        throw std::runtime_error("qpdf " + arguments + ": " + result.output);
    }
    return readBytes(out);
}

const std::vector<Protection>& protections() {
    static const std::vector<Protection> kAll{{"Rc4Of40Bits", 2, "40 --"},
                                              {"Rc4Of128Bits", 3, "128 --use-aes=n --"},
                                              {"Rc4CryptFilter", 4, "128 --use-aes=n --force-V4 --"},
                                              {"AesOf128Bits", 4, "128 --use-aes=y --"},
                                              {"AesOf128BitsPlainMetadata", 4, "128 --use-aes=y --cleartext-metadata --"},
                                              {"AesOf256BitsRevision5", 5, "256 --force-R5 --"},
                                              {"AesOf256Bits", 6, "256 --"},
                                              {"AesOf256BitsPlainMetadata", 6, "256 --cleartext-metadata --"}};
    return kAll;
}

bool Protection::isAes() const {
    return std::string_view(name).starts_with("Aes");
}

Bytes encrypted(const Bytes& document, const Protection& protection, const std::string& userPassword, const std::string& ownerPassword,
                const std::string& moreArguments) {
    return rewrittenByQpdf(document,
                           "--encrypt '" + userPassword + "' '" + ownerPassword + "' " + protection.arguments + ' ' + moreArguments);
}

}  // namespace congvu::signing::testing
