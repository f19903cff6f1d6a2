// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "congvu/ids/Id.h"
#include "congvu/time/Date.h"

#include <optional>
#include <string>
#include <string_view>

namespace congvu::inbox {

/// To whom a work item belongs: one post, everybody of a unit with a permission, or both unknown parts empty.
struct Assignee {
    static Assignee post(std::string postId) { return {std::move(postId), {}, {}}; }
    /// Everybody in the unit whose post has the permission, for example the clerks of an agency.
    static Assignee unit(std::string unitId, std::string permission) { return {{}, std::move(unitId), std::move(permission)}; }
    std::string postId;
    std::string unitId;
    std::string permission;
};

/// "This post, role or unit must do this by then" (việc chờ xử lý).
struct NewWorkItem {
    EntityRef entity;  ///< what it is about; its plugin's UnitGate hides it
    std::string kind;  ///< "incoming.direct"; its label stands in the plugin's locale file under "work.<kind>"
    Assignee assignee;
    std::string agencyId;
    std::string title;               ///< what the list shows first, for example the subject
    std::string subtitle;            ///< number and symbol, issuer …
    std::string fromName;            ///< who sends it
    std::string urgency = "normal";  ///< normal, urgent, very_urgent, flash
    std::optional<Date> dueOn;
    std::string link;            ///< page of the shell, "/incoming/documents/<id>"
    std::string unitId{};        ///< whose work it is, where that is known: a mandate may be limited to it
    std::string documentType{};  ///< abbreviation of App. III ("QĐ", "CV"), where that is known
};

/// The inbox exists once for all plugins: list, counters, deadlines, reminders. Every call is part of the caller's transaction and
/// keeps the counter rows equal to the items.
class Inbox {
public:
    virtual ~Inbox() = default;
    /// Creates the item unless the same entity + kind + assignee is open already (subscribers are idempotent). Notifies the assignee.
    virtual std::string create(db::Tx& tx, const NewWorkItem& item) = 0;
    /// Completes the open items of an entity, of one kind or (empty kind) of all kinds. Returns how many.
    virtual int complete(db::Tx& tx, const EntityRef& entity, std::string_view kind) = 0;
    /// The same for one post or unit only.
    virtual int completeFor(db::Tx& tx, const EntityRef& entity, std::string_view kind, const Assignee& assignee) = 0;
    /// Changes the deadline of the open items of an entity and kind.
    virtual void reschedule(db::Tx& tx, const EntityRef& entity, std::string_view kind, std::optional<Date> dueOn) = 0;
};

}  // namespace congvu::inbox
