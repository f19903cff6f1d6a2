// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <cstdint>
#include <string>
#include <tuple>

namespace congvu::files {

/// A file of the store as rows and answers name it.
struct StoredFile {
    std::string id;    ///< of the row
    std::string name;  ///< for showing and downloading
    std::string mediaType;
    std::string sha256;  ///< lower-case hex of the content
    std::int64_t sizeBytes = 0;
};

}  // namespace congvu::files

template <>
struct congvu::json::Description<congvu::files::StoredFile> {
    static auto fields() {
        using File = congvu::files::StoredFile;
        return std::tuple{field("id", &File::id), field("name", &File::name), field("mediaType", &File::mediaType),
                          field("sha256", &File::sha256), field("sizeBytes", &File::sizeBytes)};
    }
};
