// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/IncomingDocument.h"

#include "congvu/db/Tx.h"
#include "congvu/http/Caller.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::incoming {

/// All SQL of incoming_document except its lists. Who may see a row is DocumentAccess's matter.
class DocumentRepository {
public:
    void insert(db::Tx& tx, const IncomingDocument& document) const;
    [[nodiscard]] std::optional<IncomingDocument> find(db::Reader& reader, std::string_view id) const;
    /// The document if the caller may see it (docs/row-level-policy.md).
    [[nodiscard]] std::optional<IncomingDocument> findFor(db::Reader& reader, const http::Caller& caller, std::string_view id) const;
    /// Those of the ids (at most 200) that the caller may see.
    [[nodiscard]] std::vector<IncomingDocument> findAllFor(db::Reader& reader, const http::Caller& caller,
                                                           const std::vector<std::string>& ids) const;
    /// Writes facts, state and deadlines; the row's version must still be `document.version`, which is raised by one. False when it is not.
    [[nodiscard]] bool update(db::Tx& tx, IncomingDocument& document) const;
    /// Registered documents of the agency with the same symbol key, newest first, at most 20; cancelled ones are left out.
    [[nodiscard]] std::vector<IncomingDocument> withSymbol(db::Reader& reader, std::string_view agencyId, std::string_view symbolKey) const;
    /// Registered documents of the agency whose main file has this content, newest first, at most 20; cancelled ones are left out.
    [[nodiscard]] std::vector<IncomingDocument> withContent(db::Reader& reader, std::string_view agencyId, std::string_view sha256) const;
};

/// The folded words a list is searched by.
std::string searchTextOf(const IncomingDocument& document);
/// Before every arrival of the year; the keys of its documents follow in the order in which they were entered, whatever their register.
std::int64_t arrivalKeyBefore(int year);

}  // namespace congvu::incoming
