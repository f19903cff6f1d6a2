// SPDX-License-Identifier: Apache-2.0
#include "TasksPlugin.h"

#include "congvu/plugin/PluginContext.h"
#include "events/OnAnswerIssued.h"
#include "events/OnDirectionGiven.h"
#include "events/OnDirectionWithdrawn.h"
#include "http/PlanRoutes.h"
#include "http/TaskListSource.h"
#include "http/TasksRoutes.h"
#include "jobs/DeadlineReminder.h"
#include "jobs/PeriodicTasks.h"
#include "service/FigureAnswers.h"
#include "service/ShownTasks.h"

namespace congvu::tasks {

namespace {

TaskServices::Needs needsOf(PluginContext& context) {
    return {context.db(),       context.events(),
            context.ports(),    context.settings(),
            context.files(),    context.inbox(),
            context.timeline(), context.audit(),
            context.calendar(), context.directory(),
            context.search(),   context.notifications(),
            context.clock(),    context.dataFolder() / "print"};
}

}  // namespace

/// The objects of a running plugin.
struct TasksPlugin::Parts {
    explicit Parts(PluginContext& context)
        : services(needsOf(context)),
          handlers(services),
          planHandlers(services),
          reminder(services.remindDeadlines),
          periodic(services.makePeriodicTasks) {}
    TaskServices services;
    TasksHandlers handlers;
    PlanHandlers planHandlers;
    DeadlineReminder reminder;
    PeriodicTasks periodic;
};

TasksPlugin::TasksPlugin() = default;
TasksPlugin::~TasksPlugin() = default;

void TasksPlugin::start(PluginContext& context) {
    parts_ = std::make_unique<Parts>(context);
    auto& services = parts_->services;
    context.ports().provide<ports::TaskDirectory>(services.ofSource);
    context.ports().provide<ports::TaskFigures>(std::make_shared<FigureAnswers>(services.days));
    context.entities().add("task", std::make_shared<const ShownTasks>(services.presenter));
    context.lists().add("tasks", std::make_shared<const TaskListSource>(services.listTasks));
    context.events().subscribe("incoming.direction-given.v1", OnDirectionGiven{services.createFromDirection});
    context.events().subscribe("incoming.direction-withdrawn.v1", OnDirectionWithdrawn{services.cancelOfDirection});
    context.events().subscribe("outgoing.document-issued.v1", OnAnswerIssued{services.recordAnswer});
    parts_->reminder.addTo(context.jobs());
    parts_->periodic.addTo(context.jobs());
    addPlanRoutes(context.routes(), parts_->planHandlers);
    addRoutes(context.routes(), parts_->handlers);
}

}  // namespace congvu::tasks

CONGVU_PLUGIN(congvu::tasks::TasksPlugin)
