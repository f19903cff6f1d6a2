// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "CoreFixture.h"
#include "shared/service/SystemCaller.h"

namespace congvu::core {

/// The commune with a chair, his deputy, the head of the economy division and a handler. It is Monday, 2 March 2026.
class MandateFixture : public CoreTest {
protected:
    MandateFixture()
        : chair(addTitled(communeA, "chair", "Chủ tịch")),
          deputy(addTitled(communeA, "chair", "Phó Chủ tịch")),
          head(addTitled(economyA, "head", "Trưởng phòng")),
          administrator(addPost(communeA, "administrator")) {}

    std::string addTitled(const std::string& unitId, const std::string& role, const std::string& title) {
        auto post = addPost(unitId, role);
        PostChanges changes;
        changes.title = title;
        core->posts.change(systemCaller(), post, changes, {});
        return post;
    }
    static NewMandate wanted(const std::string& substitute, Date from = {2026, 3, 2}, Date until = {2026, 3, 6}) {
        NewMandate input;
        input.substitutePostId = substitute;
        input.from = from;
        input.until = until;
        input.acts = {"direct"};
        return input;
    }
    std::string give(const std::string& giver, const NewMandate& input) { return core->manageMandates.give(as(giver), input); }
    std::string refusal(const std::string& giver, const NewMandate& input) {
        return errorOf([&] { give(giver, input); });
    }
    http::Caller acting(const std::string& mandateId, const std::string& substitute) {
        return core->mandates.callerBy(core->mandates.ofPerson(mandateId, as(substitute).personId).value()).value();
    }
    static NewMandate signing(const std::string& substitute) {
        auto input = wanted(substitute);
        input.acts = {"sign"};
        input.signAs = mandates::SignAs::tuq;
        input.basis = "Giấy uỷ quyền số 01/GUQ-UBND";
        return input;
    }
    std::vector<std::string> newsOf(const http::Caller& caller) {
        std::vector<std::string> titles;
        for (const auto& note : core->notifications.list(caller, {}).items) {
            titles.push_back(note.title.substr(0, note.title.find(' ', 3)));
        }
        return titles;
    }
    std::string requireOf(const http::Caller& caller, mandates::Act act, const mandates::Subject& subject = {}) {
        return errorOf([&] { db->read([&](db::Reader& reader) { core->mandates.require(reader, caller, act, subject); }); });
    }
    inbox::NewWorkItem work(const std::string& entity, const std::string& kind, const std::string& post) const {
        inbox::NewWorkItem item;
        item.entity = {"incoming", "document", entity};
        item.kind = kind;
        item.assignee = inbox::Assignee::post(post);
        item.agencyId = communeA;
        item.title = "Về việc " + entity;
        item.link = "/incoming/documents/" + entity;
        return item;
    }
    void create(const inbox::NewWorkItem& item) {
        db->write([&](db::Tx& tx) { core->inbox.create(tx, item); });
    }
    std::vector<WorkItemView> listOf(const http::Caller& caller, const WorkFilter& filter = {}) {
        return core->readInbox.list(caller, filter, {}).items;
    }

    std::string chair;
    std::string deputy;
    std::string head;
    std::string administrator;
};

}  // namespace congvu::core
