// SPDX-License-Identifier: Apache-2.0
#include "service/VerifyProposal.h"

#include <chrono>

namespace congvu::incoming {

void VerifyProposal::run(const std::string& proposalId) const {
    std::vector<DocumentFile> files;
    const auto proposal = needs_.db.read([&](db::Reader& reader) {
        auto found = proposals_.findForVerification(reader, proposalId);
        files = fileRows_.ofOwner(reader, "proposal", proposalId);
        return found;
    });
    if (!proposal || files.empty()) {
        return;
    }
    const auto facts = needs_.signatures.of(needs_.files.contentPath(files.front().stored));
    needs_.db.write([&](db::Tx& tx) {
        if (proposals_.setVerified(tx, proposalId, facts.verdict, facts.report, needs_.clock.now())) {
            fileRows_.setVerdict(tx, files.front().stored.id, facts.verdict, facts.report);
            needs_.changes.refreshPages(tx, proposal->agencyId, proposalId);
        }
    });
}

void VerifyProposal::runLeftOver() const {
    constexpr std::chrono::minutes kPatience{2};
    const auto since = needs_.clock.now() - kPatience;
    for (const auto& id : needs_.db.read([&](db::Reader& reader) { return proposals_.waitingSince(reader, since); })) {
        run(id);
    }
}

}  // namespace congvu::incoming
