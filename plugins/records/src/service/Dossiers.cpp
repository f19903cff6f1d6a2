// SPDX-License-Identifier: Apache-2.0
#include "service/Dossiers.h"

#include "congvu/error/AppError.h"
#include "domain/Retention.h"

#include <array>
#include <utility>

namespace congvu::records {

namespace {

constexpr std::string_view kDefaultRights = "Hạn chế";
constexpr std::string_view kDefaultLanguage = "Tiếng Việt";
constexpr int kMostTries = 200;

constexpr std::array kActNames{std::pair{DossierAct::edit, "edit"},     std::pair{DossierAct::file, "file"},
                               std::pair{DossierAct::share, "share"},   std::pair{DossierAct::close, "close"},
                               std::pair{DossierAct::reopen, "reopen"}, std::pair{DossierAct::handOver, "hand-over"}};

std::string checkedRetention(std::string_view text) {
    if (const auto retention = parseRetention(text)) {
        return retention->label();
    }
    throw AppError::invalidField("/retention", text.empty() ? "required" : "records.bad-retention");
}

std::string orDefault(const std::string& text, std::string_view fallback) {
    return text.empty() ? std::string{fallback} : text;
}

}  // namespace

db::Page<Dossier> Dossiers::list(const http::Caller& caller, const DossierFilter& filter, const db::PageRequest& page) const {
    return services_.db.read([&](db::Reader& reader) { return list(reader, caller, filter, page); });
}

DossierDetail Dossiers::detail(const http::Caller& caller, std::string_view id) const {
    return services_.db.read([&](db::Reader& reader) {
        DossierDetail detail;
        detail.dossier = work_.visible(reader, caller, id);
        detail.participants = work_.dossiers.participants(reader, id);
        const auto standing = work_.standing(reader, caller, detail.dossier);
        for (const auto& [act, name] : kActNames) {
            if (mayDo(standing, act) && isAllowed(detail.dossier.state, act)) {
                detail.acts.emplace_back(name);
            }
        }
        return detail;
    });
}

std::vector<inbox::TimelineEntry> Dossiers::timeline(const http::Caller& caller, std::string_view id) const {
    return services_.db.read([&](db::Reader& reader) {
        const auto dossier = work_.visible(reader, caller, id);
        return services_.timeline.read(reader, dossierRef(dossier.id));
    });
}

std::vector<Dossier> Dossiers::holding(const http::Caller& caller, const EntityRef& entity) const {
    const auto viewer = viewerOf(caller);
    return services_.db.read([&](db::Reader& reader) {
        Item asked;
        asked.id = entity.id;
        asked.entity = entity;
        const bool isVisible = entity.type == "document" && !owners_.visibleItems(reader, caller, {asked}).empty();
        return isVisible ? work_.dossiers.holding(reader, entity, viewer) : std::vector<Dossier>{};
    });
}

Dossier Dossiers::fromEntry(db::Tx& tx, const http::Caller& caller, const NewDossier& input) const {
    const auto entry = plans_.entry(tx, *input.entryId);
    const auto plan = entry ? plans_.find(tx, entry->second) : std::nullopt;
    if (!plan || plan->agencyId != caller.agencyId || plan->state != PlanState::approved) {
        throw AppError::invalidField("/entryId", "records.unknown-entry");
    }
    Dossier dossier;
    dossier.entryId = entry->first.id;
    dossier.year = plan->year;
    dossier.notation = orDefault(input.notation, entry->first.notation);
    dossier.title = orDefault(input.title, entry->first.title);
    dossier.retention = checkedRetention(orDefault(input.retention, entry->first.retention));
    const auto keeper = entry->first.keeperPostId ? services_.directory.post(*entry->first.keeperPostId) : std::nullopt;
    const bool isSomebody = keeper && keeper->isActive;
    // Who opens the dossier of another keeper must be able to see it afterwards.
    if (isSomebody && keeper->id != caller.postId && !caller.may("records.read-all")) {
        throw AppError::invalidField("/entryId", "records.entry-of-another", {{"name", keeper->personName}});
    }
    dossier.keeperPostId = isSomebody ? keeper->id : caller.postId;
    dossier.keeperName = isSomebody ? keeper->personName : caller.personName;
    dossier.unitId = isSomebody ? keeper->unitId : caller.unitId;
    dossier.unitName = isSomebody ? keeper->unitName : caller.unitName;
    return dossier;
}

Dossier Dossiers::freeDossier(const http::Caller& caller, const NewDossier& input) const {
    if (input.title.empty()) {
        throw AppError::invalidField("/title", "required");
    }
    Dossier dossier;
    dossier.year = input.year.value_or(services_.clock.today().year());
    dossier.title = input.title;
    dossier.retention = checkedRetention(input.retention);
    dossier.keeperPostId = caller.postId;
    dossier.keeperName = caller.personName;
    dossier.unitId = caller.unitId;
    dossier.unitName = caller.unitName;
    dossier.notation = input.notation;
    return dossier;
}

void Dossiers::insertNumbered(db::Tx& tx, Dossier& dossier) const {
    const bool isNumberGiven = !dossier.notation.empty();
    const auto unit = services_.directory.unit(dossier.unitId);
    auto number = isNumberGiven ? 0 : work_.dossiers.countOfYear(tx, dossier.agencyId, dossier.year);
    for (int tries = 0; tries < kMostTries; ++tries) {
        if (!isNumberGiven) {
            dossier.notation = notationOf(++number, unit ? unit->abbreviation : std::string{});
        }
        if (work_.dossiers.insert(tx, dossier)) {
            return;
        }
        if (isNumberGiven) {
            break;
        }
    }
    throw AppError::invalidField("/notation", "records.notation-taken");
}

std::string Dossiers::open(const http::Caller& caller, const NewDossier& input) const {
    return services_.db.write([&](db::Tx& tx) {
        auto dossier = input.entryId ? fromEntry(tx, caller, input) : freeDossier(caller, input);
        dossier.id = newId();
        dossier.agencyId = caller.agencyId;
        dossier.kind = input.kind;
        dossier.rights = orDefault(input.rights, kDefaultRights);
        dossier.language = orDefault(input.language, kDefaultLanguage);
        dossier.description = input.description;
        dossier.startedOn = input.startedOn.value_or(services_.clock.today());
        dossier.createdAt = services_.clock.now();
        dossier.updatedAt = dossier.createdAt;
        insertNumbered(tx, dossier);
        work_.dossiers.writeAccess(tx, dossier, {});
        work_.putIntoSearch(tx, dossier);
        note(services_, tx, caller, dossierRef(dossier.id), "opened");
        services_.notifications.invalidateHolders(tx, dossier.agencyId, "records.read", {"records/list"});
        return dossier.id;
    });
}

void Dossiers::edit(const http::Caller& caller, std::string_view id, const DossierEdit& input, std::int64_t expectedVersion) const {
    services_.db.write([&](db::Tx& tx) {
        auto dossier = work_.forAct(tx, caller, id, DossierAct::edit);
        if (dossier.version != expectedVersion) {
            throw AppError::stale();
        }
        dossier.title = input.title;
        dossier.retention = checkedRetention(input.retention);
        dossier.rights = orDefault(input.rights, kDefaultRights);
        dossier.language = orDefault(input.language, kDefaultLanguage);
        dossier.description = input.description;
        dossier.kind = input.kind;
        dossier.startedOn = input.startedOn;
        work_.save(tx, dossier);
        note(services_, tx, caller, dossierRef(dossier.id), "edited");
    });
}

Participant Dossiers::participantOf(const http::Caller& caller, const ParticipantInput& input, std::size_t index) const {
    const auto pointer = "/participants/" + std::to_string(index) + "/id";
    if (input.kind == "post") {
        const auto post = services_.directory.post(input.id);
        if (post && post->agencyId == caller.agencyId && post->isActive) {
            return {"post", post->id, post->personName + " – " + post->title};
        }
    } else if (input.kind == "unit") {
        const auto unit = services_.directory.unit(input.id);
        if (unit && unit->agencyId == caller.agencyId && unit->isActive) {
            return {"unit", unit->id, unit->name};
        }
    } else {
        throw AppError::invalidField("/participants/" + std::to_string(index) + "/kind", "unknown-choice");
    }
    throw AppError::invalidField(pointer, "records.unknown-participant");
}

void Dossiers::share(const http::Caller& caller, std::string_view id, const ParticipantsInput& input) const {
    std::vector<Participant> participants;
    for (std::size_t index = 0; index < input.participants.size(); ++index) {
        participants.push_back(participantOf(caller, input.participants[index], index));
    }
    services_.db.write([&](db::Tx& tx) {
        auto dossier = work_.forAct(tx, caller, id, DossierAct::share);
        // The keeper is no participant of his own dossier.
        std::erase_if(participants, [&](const Participant& one) { return one.kind == "post" && one.id == dossier.keeperPostId; });
        work_.dossiers.writeAccess(tx, dossier, participants);
        work_.save(tx, dossier);
        note(services_, tx, caller, dossierRef(dossier.id), "shared");
    });
}

}  // namespace congvu::records
