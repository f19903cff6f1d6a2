// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/audit/Audit.h"
#include "congvu/directory/Directory.h"
#include "congvu/inbox/Inbox.h"
#include "congvu/ports/SigningDesk.h"
#include "congvu/time/Clock.h"
#include "service/BoundedWork.h"
#include "storage/RequestRepository.h"

namespace congvu::signingdesk {

/// The port by which other plugins put files on desks.
class DeskPort : public ports::SigningDesk {
public:
    DeskPort(inbox::Inbox& inbox, audit::Audit& audit, const directory::Directory& directory, Clock& clock, BoundedWork& work)
        : inbox_(inbox), audit_(audit), directory_(directory), clock_(clock), work_(work) {}

    std::string request(db::Tx& tx, const http::Caller& by, const ports::SignatureRequest& request) override;
    void withdraw(db::Tx& tx, const EntityRef& entity) override;
    std::string reserve(std::string_view pdf, const std::vector<ports::ReservedPlace>& places) override;

private:
    void createWork(db::Tx& tx, const DeskRequest& request);

    inbox::Inbox& inbox_;
    audit::Audit& audit_;
    const directory::Directory& directory_;
    Clock& clock_;
    BoundedWork& work_;
    RequestRepository requests_;
};

/// The work item of a request is about the request itself.
EntityRef refOfRequest(std::string_view id);
/// "signing.sign" for a person's desk, "signing.seal" for the seal.
std::string_view workKindOf(KeyOwner signer);

}  // namespace congvu::signingdesk
