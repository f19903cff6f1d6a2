// SPDX-License-Identifier: Apache-2.0
#include "CoreFixture.h"

#include "db/Migrator.h"
#include "shared/service/SystemCaller.h"

namespace congvu::core {

CoreTest::CoreTest() {
    host::DatabaseOptions options;
    options.location = (folder.path() / "congvu.db").string();
    db = host::Database::open(options, log);
    host::Migrator(*db, clock).apply("core", std::filesystem::path{CONGVU_CORE_FOLDER} / "migrations");
    restart();
    province = addUnit("", "agency", "Uỷ ban nhân dân tỉnh Sao Mai");
    communeA = addUnit(province, "agency", "Uỷ ban nhân dân xã Hoà Bình");
    officeA = addUnit(communeA, "division", "Văn phòng");
    economyA = addUnit(communeA, "division", "Phòng Kinh tế");
    communeB = addUnit(province, "agency", "Uỷ ban nhân dân xã Đông Phương");
}

CoreTest::~CoreTest() {
    core.reset();
    db.reset();
}

void CoreTest::restart() {
    core.reset();
    core = std::make_unique<Core::Parts>(CoreNeeds{*db, clock, log, catalogue, live, folder.path()});
    core->roles.grantDefaults();
}

void CoreTest::startJobs() {
    core->addJobs(jobs);
}

std::string CoreTest::addUnit(const std::string& parentId, const std::string& kind, const std::string& name) {
    NewUnit unit;
    unit.parentId = parentId;
    unit.kind = kind;
    unit.name = name;
    return core->units.create(systemCaller(), unit);
}

std::string CoreTest::addPost(const std::string& unitId, const std::string& role, const std::string& password) {
    NewPerson person;
    person.name = "Người " + role;
    person.username = role + "-" + newId();
    if (!password.empty()) {
        person.username = role;
    }
    person.temporaryPassword = password;
    NewPost post;
    post.personId = core->people.create(systemCaller(), person);
    post.unitId = unitId;
    post.title = "Chức vụ " + role;
    post.roles = {role};
    return core->posts.create(systemCaller(), post);
}

http::Caller CoreTest::as(const std::string& postId) {
    return core->organisation.callerOf(postId).value();
}

}  // namespace congvu::core
