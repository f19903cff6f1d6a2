// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/domain/OrganisationSnapshot.h"

#include "congvu/http/Caller.h"

#include <string_view>

namespace congvu::core {

/// Who may administer what: an administrator the subtree of the own agency, the system everything (docs/row-level-policy.md).
/// What one may not administer answers as if it were not there.
void requireUnit(const OrganisationSnapshot& organisation, const http::Caller& by, std::string_view unitId);
/// A person belongs to a subtree through any post or through the agency that entered the person.
void requirePerson(const OrganisationSnapshot& organisation, const http::Caller& by, std::string_view personId);
[[nodiscard]] bool mayAdministerPerson(const OrganisationSnapshot& organisation, const http::Caller& by, const Person& person);
/// A post is administered through its unit.
void requirePost(const OrganisationSnapshot& organisation, const http::Caller& by, std::string_view postId);
/// Roles, system settings and the calendar hold for everybody: only the root agency's administrators change them. AppError forbidden.
void requireWholeSystem(const OrganisationSnapshot& organisation, const http::Caller& by);

}  // namespace congvu::core
