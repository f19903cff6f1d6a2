// SPDX-License-Identifier: Apache-2.0
#include "testing/Province.h"

#include <array>
#include <stdexcept>

namespace congvu::testing {

namespace {

/// People of a fictional place: a number tells them apart, no name is a real one.
std::string personName(std::size_t number) {
    constexpr std::array families{"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng"};
    constexpr std::array given{"Thử Nghiệm", "Ví Dụ", "Giả Định", "Minh Hoạ"};
    return std::string{families[number % families.size()]} + ' ' + given[number / families.size() % given.size()] + ' ' +
           static_cast<char>('A' + static_cast<char>(number % 26));
}

std::string titleOf(std::string_view role) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> titles{{{"chair", "Chủ tịch"},
                                                                                   {"clerk", "Văn thư"},
                                                                                   {"office-head", "Chánh Văn phòng"},
                                                                                   {"head", "Trưởng phòng"},
                                                                                   {"handler", "Chuyên viên"},
                                                                                   {"administrator", "Quản trị viên"}}};
    for (const auto& [known, title] : titles) {
        if (known == role) {
            return std::string{title};
        }
    }
    throw std::logic_error("the harness knows no role " + std::string{role});
}

bool sitsInOnePlaceOfTheAgency(std::string_view role) {
    return role != "head" && role != "handler";
}

core::NewUnit agencyFacts(const std::string& name, const std::string& place, const std::string& organId, const std::string& superior) {
    core::NewUnit facts;
    facts.kind = "agency";
    facts.name = name;
    facts.shortName = name;
    facts.abbreviation = "UBND";
    facts.organId = organId;
    facts.place = place;
    facts.superiorName = superior;
    return facts;
}

}  // namespace

Province::Province(core::Organisation& organisation) {
    const std::string province = "UBND tỉnh Ví Dụ";
    addAgency(organisation, "tinh", "", agencyFacts(province, "Ví Dụ", "H99", ""));
    addAgency(organisation, "xa-a", "tinh", agencyFacts("UBND xã Ví Dụ A", "Ví Dụ A", "H99.01", province));
    addAgency(organisation, "xa-b", "tinh", agencyFacts("UBND xã Ví Dụ B", "Ví Dụ B", "H99.02", province));
    addDivision(organisation, "vp-tinh", "tinh", "Văn phòng UBND tỉnh");
    for (const std::string commune : {"a", "b"}) {
        addDivision(organisation, "vp-" + commune, "xa-" + commune, "Văn phòng HĐND và UBND");
        addDivision(organisation, "kt-" + commune, "xa-" + commune, "Phòng Kinh tế");
        addDivision(organisation, "vh-" + commune, "xa-" + commune, "Phòng Văn hoá - Xã hội");
    }
}

std::string Province::unitId(std::string_view unit) const {
    const auto found = unitIds_.find(unit);
    if (found == unitIds_.end()) {
        throw std::logic_error("the harness has no unit " + std::string{unit});
    }
    return found->second;
}

std::string Province::postId(core::Organisation& organisation, std::string_view role, std::string_view unit) {
    const std::string roleName{role};
    const std::string unitName{unit};
    static_cast<void>(unitId(unit));
    if (const auto exact = posts_.find({roleName, unitName}); exact != posts_.end()) {
        return exact->second;
    }
    if (sitsInOnePlaceOfTheAgency(role)) {
        for (const auto& [key, post] : posts_) {
            if (key.first == roleName && agencyOf_.at(key.second) == agencyOf_.at(unitName)) {
                return post;
            }
        }
    }
    return appoint(organisation, roleName, unitName);
}

void Province::addAgency(core::Organisation& organisation, const std::string& name, const std::string& parent, const core::NewUnit& facts) {
    auto unit = facts;
    unit.parentId = parent.empty() ? "" : unitId(parent);
    unit.code = name;
    unitIds_[name] = organisation.createUnit({}, unit);
    agencyOf_[name] = name;
    for (const auto* role : {"chair", "clerk", "administrator"}) {
        appoint(organisation, role, name);
    }
}

void Province::addDivision(core::Organisation& organisation, const std::string& name, const std::string& agency, const std::string& title) {
    core::NewUnit unit;
    unit.kind = "division";
    unit.parentId = unitId(agency);
    unit.code = name;
    unit.name = title;
    unit.shortName = title;
    unit.abbreviation = name.starts_with("vp") ? "VP" : name.starts_with("kt") ? "KT" : "VHXH";
    unitIds_[name] = organisation.createUnit({}, unit);
    agencyOf_[name] = agency;
    appoint(organisation, name.starts_with("vp") ? "office-head" : "head", name);
    appoint(organisation, "handler", name);
}

std::string Province::appoint(core::Organisation& organisation, const std::string& role, const std::string& unit) {
    core::NewPerson person;
    person.name = personName(posts_.size());
    person.username = role + '.' + unit;
    core::NewPost post;
    post.title = titleOf(role);
    post.personId = organisation.createPerson({}, person);
    post.unitId = unitId(unit);
    post.roles = {role};
    return posts_[{role, unit}] = organisation.createPost({}, post);
}

}  // namespace congvu::testing
