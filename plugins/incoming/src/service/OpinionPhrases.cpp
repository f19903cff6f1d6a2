// SPDX-License-Identifier: Apache-2.0
#include "service/OpinionPhrases.h"

#include "congvu/error/AppError.h"
#include "congvu/ids/Id.h"

#include <algorithm>

namespace congvu::incoming {

std::vector<Phrase> OpinionPhrases::list(const http::Caller& leader) const {
    return db_.read([&](db::Reader& reader) { return phrases_.ofPerson(reader, leader.personId); });
}

Phrase OpinionPhrases::add(const http::Caller& leader, std::string text) const {
    Phrase phrase{newId(), std::move(text)};
    db_.write([&](db::Tx& tx) {
        if (!phrases_.add(tx, leader.personId, phrase)) {
            throw AppError(ErrorKind::conflict, "incoming.too-many-phrases");
        }
    });
    return phrase;
}

void OpinionPhrases::requireOwn(const http::Caller& leader, std::string_view id) const {
    const auto own = list(leader);
    if (std::ranges::find(own, id, &Phrase::id) == own.end()) {
        throw AppError::notFound();
    }
}

Phrase OpinionPhrases::change(const http::Caller& leader, std::string_view id, std::string text) const {
    Phrase phrase{std::string{id}, std::move(text)};
    db_.write([&](db::Tx& tx) {
        if (!phrases_.change(tx, leader.personId, phrase)) {
            throw AppError::notFound();
        }
    });
    return phrase;
}

void OpinionPhrases::remove(const http::Caller& leader, std::string_view id) const {
    db_.write([&](db::Tx& tx) {
        if (!phrases_.remove(tx, leader.personId, id)) {
            throw AppError::notFound();
        }
    });
}

}  // namespace congvu::incoming
