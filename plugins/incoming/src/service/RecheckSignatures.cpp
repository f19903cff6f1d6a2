// SPDX-License-Identifier: Apache-2.0
#include "service/RecheckSignatures.h"

#include "domain/Links.h"

namespace congvu::incoming {

namespace {

constexpr std::string_view kAfterEveryId = "~";

}  // namespace

void RecheckSignatures::run() {
    if (!needs_.signatures.isPossible()) {
        return;
    }
    const auto newest = needs_.db.read([&](db::Reader& reader) { return fileRows_.doubtful(reader, kAfterEveryId, kNewest); });
    recheck(newest);
    if (newest.size() < kNewest) {
        return;  // there are no others
    }
    const auto from = before_.empty() ? newest.back().file.stored.id : before_;
    const auto older = needs_.db.read([&](db::Reader& reader) { return fileRows_.doubtful(reader, from, kOlder); });
    recheck(older);
    before_ = older.size() < kOlder ? std::string{} : older.back().file.stored.id;
}

void RecheckSignatures::recheck(const std::vector<DoubtfulFile>& files) const {
    for (const auto& doubtful : files) {
        const auto facts = needs_.signatures.of(needs_.files.contentPath(doubtful.file.stored));
        if (facts.verdict != doubtful.file.verdict) {
            write(doubtful, facts);
        }
    }
}

void RecheckSignatures::write(const DoubtfulFile& file, const SignatureFacts& facts) const {
    needs_.db.write([&](db::Tx& tx) {
        if (!fileRows_.find(tx, file.ownerType, file.ownerId, file.file.stored.id)) {
            return;  // removed meanwhile
        }
        fileRows_.setVerdict(tx, file.file.stored.id, facts.verdict, facts.report);
        if (file.isMain) {
            tellOwner(tx, file, facts);
        }
        needs_.changes.refreshPages(tx, file.agencyId, file.ownerId);
    });
}

void RecheckSignatures::tellOwner(db::Tx& tx, const DoubtfulFile& file, const SignatureFacts& facts) const {
    if (file.ownerType == "proposal") {
        proposals_.setVerdict(tx, file.ownerId, facts.verdict, facts.report);
    } else if (file.ownerType == "delivery") {
        deliveries_.setVerdict(tx, file.ownerId, facts.verdict);
    } else if (auto document = documents_.find(tx, file.ownerId)) {
        document->verdict = facts.verdict;
        needs_.changes.save(tx, *document, document->state);
        needs_.history.note(tx, History::system(file.agencyId), documentRef(file.ownerId), "signatures-rechecked", {},
                            R"({"verdict":")" + facts.verdict + "\"}");
    }
}

}  // namespace congvu::incoming
