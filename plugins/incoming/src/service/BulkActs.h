// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/BulkAct.h"
#include "service/CloseDocument.h"
#include "service/SubmitToLeader.h"
#include "service/TransferDocument.h"

#include "congvu/http/Caller.h"

#include <string>

namespace congvu::incoming {

/// One act on many documents: each is an act of its own with a result of its own, in the order of the ids. An id that stands twice is done
/// once. What is wrong with the act itself, not with a document, refuses the whole: 403 without the permission of the act, 422 for who is
/// to get the documents.
class BulkActs {
public:
    struct Needs {
        const SubmitToLeader& submitting;
        const TransferDocument& transferring;
        const CloseDocument& closing;
    };
    explicit BulkActs(const Needs& needs) : needs_(needs) {}

    [[nodiscard]] BulkResults run(const http::Caller& caller, const BulkInput& input) const;

private:
    void runOne(const http::Caller& caller, const BulkInput& input, const std::string& id) const;

    Needs needs_;
};

}  // namespace congvu::incoming
