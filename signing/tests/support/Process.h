// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "congvu/signing/Bytes.h"

namespace congvu::signing::testing {

/// What a command printed and how it ended.
struct ProcessResult {
    int status = -1;
    std::string output;
};

/// Runs a shell command, standard error included in the output.
ProcessResult runCommand(const std::string& command);

/// The whole of a file.
Bytes readBytes(const std::string& file);

/// True when the program is installed.
bool isInstalled(const std::string& program);

/// A folder that is removed at the end.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    std::filesystem::path path() const { return path_; }
    /// Writes a file and gives its path.
    std::string write(const std::string& name, ByteView bytes) const;

private:
    std::filesystem::path path_;
};

}  // namespace congvu::signing::testing
