// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/Plans.h"

namespace congvu::records {

/// Takes a file plan over from CSV into a draft: a dry run tells line by line what is wrong; the import writes all lines or none.
class PlanImport {
public:
    PlanImport(const Services& services, const Plans& plans) : services_(services), plansService_(plans) {}

    /// Reads the first uploaded file. AppError invalid "/file" when there is none, tooLarge beyond 2 MB.
    ImportResult run(const http::Caller& caller, std::string_view planId, const std::vector<files::UploadedFile>& uploads,
                     const ImportInput& input) const;

private:
    const Services& services_;
    const Plans& plansService_;
    PlanRepository plans_;
};

}  // namespace congvu::records
