// SPDX-License-Identifier: Apache-2.0
#include "IncomingFixture.h"

#include "congvu/ports/SignatureVerifier.h"

#include <fstream>
#include <iterator>

namespace congvu::incoming {

namespace {

using testing::letterPdf;
using testing::pdfWith;

class IntakeApi : public IncomingFixture {};

/// Says of every file what the test wants.
class FixedVerifier : public ports::SignatureVerifier {
public:
    ports::VerificationReport verify(const std::filesystem::path& file) override {
        EXPECT_TRUE(std::filesystem::exists(file));
        return {ports::Verdict::valid, R"({"verdict":"valid","signatures":[]})"};
    }
    /// As a verifier that finds what Poppler does not look for.
    bool hasEndlessPages(const std::filesystem::path& file) override {
        std::ifstream in(file, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
        return bytes.find(kEndlessSymbol) != std::string::npos;
    }
    static constexpr std::string_view kEndlessSymbol = "99/LAP-VONG";
};

}  // namespace

TEST_F(IntakeApi, ProposesWhatAFileSaysWithThePlaceOfEachValue) {
    const auto uploaded = uploadFiles({letterPdf("237/SNV-CCHC")});
    ASSERT_EQ(uploaded.status, 201) << uploaded.body;
    const auto id = uploaded.at("items/0/id");
    const auto detail = harness.get(clerk, "/proposals/" + id);
    EXPECT_EQ(detail.at("proposal/reading/symbol/value"), "237/SNV-CCHC");
    EXPECT_EQ(detail.at("proposal/reading/symbol/isSure"), "true");
    EXPECT_EQ(detail.at("proposal/reading/symbol/place/page"), "1");
    EXPECT_EQ(detail.at("proposal/reading/documentDate/value"), "2026-02-27");
    EXPECT_EQ(detail.at("proposal/reading/dueOn/value"), "2026-03-20");
    EXPECT_EQ(detail.at("proposal/pages"), "1");
}

TEST_F(IntakeApi, MakesTwentyProposalsOfTwentyFilesInTheQueue) {
    std::vector<std::string> files;
    for (int i = 1; i <= 20; ++i) {
        files.push_back(letterPdf(std::to_string(i) + "/SNV-VP"));
    }
    ASSERT_EQ(uploadFiles(files).status, 201);
    const auto queue = harness.get(clerk, "/proposals?limit=50");
    EXPECT_EQ(queue.at("items/0/reading/symbol/value"), "1/SNV-VP");
    EXPECT_EQ(queue.at("items/19/reading/symbol/value"), "20/SNV-VP");
    EXPECT_EQ(queue.at("items/20"), "");
    EXPECT_EQ(harness.get(clerk, "/documents/counters").at("queue"), "20");
    EXPECT_EQ(uploadFiles(std::vector<std::string>(21, letterPdf("1/A"))).status, 422);
}

TEST_F(IntakeApi, RefusesEachBadFileWithItsOwnReasonAndKeepsTheGoodOnes) {
    const auto good = letterPdf("1/SNV-VP");
    const auto answer = uploadFiles({"", "this is no PDF at all", good.substr(0, good.size() / 2), good});
    ASSERT_EQ(answer.status, 201) << answer.body;
    EXPECT_EQ(answer.at("items/0/failure"), "incoming.file-empty");
    EXPECT_EQ(answer.at("items/1/failure"), "incoming.file-not-pdf");
    EXPECT_EQ(answer.at("items/2/failure"), "incoming.file-truncated");
    EXPECT_EQ(answer.at("items/3/failure"), "");
    EXPECT_EQ(answer.at("items/0/state"), "failed");
}

TEST_F(IntakeApi, RefusesAFileOverTheAgencysLimit) {
    harness.setSetting("incoming.largest_file_mb", "1");
    auto large = letterPdf("1/SNV-VP");
    large.insert(large.size() - 6, std::string(1024 * 1024, ' '));
    EXPECT_EQ(uploadFiles({large}).at("items/0/failure"), "incoming.file-too-large");
}

TEST_F(IntakeApi, RefusesASecretDocumentAndKeepsNothingOfIt) {
    const auto answer = uploadFiles({pdfWith({{"TOI MAT", 100, 60}, {"So: 1/SNV-VP", 100, 100}})});
    EXPECT_EQ(answer.at("items/0/failure"), "incoming.secret-content");
    EXPECT_EQ(answer.at("items/0/fileName"), "");
    EXPECT_EQ(answer.at("items/0/sha256"), "");
    EXPECT_EQ(answer.at("items/0/reading"), "");
    EXPECT_EQ(harness.get(clerk, "/proposals/" + answer.at("items/0/id") + "/file").status, 404);
}

TEST_F(IntakeApi, CleansHostileFileNames) {
    const auto answer = harness.upload(
        clerk, "/proposals",
        {{"file", "../../etc/van ban.pdf", letterPdf("1/SNV-VP")}, {"file", std::string(300, 'a') + ".pdf", letterPdf("2/SNV-VP")}});
    EXPECT_EQ(answer.at("items/0/fileName"), "van ban.pdf");
    EXPECT_LE(answer.at("items/1/fileName").size(), 200U);
}

TEST_F(IntakeApi, VerifiesTheSignaturesInTheBackground) {
    harness.providePort<ports::SignatureVerifier>(std::make_shared<FixedVerifier>());
    const auto id = uploadFiles({letterPdf("1/SNV-VP")}).at("items/0/id");
    letVerificationRun();
    const auto detail = harness.get(clerk, "/proposals/" + id);
    EXPECT_EQ(detail.at("proposal/state"), "ready");
    EXPECT_EQ(detail.at("proposal/verdict"), "valid");
    EXPECT_EQ(detail.at("files/0/verdict"), "valid");
}

TEST_F(IntakeApi, SaysThatSignaturesAreUnknownWhenNobodyCanVerify) {
    const auto id = uploadFiles({letterPdf("1/SNV-VP")}).at("items/0/id");
    letVerificationRun();
    EXPECT_EQ(harness.get(clerk, "/proposals/" + id).at("proposal/verdict"), "unknown");
}

TEST_F(IntakeApi, RefusesAFileWhosePagesHaveNoEnd) {
    const std::string catalogue = "<</Type/Catalog/Pages 2 0 R>>";
    const auto circular = uploadFiles({testing::pdfOf({catalogue, "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"})});
    EXPECT_EQ(circular.at("items/0/failure"), "incoming.file-endless-pages") << "Poppler says so";
    harness.providePort<ports::SignatureVerifier>(std::make_shared<FixedVerifier>());
    const auto hidden = uploadFiles({letterPdf(std::string{FixedVerifier::kEndlessSymbol}), letterPdf("1/SNV-VP")});
    EXPECT_EQ(hidden.at("items/0/failure"), "incoming.file-endless-pages") << "the signing plugin says so";
    EXPECT_EQ(hidden.at("items/0/state"), "failed");
    EXPECT_EQ(hidden.at("items/1/failure"), "");
}

TEST_F(IntakeApi, RegistersAProposalOnceAndMovesItsFile) {
    const auto id = uploadFiles({letterPdf("1/SNV-VP")}).at("items/0/id");
    const auto registered = harness.post(clerk, "/proposals/" + id + "/registration", Body{}.json());
    ASSERT_EQ(registered.status, 201) << registered.body;
    EXPECT_EQ(registered.at("arrivalNumber"), "1");
    const auto document = harness.get(clerk, "/documents/" + registered.at("id"));
    EXPECT_EQ(document.at("files/0/kind"), "main");
    const auto file = harness.get(clerk, "/documents/" + registered.at("id") + "/files/" + document.at("files/0/id"));
    EXPECT_EQ(file.status, 200);
    const auto again = harness.post(clerk, "/proposals/" + id + "/registration", Body{}.json());
    EXPECT_EQ(again.status, 409);
    EXPECT_EQ(again.at("code"), "incoming.proposal-gone");
    EXPECT_EQ(harness.get(clerk, "/documents/counters").at("queue"), "0");
}

TEST_F(IntakeApi, WarnsOfTheSameReferenceAndOfTheSameFile) {
    ASSERT_EQ(registerPaper({}).status, 201);
    const auto warned = registerPaper({});
    EXPECT_EQ(warned.status, 409);
    EXPECT_EQ(warned.at("code"), "incoming.duplicate");
    EXPECT_EQ(warned.at("params/number"), "1");
    Body again;
    again.duplicateReason = "Bản sửa lỗi chính tả";
    const auto registered = registerPaper(again);
    EXPECT_EQ(registered.status, 201);
    EXPECT_EQ(registered.at("duplicateReason"), "Bản sửa lỗi chính tả");
    Body otherDate;
    otherDate.date = "2026-02-20";
    EXPECT_EQ(registerPaper(otherDate).status, 201);

    const auto first = uploadFiles({letterPdf("9/SNV-VP")}).at("items/0/id");
    Body nine;
    nine.symbol = "9/SNV-VP";
    ASSERT_EQ(harness.post(clerk, "/proposals/" + first + "/registration", nine.json()).status, 201);
    const auto second = uploadFiles({letterPdf("9/SNV-VP")}).at("items/0/id");
    EXPECT_EQ(harness.get(clerk, "/proposals/" + second).at("duplicates/0/reason"), "same-file");
    nine.symbol = "10/SNV-VP";
    EXPECT_EQ(harness.post(clerk, "/proposals/" + second + "/registration", nine.json()).at("code"), "incoming.duplicate");
}

TEST_F(IntakeApi, KeepsWhatTheClerkTypedAndTellsTwoClerksApart) {
    const auto id = uploadFiles({letterPdf("1/SNV-VP")}).at("items/0/id");
    const auto path = "/proposals/" + id;
    ASSERT_EQ(harness.patch(clerk, path, R"({"draft":{"facts":{"subject":"V/v một"}}})", "\"1\"").status, 200);
    EXPECT_EQ(harness.patch(clerk, path, R"({"draft":{"facts":{"subject":"V/v hai"}}})", "\"1\"").status, 412);
    EXPECT_EQ(harness.get(clerk, path).at("proposal/draft/facts/subject"), "V/v một");
}

TEST_F(IntakeApi, DiscardsAProposal) {
    const auto id = uploadFiles({letterPdf("1/SNV-VP")}).at("items/0/id");
    EXPECT_EQ(harness.del(clerk, "/proposals/" + id).status, 204);
    EXPECT_EQ(harness.get(clerk, "/proposals").at("items/0"), "");
    EXPECT_EQ(harness.del(clerk, "/proposals/" + id).status, 409);
}

TEST_F(IntakeApi, ForgetsTheFileOfADiscardedProposalAndKeepsItWhereItIsRegistered) {
    const auto bytes = letterPdf("1/SNV-VP");
    const auto ids = uploadFiles({bytes, bytes});
    ASSERT_EQ(harness.post(clerk, "/proposals/" + ids.at("items/0/id") + "/registration", Body{}.json()).status, 201);
    const auto countFiles = [&](const std::string& owner) {
        return harness.context().db().read([&](db::Reader& reader) {
            const auto count = [](const db::Row& row) { return row.integer(0); };
            return reader.one("SELECT count(*) FROM core_file WHERE entity_id = $1", {owner}, count).value_or(0) +
                   reader.one("SELECT count(*) FROM incoming_file WHERE owner_id = $1", {owner}, count).value_or(0);
        });
    };
    ASSERT_EQ(countFiles(ids.at("items/1/id")), 2);
    EXPECT_EQ(harness.del(clerk, "/proposals/" + ids.at("items/1/id")).status, 204);
    EXPECT_EQ(countFiles(ids.at("items/1/id")), 0);
    EXPECT_EQ(harness.get(clerk, "/proposals/" + ids.at("items/1/id") + "/file").status, 404);
    EXPECT_EQ(harness.get(clerk, "/proposals/" + ids.at("items/0/id") + "/file").body, bytes);
}

TEST_F(IntakeApi, ForgetsRefusedFilesAfterAWhileAndKeepsTheNumberOnTheTab) {
    ASSERT_EQ(uploadFiles({"", letterPdf("1/SNV-VP")}).status, 201);
    harness.advance(std::chrono::days{31});
    harness.runJob("proposal-cleanup");
    EXPECT_EQ(harness.get(clerk, "/documents/counters").at("queue"), "1");
    EXPECT_EQ(harness.get(clerk, "/proposals").at("items/1"), "");
}

TEST_F(IntakeApi, UsesTheSpellingOfAnIssuerThatTheAgencyKnows) {
    Body body;
    body.issuer = "Sở Nội vụ";
    ASSERT_EQ(registerPaper(body).status, 201);
    const auto id = uploadFiles({letterPdf("2/SNV-VP")}).at("items/0/id");
    EXPECT_EQ(harness.get(clerk, "/proposals/" + id).at("proposal/reading/issuerName/value"), "Sở Nội vụ");
    EXPECT_EQ(harness.get(clerk, "/issuers?q=noi").at("items/0"), "Sở Nội vụ");
}

TEST_F(IntakeApi, NamesEveryWrongFieldAtOnce) {
    const auto answer =
        harness.post(clerk, "/documents",
                     R"({"facts":{"symbol":"","issuerName":"A","typeId":"khong-co","subject":"B","documentDate":"2026-13-01"},"extra":1})");
    EXPECT_EQ(answer.status, 422);
    EXPECT_NE(answer.body.find("/facts/symbol"), std::string::npos);
    EXPECT_NE(answer.body.find("/facts/documentDate"), std::string::npos);
    EXPECT_NE(answer.body.find("/extra"), std::string::npos);
    Body late;
    late.dueOn = "2026-03-01";
    EXPECT_EQ(registerPaper(late).at("errors/0/code"), "incoming.deadline-in-past");
    Body tomorrow;
    tomorrow.date = "2026-03-03";
    EXPECT_EQ(registerPaper(tomorrow).at("errors/0/code"), "incoming.date-in-future");
}

}  // namespace congvu::incoming
