// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Outline.h"
#include "service/BoundedWork.h"

#include <filesystem>

namespace congvu::signingdesk {

/// Reads pages and form fields of PDFs. Bounded work.
class DocumentOutlines {
public:
    explicit DocumentOutlines(BoundedWork& work) : work_(work) {}
    /// AppError conflict "signing.error.<name>" when the file cannot be read.
    [[nodiscard]] Outline read(const std::filesystem::path& file);

private:
    BoundedWork& work_;
};

}  // namespace congvu::signingdesk
