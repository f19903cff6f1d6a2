// SPDX-License-Identifier: Apache-2.0
#include "service/Plans.h"

#include "congvu/error/AppError.h"
#include "domain/Retention.h"

#include <algorithm>
#include <map>

namespace congvu::records {

namespace {

std::int64_t nextPosition(const std::vector<Heading>& headings, const std::optional<std::string>& parentId) {
    std::int64_t last = 0;
    for (const auto& heading : headings) {
        last = heading.parentId == parentId ? std::max(last, heading.position) : last;
    }
    return last + 1;
}

std::int64_t nextPosition(const std::vector<Entry>& entries, std::string_view headingId) {
    std::int64_t last = 0;
    for (const auto& entry : entries) {
        last = entry.headingId == headingId ? std::max(last, entry.position) : last;
    }
    return last + 1;
}

const Heading* findHeading(const std::vector<Heading>& headings, std::string_view id) {
    const auto found = std::find_if(headings.begin(), headings.end(), [&](const Heading& heading) { return heading.id == id; });
    return found == headings.end() ? nullptr : &*found;
}

/// The large heading that gives the symbol.
const Heading* largeOf(const std::vector<Heading>& headings, const Heading& heading) {
    return heading.parentId ? findHeading(headings, *heading.parentId) : &heading;
}

/// The first free number of a symbol: App. V, I.2 lets the numbers run on within each large heading.
std::string freeNotation(const std::vector<Entry>& entries, std::string_view abbreviation) {
    for (std::int64_t number = 1;; ++number) {
        auto notation = notationOf(number, abbreviation);
        if (std::none_of(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.notation == notation; })) {
            return notation;
        }
    }
}

}  // namespace

std::vector<Plan> Plans::list(const http::Caller& caller) const {
    auto plans = services_.db.read([&](db::Reader& reader) { return plans_.ofAgency(reader, caller.agencyId); });
    if (!caller.may("records.plan") && !caller.may("records.approve")) {
        std::erase_if(plans, [](const Plan& plan) { return plan.state == PlanState::draft; });
    }
    return plans;
}

Plan Plans::visiblePlan(db::Reader& reader, const http::Caller& caller, std::string_view id) const {
    auto plan = plans_.find(reader, id);
    const bool seesDrafts = caller.may("records.plan") || caller.may("records.approve");
    if (!plan || plan->agencyId != caller.agencyId || (plan->state == PlanState::draft && !seesDrafts)) {
        throw AppError::notFound();
    }
    return *plan;
}

Plan Plans::draft(db::Reader& reader, const http::Caller& caller, std::string_view id) const {
    auto plan = visiblePlan(reader, caller, id);
    if (plan.state != PlanState::draft) {
        throw AppError(ErrorKind::conflict, "records.plan-approved");
    }
    return plan;
}

PlanContent Plans::read(const http::Caller& caller, std::string_view id) const {
    return services_.db.read([&](db::Reader& reader) {
        PlanContent content;
        content.plan = visiblePlan(reader, caller, id);
        content.headings = plans_.headings(reader, id);
        content.entries = plans_.entries(reader, id);
        return content;
    });
}

void Plans::changed(db::Tx& tx, const http::Caller& caller, const Plan& plan, std::string_view act, std::string_view words) const {
    note(services_, tx, caller, planRef(plan.id), act, words, R"({"year":)" + std::to_string(plan.year) + '}');
    services_.notifications.invalidateHolders(tx, plan.agencyId, "records.plan", {"records/plans"});
}

std::string Plans::create(const http::Caller& caller, const NewPlan& input) const {
    Plan plan;
    plan.id = newId();
    plan.agencyId = caller.agencyId;
    plan.year = input.year;
    plan.createdAt = services_.clock.now();
    services_.db.write([&](db::Tx& tx) {
        if (!plans_.insert(tx, plan)) {
            throw AppError::invalidField("/year", "records.year-has-plan");
        }
        if (input.copyFromYear) {
            const auto from = plans_.ofYear(tx, caller.agencyId, *input.copyFromYear);
            if (!from) {
                throw AppError::invalidField("/copyFromYear", "records.year-without-plan");
            }
            copy(tx, *from, plan);
        }
        changed(tx, caller, plan, "plan-created");
    });
    return plan.id;
}

