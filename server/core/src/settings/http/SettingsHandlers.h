// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/service/OrganisationStore.h"
#include "settings/service/SettingsService.h"

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"

namespace congvu::core {

/// Translates between HTTP and settings.
class SettingsHandlers {
public:
    SettingsHandlers(SettingsService& settings, const OrganisationStore& organisation) : settings_(settings), organisation_(organisation) {}

    [[nodiscard]] http::Response list(const http::Request& request) const;
    [[nodiscard]] http::Response change(const http::Request& request) const;

private:
    SettingsService& settings_;
    const OrganisationStore& organisation_;
};

}  // namespace congvu::core
