// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "congvu/time/Clock.h"

#include <string_view>

namespace congvu::incoming {

/// All SQL of incoming_read_mark.
class ReadMarkRepository {
public:
    void mark(db::Tx& tx, std::string_view personId, std::string_view documentId, Timestamp at) const {
        tx.execute("INSERT INTO incoming_read_mark (person_id, document_id, read_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                   {personId, documentId, at});
    }
};

}  // namespace congvu::incoming
