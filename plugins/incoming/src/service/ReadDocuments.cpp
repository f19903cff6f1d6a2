// SPDX-License-Identifier: Apache-2.0
#include "service/ReadDocuments.h"

#include "domain/Links.h"
#include "storage/DocumentAccess.h"

#include "congvu/error/AppError.h"

#include <array>

namespace congvu::incoming {

namespace {

struct OfferedAct {
    std::string_view name;
    DocumentAct act;
    std::string_view permission;
};

/// What the page may offer: allowed by the life cycle and by the caller's permissions. Each use case checks again.
std::vector<std::string> offeredActs(const http::Caller& caller, const IncomingDocument& document) {
    static constexpr std::array<OfferedAct, 7> kActs{{{"direct", DocumentAct::direct, "incoming.direct"},
                                                      {"return", DocumentAct::sendBack, "incoming.direct"},
                                                      {"withdraw", DocumentAct::withdrawDirection, "incoming.direct"},
                                                      {"submit", DocumentAct::submit, "incoming.register"},
                                                      {"transfer", DocumentAct::transfer, "incoming.transfer"},
                                                      {"close", DocumentAct::close, "incoming.close"},
                                                      {"cancel", DocumentAct::cancel, "incoming.register"}}};
    std::vector<std::string> acts;
    for (const auto& offered : kActs) {
        if (!caller.may(offered.permission) || !stateAfter(document.state, offered.act)) {
            continue;
        }
        // Handing out what nobody has yet is for whoever reads everything; a holder forwards from his transfer.
        const bool isForward = document.state == DocumentState::transferred || !caller.may(DocumentAccess::kReadAll);
        if (offered.act == DocumentAct::transfer && isForward) {
            continue;
        }
        const bool hasOpenTasks = offered.act == DocumentAct::close && document.tasksDone < document.tasksTotal;
        if (!hasOpenTasks) {
            acts.emplace_back(offered.name);
        }
    }
    if (caller.may("incoming.register") && tabOf(document.state) != DocumentTab::stopped) {
        acts.emplace_back("correct");
    }
    if (caller.may("incoming.transfer") && tabOf(document.state) != DocumentTab::stopped) {
        acts.emplace_back("inform");
    }
    return acts;
}

}  // namespace

db::Page<DocumentSummaryRow> ReadDocuments::list(const http::Caller& caller, const ListFilter& filter,
                                                 const db::PageRequest& request) const {
    return db_.read([&](db::Reader& reader) { return list_.page(reader, caller, filter, request, clock_.today()); });
}

ListCounters ReadDocuments::counters(const http::Caller& caller) const {
    return db_.read([&](db::Reader& reader) { return list_.counters(reader, caller, clock_.today()); });
}

void ReadDocuments::requireVisible(const http::Caller& caller, std::string_view id) const {
    db_.read([&](db::Reader& reader) { return changes_.require(reader, caller, id).id; });
}

DocumentDetail ReadDocuments::find(const http::Caller& caller, std::string_view id) const {
    return db_.read([&](db::Reader& reader) {
        DocumentDetail detail;
        detail.document = changes_.require(reader, caller, id);
        for (const auto& file : files_.ofOwner(reader, "document", id)) {
            detail.files.push_back(FileView::of(file));
        }
        detail.directions = directions_.ofDocument(reader, id);
        detail.acts = offeredActs(caller, detail.document);
        return detail;
    });
}

DocumentFile ReadDocuments::file(const http::Caller& caller, std::string_view documentId, std::string_view fileId) const {
    return db_.read([&](db::Reader& reader) {
        const auto document = changes_.require(reader, caller, documentId);
        auto file = files_.find(reader, "document", document.id, fileId);
        if (!file) {
            throw AppError::notFound();
        }
        return std::move(*file);
    });
}

std::string ReadDocuments::verification(const http::Caller& caller, std::string_view id) const {
    return db_.read([&](db::Reader& reader) {
        const auto document = changes_.require(reader, caller, id);
        const auto files = files_.ofOwner(reader, "document", document.id);
        return files.empty() ? std::string{"null"} : files.front().report;
    });
}

std::vector<inbox::TimelineEntry> ReadDocuments::timeline(const http::Caller& caller, std::string_view id) const {
    return db_.read([&](db::Reader& reader) {
        const auto document = changes_.require(reader, caller, id);
        return timeline_.read(reader, documentRef(document.id));
    });
}

DocumentTasks ReadDocuments::tasks(const http::Caller& caller, std::string_view id) const {
    const auto port = directory_.isPluginOn("tasks", caller.unitId) ? ports_.find<ports::TaskDirectory>() : nullptr;
    return db_.read([&](db::Reader& reader) {
        const auto document = changes_.require(reader, caller, id);
        DocumentTasks tasks;
        tasks.isAvailable = port != nullptr;
        if (port != nullptr) {
            for (auto& task : port->ofSource(reader, documentRef(document.id))) {
                tasks.items.push_back({task.entity.id, task.title, task.state, task.leadName, task.dueOn, task.link});
            }
        }
        return tasks;
    });
}

}  // namespace congvu::incoming
