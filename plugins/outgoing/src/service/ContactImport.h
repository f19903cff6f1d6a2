// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/files/UploadedFile.h"
#include "congvu/http/Caller.h"
#include "congvu/json/Description.h"
#include "domain/ContactCsv.h"
#include "service/Services.h"
#include "storage/ContactRepository.h"

#include <tuple>
#include <vector>

namespace congvu::outgoing {

struct ContactImportInput {
    bool dryRun = true;
};

struct ContactImportResult {
    bool isDryRun = true;
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t same = 0;
    std::vector<ContactLineError> errors;  ///< nothing was written when there are any
};

/// Takes an address book over from CSV into the agency's own entries. A line changes the entry with its code, or without a code the one
/// with its name; entries that the file does not name stay. The dry run tells line by line what is wrong; the import writes all or none.
class ContactImport {
public:
    static constexpr std::int64_t kMostBytes = 2 * 1024 * 1024;

    explicit ContactImport(const Services& services) : services_(services) {}

    /// AppError invalid "/file" unless there is one file, tooLarge beyond kMostBytes.
    ContactImportResult run(const http::Caller& caller, const std::vector<files::UploadedFile>& uploads,
                            const ContactImportInput& input) const;

private:
    void add(db::Tx& tx, const http::Caller& caller, Contact contact) const;
    void change(db::Tx& tx, const http::Caller& caller, Contact contact) const;

    Services services_;
    ContactRepository contacts_;
};

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::ContactImportInput> {
    static auto fields() { return std::tuple{field("dryRun", &congvu::outgoing::ContactImportInput::dryRun)}; }
};
template <>
struct congvu::json::Description<congvu::outgoing::ContactImportResult> {
    static auto fields() {
        using Result = congvu::outgoing::ContactImportResult;
        return std::tuple{field("isDryRun", &Result::isDryRun), field("added", &Result::added), field("changed", &Result::changed),
                          field("same", &Result::same), field("errors", &Result::errors)};
    }
};
