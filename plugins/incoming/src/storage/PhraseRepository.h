// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Phrase.h"

#include "congvu/db/Tx.h"

#include <string_view>
#include <vector>

namespace congvu::incoming {

/// All SQL of incoming_phrase. A person sees and changes only own phrases.
class PhraseRepository {
public:
    [[nodiscard]] std::vector<Phrase> ofPerson(db::Reader& reader, std::string_view personId) const;
    /// Adds at the end; false when the person has 100 already.
    [[nodiscard]] bool add(db::Tx& tx, std::string_view personId, const Phrase& phrase) const;
    [[nodiscard]] bool change(db::Tx& tx, std::string_view personId, const Phrase& phrase) const;
    [[nodiscard]] bool remove(db::Tx& tx, std::string_view personId, std::string_view id) const;
};

}  // namespace congvu::incoming
