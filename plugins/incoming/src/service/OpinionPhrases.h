// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/PhraseRepository.h"

#include "congvu/db/Db.h"
#include "congvu/http/Caller.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::incoming {

/// A leader's own list of opinions to pick from. Everybody sees and changes only the own list.
class OpinionPhrases {
public:
    explicit OpinionPhrases(db::Db& db) : db_(db) {}

    [[nodiscard]] std::vector<Phrase> list(const http::Caller& leader) const;
    /// 409 "incoming.too-many-phrases" beyond 100.
    Phrase add(const http::Caller& leader, std::string text) const;
    /// AppError notFound unless the phrase is in the leader's own list.
    void requireOwn(const http::Caller& leader, std::string_view id) const;
    Phrase change(const http::Caller& leader, std::string_view id, std::string text) const;
    void remove(const http::Caller& leader, std::string_view id) const;

private:
    db::Db& db_;
    PhraseRepository phrases_;
};

}  // namespace congvu::incoming
