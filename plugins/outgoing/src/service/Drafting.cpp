// SPDX-License-Identifier: Apache-2.0
#include "service/Drafting.h"

#include "congvu/error/AppError.h"
#include "congvu/ids/Id.h"
#include "congvu/json/Encode.h"
#include "congvu/ports/DocumentDirectory.h"
#include "congvu/ports/TaskDirectory.h"
#include "domain/FormFields.h"
#include "service/LinkedEvent.h"
#include "service/RenderFields.h"
#include "service/SignerDesk.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace congvu::outgoing {

namespace {

constexpr std::array<std::string_view, 4> kUrgencies{"normal", "urgent", "very_urgent", "flash"};

void checkUrgency(const std::string& urgency) {
    if (std::ranges::find(kUrgencies, urgency) == kUrgencies.end()) {
        throw AppError::invalidField("/urgency", "unknown-choice");
    }
}

/// A deadline before today is a slip of the keyboard.
void checkDueOn(const std::optional<Date>& dueOn, Date today) {
    if (dueOn && *dueOn < today) {
        throw AppError::invalidField("/dueOn", "outgoing.due-in-past", {{"date", dueOn->toDisplay()}});
    }
}

/// Values of a form are an object; anything else would be lost when the urgency is put in.
void checkFields(const json::RawJson& fields) {
    if (!isObject(fields.text)) {
        throw AppError::invalidField("/fields", "wrong-type", {{"expected", "object"}});
    }
}

/// The form prints the urgency that was chosen for the document; the form of a copy has none to print.
std::string fieldsWithUrgency(forms::Forms& forms, std::string_view formId, const DraftInput& input) {
    const auto form = forms.formJson(formId);
    if (form && !hasField(*form, "urgency")) {
        return input.fields.text;
    }
    return withMember(input.fields.text, "urgency", json::toText(std::string{urgencyOption(input.urgency)}));
}

std::string subjectOf(const std::string& fields, const std::string& typeName) {
    auto subject = textMember(fields, "subject");
    std::ranges::replace(subject, '\n', ' ');
    return subject.empty() ? typeName : subject;
}

/// What a draft answers is said when it is begun; a save that names something else is a mistake.
void refuseOtherSource(const OutgoingDocument& document, const DraftInput& input) {
    if (input.sourceDocumentId && input.sourceDocumentId != document.sourceDocumentId) {
        throw AppError::invalidField("/sourceDocumentId", "outgoing.unknown-source");
    }
    if (input.sourceTaskId && input.sourceTaskId != document.sourceTaskId) {
        throw AppError::invalidField("/sourceTaskId", "outgoing.unknown-source");
    }
}

struct FormFacts {
    std::string abbreviation;
    std::string name;
};

FormFacts factsOf(forms::Forms& forms, const std::string& formId) {
    const auto text = forms.formJson(formId);
    if (!text) {
        throw AppError::invalidField("/formId", "outgoing.unknown-form", {{"form", formId}});
    }
    const auto document = json::Document::parse(*text);
    const auto name = document.root().member("name");
    const auto vi = name ? name->member("vi") : std::nullopt;
    return {textMember(*text, "abbreviation"), vi ? std::string{vi->string()} : formId};
}

}  // namespace

OutgoingDocument Drafting::create(const http::Caller& caller, const DraftInput& input) {
    checkUrgency(input.urgency);
    checkFields(input.fields);
    checkDueOn(input.dueOn, services_.clock.today());
    checkRelations(caller, input);
    const auto source = sourceOf(caller, input);
    const auto facts = factsOf(services_.forms, input.formId);
    OutgoingDocument made;
    made.id = newId();
    made.agencyId = caller.agencyId;
    made.unitId = caller.unitId;
    made.drafterPostId = caller.postId;
    made.drafterName = caller.personName;
    made.formId = input.formId;
    made.typeAbbreviation = facts.abbreviation;
    made.typeName = facts.name;
    made.urgency = input.urgency;
    made.fields.text = fieldsWithUrgency(services_.forms, input.formId, input);
    made.subject = subjectOf(made.fields.text, facts.name);
    made.sourceDocumentId = source.documentId;
    made.sourceTaskId = source.taskId;
    made.dueOn = input.dueOn;
    made.createdAt = made.updatedAt = services_.clock.now();
    const auto recipients = recipientsOf(caller, input);
    services_.db.write([&](db::Tx& tx) {
        work_.documents.insert(tx, made);
        work_.documents.grant(tx, made.id, "post:" + caller.postId);
        work_.documents.grant(tx, made.id, "unit:" + caller.unitId);
        work_.steps.addVersion(tx, made.id, {1, made.fields, caller.personName, caller.postTitle, input.note, made.createdAt},
                               caller.postId);
        work_.dispatch.replaceRecipients(tx, made.id, recipients);
        for (const auto& relation : input.relations) {
            work_.relations.insert(tx, made.id, relation, made.createdAt);
        }
        work_.note(tx, caller, made, "outgoing.drafted");
        if (made.sourceTaskId || made.sourceDocumentId) {
            services_.events.publish(tx, {"outgoing.draft-linked.v1", refOf(made), made.agencyId, caller.postId},
                                     LinkedEvent{made.id, made.sourceTaskId, made.sourceDocumentId, made.subject});
        }
    });
    return made;
}

