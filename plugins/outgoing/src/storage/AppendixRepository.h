// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "domain/Appendix.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::outgoing {

/// All SQL of outgoing_attachment: the appendices of a document in files of their own.
class AppendixRepository {
public:
    /// Appendices of one document; more are refused, so that none is left out when it is issued.
    static constexpr std::size_t kMost = 50;

    void insert(db::Tx& tx, std::string_view documentId, const Appendix& appendix, Timestamp at) const;
    bool remove(db::Tx& tx, std::string_view documentId, std::string_view fileId) const;
    /// Title and position.
    void describe(db::Tx& tx, std::string_view documentId, const Appendix& appendix) const;
    /// By their numbers.
    [[nodiscard]] std::vector<Appendix> of(db::Reader& reader, std::string_view documentId) const;
    /// The files that are delivered, by their numbers.
    [[nodiscard]] std::vector<std::string> deliveredFiles(db::Reader& reader, std::string_view documentId) const;
    /// How many PDFs still lack the agency's signature.
    [[nodiscard]] std::int64_t unsealed(db::Reader& reader, std::string_view documentId) const;
    /// The document that an appendix belongs to.
    [[nodiscard]] std::optional<std::string> documentOf(db::Reader& reader, std::string_view fileId) const;

    /// Sealed file and open request as they are now.
    void setSeal(db::Tx& tx, std::string_view documentId, const Appendix& appendix) const;
};

}  // namespace congvu::outgoing
