// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/files/UploadedFile.h"
#include "domain/PlanCsv.h"
#include "service/Services.h"
#include "storage/PlanRepository.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::records {

/// What an import would do or has done.
struct ImportResult {
    bool isDryRun = true;
    std::int64_t headings = 0;  ///< new ones
    std::int64_t entries = 0;
    std::vector<PlanLineError> errors;  ///< with any, nothing is written
};
struct ImportInput {
    bool dryRun = true;
};

/// The file plan of a year: drafted line by line, from last year's or from CSV; approved by the head; reopened with a reason
/// (Decree 30/2020, Art. 28).
class Plans {
public:
    explicit Plans(const Services& services) : services_(services) {}

    /// Drafts are listed for those who write or approve them only.
    [[nodiscard]] std::vector<Plan> list(const http::Caller& caller) const;
    /// AppError notFound when there is none in the caller's agency or it is a draft that is not for him.
    [[nodiscard]] PlanContent read(const http::Caller& caller, std::string_view id) const;
    /// Answers the plan's id. AppError invalid "/year" when the year has one, "/copyFromYear" when that year has none.
    std::string create(const http::Caller& caller, const NewPlan& input) const;
    void approve(const http::Caller& caller, std::string_view id, const PlanApproval& input) const;
    void reopen(const http::Caller& caller, std::string_view id, std::string_view reason) const;

    std::string addHeading(const http::Caller& caller, std::string_view planId, const NewHeading& input) const;
    std::string addEntry(const http::Caller& caller, std::string_view planId, const EntryInput& input) const;

    /// For routes of one heading or entry: notFound unless the caller sees its plan.
    void requireHeading(const http::Caller& caller, std::string_view id) const;
    void requireEntry(const http::Caller& caller, std::string_view id) const;
    void editHeading(const http::Caller& caller, std::string_view id, const HeadingEdit& input) const;
    void removeHeading(const http::Caller& caller, std::string_view id) const;
    void editEntry(const http::Caller& caller, std::string_view id, const EntryInput& input) const;
    void removeEntry(const http::Caller& caller, std::string_view id) const;

private:
    Plan visiblePlan(db::Reader& reader, const http::Caller& caller, std::string_view id) const;
    Plan draft(db::Reader& reader, const http::Caller& caller, std::string_view id) const;
    void copy(db::Tx& tx, const Plan& from, const Plan& to) const;
    Entry entryFrom(db::Tx& tx, const http::Caller& caller, const Plan& plan, const EntryInput& input) const;
    void changed(db::Tx& tx, const http::Caller& caller, const Plan& plan, std::string_view act, std::string_view words = {}) const;

    const Services& services_;
    PlanRepository plans_;
};

}  // namespace congvu::records

template <>
struct congvu::json::Description<congvu::records::ImportResult> {
    static auto fields() {
        using Result = congvu::records::ImportResult;
        return std::tuple{field("isDryRun", &Result::isDryRun), field("headings", &Result::headings), field("entries", &Result::entries),
                          field("errors", &Result::errors)};
    }
};

template <>
struct congvu::json::Description<congvu::records::ImportInput> {
    static auto fields() { return std::tuple{field("dryRun", &congvu::records::ImportInput::dryRun)}; }
};
