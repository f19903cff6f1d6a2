// SPDX-License-Identifier: Apache-2.0
#include "storage/TransferRepository.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"

#include <charconv>
#include <limits>

namespace congvu::records {

namespace {

constexpr std::string_view kTransferColumns =
    R"sql(t.id, t.agency_id, t.year, t.title, t.unit_id, t.unit_name, t.state, t.condition, t.boxes,
    t.dossier_count, t.from_post_id, t.from_name, t.from_title, t.to_name, t.to_title, t.reason, t.created_at, t.decided_at, t.version)sql";

/// $1 agency, $2 archivist, $3 post, $4 unit, $5 head of it.
constexpr std::string_view kVisibleTransfer = "t.agency_id = $1 AND ($2 OR t.from_post_id = $3 OR ($5 AND t.unit_id = $4))";

db::Params policyOf(const Viewer& viewer) {
    return {viewer.agencyId, viewer.mayArchive, viewer.postId, viewer.unitId, viewer.mayReadUnit};
}

Transfer transferOf(const db::Row& row) {
    Transfer transfer;
    transfer.id = row.string(0);
    transfer.agencyId = row.string(1);
    transfer.year = static_cast<int>(row.integer(2));
    transfer.title = row.string(3);
    transfer.unitId = row.string(4);
    transfer.unitName = row.string(5);
    transfer.state = json::enumFrom<TransferState>(row.text(6)).value_or(TransferState::submitted);
    transfer.condition = row.string(7);
    transfer.boxes = row.integer(8);
    transfer.dossierCount = row.integer(9);
    transfer.fromPostId = row.string(10);
    transfer.fromName = row.string(11);
    transfer.fromTitle = row.string(12);
    transfer.toName = row.string(13);
    transfer.toTitle = row.string(14);
    transfer.reason = row.string(15);
    transfer.createdAt = row.time(16);
    transfer.decidedAt = row.optionalTime(17);
    transfer.version = row.integer(18);
    return transfer;
}

}  // namespace

void TransferRepository::insert(db::Tx& tx, const Transfer& t) const {
    tx.execute(R"sql(
        INSERT INTO records_transfer (id, agency_id, year, title, unit_id, unit_name, state, condition, boxes, dossier_count, from_post_id,
            from_name, from_title, to_name, to_title, reason, created_at, decided_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, '', '', '', $14, NULL, 1)
    )sql",
               {t.id, t.agencyId, t.year, t.title, t.unitId, t.unitName, json::nameOf(t.state), t.condition, t.boxes, t.dossierCount,
                t.fromPostId, t.fromName, t.fromTitle, t.createdAt});
}

bool TransferRepository::update(db::Tx& tx, const Transfer& t) const {
    return tx.execute(R"sql(
        UPDATE records_transfer SET state = $2, condition = $3, to_name = $4, to_title = $5, reason = $6, decided_at = $7, version = $8
        WHERE id = $1 AND version = $8 - 1
    )sql",
                      {t.id, json::nameOf(t.state), t.condition, t.toName, t.toTitle, t.reason, t.decidedAt, t.version}) == 1;
}

std::optional<Transfer> TransferRepository::findVisible(db::Reader& reader, std::string_view id, const Viewer& viewer) const {
    auto params = policyOf(viewer);
    params.emplace_back(id);
    return reader.one(
        "SELECT " + std::string{kTransferColumns} + " FROM records_transfer t WHERE " + std::string{kVisibleTransfer} + " AND t.id = $6",
        params, transferOf);
}

db::Page<Transfer> TransferRepository::list(db::Reader& reader, const Viewer& viewer, const db::PageRequest& request) const {
    std::int64_t before = std::numeric_limits<std::int64_t>::max();
    std::string beforeId;
    if (!request.cursor.empty()) {
        const auto after = db::unpackCursor(request.cursor, 2);
        const auto [end, error] = std::from_chars(after[0].data(), after[0].data() + after[0].size(), before);
        if (error != std::errc{} || end != after[0].data() + after[0].size()) {
            throw AppError::invalidField("/cursor", "bad-cursor");
        }
        beforeId = after[1];
    }
    auto params = policyOf(viewer);
    params.emplace_back(before);
    params.emplace_back(beforeId);
    params.emplace_back(request.limit + 1);
    return db::makePage(
        reader.list("SELECT " + std::string{kTransferColumns} + " FROM records_transfer t WHERE " + std::string{kVisibleTransfer} +
                        " AND (t.created_at, t.id) < ($6, $7) ORDER BY t.created_at DESC, t.id DESC LIMIT $8",
                    params, transferOf),
        request, [](const Transfer& last) {
            return std::vector{std::to_string(last.createdAt.time_since_epoch().count()), last.id};
        });
}

}  // namespace congvu::records
