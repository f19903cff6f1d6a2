// SPDX-License-Identifier: Apache-2.0
#include "IncomingFixture.h"

#include "congvu/db/Db.h"
#include "congvu/ports/SignatureVerifier.h"

namespace congvu::incoming {

namespace {

using testing::letterPdf;

/// Says of every file what it was last told to say, and counts how often it was asked.
class ChangingVerifier : public ports::SignatureVerifier {
public:
    ports::VerificationReport verify(const std::filesystem::path&) override {
        ++asked;
        return {verdict, R"({"signatures":[]})"};
    }
    bool hasEndlessPages(const std::filesystem::path&) override { return false; }

    ports::Verdict verdict = ports::Verdict::indeterminate;
    int asked = 0;
};

class RecheckSignaturesApi : public IncomingFixture {
protected:
    void SetUp() override { harness.providePort<ports::SignatureVerifier>(verifier); }
    std::string uploaded(const std::string& symbol) {
        const auto id = uploadFiles({letterPdf(symbol)}).at("items/0/id");
        letVerificationRun();
        return id;
    }
    std::string registered(const std::string& proposalId) {
        return harness.post(clerk, "/proposals/" + proposalId + "/registration", Body{}.json()).at("id");
    }
    void recheck() { harness.runJob("signature-recheck"); }
    /// As many more files of a document as are wanted, with the content and the verdict of the one it has.
    void repeatFile(const std::string& documentId, int times) {
        harness.context().db().write([&](db::Tx& tx) {
            for (int i = 1; i <= times; ++i) {
                tx.execute(R"sql(
                    INSERT INTO incoming_file (id, owner_type, owner_id, agency_id, kind, position, name, media_type, sha256, size_bytes, verdict, report)
                    SELECT $2, owner_type, owner_id, agency_id, 'attachment', $3, name, media_type, sha256, size_bytes, verdict, report
                    FROM incoming_file WHERE owner_id = $1 AND position = 0
                )sql",
                           {documentId, newId(), i});
            }
        });
    }

    std::shared_ptr<ChangingVerifier> verifier = std::make_shared<ChangingVerifier>();
};

}  // namespace

TEST_F(RecheckSignaturesApi, WritesAnotherVerdictToTheFileItsDocumentAndTheTimeline) {
    const auto id = registered(uploaded("1/SNV-VP"));
    EXPECT_EQ(harness.get(clerk, "/documents/" + id).at("document/verdict"), "indeterminate");
    verifier->verdict = ports::Verdict::invalid;
    recheck();
    const auto document = harness.get(clerk, "/documents/" + id);
    EXPECT_EQ(document.at("document/verdict"), "invalid");
    EXPECT_EQ(document.at("files/0/verdict"), "invalid");
    EXPECT_THAT(harness.get(clerk, "/documents/" + id + "/timeline").body, ::testing::HasSubstr("incoming.act.signatures-rechecked"));
}

TEST_F(RecheckSignaturesApi, WritesAnotherVerdictToAProposalInTheQueue) {
    const auto id = uploaded("1/SNV-VP");
    verifier->verdict = ports::Verdict::valid;
    recheck();
    EXPECT_EQ(harness.get(clerk, "/proposals/" + id).at("proposal/verdict"), "valid");
    verifier->verdict = ports::Verdict::invalid;
    recheck();
    EXPECT_EQ(harness.get(clerk, "/proposals/" + id).at("proposal/verdict"), "valid") << "what was judged to the end is left alone";
}

TEST_F(RecheckSignaturesApi, LeavesADocumentAsItIsWhenTheVerdictIsTheSame) {
    const auto id = registered(uploaded("1/SNV-VP"));
    const auto version = harness.get(clerk, "/documents/" + id).at("document/version");
    const int before = verifier->asked;
    recheck();
    EXPECT_EQ(verifier->asked, before + 1);
    EXPECT_EQ(harness.get(clerk, "/documents/" + id).at("document/version"), version);
}

TEST_F(RecheckSignaturesApi, GoesOnWhereTheLastRunStoppedAndBeginsAgainAtTheEnd) {
    repeatFile(registered(uploaded("1/SNV-VP")), 179);  // 180 in doubt: the newest 50 each time, then 100 and 30 of the others
    for (const int expected : {150, 80, 150}) {
        const int before = verifier->asked;
        recheck();
        EXPECT_EQ(verifier->asked, before + expected);
    }
}

}  // namespace congvu::incoming
