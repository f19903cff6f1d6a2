// SPDX-License-Identifier: Apache-2.0
#include "http/RecordsRoutes.h"

#include "http/Messages.h"

namespace congvu::records {

namespace {

using http::Request;
using http::Route;

constexpr std::size_t kMaximumCsv = 3UL * 1024 * 1024;

void addPlanReading(http::Routes& routes, const PlanHandlers& h) {
    routes.add(Route::get("/plans").needs("records.read").says("File plans of the agency").gives<ListOf<Plan>>().by([&h](const Request& r) {
        return h.list(r);
    }));
    routes.add(Route::get("/plans/{id}")
                   .needs("records.read")
                   .says("A file plan with headings and entries")
                   .gives<PlanContent>()
                   .by([&h](const Request& r) { return h.read(r); }));
    routes.add(Route::get("/plans/{id}/print")
                   .needs("records.read")
                   .says("The printed file plan: format pdf, xlsx or csv")
                   .by([&h](const Request& r) { return h.print(r); }));
    routes.add(Route::post("/plans/{id}/approval")
                   .needs("records.approve")
                   .says("Approve a file plan")
                   .takes<PlanApproval>()
                   .gives<PlanContent>()
                   .by([&h](const Request& r) { return h.approve(r); }));
    routes.add(Route::post("/plans/{id}/reopening")
                   .needs("records.approve")
                   .says("Make an approved plan a draft again")
                   .takes<ReasonInput>()
                   .gives<PlanContent>()
                   .by([&h](const Request& r) { return h.reopen(r); }));
}

void addPlanWriting(http::Routes& routes, const PlanHandlers& h) {
    routes.add(Route::post("/plans")
                   .needs("records.plan")
                   .says("Begin the file plan of a year")
                   .takes<NewPlan>()
                   .gives<Created>()
                   .by([&h](const Request& r) { return h.create(r); }));
    routes.add(Route::post("/plans/{id}/import")
                   .needs("records.plan")
                   .says("Take entries over from CSV: part data {dryRun}, part file")
                   .acceptsFiles(kMaximumCsv)
                   .gives<ImportResult>()
                   .by([&h](const Request& r) { return h.import(r); }));
    routes.add(Route::post("/plans/{id}/headings")
                   .needs("records.plan")
                   .says("Add a heading")
                   .takes<NewHeading>()
                   .gives<Created>()
                   .by([&h](const Request& r) { return h.addHeading(r); }));
    routes.add(
        Route::patch("/headings/{id}").needs("records.plan").says("Change a heading").takes<HeadingEdit>().by([&h](const Request& r) {
            return h.editHeading(r);
        }));
    routes.add(Route::del("/headings/{id}").needs("records.plan").says("Remove an empty heading").by([&h](const Request& r) {
        return h.removeHeading(r);
    }));
    routes.add(Route::post("/plans/{id}/entries")
                   .needs("records.plan")
                   .says("Add a dossier to the plan")
                   .takes<EntryInput>()
                   .gives<Created>()
                   .by([&h](const Request& r) { return h.addEntry(r); }));
    routes.add(Route::patch("/entries/{id}").needs("records.plan").says("Change an entry").takes<EntryInput>().by([&h](const Request& r) {
        return h.editEntry(r);
    }));
    routes.add(
        Route::del("/entries/{id}").needs("records.plan").says("Remove an entry").by([&h](const Request& r) { return h.removeEntry(r); }));
}

void addDossiers(http::Routes& routes, const DossierHandlers& h) {
    routes.add(
        Route::get("/dossiers").needs("records.read").says("Dossiers, filtered").gives<db::Page<Dossier>>().by([&h](const Request& r) {
            return h.list(r);
        }));
    routes.add(Route::post("/dossiers")
                   .needs("records.keep")
                   .says("Open a dossier from the plan or free")
                   .takes<NewDossier>()
                   .gives<Created>()
                   .by([&h](const Request& r) { return h.open(r); }));
    routes.add(Route::get("/dossiers/{id}").needs("records.read").says("One dossier").gives<DossierDetail>().by([&h](const Request& r) {
        return h.detail(r);
    }));
    routes.add(Route::patch("/dossiers/{id}")
                   .needs("records.keep")
                   .says("Describe a dossier anew")
                   .takes<DossierEdit>()
                   .gives<DossierDetail>()
                   .by([&h](const Request& r) { return h.edit(r); }));
    routes.add(Route::get("/dossiers/{id}/timeline")
                   .needs("records.read")
                   .says("What happened to a dossier")
                   .gives<ListOf<inbox::TimelineEntry>>()
                   .by([&h](const Request& r) { return h.timeline(r); }));
    routes.add(Route::put("/dossiers/{id}/participants")
                   .needs("records.keep")
                   .says("Say who works with the dossier")
                   .takes<ParticipantsInput>()
                   .gives<DossierDetail>()
                   .by([&h](const Request& r) { return h.share(r); }));
    routes.add(Route::get("/of/{plugin}/{type}/{id}")
                   .needs("records.read")
                   .says("Dossiers that hold a document")
                   .gives<ListOf<Dossier>>()
                   .by([&h](const Request& r) { return h.holding(r); }));
}

void addDocuments(http::Routes& routes, const DossierHandlers& h) {
    routes.add(Route::get("/dossiers/{id}/documents")
                   .needs("records.read")
                   .says("Documents of a dossier in the order of time")
                   .gives<db::Page<ItemView>>()
                   .by([&h](const Request& r) { return h.documents(r); }));
    routes.add(Route::post("/dossiers/{id}/documents")
                   .needs("records.keep")
                   .says("Put a document into a dossier")
                   .takes<NewItem>()
                   .gives<ItemView>()
                   .by([&h](const Request& r) { return h.addDocument(r); }));
    routes.add(Route::patch("/dossiers/{id}/documents/{itemId}")
                   .needs("records.keep")
                   .says("Note something beside a document")
                   .takes<ItemEdit>()
                   .gives<DossierDetail>()
                   .by([&h](const Request& r) { return h.noteDocument(r); }));
    routes.add(Route::post("/dossiers/{id}/documents/{itemId}/removal")
                   .needs("records.keep")
                   .says("Take a document out with a reason")
                   .takes<ReasonInput>()
                   .gives<DossierDetail>()
                   .by([&h](const Request& r) { return h.removeDocument(r); }));
    routes.add(Route::get("/dossiers/{id}/print")
                   .needs("records.read")
                   .says("The printed list of documents: format pdf, xlsx or csv")
                   .by([&h](const Request& r) { return h.printDocuments(r); }));
}

void addClosing(http::Routes& routes, const DossierHandlers& h) {
    routes.add(Route::get("/dossiers/{id}/closing-check")
                   .needs("records.read")
                   .says("What is missing before a dossier is closed")
                   .gives<ClosingCheck>()
                   .by([&h](const Request& r) { return h.check(r); }));
    routes.add(Route::post("/dossiers/{id}/closing")
                   .needs("records.keep")
                   .says("Close a dossier")
                   .takes<ClosingInput>()
                   .gives<DossierDetail>()
                   .by([&h](const Request& r) { return h.close(r); }));
    routes.add(Route::post("/dossiers/{id}/reopening")
                   .needs("records.keep")
                   .says("Open a closed dossier again")
                   .takes<ReasonInput>()
                   .gives<DossierDetail>()
                   .by([&h](const Request& r) { return h.reopen(r); }));
    routes.add(Route::get("/dossiers/{id}/exports")
                   .needs("records.read")
                   .says("Exports of a dossier that the post asked for")
                   .gives<ListOf<Export>>()
                   .by([&h](const Request& r) { return h.exports(r); }));
    routes.add(Route::post("/dossiers/{id}/exports")
                   .needs("records.read")
                   .says("Export a dossier as one PDF or as XML with files")
                   .takes<NewExport>()
                   .gives<Created>()
                   .by([&h](const Request& r) { return h.exportDossier(r); }));
    routes.add(Route::get("/exports/{id}").needs("records.read").says("How far an export is").gives<Export>().by([&h](const Request& r) {
        return h.oneExport(r);
    }));
    routes.add(Route::get("/exports/{id}/file").needs("records.read").says("The exported file").by([&h](const Request& r) {
        return h.exportFile(r);
    }));
}

void addTransfers(http::Routes& routes, const TransferHandlers& h) {
    routes.add(Route::get("/transfers")
                   .needs("records.read")
                   .says("Hand-overs to the archive")
                   .gives<db::Page<Transfer>>()
                   .by([&h](const Request& r) { return h.list(r); }));
    routes.add(Route::post("/transfers")
                   .needs("records.keep")
                   .says("Hand closed dossiers over to the archive")
                   .takes<NewTransfer>()
                   .gives<Created>()
                   .by([&h](const Request& r) { return h.submit(r); }));
    routes.add(Route::get("/transfers/{id}")
                   .needs("records.read")
                   .says("One hand-over with its dossiers")
                   .gives<TransferDetail>()
                   .by([&h](const Request& r) { return h.detail(r); }));
    routes.add(Route::post("/transfers/{id}/acceptance")
                   .needs("records.archive")
                   .says("Receive a hand-over into the archive")
                   .takes<TransferAcceptance>()
                   .gives<TransferDetail>()
                   .by([&h](const Request& r) { return h.accept(r); }));
    routes.add(Route::post("/transfers/{id}/return")
                   .needs("records.archive")
                   .says("Give a hand-over back")
                   .takes<ReasonInput>()
                   .gives<TransferDetail>()
                   .by([&h](const Request& r) { return h.giveBack(r); }));
    routes.add(Route::get("/transfers/{id}/print")
                   .needs("records.read")
                   .says("The printed transfer list: format pdf, xlsx or csv")
                   .by([&h](const Request& r) { return h.print(r); }));
    routes.add(
        Route::get("/transfers/{id}/minutes").needs("records.read").says("The minutes of the hand-over as PDF").by([&h](const Request& r) {
            return h.minutes(r);
        }));
}

}  // namespace

void addRoutes(http::Routes& routes, const PlanHandlers& plans, const DossierHandlers& dossiers, const TransferHandlers& transfers) {
    addPlanReading(routes, plans);
    addPlanWriting(routes, plans);
    addDossiers(routes, dossiers);
    addDocuments(routes, dossiers);
    addClosing(routes, dossiers);
    addTransfers(routes, transfers);
}

}  // namespace congvu::records
