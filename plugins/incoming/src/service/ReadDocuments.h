// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Direction.h"
#include "domain/DocumentFile.h"
#include "domain/IncomingDocument.h"
#include "domain/ListFilter.h"
#include "service/DocumentChanges.h"
#include "storage/DirectionRepository.h"
#include "storage/DocumentList.h"
#include "storage/FileRepository.h"

#include "congvu/db/Db.h"
#include "congvu/directory/Directory.h"
#include "congvu/inbox/Timeline.h"
#include "congvu/ports/Ports.h"
#include "congvu/ports/TaskDirectory.h"
#include "congvu/time/Clock.h"

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::incoming {

/// A document with everything that its page shows at once, and what the caller may do with it now.
struct DocumentDetail {
    IncomingDocument document;
    std::vector<FileView> files;
    std::vector<Direction> directions;
    std::vector<std::string> acts;  ///< "submit", "transfer", "inform", "return", "direct", "withdraw", "close", "cancel", "correct"
};

/// A task made from a document, as the page lists it.
struct DocumentTask {
    std::string id;
    std::string title;
    std::string state;
    std::string leadName;
    std::optional<Date> dueOn;
    std::string link;
};

/// The tasks of a document; `isAvailable` is false while no plugin keeps tasks, or where that plugin is off for the caller's unit.
struct DocumentTasks {
    bool isAvailable = false;
    std::vector<DocumentTask> items;
};

/// Everything that reads documents for a caller. What the caller may not see is not found.
class ReadDocuments {
public:
    ReadDocuments(db::Db& db, inbox::Timeline& timeline, const ports::Ports& ports, const directory::Directory& directory,
                  const Clock& clock, const DocumentChanges& changes)
        : db_(db), timeline_(timeline), ports_(ports), directory_(directory), clock_(clock), changes_(changes) {}

    [[nodiscard]] db::Page<DocumentSummaryRow> list(const http::Caller& caller, const ListFilter& filter,
                                                    const db::PageRequest& request) const;
    /// The same within a reading of somebody else.
    [[nodiscard]] db::Page<DocumentSummaryRow> list(db::Reader& reader, const http::Caller& caller, const ListFilter& filter,
                                                    const db::PageRequest& request) const {
        return list_.page(reader, caller, filter, request, clock_.today());
    }
    [[nodiscard]] std::optional<std::int64_t> count(db::Reader& reader, const http::Caller& caller, const ListFilter& filter) const {
        return list_.count(reader, caller, filter, clock_.today());
    }
    [[nodiscard]] ListCounters counters(const http::Caller& caller) const;
    /// AppError notFound unless the caller sees the document. Acts ask this before they look at what was sent.
    void requireVisible(const http::Caller& caller, std::string_view id) const;
    [[nodiscard]] DocumentDetail find(const http::Caller& caller, std::string_view id) const;
    [[nodiscard]] DocumentFile file(const http::Caller& caller, std::string_view documentId, std::string_view fileId) const;
    /// The verification report of a document's main file, JSON; "null" when there is none.
    [[nodiscard]] std::string verification(const http::Caller& caller, std::string_view id) const;
    [[nodiscard]] std::vector<inbox::TimelineEntry> timeline(const http::Caller& caller, std::string_view id) const;
    [[nodiscard]] DocumentTasks tasks(const http::Caller& caller, std::string_view id) const;

private:
    db::Db& db_;
    inbox::Timeline& timeline_;
    const ports::Ports& ports_;
    const directory::Directory& directory_;
    const Clock& clock_;
    const DocumentChanges& changes_;
    DocumentList list_;
    FileRepository files_;
    DirectionRepository directions_;
};

}  // namespace congvu::incoming

template <>
struct congvu::json::Description<congvu::incoming::DocumentDetail> {
    static auto fields() {
        using Detail = congvu::incoming::DocumentDetail;
        return std::tuple{field("document", &Detail::document), field("files", &Detail::files), field("directions", &Detail::directions),
                          field("acts", &Detail::acts)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::DocumentTask> {
    static auto fields() {
        using Task = congvu::incoming::DocumentTask;
        return std::tuple{field("id", &Task::id),       field("title", &Task::title),
                          field("state", &Task::state), field("leadName", &Task::leadName),
                          field("dueOn", &Task::dueOn), field("link", &Task::link)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::DocumentTasks> {
    static auto fields() {
        using Tasks = congvu::incoming::DocumentTasks;
        return std::tuple{field("isAvailable", &Tasks::isAvailable), field("items", &Tasks::items)};
    }
};
