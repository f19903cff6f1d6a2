// SPDX-License-Identifier: Apache-2.0
#include "service/FindTask.h"

#include "congvu/error/AppError.h"
#include "congvu/ports/DocumentDirectory.h"
#include "service/Viewing.h"
#include "storage/ExtensionRepository.h"
#include "storage/ReportRepository.h"
#include "storage/TaskRepository.h"
#include "storage/UrgingRepository.h"

namespace congvu::tasks {

namespace {

Task visibleTask(db::Reader& reader, const http::Caller& caller, std::string_view taskId) {
    auto task = TaskRepository::findVisible(reader, taskId, viewerOf(caller));
    if (!task) {
        throw AppError::notFound();
    }
    return std::move(*task);
}

}  // namespace

void FindTask::requireVisible(const http::Caller& caller, std::string_view taskId) const {
    needs_.db.read([&](db::Reader& reader) { return visibleTask(reader, caller, taskId).id; });
}

TaskDetail FindTask::detail(const http::Caller& caller, std::string_view taskId) const {
    return needs_.db.read([&](db::Reader& reader) {
        const auto task = visibleTask(reader, caller, taskId);
        TaskDetail detail;
        detail.task = needs_.presenter.card(task, viewerOf(caller), needs_.days.forUnit(task.agencyId));
        detail.content = task.content;
        detail.resultDocumentId = task.resultDocumentId;
        detail.resultDocumentLabel = task.resultDocumentLabel;
        detail.closedAt = task.closedAt;
        detail.reports = ReportRepository::ofTask(reader, task.id);
        detail.extensions = ExtensionRepository::ofTask(reader, task.id);
        detail.urgings = UrgingRepository::ofTask(reader, task.id);
        detail.timeline = needs_.timeline.read(reader, {"tasks", "task", task.id});
        addRelated(reader, caller, task, detail);
        addSourceDocument(reader, caller, task, detail);
        return detail;
    });
}

std::vector<inbox::TimelineEntry> FindTask::timeline(const http::Caller& caller, std::string_view taskId) const {
    return needs_.db.read([&](db::Reader& reader) {
        const auto task = visibleTask(reader, caller, taskId);
        return needs_.timeline.read(reader, {"tasks", "task", task.id});
    });
}

files::StoredFile FindTask::file(const http::Caller& caller, std::string_view taskId, std::string_view fileId) const {
    return needs_.db.read([&](db::Reader& reader) {
        const auto task = visibleTask(reader, caller, taskId);
        auto stored = ReportRepository::hasFile(reader, task.id, fileId) ? needs_.files.find(reader, fileId) : std::nullopt;
        if (!stored) {
            throw AppError::notFound();
        }
        return std::move(*stored);
    });
}

void FindTask::addRelated(db::Reader& reader, const http::Caller& caller, const Task& task, TaskDetail& detail) const {
    const auto viewer = viewerOf(caller);
    const auto reckoning = needs_.days.forUnit(task.agencyId);
    if (task.parentId) {
        if (const auto parent = TaskRepository::parent(reader, *task.parentId, viewer)) {
            detail.parent = needs_.presenter.related(*parent, reckoning);
        }
    }
    for (const auto& child : TaskRepository::children(reader, task.id, viewer)) {
        detail.children.push_back(needs_.presenter.related(child, reckoning));
    }
}

void FindTask::addSourceDocument(db::Reader& reader, const http::Caller& caller, const Task& task, TaskDetail& detail) const {
    if (task.source.plugin != "incoming" || task.source.type != "document") {
        return;
    }
    const auto documents = needs_.ports.find<ports::DocumentDirectory>();
    const auto document = documents ? documents->find(reader, caller, task.source.id) : std::nullopt;
    if (document) {
        detail.sourceDocument =
            SourceDocumentView{document->numberAndSymbol, document->issuerName, document->subject, document->documentDate, document->link};
    }
}

}  // namespace congvu::tasks
