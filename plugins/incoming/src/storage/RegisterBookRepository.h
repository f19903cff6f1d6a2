// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/RegisterBook.h"

#include "congvu/db/Tx.h"

#include <optional>
#include <string_view>
#include <vector>

namespace congvu::incoming {

/// All SQL of incoming_register. The common register has no row.
class RegisterBookRepository {
public:
    /// In their order; at most 100.
    [[nodiscard]] std::vector<RegisterBook> ofAgency(db::Reader& reader, std::string_view agencyId) const;
    [[nodiscard]] std::optional<RegisterBook> find(db::Reader& reader, std::string_view agencyId, std::string_view code) const;
    /// False when the code is taken.
    [[nodiscard]] bool insert(db::Tx& tx, std::string_view agencyId, const RegisterBook& book) const;
    /// False when the version is no longer `book.version`.
    [[nodiscard]] bool update(db::Tx& tx, std::string_view agencyId, const RegisterBook& book) const;
};

}  // namespace congvu::incoming
