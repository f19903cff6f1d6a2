// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/service/OrganisationStore.h"
#include "registers/storage/RegisterRepository.h"

#include "congvu/http/Caller.h"
#include "congvu/registers/Registers.h"
#include "congvu/time/Clock.h"

#include <optional>
#include <string_view>

namespace congvu::core {

/// Numbers of registers (sổ). A number and its counter are written in the caller's transaction: if that fails, no number was given.
class RegisterService final : public registers::Registers {
public:
    RegisterService(db::Db& db, const OrganisationStore& organisation, const Clock& clock)
        : db_(db), organisation_(organisation), clock_(clock) {}

    std::int64_t next(db::Tx& tx, const registers::Sequence& sequence, const EntityRef& entity) override;
    std::int64_t reserve(db::Tx& tx, const registers::Sequence& sequence, const EntityRef& holder, std::string_view reason) override;
    void use(db::Tx& tx, const registers::Sequence& sequence, std::int64_t number, const EntityRef& entity) override;
    void cancel(db::Tx& tx, const registers::Sequence& sequence, std::int64_t number, std::string_view reason) override;

    /// Registers of the caller's agency; an administrator sees those of the whole subtree.
    [[nodiscard]] db::Page<RegisterItem> list(const http::Caller& caller, std::optional<int> year, const db::PageRequest& page) const;
    [[nodiscard]] db::Page<RegisterNumberItem> numbers(const http::Caller& caller, std::string_view registerRowId,
                                                       const db::PageRequest& page) const;

private:
    [[nodiscard]] std::vector<std::string> visibleAgencies(const http::Caller& caller) const;

    db::Db& db_;
    const OrganisationStore& organisation_;
    const Clock& clock_;
    RegisterRepository repository_;
};

}  // namespace congvu::core
