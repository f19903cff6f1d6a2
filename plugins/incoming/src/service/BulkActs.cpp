// SPDX-License-Identifier: Apache-2.0
#include "service/BulkActs.h"

#include "congvu/error/AppError.h"

#include <set>

namespace congvu::incoming {

namespace {

std::string_view permissionOf(BulkKind act) {
    switch (act) {
        case BulkKind::submit:
            return "incoming.register";
        case BulkKind::transfer:
        case BulkKind::inform:
            return TransferDocument::kPermission;
        case BulkKind::close:
            return "incoming.close";
        case BulkKind::read:
            break;
    }
    return "incoming.read";
}

void checkBulk(const http::Caller& caller, const BulkInput& input) {
    if (!caller.may(permissionOf(input.act))) {
        throw AppError::forbidden();
    }
    const bool isTransfer = input.act == BulkKind::transfer || input.act == BulkKind::inform;
    if (input.act == BulkKind::submit && !input.postId) {
        throw AppError::invalidField("/postId", "required");
    }
    if (isTransfer && input.recipients.empty()) {
        throw AppError::invalidField("/recipients", "required");
    }
    if (input.act == BulkKind::close && input.note.empty()) {
        throw AppError::invalidField("/note", "required");
    }
}

std::string detailOf(const AppError& error) {
    return error.params().empty() ? std::string{} : error.params().front().second;
}

}  // namespace

void BulkActs::runOne(const http::Caller& caller, const BulkInput& input, const std::string& id) const {
    switch (input.act) {
        case BulkKind::submit:
            needs_.submitting.submit(caller, id, *input.postId, input.note);
            return;
        case BulkKind::transfer:
            static_cast<void>(needs_.transferring.run(caller, id, {TransferKind::handle, input.recipients, input.note, input.dueOn}));
            return;
        case BulkKind::inform:
            static_cast<void>(needs_.transferring.run(caller, id, {TransferKind::inform, input.recipients, input.note, std::nullopt}));
            return;
        case BulkKind::close:
            needs_.closing.byHand(caller, id, input.note);
            return;
        case BulkKind::read:
            needs_.transferring.markRead(caller, id);
            return;
    }
}

BulkResults BulkActs::run(const http::Caller& caller, const BulkInput& input) const {
    checkBulk(caller, input);
    BulkResults results;
    std::set<std::string_view> seen;
    for (const auto& id : input.ids) {
        if (!seen.insert(id).second) {
            continue;
        }
        try {
            runOne(caller, input, id);
            results.items.push_back({id, true, {}, {}});
        } catch (const AppError& error) {
            // Who is to get the documents is the same for all of them: nothing was done yet, and nothing will be.
            if (error.kind() == ErrorKind::invalid && results.items.empty()) {
                throw;
            }
            results.items.push_back({id, false, error.code(), detailOf(error)});
        }
    }
    return results;
}

}  // namespace congvu::incoming
