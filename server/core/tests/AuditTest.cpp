// SPDX-License-Identifier: Apache-2.0
#include "CoreFixture.h"
#include "shared/service/Sha256.h"

namespace congvu::core {

namespace {

class AuditTest : public CoreTest {
protected:
    void record(int rows, const std::string& act = "incoming.registered") {
        const auto actor = as(addPost(officeA, "clerk"));
        db->write([&](db::Tx& tx) {
            for (int row = 0; row < rows; ++row) {
                core->audit.record(tx, actor, act, {"incoming", "document", "d" + std::to_string(row)}, R"({"number":"1"})");
            }
        });
    }
    void tamper(std::string_view sql) {
        db->write([&](db::Tx& tx) { tx.execute(sql); });
    }
    std::int64_t rows() {
        return db->read([](db::Reader& reader) {
            return reader.one("SELECT count(*) FROM core_audit", {}, [](const db::Row& row) { return row.integer(0); }).value();
        });
    }
};

}  // namespace

TEST_F(AuditTest, AnUntouchedLogIsIntactAndWithoutGaps) {
    record(2'500);
    const auto result = core->audit.verify();
    EXPECT_EQ(result.firstBrokenSequence, 0);
    EXPECT_EQ(result.rows, rows());
}

TEST_F(AuditTest, AChangedRowIsFound) {
    record(30);
    tamper("UPDATE core_audit SET detail = '{}' WHERE seq = 12");
    const auto result = core->audit.verify();
    EXPECT_EQ(result.firstBrokenSequence, 12);
    EXPECT_EQ(result.reason, "the content does not match its hash");
}

TEST_F(AuditTest, AMissingRowIsFound) {
    record(30);
    tamper("DELETE FROM core_audit WHERE seq = 12");
    EXPECT_EQ(core->audit.verify().firstBrokenSequence, 13);
}

TEST_F(AuditTest, ARowWhoseHashWasMadeToFitBreaksTheNextOne) {
    record(30);
    auto row = db->read([](db::Reader& reader) { return AuditRepository{}.rowsAfter(reader, 11, 1).front(); });
    row.actorName = "Người khác";
    const auto hash = Sha256::hexOf(canonicalText(row));
    db->write([&](db::Tx& tx) { tx.execute("UPDATE core_audit SET actor_name = $1, hash = $2 WHERE seq = 12", {row.actorName, hash}); });
    EXPECT_EQ(core->audit.verify().firstBrokenSequence, 13);
}

TEST_F(AuditTest, AFailedTransactionLeavesNoRow) {
    const auto before = rows();
    EXPECT_EQ(errorOf([&] {
                  db->write([&](db::Tx& tx) {
                      core->audit.record(tx, {}, "x.y", {"core", "unit", "u"});
                      throw AppError::forbidden();
                  });
              }),
              "forbidden");
    EXPECT_EQ(rows(), before);
}

TEST_F(AuditTest, TheListIsNewestFirstAndPaged) {
    record(60);
    const auto reader = as(addPost(province, "administrator"));
    db::PageRequest page{"", 50};
    const auto first = core->readAudit.list(reader, {}, page);
    ASSERT_EQ(first.items.size(), 50U);
    EXPECT_GT(first.items.front().seq, first.items.back().seq);
    page.cursor = first.next.value();
    EXPECT_EQ(core->readAudit.list(reader, {}, page).items.front().seq, first.items.back().seq - 1);
}

TEST_F(AuditTest, TheListIsNarrowedByActEntityAndName) {
    record(5);
    const auto reader = as(addPost(province, "administrator"));
    AuditQuestion question;
    question.act = "incoming.registered";
    question.entityId = "d3";
    question.actor = "nguoi cle";
    const auto found = core->readAudit.list(reader, question, {}).items;
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().actLabel, "vi audit.incoming.registered");
    question.to = clock.today().plusDays(-1);
    EXPECT_TRUE(core->readAudit.list(reader, question, {}).items.empty());
}

TEST_F(AuditTest, AnAdministratorOfACommuneSeesOnlyActsOfItsSubtree) {
    record(5);
    AuditQuestion question;
    question.act = "incoming.registered";
    EXPECT_EQ(core->readAudit.list(as(addPost(communeA, "administrator")), question, {}).items.size(), 5U);
    EXPECT_EQ(core->readAudit.list(as(addPost(communeB, "administrator")), question, {}).items.size(), 0U);
}

}  // namespace congvu::core
