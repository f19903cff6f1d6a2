// SPDX-License-Identifier: Apache-2.0
#include "service/PlanImport.h"

#include "congvu/error/AppError.h"
#include "congvu/text/Text.h"

#include <fstream>
#include <iterator>
#include <map>
#include <set>

namespace congvu::records {

namespace {

constexpr std::int64_t kMostCsvBytes = 2 * 1024 * 1024;

std::string contentOf(const files::UploadedFile& upload) {
    std::ifstream in(upload.path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Puts lines below the headings of a plan, which it makes when they are missing.
class Planting {
public:
    Planting(const directory::Directory& directory, std::string agencyId, const std::vector<Heading>& headings,
             const std::vector<Entry>& entries)
        : directory_(directory), agencyId_(std::move(agencyId)) {
        for (const auto& heading : headings) {
            known_[key(heading.parentId.value_or(""), heading.title)] = heading;
            positions_[heading.parentId.value_or("")] = std::max(positions_[heading.parentId.value_or("")], heading.position);
        }
        for (const auto& entry : entries) {
            notations_.insert(entry.notation);
            positions_[entry.headingId] = std::max(positions_[entry.headingId], entry.position);
        }
    }

    void add(const PlanLine& line, ImportResult& result) {
        if (line.heading.empty() && last_.id.empty()) {
            result.errors.push_back({line.line, "heading", "required"});
            return;
        }
        // A line without a heading stands below that of the line before it.
        const auto large = line.heading.empty() ? last_ : headingFor("", line.heading, line.abbreviation);
        const auto heading = line.subheading.empty() ? large : headingFor(large.id, line.subheading, "");
        last_ = large;
        Entry entry;
        entry.id = newId();
        entry.headingId = heading.id;
        entry.position = ++positions_[heading.id];
        entry.notation = line.notation.empty() ? freeNotation(large.abbreviation) : line.notation;
        if (!notations_.insert(entry.notation).second) {
            result.errors.push_back({line.line, "notation", "records.notation-taken"});
        }
        entry.title = line.title;
        entry.retention = line.retention;
        entry.note = line.note;
        assignKeeper(line.keeper, entry);
        newEntries.push_back(std::move(entry));
    }

    std::vector<Heading> newHeadings;
    std::vector<Entry> newEntries;

private:
    static std::string key(const std::string& parentId, std::string_view title) { return parentId + '/' + text::fold(title); }
    Heading headingFor(const std::string& parentId, const std::string& title, const std::string& abbreviation) {
        auto& found = known_[key(parentId, title)];
        if (found.id.empty()) {
            found = {newId(), parentId.empty() ? std::nullopt : std::optional{parentId}, ++positions_[parentId], title, abbreviation};
            newHeadings.push_back(found);
        }
        return found;
    }
    std::string freeNotation(const std::string& abbreviation) {
        auto& number = numbers_[abbreviation];
        std::string notation;
        do {
            notation = notationOf(++number, abbreviation);
        } while (notations_.contains(notation));
        return notation;
    }
    /// The name as it is written; the post too when exactly one person of the agency is called so.
    void assignKeeper(const std::string& name, Entry& entry) {
        entry.keeperName = name;
        if (name.empty()) {
            return;
        }
        if (people_.empty()) {
            for (const auto& post : directory_.postsOfAgency(agencyId_, "records.keep")) {
                people_[text::fold(post.personName)].push_back(post.id);
            }
        }
        const auto found = people_.find(text::fold(name));
        if (found != people_.end() && found->second.size() == 1) {
            entry.keeperPostId = found->second.front();
        }
    }

    const directory::Directory& directory_;
    std::string agencyId_;
    std::map<std::string, Heading> known_;
    std::map<std::string, std::int64_t> positions_;
    std::map<std::string, std::int64_t> numbers_;
    std::map<std::string, std::vector<std::string>> people_;
    std::set<std::string> notations_;
    Heading last_;
};

}  // namespace

ImportResult PlanImport::run(const http::Caller& caller, std::string_view planId, const std::vector<files::UploadedFile>& uploads,
                             const ImportInput& input) const {
    const auto before = plansService_.read(caller, planId);
    if (before.plan.state != PlanState::draft) {
        throw AppError(ErrorKind::conflict, "records.plan-approved");
    }
    if (uploads.empty()) {
        throw AppError::invalidField("/file", "required");
    }
    if (uploads.front().sizeBytes > kMostCsvBytes) {
        throw AppError(ErrorKind::tooLarge, "records.csv-too-large");
    }
    const auto read = readPlanCsv(contentOf(uploads.front()));
    ImportResult result;
    result.isDryRun = input.dryRun;
    result.errors = read.errors;
    return services_.db.write([&](db::Tx& tx) {
        auto done = result;
        const auto plan = plans_.find(tx, planId);
        const auto entries = plans_.entries(tx, planId);
        Planting planting{services_.directory, caller.agencyId, plans_.headings(tx, planId), entries};
        for (const auto& line : read.lines) {
            planting.add(line, done);
        }
        done.headings = static_cast<std::int64_t>(planting.newHeadings.size());
        done.entries = static_cast<std::int64_t>(planting.newEntries.size());
        if (static_cast<std::int64_t>(entries.size()) + done.entries > PlanRepository::kMostEntries ||
            done.headings > PlanRepository::kMostHeadings) {
            throw AppError(ErrorKind::conflict, "records.plan-full");
        }
        if (input.dryRun || !done.errors.empty() || !plan || plan->state != PlanState::draft) {
            return done;
        }
        for (const auto& heading : planting.newHeadings) {
            plans_.insertHeading(tx, planId, heading);
        }
        for (const auto& entry : planting.newEntries) {
            plans_.insertEntry(tx, planId, entry);
        }
        note(services_, tx, caller, planRef(std::string{planId}), "plan-imported", {},
             R"({"entries":)" + std::to_string(done.entries) + '}');
        return done;
    });
}

}  // namespace congvu::records
