// SPDX-License-Identifier: Apache-2.0
#include "service/Checksum.h"

#include <openssl/evp.h>
#include <array>
#include <fstream>
#include <memory>
#include <stdexcept>

namespace congvu::records {

namespace {

struct FreeDigest {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

class Digest {
public:
    Digest() : context_(EVP_MD_CTX_new()) {
        if (!context_ || EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) != 1) {
            throw std::runtime_error("sha256");
        }
    }
    void add(const char* bytes, std::size_t count) { EVP_DigestUpdate(context_.get(), bytes, count); }
    std::string hex() {
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
        unsigned int size = 0;
        EVP_DigestFinal_ex(context_.get(), digest.data(), &size);
        static constexpr std::string_view kHexDigits = "0123456789abcdef";
        std::string text;
        for (unsigned int index = 0; index < size; ++index) {
            text += kHexDigits[digest.at(index) >> 4U];
            text += kHexDigits[digest.at(index) & 0xFU];
        }
        return text;
    }

private:
    std::unique_ptr<EVP_MD_CTX, FreeDigest> context_;
};

}  // namespace

std::string sha256Of(std::string_view bytes) {
    Digest digest;
    digest.add(bytes.data(), bytes.size());
    return digest.hex();
}

std::string sha256OfFile(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        throw std::runtime_error("cannot read " + file.filename().string());
    }
    Digest digest;
    std::array<char, 256 * 1024> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init): filled by read
    while (in) {
        in.read(buffer.data(), buffer.size());
        digest.add(buffer.data(), static_cast<std::size_t>(in.gcount()));
    }
    return digest.hex();
}

}  // namespace congvu::records
