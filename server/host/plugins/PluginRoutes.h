// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/Router.h"
#include "plugins/Contributions.h"
#include "plugins/Manifest.h"

#include "congvu/http/Routes.h"

#include <string>

namespace congvu::host {

/// The route table as one plugin sees it: it can add routes below its own prefix, with permissions of its own manifest.
class PluginRoutes final : public http::Routes {
public:
    /// `prefix` is "/api/v1/<id>", or "/api/v1" for core and host. All must outlive the object.
    PluginRoutes(Router& router, const Manifest& manifest, std::string prefix, Contributions& contributions);
    void add(http::Route route) override;

private:
    Router& router_;
    const Manifest& manifest_;
    std::string prefix_;
    Contributions& contributions_;
};

}  // namespace congvu::host
