// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/trust/TrustStore.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "congvu/signing/SigningError.h"

namespace congvu::signing {
namespace {

constexpr std::size_t kMostFiles = 1000;
constexpr std::uintmax_t kLargestFile = 1 << 20;

std::vector<Certificate> certificatesIn(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    const Bytes bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (textOf(bytes).find("-----BEGIN") != std::string_view::npos) {
        return Certificate::allFromPem(textOf(bytes));
    }
    return {Certificate::fromDer(bytes)};
}

bool isCertificateFile(const std::filesystem::directory_entry& entry) {
    const std::string extension = entry.path().extension();
    const bool named = extension == ".pem" || extension == ".crt" || extension == ".cer" || extension == ".der";
    return named && entry.is_regular_file() && entry.file_size() <= kLargestFile;
}

}  // namespace

void TrustStore::addAnchor(std::string world, const Certificate& root) {
    anchors_.push_back({std::move(world), root});
}

void TrustStore::addIntermediate(const Certificate& certificate) {
    intermediates_.push_back(certificate);
}

TrustStore TrustStore::fromFolder(const std::filesystem::path& folder) {
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error)) {
        throw SigningError(ErrorCode::invalidArgument, "no such folder of trusted roots: " + folder.string());
    }
    TrustStore store;
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!isCertificateFile(entry)) {
            continue;
        }
        if (++files > kMostFiles) {
            throw SigningError(ErrorCode::limitExceeded, "too many files in the folder of trusted roots");
        }
        const auto relative = std::filesystem::relative(entry.path(), folder);
        const std::string world = relative.has_parent_path() ? relative.begin()->string() : "default";
        for (const Certificate& certificate : certificatesIn(entry.path())) {
            if (certificate.isSelfSigned()) {
                store.addAnchor(world, certificate);
            } else {
                store.addIntermediate(certificate);
            }
        }
    }
    return store;
}

}  // namespace congvu::signing
