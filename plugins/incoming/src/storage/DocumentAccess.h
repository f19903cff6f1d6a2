// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "congvu/http/Caller.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::incoming {

/// Who may see which document (docs/row-level-policy.md): readers of the whole agency see every document of their agency; others see
/// those that name their post or their unit in incoming_access. Nobody sees another agency's.
class DocumentAccess {
public:
    static constexpr std::string_view kReadAll = "incoming.read-all";

    /// True when the caller may see the document; false also when there is none.
    [[nodiscard]] bool maySee(db::Reader& reader, const http::Caller& caller, std::string_view documentId) const;

    /// Those of the ids (at most 200) whose document the caller may see.
    [[nodiscard]] std::vector<std::string> visible(db::Reader& reader, const http::Caller& caller,
                                                   const std::vector<std::string>& ids) const;

    /// The source of what a direction and its tasks grant; a transfer is its own source.
    static constexpr std::string_view kDirection = "direction";

    /// Opens the document to a token for as long as one of its sources stands. The document must be stored already.
    void grant(db::Tx& tx, std::string_view documentId, std::string_view token, std::string_view source) const;
    /// Ends a source; tokens without any other are taken away.
    void revoke(db::Tx& tx, std::string_view documentId, std::string_view source) const;
    /// The tokens of a document, in order.
    [[nodiscard]] std::vector<std::string> tokensOf(db::Reader& reader, std::string_view documentId) const;
};

}  // namespace congvu::incoming
