// SPDX-License-Identifier: Apache-2.0
#include "OutgoingPlugin.h"

#include "congvu/plugin/PluginContext.h"
#include "events/Subscribers.h"
#include "http/DocumentListSource.h"
#include "http/NumberingHandlers.h"
#include "http/OutgoingRoutes.h"
#include "service/DocumentViews.h"
#include "service/DossierRecords.h"
#include "service/FigureAnswers.h"
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
          drafting(services, work),
          reviewing(services, work, desk, numbers),
          taking(services, work, desk),
          issuing(services, work, desk, numbers, context.calendar()),
          reading(services, {work, reviewing, numbers, context.calendar()}),
          handlers(reading, drafting, reviewing, taking, issuing, context.forms()),
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
    Drafting drafting;
    Reviewing reviewing;
    TakeSignature taking;
    Issuing issuing;
    ReadDocuments reading;
    OutgoingHandlers handlers;
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
    addNumberingRoutes(context.routes(), parts_->numberingHandlers);
    context.ports().provide<ports::OutgoingRecords>(parts_->dossierRecords);
    context.ports().provide<ports::OutgoingFigures>(std::make_shared<FigureAnswers>(context.forms(), context.clock()));
    context.entities().add("document", std::make_shared<const DocumentViews>());
    context.lists().add("documents", std::make_shared<const DocumentListSource>(parts_->reading));
    parts_->reminder.addTo(context.jobs());
    subscribe(context.events(), parts_->issuing, parts_->reviewing);
}

}  // namespace congvu::outgoing

CONGVU_PLUGIN(congvu::outgoing::OutgoingPlugin)
