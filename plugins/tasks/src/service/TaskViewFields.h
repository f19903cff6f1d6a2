// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/TaskViews.h"

/// Field lists of the views: JSON names, encoding and OpenAPI schema.
namespace congvu::json {

template <>
struct Description<tasks::UnitView> {
    static auto fields() { return std::tuple{field("id", &tasks::UnitView::id), field("name", &tasks::UnitView::name)}; }
};

template <>
struct Description<tasks::PostView> {
    static auto fields() {
        using View = tasks::PostView;
        return std::tuple{field("postId", &View::postId), field("name", &View::name), field("title", &View::title),
                          field("initials", &View::initials)};
    }
};

template <>
struct Description<tasks::SourceView> {
    static auto fields() {
        using View = tasks::SourceView;
        return std::tuple{field("plugin", &View::plugin), field("type", &View::type),     field("id", &View::id),
                          field("symbol", &View::symbol), field("issuer", &View::issuer), field("link", &View::link)};
    }
};

template <>
struct Description<tasks::TaskCard> {
    static auto fields() {
        using View = tasks::TaskCard;
        return std::tuple{field("id", &View::id),
                          field("kind", &View::kind),
                          field("title", &View::title),
                          field("urgency", &View::urgency),
                          field("state", &View::state),
                          field("stage", &View::stage),
                          field("timeliness", &View::timeliness),
                          field("percent", &View::percent),
                          field("unit", &View::unit),
                          field("lead", &View::lead),
                          field("handlers", &View::handlers),
                          field("assignerPostId", &View::assignerPostId),
                          field("assignerName", &View::assignerName),
                          field("leader", &View::leader),
                          field("field", &View::field),
                          field("origin", &View::origin),
                          field("dueOn", &View::dueOn),
                          field("originalDueOn", &View::originalDueOn),
                          field("judgedOn", &View::judgedOn),
                          field("source", &View::source),
                          field("externalCode", &View::externalCode),
                          field("parentId", &View::parentId),
                          field("hasPendingExtension", &View::hasPendingExtension),
                          field("extensionCount", &View::extensionCount),
                          field("urgeCount", &View::urgeCount),
                          field("acts", &View::acts),
                          field("version", &View::version),
                          field("createdAt", &View::createdAt),
                          field("updatedAt", &View::updatedAt)};
    }
};

template <>
struct Description<tasks::RelatedView> {
    static auto fields() {
        using View = tasks::RelatedView;
        return std::tuple{field("id", &View::id),
                          field("kind", &View::kind),
                          field("title", &View::title),
                          field("unitName", &View::unitName),
                          field("leadName", &View::leadName),
                          field("state", &View::state),
                          field("timeliness", &View::timeliness),
                          field("percent", &View::percent),
                          field("dueOn", &View::dueOn),
                          field("mayOpen", &View::mayOpen)};
    }
};

template <>
struct Description<tasks::TreeNode> {
    static auto fields() {
        using View = tasks::TreeNode;
        return std::tuple{field("task", &View::task),           field("depth", &View::depth),
                          field("parentId", &View::parentId),   field("below", &View::below),
                          field("doneBelow", &View::doneBelow), field("percentFromBelow", &View::percentFromBelow)};
    }
};

template <>
struct Description<tasks::TreeView> {
    static auto fields() { return std::tuple{field("nodes", &tasks::TreeView::nodes), field("isCut", &tasks::TreeView::isCut)}; }
};

template <>
struct Description<tasks::ChoicesView> {
    static auto fields() {
        return std::tuple{field("fields", &tasks::ChoicesView::fields), field("leaders", &tasks::ChoicesView::leaders)};
    }
};

template <>
struct Description<tasks::SourceDocumentView> {
    static auto fields() {
        using View = tasks::SourceDocumentView;
        return std::tuple{field("numberAndSymbol", &View::numberAndSymbol), field("issuerName", &View::issuerName),
                          field("subject", &View::subject), field("documentDate", &View::documentDate), field("link", &View::link)};
    }
};

template <>
struct Description<tasks::TaskDetail> {
    static auto fields() {
        using View = tasks::TaskDetail;
        return std::tuple{field("task", &View::task),
                          field("content", &View::content),
                          field("sourceDocument", &View::sourceDocument),
                          field("resultDocumentId", &View::resultDocumentId),
                          field("resultDocumentLabel", &View::resultDocumentLabel),
                          field("parent", &View::parent),
                          field("children", &View::children),
                          field("reports", &View::reports),
                          field("extensions", &View::extensions),
                          field("urgings", &View::urgings),
                          field("timeline", &View::timeline),
                          field("closedAt", &View::closedAt)};
    }
};

template <>
struct Description<tasks::BoardColumn> {
    static auto fields() {
        using View = tasks::BoardColumn;
        return std::tuple{field("stage", &View::stage), field("count", &View::count), field("items", &View::items),
                          field("next", &View::next)};
    }
};

template <>
struct Description<tasks::Board> {
    static auto fields() { return std::tuple{field("columns", &tasks::Board::columns)}; }
};

template <>
struct Description<tasks::CalendarDay> {
    static auto fields() {
        using View = tasks::CalendarDay;
        return std::tuple{field("day", &View::day), field("count", &View::count), field("open", &View::open), field("items", &View::items)};
    }
};

template <>
struct Description<tasks::CalendarView> {
    static auto fields() {
        using View = tasks::CalendarView;
        return std::tuple{field("from", &View::from), field("until", &View::until), field("days", &View::days)};
    }
};

template <>
struct Description<tasks::UnitCounters> {
    static auto fields() {
        using View = tasks::UnitCounters;
        return std::tuple{field("unit", &View::unit), field("counters", &View::counters)};
    }
};

template <>
struct Description<tasks::CountersView> {
    static auto fields() {
        using View = tasks::CountersView;
        return std::tuple{field("basis", &View::basis), field("today", &View::today), field("dueSoonUntil", &View::dueSoonUntil),
                          field("mine", &View::mine),   field("total", &View::total), field("units", &View::units)};
    }
};

template <>
struct Description<tasks::RelatedList> {
    static auto fields() { return std::tuple{field("items", &tasks::RelatedList::items)}; }
};

template <>
struct Description<tasks::CreatedTask> {
    static auto fields() { return std::tuple{field("id", &tasks::CreatedTask::id)}; }
};

}  // namespace congvu::json
