// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"
#include "service/Closing.h"
#include "service/Dossiers.h"
#include "service/PrintedLists.h"

namespace congvu::records {

/// Translates requests about dossiers, their documents and exports into calls of use cases. Every act answers with the whole dossier as it
/// is afterwards (DossierDetail).
class DossierHandlers {
public:
    struct Needs {
        const Dossiers& dossiers;
        const DossierWork& work;
        const DossierDocuments& documents;
        const Closing& closing;
        Exports& exports;
        const PrintedLists& lists;
    };
    explicit DossierHandlers(const Needs& needs) : needs_(needs) {}

    http::Response list(const http::Request& request) const;
    http::Response open(const http::Request& request) const;
    http::Response detail(const http::Request& request) const;
    http::Response edit(const http::Request& request) const;
    http::Response timeline(const http::Request& request) const;
    http::Response share(const http::Request& request) const;
    http::Response holding(const http::Request& request) const;

    http::Response documents(const http::Request& request) const;
    http::Response addDocument(const http::Request& request) const;
    http::Response noteDocument(const http::Request& request) const;
    http::Response removeDocument(const http::Request& request) const;
    http::Response printDocuments(const http::Request& request) const;

    http::Response check(const http::Request& request) const;
    http::Response close(const http::Request& request) const;
    http::Response reopen(const http::Request& request) const;

    http::Response exportDossier(const http::Request& request) const;
    http::Response exports(const http::Request& request) const;
    http::Response oneExport(const http::Request& request) const;
    http::Response exportFile(const http::Request& request) const;

private:
    /// The id of the path; a dossier that the caller does not see is not found, whatever else is wrong with the request.
    std::string visibleId(const http::Request& request) const;
    http::Response answer(const http::Request& request, std::string_view id) const;

    Needs needs_;
};

}  // namespace congvu::records
