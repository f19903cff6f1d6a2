// SPDX-License-Identifier: Apache-2.0
#include "IncomingFixture.h"
#include "Scanner.h"
#include "service/PageRecogniser.h"

#include <fstream>
#include <string>
#include <vector>

namespace congvu::incoming {

namespace {

using testing::letterPdf;
using testing::pdfOf;
using testing::ScanFolder;
using testing::scannedPdf;

class RecognitionApi : public IncomingFixture {
protected:
    std::string uploadOne(const std::string& bytes) {
        const auto answer = uploadFiles({bytes});
        EXPECT_EQ(answer.status, 201) << answer.body;
        return answer.at("items/0/id");
    }
    TestResponse proposal(const std::string& id) { return harness.get(clerk, "/proposals/" + id); }
    void change(const std::string& sql, const std::string& id) {
        harness.context().db().write([&](db::Tx& tx) { tx.execute(sql, {id}); });
    }
    [[nodiscard]] std::string one(const std::string& sql, const std::string& id) {
        return harness.context().db().read(
            [&](db::Reader& reader) { return reader.one(sql, {id}, [](const db::Row& row) { return row.string(0); }).value_or("none"); });
    }
    const std::string scan = scannedPdf(letterPdf("237/SNV-CCHC"), {0.8, 6, 0, false, false, 7});
};

/// A page with a line of black and a line of red letters.
std::string stampedPdf(const std::string& stamp) {
    const std::string content =
        "BT /F1 13 Tf 1 0 0 1 105 742 Tm (So: 237/SNV-CCHC) Tj ET 0.85 0.1 0.1 rg BT /F1 22 Tf 1 0 0 1 110 690 Tm (" + stamp + ") Tj ET";
    return pdfOf({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
                  "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >> >> >> >>",
                  "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream"});
}

class SilentLog : public Log {
public:
    void info(std::string_view, const Fields&) override {}
    void warn(std::string_view id, const Fields&) override { ids.emplace_back(id); }
    void error(std::string_view id, const Fields&) override { ids.emplace_back(id); }
    std::vector<std::string> ids;
};

}  // namespace

TEST_F(RecognitionApi, QueuesAScanTellsHowFarItIsAndProposesWhatItHasRecognised) {
    const auto uploaded = uploadFiles({scan});
    const auto id = uploaded.at("items/0/id");
    EXPECT_EQ(uploaded.at("items/0/recognition/state"), "queued");
    EXPECT_EQ(uploaded.at("items/0/recognition/pagesTotal"), "1");
    EXPECT_EQ(uploaded.at("items/0/recognition/pagesDone"), "0");
    EXPECT_EQ(uploaded.at("items/0/reading/symbol/value"), "");
    harness.runBackground();
    const auto read = proposal(id);
    EXPECT_EQ(read.at("proposal/recognition/state"), "done");
    EXPECT_EQ(read.at("proposal/recognition/pagesDone"), "1");
    EXPECT_EQ(read.at("proposal/reading/symbol/value"), "237/SNV-CCHC");
    EXPECT_EQ(read.at("proposal/reading/documentDate/value"), "2026-02-27");
    EXPECT_EQ(read.at("proposal/reading/subject/isSure"), "false");
    EXPECT_EQ(read.at("proposal/reading/symbol/place/page"), "1");
    EXPECT_EQ(harness.get(clerk, "/proposals").at("items/0/recognition/state"), "done");
}

TEST_F(RecognitionApi, LeavesBornDigitalFilesAlone) {
    const auto id = uploadOne(letterPdf("237/SNV-CCHC"));
    EXPECT_EQ(proposal(id).at("proposal/recognition/state"), "");
    EXPECT_EQ(one("SELECT state FROM incoming_recognition WHERE proposal_id = $1", id), "none");
}

TEST_F(RecognitionApi, IsOffWhereTheAdministratorWantsNoPages) {
    harness.setSetting("incoming.recognised_pages", "0");
    EXPECT_EQ(proposal(uploadOne(scan)).at("proposal/recognition/state"), "");
}

TEST_F(RecognitionApi, KeepsWhatTheClerkHasTypedMeanwhile) {
    const auto id = uploadOne(scan);
    ASSERT_EQ(harness.patch(clerk, "/proposals/" + id, R"({"draft":{"facts":{"subject":"đã sửa"}}})", "\"1\"").status, 200);
    harness.runBackground();
    EXPECT_EQ(proposal(id).at("proposal/draft/facts/subject"), "đã sửa");
    EXPECT_EQ(harness.patch(clerk, "/proposals/" + id, R"({"draft":{"facts":{"subject":"sửa lần hai"}}})", "\"2\"").status, 200)
        << "recognition is no change that the clerk has to be told of";
}

TEST_F(RecognitionApi, FindsTheWordsOfAScanThatWasRegisteredBeforeTheyWereRecognised) {
    const auto id = uploadOne(scan);
    const auto document = harness.post(clerk, "/proposals/" + id + "/registration", Body{}.json()).at("id");
    harness.runBackground();
    EXPECT_NE(one("SELECT text FROM incoming_content WHERE document_id = $1", document).find("237/SNV-CCHC"), std::string::npos);
    EXPECT_EQ(one("SELECT CASE WHEN is_recognised THEN 'yes' ELSE 'no' END FROM incoming_content WHERE document_id = $1", document), "yes");
}

TEST_F(RecognitionApi, GoesOnAfterTheServerWasKilledInTheMiddleOfAPage) {
    const auto id = uploadOne(scan);
    change("UPDATE incoming_recognition_page SET starts = 1 WHERE proposal_id = $1", id);  // what a kill leaves behind
    harness.advance(std::chrono::minutes{2});
    harness.runJob("proposal-recognition");
    EXPECT_EQ(proposal(id).at("proposal/recognition/state"), "done");
    EXPECT_EQ(proposal(id).at("proposal/reading/symbol/value"), "237/SNV-CCHC");
}

TEST_F(RecognitionApi, GivesUpAPageThatHasEndedTheServerThreeTimesUntilTheClerkTriesAgain) {
    const auto id = uploadOne(scan);
    const auto path = "/proposals/" + id + "/recognition";
    EXPECT_EQ(harness.post(clerk, path, "{}").at("code"), "incoming.recognition-not-failed");
    change("UPDATE incoming_recognition_page SET starts = 3 WHERE proposal_id = $1", id);
    harness.runBackground();
    EXPECT_EQ(proposal(id).at("proposal/recognition/state"), "failed");
    EXPECT_EQ(proposal(id).at("proposal/recognition/failure"), "recognition-failed");
    EXPECT_EQ(proposal(id).at("proposal/state"), "ready") << "it can be registered by hand";
    EXPECT_EQ(harness.post(harness.as("clerk", "xa-b"), path, "{}").status, 404);
    EXPECT_EQ(harness.post(chair, path, "{}").status, 403);
    const auto again = harness.post(clerk, path, "{}");
    EXPECT_EQ(again.at("recognition/state"), "queued");
    EXPECT_EQ(again.at("recognition/pagesDone"), "0");
    harness.runBackground();
    EXPECT_EQ(proposal(id).at("proposal/recognition/state"), "done");
}

TEST_F(RecognitionApi, RecognisesFirstPagesFirst) {
    const auto twoPages = [&] {
        auto pdf = scan;
        const std::string one = "/Kids [3 0 R] /Count 1";
        pdf.replace(pdf.find(one), one.size(), "/Kids [3 0 R 3 0 R]/Count 2");
        return pdf;
    }();
    const auto long_ = uploadOne(twoPages);
    const auto other = uploadOne(scan);
    EXPECT_EQ(proposal(long_).at("proposal/recognition/pagesTotal"), "2");
    while (proposal(other).at("proposal/recognition/state") == "queued") {
        ASSERT_GT(harness.runBackground(1), 0);
    }
    EXPECT_EQ(proposal(long_).at("proposal/recognition/pagesDone"), "1");
    EXPECT_EQ(proposal(long_).at("proposal/reading/symbol/value"), "237/SNV-CCHC") << "the values need not wait for the second page";
    harness.runBackground();
    EXPECT_EQ(proposal(long_).at("proposal/recognition/state"), "done");
}

TEST_F(RecognitionApi, ThrowsOutASecretDocumentWhoseStampOnlyRecognitionCouldSee) {
    const auto id = uploadOne(scannedPdf(stampedPdf("TOI MAT"), {0, 4, 0, false, false, 3}));
    EXPECT_EQ(proposal(id).at("proposal/failure"), "");
    harness.runBackground();
    const auto refused = proposal(id);
    EXPECT_EQ(refused.at("proposal/state"), "failed");
    EXPECT_EQ(refused.at("proposal/failure"), "incoming.secret-content");
    EXPECT_EQ(refused.at("proposal/fileName"), "");
    EXPECT_EQ(refused.at("proposal/sha256"), "");
    EXPECT_EQ(refused.at("proposal/reading"), "");
    EXPECT_EQ(harness.get(clerk, "/proposals/" + id + "/file").status, 404);
    EXPECT_EQ(one("SELECT content FROM incoming_proposal WHERE id = $1", id), "");
    EXPECT_EQ(one("SELECT content FROM incoming_recognition_page WHERE proposal_id = $1", id), "none");
}

TEST_F(RecognitionApi, ForgetsAFileThatIsThrownAway) {
    const auto id = uploadOne(scan);
    ASSERT_EQ(harness.del(clerk, "/proposals/" + id).status, 204);
    harness.runBackground();
    EXPECT_EQ(one("SELECT state FROM incoming_recognition WHERE proposal_id = $1", id), "none");
    EXPECT_EQ(one("SELECT state FROM incoming_recognition_page WHERE proposal_id = $1", id), "none");
}

TEST(PageRecogniser, SaysWhichProgramIsMissing) {
    SilentLog log;
    const ScanFolder folder;
    std::ofstream{folder.file("a.pdf"), std::ios::binary} << letterPdf("1/SNV-VP");
    auto tools = RecognitionTools::installed();
    tools.recogniser = "/usr/bin/no-such-program";
    const PageRecogniser recogniser{tools, folder.file("work"), log};
    EXPECT_EQ(recogniser.run(folder.file("a.pdf"), 1, 842).problem, RecognitionProblem::unavailable);
    EXPECT_EQ(log.ids, std::vector<std::string>{"recognition.tool-missing"});
}

TEST(PageRecogniser, FailsOnAFileThatCannotBeDrawnAndLeavesNothingBehind) {
    SilentLog log;
    const ScanFolder folder;
    std::ofstream{folder.file("a.pdf"), std::ios::binary} << "%PDF-1.4\nnothing\n%%EOF\n";
    const PageRecogniser recogniser{RecognitionTools::installed(), folder.file("work"), log};
    EXPECT_EQ(recogniser.run(folder.file("a.pdf"), 1, 842).problem, RecognitionProblem::unreadable);
    EXPECT_TRUE(std::filesystem::is_empty(folder.file("work")));
}

}  // namespace congvu::incoming
