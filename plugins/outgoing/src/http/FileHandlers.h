// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"
#include "service/Appendices.h"
#include "service/OwnFiles.h"
#include "service/ReadDocuments.h"
#include "service/ReadVersions.h"

namespace congvu::outgoing {

/// Files that people bring to a draft, and the kept versions as text and pages.
class FileHandlers {
public:
    FileHandlers(ReadDocuments& reading, ReadVersions& versions, Appendices& appendices, OwnFiles& ownFiles)
        : reading_(reading), versions_(versions), appendices_(appendices), ownFiles_(ownFiles) {}

    http::Response attach(const http::Request& request);
    http::Response describe(const http::Request& request);
    http::Response detach(const http::Request& request);

    http::Response putOwnFile(const http::Request& request);
    http::Response removeOwnFile(const http::Request& request);
    http::Response placeOwnFile(const http::Request& request);
    http::Response convertAgain(const http::Request& request);

    http::Response versionPages(const http::Request& request);
    http::Response versionText(const http::Request& request);

private:
    /// The id of the path, of a document that the caller sees; AppError notFound otherwise, whatever else is wrong with the request.
    std::string_view visibleId(const http::Request& request);
    http::Response view(const http::Request& request);

    ReadDocuments& reading_;
    ReadVersions& versions_;
    Appendices& appendices_;
    OwnFiles& ownFiles_;
};

}  // namespace congvu::outgoing
