// SPDX-License-Identifier: Apache-2.0
#include "OutgoingPlugin.h"

#include "congvu/plugin/PluginContext.h"
#include "events/Subscribers.h"
#include "http/FileRoutes.h"
#include "http/NumberingHandlers.h"
#include "http/OutgoingRoutes.h"
#include "service/DossierRecords.h"
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
          seals(services, work),
          drafting(services, work),
          reviewing(services, work, desk, numbers),
          taking(services, work, desk),
          issuing(services, {work, desk, seals, numbers}),
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
          reminder(services, context.calendar()) {}

    Services services;
    DocumentWork work;
    Numbers numbers;
    SignerDesk desk;
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
};

OutgoingPlugin::OutgoingPlugin() = default;
OutgoingPlugin::~OutgoingPlugin() = default;

void OutgoingPlugin::start(PluginContext& context) {
    parts_ = std::make_unique<Parts>(context);
    addRoutes(context.routes(), parts_->handlers);
    addFileRoutes(context.routes(), parts_->fileHandlers);
    addNumberingRoutes(context.routes(), parts_->numberingHandlers);
    context.ports().provide<ports::OutgoingRecords>(parts_->dossierRecords);
    parts_->reminder.addTo(context.jobs());
    parts_->conversion.addTo(context.jobs());
    subscribe(context.events(), parts_->issuing, parts_->reviewing, parts_->seals);
}

}  // namespace congvu::outgoing

CONGVU_PLUGIN(congvu::outgoing::OutgoingPlugin)
