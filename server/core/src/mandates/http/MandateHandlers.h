// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mandates/service/ManageMandates.h"
#include "mandates/service/ReadMandates.h"

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"
#include "congvu/http/Routes.h"

#include <memory>

namespace congvu::core {

/// Translates between HTTP and absences and mandates.
class MandateHandlers {
public:
    MandateHandlers(ManageMandates& manage, ReadMandates& reading) : manage_(manage), reading_(reading) {}

    [[nodiscard]] http::Response listAbsences(const http::Request& request) const;
    [[nodiscard]] http::Response enterAbsence(const http::Request& request) const;
    [[nodiscard]] http::Response endAbsence(const http::Request& request) const;
    [[nodiscard]] http::Response list(const http::Request& request) const;
    [[nodiscard]] http::Response choices(const http::Request& request) const;
    [[nodiscard]] http::Response give(const http::Request& request) const;
    [[nodiscard]] http::Response revoke(const http::Request& request) const;

private:
    ManageMandates& manage_;
    ReadMandates& reading_;
};

/// The route table of absences and mandates.
void addMandateRoutes(http::Routes& routes, std::shared_ptr<const MandateHandlers> handlers);

}  // namespace congvu::core
