// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace congvu::records {

/// The caller as the rules of this plugin see it (docs/row-level-policy.md).
struct Viewer {
    std::string postId;
    std::string unitId;
    std::string agencyId;
    bool mayReadUnit = false;
    bool mayReadAll = false;
    bool mayKeep = false;
    bool mayArchive = false;
};

}  // namespace congvu::records