void Plans::copy(db::Tx& tx, const Plan& from, const Plan& to) const {
    std::map<std::string, std::string> newIds;
    const auto headings = plans_.headings(tx, from.id);
    for (const auto& heading : headings) {
        newIds[heading.id] = newId();
    }
    for (auto heading : headings) {
        heading.id = newIds[heading.id];
        heading.parentId = heading.parentId ? std::optional{newIds[*heading.parentId]} : std::nullopt;
        plans_.insertHeading(tx, to.id, heading);
    }
    for (auto entry : plans_.entries(tx, from.id)) {
        entry.id = newId();
        entry.headingId = newIds[entry.headingId];
        const auto keeper = entry.keeperPostId ? services_.directory.post(*entry.keeperPostId) : std::nullopt;
        if (!keeper || !keeper->isActive) {
            entry.keeperPostId.reset();
        } else {
            entry.keeperName = keeper->personName;
        }
        plans_.insertEntry(tx, to.id, entry);
    }
}

void Plans::approve(const http::Caller& caller, std::string_view id, const PlanApproval& input) const {
    services_.db.write([&](db::Tx& tx) {
        auto plan = draft(tx, caller, id);
        if (plans_.entries(tx, id).empty()) {
            throw AppError(ErrorKind::conflict, "records.plan-empty");
        }
        plan.state = PlanState::approved;
        plan.decision = input.decision;
        plan.approvedByName = caller.personName;
        plan.approvedAt = services_.clock.now();
        plans_.update(tx, plan);
        changed(tx, caller, plan, "plan-approved");
    });
}

void Plans::reopen(const http::Caller& caller, std::string_view id, std::string_view reason) const {
    services_.db.write([&](db::Tx& tx) {
        auto plan = visiblePlan(tx, caller, id);
        if (plan.state != PlanState::approved) {
            throw AppError(ErrorKind::conflict, "records.plan-is-draft");
        }
        plan.state = PlanState::draft;
        plan.approvedByName.clear();
        plan.approvedAt.reset();
        plans_.update(tx, plan);
        changed(tx, caller, plan, "plan-reopened", reason);
    });
}

std::string Plans::addHeading(const http::Caller& caller, std::string_view planId, const NewHeading& input) const {
    Heading heading{newId(), input.parentId, 0, input.title, input.abbreviation};
    services_.db.write([&](db::Tx& tx) {
        const auto plan = draft(tx, caller, planId);
        const auto headings = plans_.headings(tx, planId);
        if (static_cast<std::int64_t>(headings.size()) >= PlanRepository::kMostHeadings) {
            throw AppError(ErrorKind::conflict, "records.plan-full");
        }
        if (input.parentId) {
            const auto* parent = findHeading(headings, *input.parentId);
            if (parent == nullptr || parent->parentId) {
                throw AppError::invalidField("/parentId", "records.unknown-heading");
            }
        }
        heading.position = nextPosition(headings, input.parentId);
        plans_.insertHeading(tx, planId, heading);
        changed(tx, caller, plan, "plan-changed");
    });
    return heading.id;
}

Entry Plans::entryFrom(db::Tx& tx, const http::Caller& caller, const Plan& plan, const EntryInput& input) const {
    const auto headings = plans_.headings(tx, plan.id);
    const auto* heading = findHeading(headings, input.headingId);
    if (heading == nullptr) {
        throw AppError::invalidField("/headingId", "records.unknown-heading");
    }
    const auto retention = parseRetention(input.retention);
    if (!retention) {
        throw AppError::invalidField("/retention", "records.bad-retention");
    }
    Entry entry;
    entry.headingId = heading->id;
    entry.title = input.title;
    entry.retention = retention->label();
    entry.note = input.note;
    if (input.keeperPostId) {
        const auto keeper = services_.directory.post(*input.keeperPostId);
        if (!keeper || keeper->agencyId != caller.agencyId) {
            throw AppError::invalidField("/keeperPostId", "records.unknown-post");
        }
        entry.keeperPostId = keeper->id;
        entry.keeperName = keeper->personName;
    }
    const auto entries = plans_.entries(tx, plan.id);
    if (static_cast<std::int64_t>(entries.size()) >= PlanRepository::kMostEntries) {
        throw AppError(ErrorKind::conflict, "records.plan-full");
    }
    entry.position = nextPosition(entries, heading->id);
    const auto* large = largeOf(headings, *heading);
    entry.notation = input.notation.empty() ? freeNotation(entries, large != nullptr ? large->abbreviation : "") : input.notation;
    return entry;
}

