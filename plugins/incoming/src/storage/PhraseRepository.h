// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "congvu/json/Description.h"

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::incoming {

/// An opinion that a leader often writes.
struct Phrase {
    std::string id;
    std::string text;
};

/// All SQL of incoming_phrase. A person sees and changes only own phrases.
class PhraseRepository {
public:
    [[nodiscard]] std::vector<Phrase> ofPerson(db::Reader& reader, std::string_view personId) const;
    /// Adds at the end; false when the person has 100 already.
    [[nodiscard]] bool add(db::Tx& tx, std::string_view personId, const Phrase& phrase) const;
    [[nodiscard]] bool change(db::Tx& tx, std::string_view personId, const Phrase& phrase) const;
    [[nodiscard]] bool remove(db::Tx& tx, std::string_view personId, std::string_view id) const;
};

} // namespace congvu::incoming

template <>
struct congvu::json::Description<congvu::incoming::Phrase> {
    static auto fields() {
        using Phrase = congvu::incoming::Phrase;
        return std::tuple{field("id", &Phrase::id), field("text", &Phrase::text)};
    }
};
