// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/core/FileSystem.h"

namespace congvu::core {

/// The file system of the machine.
class PosixFileSystem final : public FileSystem {
public:
    [[nodiscard]] bool exists(const Path& path) const override;
    void createFolder(const Path& folder) override;
    void write(const Path& path, std::string_view bytes) override;
    void linkOrCopy(const Path& from, const Path& to) override;
    void syncFile(const Path& path) override;
    void rename(const Path& from, const Path& to) override;
    void syncFolder(const Path& folder) override;
    void remove(const Path& path) override;
    [[nodiscard]] std::string read(const Path& path) const override;
    [[nodiscard]] std::vector<Path> files(const Path& folder) const override;
    [[nodiscard]] std::optional<Timestamp> time(const Path& path) const override;
    void setTime(const Path& path, Timestamp at) override;
};

}  // namespace congvu::core
