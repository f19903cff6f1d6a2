// SPDX-License-Identifier: Apache-2.0
#include "http/IncomingRoutes.h"

#include "http/Messages.h"
#include "http/RouteParts.h"

namespace congvu::incoming {

namespace {

using http::Route;

constexpr std::size_t kLargestUpload = 512UL * 1024 * 1024;  ///< of one request; the limit of one file is a setting

void addDocumentRoutes(http::Routes& routes, const DocumentHandlers& h) {
    using H = DocumentHandlers;
    routes.add(Route::get("/documents")
                   .needs(permission::kRead)
                   .says("Incoming documents")
                   .gives<db::Page<DocumentSummaryRow>>()
                   .by(call(h, &H::list)));
    routes.add(Route::get("/documents/counters")
                   .needs(permission::kRead)
                   .says("Numbers on the tabs")
                   .gives<ListCounters>()
                   .onLoop()
                   .by(call(h, &H::counters)));
    routes.add(Route::post("/documents")
                   .needs(permission::kRegister)
                   .says("Register a paper document")
                   .takes<Registration>()
                   .gives<IncomingDocument>()
                   .by(call(h, &H::registerPaper)));
    routes.add(
        Route::get("/documents/{id}").needs(permission::kRead).says("One document").gives<DocumentDetail>().onLoop().by(call(h, &H::find)));
    routes.add(Route::patch("/documents/{id}")
                   .needs(permission::kRegister)
                   .says("Correct what was registered")
                   .takes<DocumentFacts>()
                   .gives<IncomingDocument>()
                   .by(call(h, &H::correct)));
    routes.add(Route::get("/documents/{id}/files/{fileId}").needs(permission::kRead).says("A file of a document").by(call(h, &H::file)));
    routes.add(Route::get("/documents/{id}/verification")
                   .needs(permission::kRead)
                   .says("Verification report of the signatures")
                   .by(call(h, &H::verification)));
    routes.add(Route::get("/documents/{id}/timeline")
                   .needs(permission::kRead)
                   .says("History of a document")
                   .gives<Items<inbox::TimelineEntry>>()
                   .by(call(h, &H::timeline)));
    routes.add(Route::get("/documents/{id}/tasks")
                   .needs(permission::kRead)
                   .says("Tasks of a document")
                   .gives<DocumentTasks>()
                   .by(call(h, &H::tasks)));
    routes.add(Route::post("/documents/{id}/submission")
                   .needs(permission::kRegister)
                   .says("Submit to a leader")
                   .takes<SubmissionInput>()
                   .gives<IncomingDocument>()
                   .by(call(h, &H::submit)));
    routes.add(Route::post("/documents/{id}/return")
                   .needs(permission::kDirect)
                   .says("Give back to the clerks")
                   .takes<ReasonInput>()
                   .gives<IncomingDocument>()
                   .by(call(h, &H::sendBack)));
    routes.add(Route::post("/documents/{id}/direction")
                   .needs(permission::kDirect)
                   .says("Give a direction")
                   .takes<NewDirection>()
                   .gives<Direction>()
                   .by(call(h, &H::direct)));
    routes.add(Route::post("/documents/{id}/direction-withdrawal")
                   .needs(permission::kDirect)
                   .says("Withdraw the direction")
                   .takes<ReasonInput>()
                   .gives<IncomingDocument>()
                   .by(call(h, &H::withdraw)));
    routes.add(Route::post("/documents/{id}/closing")
                   .needs(permission::kClose)
                   .says("Close by hand")
                   .takes<NoteInput>()
                   .gives<IncomingDocument>()
                   .by(call(h, &H::close)));
    routes.add(Route::post("/documents/{id}/cancellation")
                   .needs(permission::kRegister)
                   .says("Cancel a registration")
                   .takes<ReasonInput>()
                   .gives<IncomingDocument>()
                   .by(call(h, &H::cancel)));
}

void addProposalRoutes(http::Routes& routes, const IntakeHandlers& h) {
    using H = IntakeHandlers;
    routes.add(Route::post("/proposals")
                   .needs(permission::kRegister)
                   .says("Upload files")
                   .acceptsFiles(kLargestUpload)
                   .gives<Items<Proposal>>()
                   .by(call(h, &H::upload)));
    routes.add(Route::get("/proposals")
                   .needs(permission::kRegister)
                   .says("Queue of uploaded files")
                   .gives<db::Page<Proposal>>()
                   .by(call(h, &H::listProposals)));
    routes.add(Route::get("/proposals/{id}")
                   .needs(permission::kRegister)
                   .says("One proposal")
                   .gives<ProposalDetail>()
                   .by(call(h, &H::findProposal)));
    routes.add(Route::get("/proposals/{id}/file").needs(permission::kRegister).says("Its file").by(call(h, &H::proposalFile)));
    routes.add(Route::patch("/proposals/{id}")
                   .needs(permission::kRegister)
                   .says("Keep what was typed")
                   .takes<DraftInput>()
                   .gives<ProposalDetail>()
                   .by(call(h, &H::saveDraft)));
    routes.add(Route::del("/proposals/{id}").needs(permission::kRegister).says("Throw away").by(call(h, &H::discard)));
    routes.add(Route::post("/proposals/{id}/recognition")
                   .needs(permission::kRegister)
                   .says("Try again to recognise a scan")
                   .gives<Proposal>()
                   .by(call(h, &H::retryRecognition)));
    routes.add(Route::post("/proposals/{id}/registration")
                   .needs(permission::kRegister)
                   .says("Register a proposal")
                   .takes<Registration>()
                   .gives<IncomingDocument>()
                   .by(call(h, &H::registerProposal)));
    routes.add(Route::get("/duplicates")
                   .needs(permission::kRegister)
                   .says("Is it registered already?")
                   .gives<Items<Duplicate>>()
                   .by(call(h, &H::duplicates)));
}

void addDeliveryRoutes(http::Routes& routes, const IntakeHandlers& h) {
    using H = IntakeHandlers;
    routes.add(Route::get("/deliveries")
                   .needs(permission::kRegister)
                   .says("Documents sent by other agencies")
                   .gives<db::Page<Delivery>>()
                   .by(call(h, &H::listDeliveries)));
    routes.add(Route::get("/deliveries/{id}")
                   .needs(permission::kRegister)
                   .says("One delivery")
                   .gives<DeliveryDetail>()
                   .by(call(h, &H::findDelivery)));
    routes.add(Route::get("/deliveries/{id}/files/{fileId}")
                   .needs(permission::kRegister)
                   .says("A file of a delivery")
                   .by(call(h, &H::deliveryFile)));
    routes.add(Route::get("/deliveries/{id}/verification")
                   .needs(permission::kRegister)
                   .says("Verification report of the signatures")
                   .by(call(h, &H::deliveryVerification)));
    routes.add(Route::post("/deliveries/{id}/registration")
                   .needs(permission::kRegister)
                   .says("Register a delivery")
                   .takes<Registration>()
                   .gives<IncomingDocument>()
                   .by(call(h, &H::registerDelivery)));
    routes.add(Route::post("/deliveries/{id}/refusal")
                   .needs(permission::kRegister)
                   .says("Refuse a delivery")
                   .takes<ReasonInput>()
                   .gives<Delivery>()
                   .by(call(h, &H::refuseDelivery)));
    routes.add(Route::post("/deliveries/{id}/recall-agreement")
                   .needs(permission::kRegister)
                   .says("Agree to a recall")
                   .gives<Delivery>()
                   .by(call(h, &H::agreeToRecall)));
    routes.add(Route::post("/deliveries/{id}/recall-refusal")
                   .needs(permission::kRegister)
                   .says("Refuse a recall")
                   .takes<ReasonInput>()
                   .gives<Delivery>()
                   .by(call(h, &H::refuseRecall)));
}

void addHelpRoutes(http::Routes& routes, const IntakeHandlers& h) {
    using H = IntakeHandlers;
    routes.add(Route::get("/phrases")
                   .needs(permission::kDirect)
                   .says("Own opinions to pick from")
                   .gives<Items<Phrase>>()
                   .by(call(h, &H::listPhrases)));
    routes.add(Route::post("/phrases")
                   .needs(permission::kDirect)
                   .says("Add an opinion")
                   .takes<PhraseInput>()
                   .gives<Phrase>()
                   .by(call(h, &H::addPhrase)));
    routes.add(Route::put("/phrases/{id}")
                   .needs(permission::kDirect)
                   .says("Change an opinion")
                   .takes<PhraseInput>()
                   .gives<Phrase>()
                   .by(call(h, &H::changePhrase)));
    routes.add(Route::del("/phrases/{id}").needs(permission::kDirect).says("Remove an opinion").by(call(h, &H::removePhrase)));
    routes.add(Route::get("/types").needs(permission::kRead).says("Document types").gives<Items<TypeChoice>>().by(call(h, &H::types)));
    routes.add(Route::get("/leaders")
                   .needs(permission::kRead)
                   .says("Who may give directions")
                   .gives<Items<LeaderChoice>>()
                   .by(call(h, &H::leaders)));
    routes.add(Route::get("/deadlines")
                   .needs(permission::kRead)
                   .says("Deadlines in working days")
                   .gives<Items<DeadlineChoice>>()
                   .by(call(h, &H::deadlines)));
    routes.add(
        Route::get("/issuers").needs(permission::kRead).says("Issuers met before").gives<Items<std::string>>().by(call(h, &H::issuers)));
}

}  // namespace

void addRoutes(http::Routes& routes, const DocumentHandlers& documents, const IntakeHandlers& intake) {
    addDocumentRoutes(routes, documents);
    addProposalRoutes(routes, intake);
    addDeliveryRoutes(routes, intake);
    addHelpRoutes(routes, intake);
}

}  // namespace congvu::incoming