std::string Plans::addEntry(const http::Caller& caller, std::string_view planId, const EntryInput& input) const {
    return services_.db.write([&](db::Tx& tx) {
        const auto plan = draft(tx, caller, planId);
        auto entry = entryFrom(tx, caller, plan, input);
        entry.id = newId();
        if (!plans_.insertEntry(tx, planId, entry)) {
            throw AppError::invalidField("/notation", "records.notation-taken");
        }
        changed(tx, caller, plan, "plan-changed");
        return entry.id;
    });
}

void Plans::requireHeading(const http::Caller& caller, std::string_view id) const {
    services_.db.read([&](db::Reader& reader) {
        const auto found = plans_.heading(reader, id);
        if (!found) {
            throw AppError::notFound();
        }
        visiblePlan(reader, caller, found->second);
    });
}

void Plans::requireEntry(const http::Caller& caller, std::string_view id) const {
    services_.db.read([&](db::Reader& reader) {
        const auto found = plans_.entry(reader, id);
        if (!found) {
            throw AppError::notFound();
        }
        visiblePlan(reader, caller, found->second);
    });
}

void Plans::editHeading(const http::Caller& caller, std::string_view id, const HeadingEdit& input) const {
    services_.db.write([&](db::Tx& tx) {
        auto found = plans_.heading(tx, id);
        if (!found) {
            throw AppError::notFound();
        }
        const auto plan = draft(tx, caller, found->second);
        found->first.title = input.title;
        found->first.abbreviation = input.abbreviation;
        plans_.updateHeading(tx, found->first);
        changed(tx, caller, plan, "plan-changed");
    });
}

void Plans::removeHeading(const http::Caller& caller, std::string_view id) const {
    services_.db.write([&](db::Tx& tx) {
        const auto found = plans_.heading(tx, id);
        if (!found) {
            throw AppError::notFound();
        }
        const auto plan = draft(tx, caller, found->second);
        if (!plans_.removeHeading(tx, id)) {
            throw AppError(ErrorKind::conflict, "records.heading-not-empty");
        }
        changed(tx, caller, plan, "plan-changed");
    });
}

void Plans::editEntry(const http::Caller& caller, std::string_view id, const EntryInput& input) const {
    services_.db.write([&](db::Tx& tx) {
        const auto found = plans_.entry(tx, id);
        if (!found) {
            throw AppError::notFound();
        }
        const auto plan = draft(tx, caller, found->second);
        auto entry = entryFrom(tx, caller, plan, input);
        entry.id = found->first.id;
        entry.notation = input.notation.empty() ? found->first.notation : input.notation;
        entry.position = entry.headingId == found->first.headingId ? found->first.position : entry.position;
        if (!plans_.updateEntry(tx, entry)) {
            throw AppError::invalidField("/notation", "records.notation-taken");
        }
        changed(tx, caller, plan, "plan-changed");
    });
}

void Plans::removeEntry(const http::Caller& caller, std::string_view id) const {
    services_.db.write([&](db::Tx& tx) {
        const auto found = plans_.entry(tx, id);
        if (!found) {
            throw AppError::notFound();
        }
        const auto plan = draft(tx, caller, found->second);
        if (plans_.isEntryUsed(tx, id)) {
            throw AppError(ErrorKind::conflict, "records.entry-used");
        }
        plans_.removeEntry(tx, id);
        changed(tx, caller, plan, "plan-changed");
    });
}

}  // namespace congvu::records
