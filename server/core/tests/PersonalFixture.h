// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "CoreFixture.h"
#include "shared/service/SystemCaller.h"

#include "congvu/entities/Entities.h"
#include "congvu/lists/Lists.h"

#include <gmock/gmock.h>
#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace congvu::core {

/// Documents of a plugin, each with the posts that see it; the one called "mat" is a state secret.
class TestPapers final : public entities::EntityViews {
public:
    [[nodiscard]] std::vector<entities::EntitySummary> visible(db::Reader&, const http::Caller& caller,
                                                               const std::vector<std::string>& ids) const override {
        std::vector<entities::EntitySummary> seen;
        for (const auto& id : ids) {
            if (id == broken) {
                throw std::runtime_error("the plugin fails at " + id);
            }
            const auto paper = readers.find(id);
            if (paper != readers.end() && paper->second.contains(caller.postId)) {
                seen.push_back({id, "Trích yếu " + id, "Số " + id, "/incoming/documents/" + id, id != "mat"});
            }
        }
        return seen;
    }
    std::map<std::string, std::set<std::string>> readers;  ///< by document
    std::string broken;                                    ///< the document that the plugin fails at
};

/// A list of as many rows as it is told; the query "state" narrows it to the rows with that state, any other state is refused.
class TestList final : public lists::ListSource {
public:
    [[nodiscard]] std::vector<lists::ListColumn> columns() const override {
        return {{"symbol", "incoming.list.symbol"},
                {"subject", "incoming.list.subject", 3},
                {"state", "incoming.list.state", 1, sheets::CellAlign::left, lists::CellKind::message}};
    }
    [[nodiscard]] db::Page<lists::ListRow> rows(db::Reader&, const http::Request& request, const db::PageRequest& page) const override {
        const auto total = matching(request);
        const auto first = page.cursor.empty() ? 0 : std::stoll(page.cursor);
        const auto last = std::min<std::int64_t>(total, first + page.limit);
        db::Page<lists::ListRow> some;
        for (auto row = first; row < last; ++row) {
            some.items.push_back({std::to_string(row) + "/UBND", "=1+" + std::to_string(row), "incoming.state.open"});
        }
        if (last < total) {
            some.next = std::to_string(last);
        }
        return some;
    }
    [[nodiscard]] std::optional<std::int64_t> count(db::Reader&, const http::Request& request) const override {
        return request.query("q") ? std::nullopt : std::optional{matching(request)};
    }
    std::int64_t open = 3;

private:
    [[nodiscard]] std::int64_t matching(const http::Request& request) const {
        const auto state = request.query("state").value_or("open");
        if (state != "open" && state != "done") {
            throw AppError::invalidField("/state", "unknown-choice");
        }
        return state == "open" ? open : 0;
    }
};

/// A plugin with documents and one list, for the chair of commune A and, in its economy division, two handlers.
class PersonalFixture : public CoreTest {
protected:
    PersonalFixture() {
        auto& incoming = catalogue.plugins_.at(1);
        incoming.permissions.push_back({"incoming.read", {"Xem", "Read"}, {"chair", "handler"}});
        incoming.entities = {{"document", "incoming.read"}};
        incoming.lists = {{"documents", {"Văn bản đến", "Incoming"}, "/incoming", "incoming.read"}};
        core->plugins.refresh();
        core->roles.grantDefaults();
        core->entities.add("incoming", "document", papers);
        core->lists.add("incoming", "documents", list);
        chair = addPost(communeA, "chair");
        handler = addPost(economyA, "handler");
        colleague = addPost(economyA, "handler");
        clerk = addPost(officeA, "clerk");
        papers->readers["d1"] = {chair, handler, colleague};
    }
    static EntityRef paper(const std::string& id) { return {"incoming", "document", id}; }
    /// Somebody does something to a document, as plugins do it.
    void step(const std::string& postId, const std::string& id = "d1", const std::string& act = "incoming.act.registered") {
        db->write([&](db::Tx& tx) { core->timeline.append(tx, postId.empty() ? http::Caller{} : as(postId), paper(id), act); });
    }
    /// What the post was told, newest first.
    std::vector<std::string> newsOf(const std::string& postId) {
        std::vector<std::string> titles;
        for (const auto& note : core->notifications.list(as(postId), {}).items) {
            titles.push_back(note.title + " | " + note.text);
        }
        return titles;
    }
    void turnOff(const std::string& unitId) {
        core->rules.change(systemCaller(), {PluginRule{unitId, "incoming", RuleKind::off, {}, {}, "Tạm dừng"}});
    }

    std::shared_ptr<TestPapers> papers = std::make_shared<TestPapers>();
    std::shared_ptr<TestList> list = std::make_shared<TestList>();
    std::string chair;
    std::string handler;
    std::string colleague;
    std::string clerk;  ///< without incoming.read
};

}  // namespace congvu::core
