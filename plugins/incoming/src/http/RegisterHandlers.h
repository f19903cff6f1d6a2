// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/ExportRecord.h"
#include "service/PrintDocuments.h"
#include "service/RegisterBooks.h"
#include "service/Senders.h"

#include "congvu/http/Routes.h"

namespace congvu::incoming {

/// Translates requests about registers, their prints, and senders into use cases and back.
class RegisterHandlers {
public:
    struct Needs {
        const RegisterBooks& books;
        const PrintDocuments& printing;
        const ExportRecord& exporting;
        const Senders& senders;
        const Clock& clock;
    };
    explicit RegisterHandlers(const Needs& needs) : needs_(needs) {}

    [[nodiscard]] http::Response list(const http::Request& request) const;
    [[nodiscard]] http::Response define(const http::Request& request) const;
    [[nodiscard]] http::Response change(const http::Request& request) const;
    [[nodiscard]] http::Response reservations(const http::Request& request) const;
    [[nodiscard]] http::Response reserve(const http::Request& request) const;
    [[nodiscard]] http::Response voidReservation(const http::Request& request) const;
    [[nodiscard]] http::Response print(const http::Request& request) const;

    [[nodiscard]] http::Response processingSlip(const http::Request& request) const;
    [[nodiscard]] http::Response stampedCopy(const http::Request& request) const;
    [[nodiscard]] http::Response record(const http::Request& request) const;

    [[nodiscard]] http::Response categories(const http::Request& request) const;
    [[nodiscard]] http::Response replaceCategories(const http::Request& request) const;
    [[nodiscard]] http::Response senders(const http::Request& request) const;
    [[nodiscard]] http::Response setCategory(const http::Request& request) const;
    [[nodiscard]] http::Response sourceReport(const http::Request& request) const;
    [[nodiscard]] http::Response printSourceReport(const http::Request& request) const;

private:
    [[nodiscard]] std::string_view knownCode(const http::Request& request) const;

    Needs needs_;
};

/// The routes of registers and senders.
void addRegisterRoutes(http::Routes& routes, const RegisterHandlers& handlers);

}  // namespace congvu::incoming
