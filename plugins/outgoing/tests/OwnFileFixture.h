// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "OfficeFiles.h"
#include "OutgoingFixture.h"

#include <string>
#include <vector>

namespace congvu::outgoing {

/// A draft whose body is the drafter's own file.
class OwnFileFixture : public OutgoingFixture {
protected:
    testing::TestResponse put(const std::string& id, const std::string& name, const std::string& bytes);
    /// A draft that names the chair as its signer, with a file that is waiting to be converted.
    std::string makeWithFile(const std::string& text = "Nội dung của tệp riêng.");
    /// Stands in for the conversion where LibreOffice is not installed: the row as a conversion leaves it.
    void becomeReady(const std::string& id, const std::string& text, std::int64_t printedYear = 2026);
    /// A draft with a converted file that names the chair and prints the symbol.
    std::string makeReady();
    /// Every place that a file needs; the date in parts.
    static std::string placesRequest();
};

}  // namespace congvu::outgoing
