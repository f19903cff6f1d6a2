// SPDX-License-Identifier: Apache-2.0
#include "organisation/service/FirstAdministrator.h"

#include "shared/service/RandomText.h"
#include "shared/service/SystemCaller.h"

namespace congvu::core {

std::string FirstAdministrator::create(std::string_view username) {
    if (db_.read([&](db::Reader& reader) { return people_.anyPerson(reader); })) {
        return {};
    }
    const auto by = systemCaller();
    const auto organisation = store_.current();
    std::string unitId;
    for (const auto& unit : organisation->units()) {
        if (!unit.parentId) {
            unitId = unit.id;
        }
    }
    if (unitId.empty()) {
        NewUnit unit;
        unit.kind = "agency";
        unit.name = "Cơ quan gốc";
        unitId = organisation_.createUnit(by, unit);
    }
    auto password = randomPassword();
    NewPerson person;
    person.name = "Quản trị viên";
    person.username = username;
    person.temporaryPassword = password;
    NewPost post;
    post.personId = organisation_.createPerson(by, person);
    post.unitId = unitId;
    post.title = "Quản trị hệ thống";
    post.roles = {"administrator"};
    static_cast<void>(organisation_.createPost(by, post));
    return password;
}

}  // namespace congvu::core
