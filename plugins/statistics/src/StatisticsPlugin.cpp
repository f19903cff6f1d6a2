// SPDX-License-Identifier: Apache-2.0
#include "StatisticsPlugin.h"

#include "congvu/plugin/PluginContext.h"
#include "http/StatisticsRoutes.h"
#include "jobs/FigureJob.h"

namespace congvu::statistics {

/// Everything the plugin is made of, in the order it is built.
struct StatisticsPlugin::Parts {
    explicit Parts(PluginContext& c)
        : sources(c.ports(), c.directory()),
          keeping({c.db(), c.settings(), c.calendar(), sources}),
          counting(keeping, c.clock()),
          scopes(c.directory()),
          reading({c.db(), sources, counting, scopes, c.directory(), c.settings(), c.calendar()}),
          exporting({c.db(), reading, c.directory(), c.audit(), c.dataFolder() / "print"}),
          handlers(reading, exporting, c.clock()),
          job(keeping) {}

    FigureSources sources;
    KeepFigures keeping;
    CountFigures counting;
    Scopes scopes;
    ReadStatistics reading;
    ExportStatistics exporting;
    StatisticsHandlers handlers;
    FigureJob job;
};

StatisticsPlugin::StatisticsPlugin() = default;
StatisticsPlugin::~StatisticsPlugin() = default;

void StatisticsPlugin::start(PluginContext& context) {
    parts_ = std::make_unique<Parts>(context);
    addRoutes(context.routes(), parts_->handlers);
    parts_->job.addTo(context.jobs());
}

}  // namespace congvu::statistics

CONGVU_PLUGIN(congvu::statistics::StatisticsPlugin)
