// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace congvu::testing {

/// Makes a key and a certificate for "localhost" and 127.0.0.1 that vouches for itself, valid today, and writes both as PEM.
void writeTestCertificate(const std::filesystem::path& keyFile, const std::filesystem::path& certificateFile);

}  // namespace congvu::testing
