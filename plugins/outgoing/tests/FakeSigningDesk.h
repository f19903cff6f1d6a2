// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/ports/SigningDesk.h"

#include <string>
#include <vector>

namespace congvu::outgoing {

/// A signing desk that only remembers what it was asked; the test says itself what the signer does.
class FakeSigningDesk : public ports::SigningDesk {
public:
    struct Asked {
        std::string id;
        ports::SignatureRequest request;
        bool isOpen = true;
    };

    std::string request(db::Tx& tx, const http::Caller& by, const ports::SignatureRequest& request) override;
    void withdraw(db::Tx& tx, const EntityRef& entity) override;
    /// Appends the names of the fields, so that a test sees that they were asked for.
    std::string reserve(std::string_view pdf, const std::vector<ports::ReservedPlace>& places) override;

    /// Makes every request fail, as a desk does whose tables are locked.
    void breakDown() { isBroken_ = true; }
    void mend() { isBroken_ = false; }

    [[nodiscard]] const Asked& latest() const { return asked_.back(); }
    /// Requests that nobody has signed or taken back, oldest first.
    [[nodiscard]] std::vector<Asked> open() const;
    void close(const std::string& id);
    [[nodiscard]] const std::vector<Asked>& all() const { return asked_; }
    /// What the last file was prepared with.
    [[nodiscard]] const std::vector<ports::ReservedPlace>& reserved() const { return reserved_; }

private:
    std::vector<Asked> asked_;
    std::vector<ports::ReservedPlace> reserved_;
    bool isBroken_ = false;
};

}  // namespace congvu::outgoing
