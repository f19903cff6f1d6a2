// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registers/domain/RegisterItem.h"

#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"
#include "congvu/registers/Registers.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congvu::core {

/// A number as it is written down first.
struct GivenNumber {
    std::string_view registerRowId;
    std::int64_t number = 0;
    std::string_view status;  ///< "used", "reserved"
    std::string_view reason;
};

/// All SQL of registers and their numbers.
class RegisterRepository {
public:
    /// Raises the counter row by one; the register's row id and the number.
    [[nodiscard]] std::pair<std::string, std::int64_t> raise(db::Tx& tx, const registers::Sequence& sequence) const;
    void insertNumber(db::Tx& tx, const GivenNumber& given, const EntityRef& entity, Timestamp at) const;
    /// False when the number is not reserved; the reason for which it was reserved stays.
    [[nodiscard]] bool use(db::Tx& tx, const registers::Sequence& sequence, std::int64_t number, const EntityRef& entity,
                           Timestamp at) const;
    /// False when the number was never given or reserved, or is cancelled already.
    [[nodiscard]] bool cancel(db::Tx& tx, const registers::Sequence& sequence, std::int64_t number, std::string_view reason,
                              Timestamp at) const;

    /// Registers of a year of these agencies.
    [[nodiscard]] db::Page<RegisterItem> list(db::Reader& reader, int year, const std::vector<std::string>& agencyIds,
                                              const db::PageRequest& page) const;
    /// The agency of a register.
    [[nodiscard]] std::optional<std::string> agencyOf(db::Reader& reader, std::string_view registerRowId) const;
    /// Newest number first.
    [[nodiscard]] db::Page<RegisterNumberItem> numbers(db::Reader& reader, std::string_view registerRowId,
                                                       const db::PageRequest& page) const;
};

}  // namespace congvu::core
