// SPDX-License-Identifier: Apache-2.0
#include "service/ReadDocuments.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Encode.h"
#include "congvu/ports/DocumentDirectory.h"
#include "congvu/ports/TaskDirectory.h"
#include "domain/Acts.h"
#include "domain/FormFields.h"
#include "domain/IssueClock.h"
#include "service/Appendices.h"

#include <algorithm>

namespace congvu::outgoing {

namespace {

std::optional<SourceView> sourceDocumentView(const ports::Ports& ports, db::Reader& reader, const http::Caller& caller,
                                             const std::optional<std::string>& id) {
    const auto incoming = id ? ports.find<ports::DocumentDirectory>() : nullptr;
    const auto found = incoming ? incoming->find(reader, caller, *id) : std::nullopt;
    if (!found) {
        return std::nullopt;
    }
    return SourceView{found->subject, found->numberAndSymbol + " · " + found->issuerName, found->link};
}

std::optional<SourceView> sourceTaskView(const ports::Ports& ports, db::Reader& reader, const http::Caller& caller,
                                         const std::optional<std::string>& id) {
    const auto tasks = id ? ports.find<ports::TaskDirectory>() : nullptr;
    const auto found = tasks ? tasks->find(reader, caller, *id) : std::nullopt;
    if (!found) {
        return std::nullopt;
    }
    return SourceView{found->title, found->leadName, found->link};
}

}  // namespace

db::Page<DocumentRow> ReadDocuments::list(const http::Caller& caller, const ListFilter& filter, const db::PageRequest& page) {
    return services_.db.read([&](db::Reader& reader) { return list(reader, caller, filter, page); });
}

db::Page<DocumentRow> ReadDocuments::list(db::Reader& reader, const http::Caller& caller, const ListFilter& filter,
                                          const db::PageRequest& page) const {
    if (!filter.figure.isEmpty()) {
        return figures_.list(reader, caller, filter.figure, filter.text, page);
    }
    return filter.isLate ? unsent_.list(reader, caller, issueClock(calendar_, services_.clock.today()), filter.text, page)
                         : work_.documents.list(reader, caller, filter, page);
}

std::optional<std::int64_t> ReadDocuments::count(db::Reader& reader, const http::Caller& caller, const ListFilter& filter) const {
    if (!filter.text.empty() || !filter.sourceDocumentId.empty() || !filter.sourceTaskId.empty()) {
        return std::nullopt;
    }
    if (!filter.figure.isEmpty() || !filter.markerId.empty()) {
        const auto found = list(reader, caller, filter, {{}, db::kTotalCap - 1});
        return found.next ? db::kTotalCap : static_cast<std::int64_t>(found.items.size());
    }
    if (filter.isLate) {
        return unsent_.count(reader, caller, issueClock(calendar_, services_.clock.today()), db::kTotalCap);
    }
    if (filter.isMine || filter.isReturned) {
        return std::nullopt;
    }
    if (filter.isWaitingForMe) {
        return filter.states.empty() ? std::optional{work_.documents.personalCounts(reader, caller).waiting} : std::nullopt;
    }
    return countByState(reader, caller, filter.states);
}

std::optional<std::int64_t> ReadDocuments::countByState(db::Reader& reader, const http::Caller& caller,
                                                        const std::vector<DocumentState>& states) const {
    const auto isSigned = [](DocumentState state) {
        return state != DocumentState::draft && state != DocumentState::inReview && state != DocumentState::toSign &&
               state != DocumentState::cancelled;
    };
    if (!caller.may("outgoing.read-all") || states.empty() || !std::ranges::all_of(states, isSigned)) {
        return std::nullopt;
    }
    std::int64_t sum = 0;
    for (const auto& [state, documents] : work_.documents.counters(reader, caller.agencyId)) {
        const auto isAsked = [&name = state](DocumentState asked) { return json::nameOf(asked) == name; };
        sum += std::ranges::any_of(states, isAsked) ? documents : 0;
    }
    return std::min(sum, db::kTotalCap);
}

Counters ReadDocuments::counters(const http::Caller& caller) {
    return services_.db.read([&](db::Reader& reader) {
        const auto personal = work_.documents.personalCounts(reader, caller);
        Counters counters{{}, personal.drafts, personal.returned, personal.waiting};
        if (caller.may("outgoing.issue")) {
            counters.late = unsent_.count(reader, caller, issueClock(calendar_, services_.clock.today()), kMostCounted);
        }
        if (caller.may("outgoing.read-all")) {
            for (const auto& [state, documents] : work_.documents.counters(reader, caller.agencyId)) {
                counters.items.push_back({state, documents});
            }
        }
        return counters;
    });
}

void ReadDocuments::requireVisible(const http::Caller& caller, std::string_view id) {
    services_.db.read([&](db::Reader& reader) { return work_.require(reader, caller, id).id; });
}

DocumentView ReadDocuments::view(const http::Caller& caller, std::string_view id) {
    return services_.db.read([&](db::Reader& reader) {
        const auto found = work_.require(reader, caller, id);
        DocumentView view;
        view.id = found.id;
        view.formId = found.formId;
        view.typeName = found.typeName;
        view.subject = found.subject;
        view.urgency = found.urgency;
        view.state = found.state;
        view.fields = found.fields;
        view.draftNumber = found.draftNumber;
        view.drafterName = found.drafterName;
        view.signerName = found.signerName;
        view.signerTitle = found.signerTitle;
        view.sourceDocumentId = found.sourceDocumentId;
        view.sourceTaskId = found.sourceTaskId;
        view.sourceDocument = sourceDocumentView(services_.ports, reader, caller, found.sourceDocumentId);
        view.sourceTask = sourceTaskView(services_.ports, reader, caller, found.sourceTaskId);
        view.dueOn = found.dueOn;
        view.sequence = found.number
                            ? found.numberGroup
                            : numbers_.sequenceOf(reader, found.agencyId, found.typeAbbreviation, services_.clock.today().year()).group;
        view.numberAndSymbol = found.numberAndSymbol;
        view.documentDate = found.documentDate;
        view.issuedAt = found.issuedAt;
        view.recallReason = found.recallReason;
        view.requestId = found.requestId ? found.requestId : seals_.openRequest(reader, id);
        view.file = found.fileId ? services_.files.find(reader, *found.fileId) : std::nullopt;
        view.ownFile = ownFileView(reader, services_.files, work_.ownFiles, found);
        view.attachments = appendixViews(reader, services_.files, work_.appendices, id);
        view.chain = work_.steps.chain(reader, id);
        view.recipients = work_.dispatch.recipients(reader, id);
        if (found.issuedAt) {
            view.mails = mails_.ofDocument(reader, id);
            view.papers = papers_.ofDocument(reader, id);
        }
        view.relations = visibleRelations(reader, caller, id);
        view.acts = actsOf(found, view.chain, actingPostOf(caller));
        view.version = found.version;
        view.createdAt = found.createdAt;
        view.updatedAt = found.updatedAt;
        return view;
    });
}

std::vector<RelationView> ReadDocuments::visibleRelations(db::Reader& reader, const http::Caller& caller, std::string_view id) const {
    auto relations = work_.relations.views(reader, id);
    std::vector<std::string> ids;
    ids.reserve(relations.size());
    for (const auto& relation : relations) {
        ids.push_back(relation.documentId);
    }
    const auto visible = work_.documents.visible(reader, caller, ids);
    std::erase_if(relations, [&](const RelationView& one) { return std::ranges::find(visible, one.documentId) == visible.end(); });
    return relations;
}

std::vector<FormUse> ReadDocuments::formUse(const http::Caller& caller) {
    return services_.db.read([&](db::Reader& reader) { return work_.documents.formUse(reader, caller.postId); });
}

std::vector<DraftVersion> ReadDocuments::versions(const http::Caller& caller, std::string_view id) {
    return services_.db.read([&](db::Reader& reader) {
        (void)work_.require(reader, caller, id);
        return work_.steps.versions(reader, id);
    });
}

std::vector<inbox::TimelineEntry> ReadDocuments::timeline(const http::Caller& caller, std::string_view id) {
    return services_.db.read([&](db::Reader& reader) { return services_.timeline.read(reader, refOf(work_.require(reader, caller, id))); });
}

files::StoredFile ReadDocuments::file(const http::Caller& caller, std::string_view id, std::string_view fileId) {
    return services_.db.read([&](db::Reader& reader) {
        (void)work_.require(reader, caller, id);
        auto file = work_.dispatch.owns(reader, id, fileId) ? services_.files.find(reader, fileId) : std::nullopt;
        if (!file) {
            throw AppError::notFound();
        }
        return std::move(*file);
    });
}

DraftDefaults ReadDocuments::defaults(const http::Caller& caller, std::string_view formId, std::string_view sourceDocumentId,
                                      std::string_view sourceTaskId) {
    DraftDefaults defaults;
    std::string issuer;
    services_.db.read([&](db::Reader& reader) {
        std::optional<std::string> documentId;
        if (!sourceDocumentId.empty()) {
            documentId = std::string{sourceDocumentId};
        }
        const auto tasks = sourceTaskId.empty() ? nullptr : services_.ports.find<ports::TaskDirectory>();
        const auto task = tasks ? tasks->find(reader, caller, sourceTaskId) : std::nullopt;
        if (task) {
            defaults.dueOn = task->dueOn;
            if (!documentId && task->source.plugin == "incoming") {
                documentId = task->source.id;
            }
        }
        if (task) {
            defaults.sourceTask = SourceView{task->title, task->leadName, task->link};
        }
        defaults.sourceDocument = sourceDocumentView(services_.ports, reader, caller, documentId);
        defaults.sourceDocumentId = defaults.sourceDocument ? documentId : std::nullopt;
        const auto incoming = documentId ? services_.ports.find<ports::DocumentDirectory>() : nullptr;
        if (const auto found = incoming ? incoming->find(reader, caller, *documentId) : std::nullopt) {
            issuer = found->issuerName;
            defaults.urgency = found->urgency.empty() ? "normal" : found->urgency;
            defaults.dueOn = defaults.dueOn ? defaults.dueOn : found->dueOn;
        }
    });
    if (defaults.dueOn && *defaults.dueOn < services_.clock.today()) {
        defaults.dueOn.reset();
    }
    defaults.fields.text = defaultFields(caller, formId, issuer);
    return defaults;
}

std::string ReadDocuments::defaultFields(const http::Caller& caller, std::string_view formId, const std::string& issuerToAnswer) const {
    const auto form = services_.forms.formJson(formId);
    if (!form) {
        throw AppError::notFound();
    }
    const auto agency = services_.directory.unit(caller.agencyId);
    const auto unit = services_.directory.unit(caller.unitId);
    const auto unitAbbreviation = unit && !unit->isAgency ? unit->abbreviation : std::string{"VP"};
    json::Writer out;
    out.beginObject();
    if (agency) {
        out.key("superiorAgency")
            .string(agency->parentAgencyName)
            .key("agency")
            .string(letterheadName(agency->name))
            .key("place")
            .string(agency->place);
        // A decision of the chair names him; whoever decides for the collective writes its name instead and adds the line "TM.".
        out.key(kAuthorityTitleField).string("Chủ tịch " + agency->name);
        out.key("symbol").string(services_.db.read([&](db::Reader& reader) {
            return numbers_.symbolFor(reader, *agency, textMember(*form, "abbreviation"), unitAbbreviation, services_.clock.today());
        }));
    }
    out.key("archive").string("VT, " + unitAbbreviation);
    if (!issuerToAnswer.empty()) {
        out.key("addressees").beginArray().string(issuerToAnswer).endArray();
        out.key("recipients").beginArray().string("Như trên").endArray();
    }
    out.endObject();
    auto fields = onlyFieldsOf(*form, out.take());
    const auto signer = signers_.usual(caller.agencyId);
    if (!signer || !hasField(*form, "signer")) {
        return fields;
    }
    return withMember(fields, "signer", json::toText(signers_.blockOf(*signer, formId, fields)));
}

}  // namespace congvu::outgoing
