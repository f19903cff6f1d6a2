// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/sheets/Sheet.h"
#include "domain/NumberEntry.h"

#include <string>
#include <vector>

namespace congvu::outgoing {

/// Whose register it is.
struct RegisterHead {
    std::string superior;
    std::string issuer;
};

/// "Sổ đăng ký văn bản đi" with the columns of Decree 30/2020, Appendix IV. A cancelled or reserved number keeps its line and says why.
sheets::Sheet registerSheet(const std::vector<PrintedEntry>& entries, const RegisterFilter& filter, const RegisterHead& head);

}  // namespace congvu::outgoing