OutgoingDocument Drafting::edit(const http::Caller& caller, std::string_view id, std::int64_t expectedVersion, const DraftInput& input) {
    checkUrgency(input.urgency);
    checkFields(input.fields);
    const auto recipients = recipientsOf(caller, input);
    auto document = services_.db.read([&](db::Reader& reader) { return work_.requireAct(reader, caller, id, "edit"); });
    if (document.version != expectedVersion) {
        throw AppError::stale();
    }
    refuseOtherSource(document, input);
    if (!input.relations.empty()) {
        throw AppError::invalidField("/relations", "outgoing.relation-only-new");
    }
    document.urgency = input.urgency;
    document.fields.text = fieldsWithUrgency(services_.forms, document.formId, input);
    document.subject = subjectOf(document.fields.text, document.typeName);
    if (input.dueOn != document.dueOn) {
        checkDueOn(input.dueOn, services_.clock.today());
        document.dueOn = input.dueOn;
    }
    ++document.draftNumber;
    const SignerDesk desk{services_, work_};
    const bool isOnDesk = document.state == DocumentState::toSign;
    const auto laidOut = isOnDesk ? std::optional{desk.layOut(document)} : std::nullopt;
    services_.db.write([&](db::Tx& tx) {
        if (laidOut) {
            desk.replaceRequest(tx, caller, document, *laidOut);
        }
        // First of the rows that two people writing at once both want: the slower one is told that it is stale.
        work_.keep(tx, document);
        work_.steps.addVersion(tx, id,
                               {document.draftNumber, document.fields, caller.personName, caller.postTitle, input.note,
                                services_.clock.now(), document.ownFileId},
                               caller.postId);
        work_.dispatch.replaceRecipients(tx, id, recipients);
        work_.note(tx, caller, document, "outgoing.edited", input.note, R"({"version":)" + std::to_string(document.draftNumber) + "}");
    });
    return document;
}

forms::RenderedForm Drafting::preview(std::string_view formId, std::string_view fieldsJson) const {
    return renderFields(services_.forms, formId, fieldsJson, forms::RenderPurpose::preview);
}

void Drafting::cancel(const http::Caller& caller, std::string_view id) {
    services_.db.write([&](db::Tx& tx) {
        auto document = work_.requireAct(tx, caller, id, "cancel");
        document.state = DocumentState::cancelled;
        services_.inbox.complete(tx, refOf(document), {});
        work_.keep(tx, document);
        work_.note(tx, caller, document, "outgoing.cancelled");
    });
}

Drafting::Source Drafting::sourceOf(const http::Caller& caller, const DraftInput& input) const {
    const auto incoming = services_.ports.find<ports::DocumentDirectory>();
    const auto tasks = services_.ports.find<ports::TaskDirectory>();
    return services_.db.read([&](db::Reader& reader) {
        Source source{input.sourceDocumentId, input.sourceTaskId};
        const auto task = tasks && source.taskId ? tasks->find(reader, caller, *source.taskId) : std::nullopt;
        if (tasks && source.taskId && !task) {
            throw AppError::invalidField("/sourceTaskId", "outgoing.unknown-source");
        }
        if (incoming && source.documentId && !incoming->find(reader, caller, *source.documentId)) {
            throw AppError::invalidField("/sourceDocumentId", "outgoing.unknown-source");
        }
        const bool isOfDocument = task && task->source.plugin == "incoming" && !source.documentId;
        if (isOfDocument && incoming && incoming->find(reader, caller, task->source.id)) {
            source.documentId = task->source.id;
        }
        return source;
    });
}

void Drafting::checkRelations(const http::Caller& caller, const DraftInput& input) const {
    services_.db.read([&](db::Reader& reader) {
        for (std::size_t index = 0; index < input.relations.size(); ++index) {
            const auto& relation = input.relations[index];
            const auto pointer = "/relations/" + std::to_string(index) + "/documentId";
            const auto target = work_.documents.find(reader, caller, relation.documentId);
            if (!target) {
                throw AppError::invalidField(pointer, "outgoing.unknown-source");
            }
            if (const auto problem = relationProblem(relation.kind, input.formId, *target); !problem.empty()) {
                throw AppError::invalidField(pointer, std::string{problem}, {{"type", target->typeName}});
            }
        }
    });
}

std::vector<Recipient> Drafting::recipientsOf(const http::Caller& caller, const DraftInput& input) const {
    for (std::size_t index = 0; index < input.recipientAgencyIds.size(); ++index) {
        const auto agency = services_.directory.unit(input.recipientAgencyIds[index]);
        if (!agency || !agency->isAgency || !agency->isActive) {
            throw AppError::invalidField("/recipientAgencyIds/" + std::to_string(index), "outgoing.unknown-agency");
        }
    }
    std::vector<RecipientInput> named;
    named.reserve(input.recipientAgencyIds.size());
    for (const auto& id : input.recipientAgencyIds) {
        named.push_back({id, std::nullopt, Carriage::electronic});
    }
    return services_.db.read([&](db::Reader& reader) {
        auto recipients = choice_.resolve(reader, caller.agencyId, input.recipients, "/recipients");
        auto byAgency = choice_.resolve(reader, caller.agencyId, named, "/recipientAgencyIds");
        std::ranges::move(byAgency, std::back_inserter(recipients));
        if (recipients.size() > DispatchRepository::kMostRecipients) {
            throw AppError::invalidField("/recipients", "too-long", {{"max", std::to_string(DispatchRepository::kMostRecipients)}});
        }
        return recipients;
    });
}

}  // namespace congvu::outgoing
