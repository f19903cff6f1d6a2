// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/ids/Id.h"

#include <filesystem>

namespace congvu::testing {

/// A new folder of its own below the system's temporary folder; removed with everything in it at the end.
class TemporaryFolder {
public:
    TemporaryFolder() : path_(std::filesystem::temp_directory_path() / ("congvu-test-" + newId())) {
        std::filesystem::create_directories(path_);
    }
    ~TemporaryFolder() {
        std::error_code ignored;  // a file that is still open elsewhere only leaves rubbish in /tmp
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace congvu::testing
