// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "domain/SigningKey.h"

#include <optional>
#include <string_view>
#include <vector>

namespace congvu::signingdesk {

/// All SQL of signing_key.
class KeyRepository {
public:
    void insert(db::Tx& tx, const SigningKey& key) const;
    [[nodiscard]] std::optional<SigningKey> find(db::Reader& reader, std::string_view id) const;
    /// Keys of a person, and, when `agencyId` is not empty, the seal keys of that agency; removed ones left out; at most 100.
    [[nodiscard]] std::vector<SigningKey> listFor(db::Reader& reader, std::string_view personId, std::string_view agencyId) const;
    /// Every key of an agency that is not removed, at most 500, newest first.
    [[nodiscard]] std::vector<SigningKey> listOfAgency(db::Reader& reader, std::string_view agencyId) const;

    /// Keys that may sign and whose certificates end in that time, at most 10,000.
    [[nodiscard]] std::vector<SigningKey> endingBetween(db::Reader& reader, Timestamp from, Timestamp until) const;

    /// The PIN was wrong; at the limit the key is locked. False when the key is not active.
    bool countWrongPin(db::Tx& tx, std::string_view id) const;
    /// The PIN was right. False when the key is not active.
    bool clearWrongPins(db::Tx& tx, std::string_view id) const;
    void unlock(db::Tx& tx, std::string_view id) const;
    void remove(db::Tx& tx, std::string_view id) const;
    void setSealed(db::Tx& tx, std::string_view id, std::string_view sealedHex) const;
    void setImage(db::Tx& tx, std::string_view id, std::string_view fileId) const;
};

}  // namespace congvu::signingdesk
