// SPDX-License-Identifier: Apache-2.0
#include "OutgoingPlugin.h"

#include "congvu/plugin/PluginContext.h"
#include "events/Subscribers.h"
#include "http/AddressHandlers.h"
#include "http/DeliveryHandlers.h"
#include "http/DocumentListSource.h"
#include "http/FileRoutes.h"
#include "http/NumberingHandlers.h"
#include "http/OutgoingRoutes.h"
#include "http/PaperHandlers.h"
#include "service/DocumentViews.h"
#include "service/DossierRecords.h"
#include "service/FigureAnswers.h"
#include "service/MailSender.h"
#include "service/UnsentReminder.h"

namespace congvu::outgoing {

namespace {

Services servicesOf(PluginContext& context) {
    return {context.db(),    context.files(),     context.forms(),     context.events(), context.inbox(),         context.timeline(),
            context.audit(), context.registers(), context.directory(), context.search(), context.notifications(), context.settings(),
            context.ports(), context.clock(),     context.mandates()};
}

}  // namespace

/// Everything the plugin is made of, in the order it is built.
struct OutgoingPlugin::Parts {
    explicit Parts(PluginContext& context)
        : services(servicesOf(context)),
          work(services),
          numbers(services),
          desk(services, work),
          choice(services),
          dispatching(services, work, choice),
          seals(services, work),
          drafting(services, work, choice),
          reviewing(services, work, desk, numbers),
          taking(services, work, desk),
          issuing(services, {work, desk, seals, numbers, choice, dispatching, context.calendar()}),
          reading(services, {work, reviewing, seals, numbers, context.calendar()}),
          handlers(reading, drafting, reviewing, taking, issuing, context.forms()),
          conversion(services, {work, context.jobs(), context.pdf(), context.log()}, context.dataFolder()),
          ownFiles(services, work, conversion),
          appendices(services, work, context.pdf()),
          versions(services, work),
          fileHandlers(reading, versions, appendices, ownFiles),
          dossierRecords(std::make_shared<DossierRecords>(context.directory(), context.files())),
          recordSheet(context.db(), context.directory(), *dossierRecords),
          rules(services, numbers),
          registerDesk(services, numbers, recordSheet, context.dataFolder() / "print"),
          numberingHandlers(rules, registerDesk, context.clock()),
          reminder(services, context.calendar()),
          book(services, context.dataFolder() / "print"),
          contactImport(services),
          addressHandlers(book, contactImport, choice),
          sender(services, work, dispatching, context.mail()),
          deliveryDesk(services, work, sender, issuing),
          receipts(services, work, issuing),
          deliveryHandlers(reading, issuing, deliveryDesk, receipts),
          paperDesk(services, work),
          paperPrint(services, paperDesk, context.dataFolder() / "print"),
          paperHandlers(paperDesk, paperPrint) {}

    Services services;
    DocumentWork work;
    Numbers numbers;
    SignerDesk desk;
    RecipientChoice choice;
    Dispatching dispatching;
    AppendixSeals seals;
    Drafting drafting;
    Reviewing reviewing;
    TakeSignature taking;
    Issuing issuing;
    ReadDocuments reading;
    OutgoingHandlers handlers;
    ConvertOwnFiles conversion;
    OwnFiles ownFiles;
    Appendices appendices;
    ReadVersions versions;
    FileHandlers fileHandlers;
    std::shared_ptr<DossierRecords> dossierRecords;
    RecordSheet recordSheet;
    NumberingRules rules;
    RegisterDesk registerDesk;
    NumberingHandlers numberingHandlers;
    UnsentReminder reminder;
    AddressBook book;
    ContactImport contactImport;
    AddressHandlers addressHandlers;
    MailSender sender;
    DeliveryDesk deliveryDesk;
    Receipts receipts;
    DeliveryHandlers deliveryHandlers;
    PaperDesk paperDesk;
    PaperPrint paperPrint;
    PaperHandlers paperHandlers;
};

OutgoingPlugin::OutgoingPlugin() = default;
OutgoingPlugin::~OutgoingPlugin() = default;

void OutgoingPlugin::start(PluginContext& context) {
    parts_ = std::make_unique<Parts>(context);
    addRoutes(context.routes(), parts_->handlers);
    addFileRoutes(context.routes(), parts_->fileHandlers);
    addNumberingRoutes(context.routes(), parts_->numberingHandlers);
    addAddressRoutes(context.routes(), parts_->addressHandlers);
    addDeliveryRoutes(context.routes(), parts_->deliveryHandlers);
    addPaperRoutes(context.routes(), parts_->paperHandlers);
    context.ports().provide<ports::OutgoingRecords>(parts_->dossierRecords);
    context.ports().provide<ports::OutgoingFigures>(std::make_shared<FigureAnswers>(context.forms(), context.clock()));
    context.entities().add("document", std::make_shared<const DocumentViews>());
    context.lists().add("documents", std::make_shared<const DocumentListSource>(parts_->reading));
    parts_->reminder.addTo(context.jobs());
    parts_->sender.addTo(context.jobs());
    parts_->conversion.addTo(context.jobs());
    subscribe(context.events(), parts_->issuing, parts_->reviewing, parts_->seals);
}

}  // namespace congvu::outgoing

CONGVU_PLUGIN(congvu::outgoing::OutgoingPlugin)
