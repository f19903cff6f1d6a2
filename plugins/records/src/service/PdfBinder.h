// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace congvu::records {

/// A PDF that becomes part of the whole, with the name of its bookmark.
struct BoundPart {
    std::filesystem::path file;
    std::string bookmark;
};

/// Why a part cannot be bound.
class CannotBind : public std::exception {
public:
    CannotBind(std::string code, std::string part) : code_(std::move(code)), part_(std::move(part)) {}
    [[nodiscard]] const char* what() const noexcept override { return code_.c_str(); }
    [[nodiscard]] const std::string& code() const { return code_; }  ///< message id
    [[nodiscard]] const std::string& part() const { return part_; }  ///< its bookmark, empty for the whole

private:
    std::string code_;
    std::string part_;
};

/// Binds PDFs into one with a bookmark for each (ISO 32000-1, 12.3.3). Every hostile file is read by qpdf in a limited child process only.
/// Forms and signatures become plain pictures on the page: a signature cannot hold over other files; the signed originals stay what they
/// are.
class PdfBinder {
public:
    /// `folder` holds what is made on the way; the caller clears it.
    explicit PdfBinder(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// Answers the path of the whole. `onPart` is called after each part. Throws CannotBind.
    std::filesystem::path bind(const std::vector<BoundPart>& parts, const std::function<void()>& onPart);

private:
    std::filesystem::path flatten(const BoundPart& part, std::size_t number);
    std::int64_t pagesOf(const std::filesystem::path& file, const std::string& name);
    std::filesystem::path merge(const std::vector<std::filesystem::path>& files);
    std::filesystem::path addBookmarks(const std::filesystem::path& merged, const std::vector<BoundPart>& parts,
                                       const std::vector<std::int64_t>& firstPages);

    std::filesystem::path folder_;
};

}  // namespace congvu::records
