// SPDX-License-Identifier: Apache-2.0
#include "IncomingPlugin.h"

#include "events/IncomingSubscriptions.h"
#include "http/DocumentListSource.h"
#include "http/IncomingRoutes.h"
#include "http/RegisterHandlers.h"
#include "http/RoutingHandlers.h"
#include "jobs/ProposalCleanup.h"
#include "service/DocumentDirectory.h"
#include "service/DocumentViews.h"
#include "service/DossierRecords.h"
#include "service/FigureAnswers.h"
#include "service/RecheckSignatures.h"

#include "congvu/plugin/PluginContext.h"

#include <chrono>

namespace congvu::incoming {

/// Every object of the plugin, each built after what it needs.
struct IncomingPlugin::Parts {
    explicit Parts(PluginContext& host) : c(host) {}

    PluginContext& c;
    History history{c.timeline(), c.audit()};
    DocumentChanges changes{c.notifications(), c.clock()};
    DocumentSearch search{c.search()};
    SignatureCheck signatures{c.ports()};
    SenderNotice sender{c.events(), c.clock()};
    Submission submission{c.directory(), c.inbox(), c.calendar(), c.clock(), history};
    RegisterBooks books{{c.db(), c.mandates(), c.registers(), c.settings(), c.clock(), history}};
    RoutingHabits habits{c.db(), c.directory(), c.clock()};
    RegisterDocument registering{{c.db(), c.mandates(), c.registers(), c.files(), c.events(), c.inbox(), c.clock(), changes, books, habits,
                                  search, submission, sender, history, c.calendar(), c.settings()}};
    CorrectDocument correcting{{c.db(), c.mandates(), c.inbox(), c.clock(), changes, search, history}};
    SubmitToLeader submitting{{c.db(), c.mandates(), c.inbox(), changes, submission, habits, sender, history}};
    GiveDirection directing{{c.db(), c.events(), c.inbox(), c.directory(), c.mandates(), c.clock(), changes, search, sender, history}};
    WithdrawDirection withdrawing{{c.db(), c.mandates(), c.events(), c.clock(), changes, search, submission, history}};
    CloseDocument closing{{c.db(), c.mandates(), c.events(), c.inbox(), c.registers(), c.clock(), changes, search, sender, history}};
    TransferDocument transferring{
        {c.db(), c.inbox(), c.directory(), c.notifications(), c.clock(), changes, search, submission, sender, closing, history}};
    BulkActs bulk{{submitting, transferring, closing}};
    Senders senders{c.db(), c.mandates(), history};
    PrintDocuments printing{
        {c.db(), c.files(), c.pdf(), c.directory(), c.clock(), changes, books, senders, history, c.dataFolder() / "print"}};
    ExportRecord exporting{c.db(), c.directory()};
    NoteReply replies{c.db()};
    NoteMending mending{{c.db(), c.timeline(), c.directory(), c.notifications(), changes, history}};
    VerifyProposal verify{{c.db(), c.files(), c.clock(), signatures, changes}};
    RecheckSignatures rechecking{{c.db(), c.files(), signatures, changes, history}};
    PageRecogniser recogniser{RecognitionTools::installed(), c.dataFolder() / "recognition", c.log()};
    RecogniseProposals recognising{{c.db(), c.files(), c.pdf(), c.jobs(), c.clock(), recogniser, changes, search, history}};
    ReceiveUpload uploading{
        {c.db(), c.files(), c.pdf(), c.jobs(), c.settings(), c.clock(), changes, history, verify, signatures, recogniser, recognising}};
    ReceiveDelivery receiving{
        {c.db(), c.files(), c.inbox(), c.pdf(), c.directory(), c.calendar(), c.clock(), c.log(), signatures, changes, sender, history}};
    AnswerDelivery answering{{c.db(), c.mandates(), c.inbox(), changes, sender, withdrawing, history}};
    FollowTasks following{{c.db(), changes, search, sender, history, closing}};
    ProposalQueue queue{c.db(), c.files(), c.clock(), changes, history};
    ReadDocuments documents{c.db(), c.timeline(), c.ports(), c.directory(), c.clock(), changes};
    ReadDeliveries deliveries{c.db(), c.timeline()};
    OpinionPhrases phrases{c.db()};
    IntakeHelp help{c.db(), c.directory(), c.calendar(), c.clock()};
    ProposalCleanup cleanup{queue, c.settings(), c.clock(), verify};
    DocumentHandlers documentHandlers{{documents, registering, correcting, submitting, directing, withdrawing, closing}};
    RegisterHandlers registerHandlers{{books, printing, exporting, senders, c.clock()}};
    RoutingHandlers routingHandlers{{documents, transferring, bulk, habits}};
    IntakeHandlers intakeHandlers{{uploading, queue, recognising, registering, deliveries, answering, phrases, help}};
};

IncomingPlugin::IncomingPlugin() = default;
IncomingPlugin::~IncomingPlugin() = default;

void IncomingPlugin::start(PluginContext& context) {
    parts_ = std::make_unique<Parts>(context);
    addRoutes(context.routes(), parts_->documentHandlers, parts_->intakeHandlers);
    addRegisterRoutes(context.routes(), parts_->registerHandlers);
    addRoutingRoutes(context.routes(), parts_->routingHandlers);
    subscribe(context.events(), parts_->receiving, parts_->answering, parts_->following, parts_->replies, parts_->mending);
    parts_->cleanup.schedule(context.jobs());
    context.jobs().add("signature-recheck", jobs::Schedule::every(std::chrono::minutes{10}), [this] { parts_->rechecking.run(); });
    context.jobs().add("proposal-recognition", jobs::Schedule::every(std::chrono::minutes{1}), [this] { parts_->recognising.run(); });
    context.ports().provide<ports::DocumentDirectory>(std::make_shared<DocumentDirectory>(context.directory()));
    context.ports().provide<ports::IncomingRecords>(std::make_shared<DossierRecords>(context.directory()));
    context.ports().provide<ports::IncomingFigures>(std::make_shared<FigureAnswers>());
    context.entities().add("document", std::make_shared<const DocumentViews>());
    context.lists().add("documents", std::make_shared<const DocumentListSource>(parts_->documents));
}

}  // namespace congvu::incoming

CONGVU_PLUGIN(congvu::incoming::IncomingPlugin)
