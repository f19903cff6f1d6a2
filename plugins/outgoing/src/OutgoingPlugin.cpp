// SPDX-License-Identifier: Apache-2.0
#include "OutgoingPlugin.h"

#include "congvu/plugin/PluginContext.h"
#include "events/Subscribers.h"
#include "http/OutgoingRoutes.h"
#include "service/DossierRecords.h"

namespace congvu::outgoing {

namespace {

Services servicesOf(PluginContext& context) {
    return {context.db(),    context.files(),     context.forms(),     context.events(), context.inbox(),         context.timeline(),
            context.audit(), context.registers(), context.directory(), context.search(), context.notifications(), context.settings(),
            context.ports(), context.clock()};
}

}  // namespace

/// Everything the plugin is made of, in the order it is built.
struct OutgoingPlugin::Parts {
    explicit Parts(PluginContext& context)
        : services(servicesOf(context)),
          work(services),
          desk(services, work),
          drafting(services, work),
          reviewing(services, work, desk),
          issuing(services, work, desk),
          reading(services, work, reviewing),
          handlers(reading, drafting, reviewing, issuing, context.forms()) {}

    Services services;
    DocumentWork work;
    SignerDesk desk;
    Drafting drafting;
    Reviewing reviewing;
    Issuing issuing;
    ReadDocuments reading;
    OutgoingHandlers handlers;
};

OutgoingPlugin::OutgoingPlugin() = default;
OutgoingPlugin::~OutgoingPlugin() = default;

void OutgoingPlugin::start(PluginContext& context) {
    parts_ = std::make_unique<Parts>(context);
    addRoutes(context.routes(), parts_->handlers);
    context.ports().provide<ports::OutgoingRecords>(std::make_shared<DossierRecords>(context.directory(), context.files()));
    subscribe(context.events(), parts_->issuing, parts_->reviewing);
}

}  // namespace congvu::outgoing

CONGVU_PLUGIN(congvu::outgoing::OutgoingPlugin)
