// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

namespace congvu::templates {

/// A file of a form folder that cannot be used. what() is the sentence shown to people; it names the file.
class FormFileError : public std::runtime_error {
public:
    FormFileError(std::filesystem::path file, const std::string& complaint)
        : std::runtime_error(file.string() + ": " + complaint), file_(std::move(file)) {}

    const std::filesystem::path& file() const noexcept { return file_; }

private:
    std::filesystem::path file_;
};

}  // namespace congvu::templates
