// SPDX-License-Identifier: Apache-2.0
#include "RecordsPlugin.h"

#include "congvu/plugin/PluginContext.h"
#include "http/DossierListSource.h"
#include "http/RecordsRoutes.h"
#include "jobs/RecordsJobs.h"
#include "service/DossierViews.h"

namespace congvu::records {

namespace {

Services servicesOf(PluginContext& c) {
    return {c.db(),       c.files(), c.inbox(), c.timeline(), c.audit(), c.directory(), c.search(), c.notifications(),
            c.settings(), c.ports(), c.jobs(),  c.clock(),    c.log(),   c.dataFolder()};
}

}  // namespace

/// Everything the plugin is made of, in the order it is built.
struct RecordsPlugin::Parts {
    explicit Parts(PluginContext& context) : services(servicesOf(context)) {}

    Services services;
    DocumentOwners owners{services.ports};
    DossierWork work{services};
    Plans plans{services};
    PlanImport importing{services, plans};
    Dossiers dossiers{services, work, owners};
    DossierDocuments documents{services, work, owners};
    Closing closing{services, work, owners};
    Transfers transfers{services, work};
    Exports exports{services, work, owners};
    ArchiveNotice notice{services, work};
    PrintedLists lists{{services, work, plans, documents, transfers, exports, owners}};
    RecordsJobs jobs{notice, exports};
    PlanHandlers planHandlers{plans, importing, lists};
    DossierHandlers dossierHandlers{{dossiers, work, documents, closing, exports, lists}};
    TransferHandlers transferHandlers{transfers, lists};
};

RecordsPlugin::RecordsPlugin() = default;
RecordsPlugin::~RecordsPlugin() = default;

void RecordsPlugin::start(PluginContext& context) {
    parts_ = std::make_unique<Parts>(context);
    parts_->jobs.addTo(context.jobs());
    context.entities().add("dossier", std::make_shared<const DossierViews>());
    context.lists().add("dossiers", std::make_shared<const DossierListSource>(parts_->dossiers));
    addRoutes(context.routes(), parts_->planHandlers, parts_->dossierHandlers, parts_->transferHandlers);
}

}  // namespace congvu::records

CONGVU_PLUGIN(congvu::records::RecordsPlugin)
