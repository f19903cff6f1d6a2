// SPDX-License-Identifier: Apache-2.0
#include "storage/PhraseRepository.h"

namespace congvu::incoming {

std::vector<Phrase> PhraseRepository::ofPerson(db::Reader& reader, std::string_view personId) const {
    return reader.list("SELECT id, text FROM incoming_phrase WHERE person_id = $1 ORDER BY position, id LIMIT 100", {personId},
                       [](const db::Row& row) {
                           return Phrase{row.string(0), row.string(1)};
                       });
}

bool PhraseRepository::add(db::Tx& tx, std::string_view personId, const Phrase& phrase) const {
    return tx.execute(R"sql(
        INSERT INTO incoming_phrase (id, person_id, position, text)
        SELECT $1, $2, (SELECT COALESCE(MAX(position), 0) + 1 FROM incoming_phrase WHERE person_id = $2), $3
        WHERE (SELECT COUNT(*) FROM incoming_phrase WHERE person_id = $2) < 100
    )sql",
                      {phrase.id, personId, phrase.text}) == 1;
}

bool PhraseRepository::change(db::Tx& tx, std::string_view personId, const Phrase& phrase) const {
    return tx.execute("UPDATE incoming_phrase SET text = $3 WHERE id = $1 AND person_id = $2", {phrase.id, personId, phrase.text}) == 1;
}

bool PhraseRepository::remove(db::Tx& tx, std::string_view personId, std::string_view id) const {
    return tx.execute("DELETE FROM incoming_phrase WHERE id = $1 AND person_id = $2", {id, personId}) == 1;
}

}  // namespace congvu::incoming
