// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "congvu/ids/Id.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace congvu::registers {

/// Which sequence: numbers run per agency, register, year and group (Decree 30/2020, Art. 15; docs/glossary "sổ").
struct Sequence {
    std::string agencyId;
    std::string registerId;  ///< "incoming", "outgoing"
    int year = 0;
    std::string group;  ///< type abbreviation or empty for the common sequence
};

/// Gives numbers of registers: from 1 each year, never twice, never a gap, inside the caller's transaction.
class Registers {
public:
    virtual ~Registers() = default;
    /// The next number, bound to the entity.
    virtual std::int64_t next(db::Tx& tx, const Sequence& sequence, const EntityRef& entity) = 0;
    /// The next number, kept free for later with the reason: `use` gives it to a document, `cancel` voids it. `holder` says for what.
    virtual std::int64_t reserve(db::Tx& tx, const Sequence& sequence, const EntityRef& holder, std::string_view reason) = 0;
    /// Binds a reserved number to the entity; AppError conflict "number-not-reserved" when it is not (or no longer) reserved.
    virtual void use(db::Tx& tx, const Sequence& sequence, std::int64_t number, const EntityRef& entity) = 0;
    /// Marks a given or reserved number as cancelled with the reason; it stays recorded and is never used again. AppError conflict
    /// "number-not-given".
    virtual void cancel(db::Tx& tx, const Sequence& sequence, std::int64_t number, std::string_view reason) = 0;
};

}  // namespace congvu::registers
