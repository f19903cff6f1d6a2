// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/AcceptResult.h"
#include "service/AcceptTask.h"
#include "service/AssignHandlers.h"
#include "service/CancelTask.h"
#include "service/CancelTasksOfDirection.h"
#include "service/CreateTask.h"
#include "service/CreateTasksFromDirection.h"
#include "service/DecideExtension.h"
#include "service/EditTask.h"
#include "service/FindTask.h"
#include "service/ImportTasks.h"
#include "service/ListTasks.h"
#include "service/MakePeriodicTasks.h"
#include "service/PlanWork.h"
#include "service/ReadTree.h"
#include "service/ReassignTask.h"
#include "service/RecordAnswer.h"
#include "service/RemindDeadlines.h"
#include "service/ReportProgress.h"
#include "service/ReportTasks.h"
#include "service/RequestExtension.h"
#include "service/ResumeTask.h"
#include "service/ReturnTask.h"
#include "service/SendBackResult.h"
#include "service/SeriesWork.h"
#include "service/SubmitResult.h"
#include "service/SuspendTask.h"
#include "service/TasksOfSource.h"
#include "service/TransferTasks.h"
#include "service/UrgeTask.h"

#include <memory>

namespace congvu::tasks {

/// Every use case of the plugin, built once from what the host offers. The order of the members is the order of dependence.
struct TaskServices {
    struct Needs {
        db::Db& db;
        events::Events& events;
        ports::Ports& ports;
        settings::Settings& settings;
        files::FileStore& files;
        inbox::Inbox& inbox;
        inbox::Timeline& timeline;
        audit::Audit& audit;
        calendar::WorkingCalendar& calendar;
        directory::Directory& directory;
        search::SearchIndex& search;
        notifications::Notifications& notifications;
        Clock& clock;
        std::filesystem::path folder;  ///< for files on their way
    };
    explicit TaskServices(const Needs& n)
        : days(n.clock, n.calendar, n.settings),
          announcer(n.events, days),
          work(n.inbox),
          recorder({n.timeline, n.audit, n.search, n.notifications, n.directory, n.clock, announcer, work}),
          notices(n.notifications, n.directory),
          targets(n.directory),
          reportFiles(n.files),
          presenter(n.directory),
          acceptTask(n.db, recorder),
          returnTask(n.db, recorder),
          reassignTask(n.db, recorder, targets, n.clock),
          assignHandlers(n.db, recorder, n.directory),
          reportProgress(n.db, recorder, reportFiles, n.clock),
          requestExtension(n.db, recorder, n.clock),
          decideExtension(n.db, recorder, notices, n.clock),
          submitResult(n.db, recorder, reportFiles, n.clock),
          sendBackResult(n.db, recorder),
          suspendTask(n.db, recorder, notices, n.clock),
          resumeTask(n.db, recorder, notices, n.calendar, n.clock),
          cancelTask(n.db, recorder, notices),
          acceptResult(n.db, recorder, notices, cancelTask),
          urgeTask(n.db, recorder, notices, n.clock),
          editTask(n.db, recorder, targets, n.clock),
          createTask({n.db, recorder, targets, n.ports, n.clock}),
          createFromDirection({n.db, recorder, targets, n.directory, n.clock}),
          cancelOfDirection(n.db, cancelTask, n.directory, n.clock),
          recordAnswer(n.db, recorder, n.directory),
          remindDeadlines({n.db, notices, n.calendar, n.settings, n.clock}),
          findTask({n.db, presenter, days, n.timeline, n.files, n.ports}),
          listTasks(n.db, presenter, days, n.directory),
          readTree(n.db, presenter, days),
          transferTasks({n.db, recorder, notices, presenter, n.directory, n.audit}),
          plans({n.db, presenter, targets, n.directory, n.timeline, n.audit, n.clock}),
          planWork({n.db, plans, recorder, targets, n.files, n.clock}),
          seriesWork({n.db, presenter, targets, n.directory, n.calendar, n.audit, n.clock}),
          reportTasks({n.db, presenter, days, n.directory, n.clock, n.folder}),
          importTasks({n.db, recorder, targets, n.directory, n.audit, n.clock, n.folder}),
          makePeriodicTasks({n.db, recorder, targets, n.directory, n.calendar, n.clock}),
          ofSource(std::make_shared<TasksOfSource>(n.db, presenter, days, n.ports, n.directory)) {}
    TaskServices(const TaskServices&) = delete;
    TaskServices& operator=(const TaskServices&) = delete;

    DayReckoner days;
    TaskAnnouncer announcer;
    WorkArranger work;
    TaskRecorder recorder;
    TaskNotices notices;
    TargetResolver targets;
    ReportFiles reportFiles;
    TaskPresenter presenter;

    AcceptTask acceptTask;
    ReturnTask returnTask;
    ReassignTask reassignTask;
    AssignHandlers assignHandlers;
    ReportProgress reportProgress;
    RequestExtension requestExtension;
    DecideExtension decideExtension;
    SubmitResult submitResult;
    SendBackResult sendBackResult;
    SuspendTask suspendTask;
    ResumeTask resumeTask;
    CancelTask cancelTask;
    AcceptResult acceptResult;
    UrgeTask urgeTask;
    EditTask editTask;
    CreateTask createTask;
    CreateTasksFromDirection createFromDirection;
    CancelTasksOfDirection cancelOfDirection;
    RecordAnswer recordAnswer;
    RemindDeadlines remindDeadlines;
    FindTask findTask;
    ListTasks listTasks;
    ReadTree readTree;
    TransferTasks transferTasks;
    Plans plans;
    PlanWork planWork;
    SeriesWork seriesWork;
    ReportTasks reportTasks;
    ImportTasks importTasks;
    MakePeriodicTasks makePeriodicTasks;
    std::shared_ptr<TasksOfSource> ofSource;
};

}  // namespace congvu::tasks
