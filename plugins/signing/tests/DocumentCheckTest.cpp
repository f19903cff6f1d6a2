// SPDX-License-Identifier: Apache-2.0
#include "SigningFixture.h"
#include "congvu/json/Encode.h"
#include "domain/DocumentCheck.h"
#include "service/QrPicture.h"
#include "support/Process.h"

#include <regex>
#include <set>

namespace congvu::signingdesk {

namespace {

/// The check of issued documents by the code of their QR picture.
class DocumentCheckTest : public SigningFixture {
protected:
    files::StoredFile issue(const std::string& bytes) {
        const auto file = store(bytes);
        harness.receive("outgoing.document-issued.v1", document, harness.unitId("xa-a"),
                        R"({"documentId":")" + document.id +
                            R"(","numberAndSymbol":"15/UBND-VP","typeName":"Công văn","subject":"Mật của bài thử",)" +
                            R"("documentDate":"2026-03-02","senderAgencyId":")" + harness.unitId("xa-a") +
                            R"(","senderName":"UBND xã Ví Dụ A","file":)" + json::toText(file) + "}");
        return file;
    }
    std::string path() const { return "/checks/outgoing/document/" + document.id; }
    std::string code() { return harness.get(chair, path()).at("code"); }
    testing::TestResponse look(const std::string& typed) { return harness.get(nobody, "/public/checks/" + typed); }

    http::Caller nobody;
};

/// The text that zbarimg reads in a picture that was drawn from the squares of the SVG.
std::string readBack(const std::string& svg) {
    std::smatch side;
    EXPECT_TRUE(std::regex_search(svg, side, std::regex{R"(viewBox="0 0 (\d+) )"}));
    const int modules = std::stoi(side[1]);
    constexpr int kPixels = 8;
    std::vector<std::string> rows(static_cast<std::size_t>(modules), std::string(static_cast<std::size_t>(modules), '0'));
    const std::regex square{R"(M(\d+) (\d+)h1v1h-1z)"};
    for (auto found = std::sregex_iterator(svg.begin(), svg.end(), square); found != std::sregex_iterator{}; ++found) {
        rows.at(std::stoul((*found)[2])).at(std::stoul((*found)[1])) = '1';
    }
    std::string bitmap = "P1\n" + std::to_string(modules * kPixels) + ' ' + std::to_string(modules * kPixels) + '\n';
    for (const auto& row : rows) {
        std::string line;
        for (const char module : row) {
            line += std::string(kPixels, module);
        }
        for (int repeat = 0; repeat < kPixels; ++repeat) {
            bitmap += line + '\n';
        }
    }
    const signing::testing::TemporaryFolder folder;
    const auto file = folder.write("code.pbm", signing::viewOf(bitmap));
    const auto read = signing::testing::runCommand("zbarimg --nodbus --quiet --raw " + file + " 2>/dev/null");
    EXPECT_EQ(read.status, 0) << read.output;
    return read.output.substr(0, read.output.find('\n'));
}

}  // namespace

TEST_F(DocumentCheckTest, ShowsAnybodyVerdictNumberDateIssuerAndFingerprintAndNothingOfTheContent) {
    trustTheAuthority();
    const auto file = issue(signedForm());
    const auto answer = look(code());
    EXPECT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(answer.at("verdict"), "valid");
    EXPECT_EQ(answer.at("numberAndSymbol"), "15/UBND-VP");
    EXPECT_EQ(answer.at("documentDate"), "2026-03-02");
    EXPECT_EQ(answer.at("issuerName"), "UBND xã Ví Dụ A");
    EXPECT_EQ(answer.at("fingerprints/0"), file.sha256);
    EXPECT_EQ(answer.body.find("Mật của bài thử"), std::string::npos) << "the subject is content";
    EXPECT_EQ(answer.body.find(document.id), std::string::npos);
}

TEST_F(DocumentCheckTest, ReadsTheCodeHoweverItIsTypedAndKnowsNoOther) {
    issue(signedForm());
    auto typed = code();
    typed.insert(4, "-");
    for (auto& letter : typed) {
        letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    }
    EXPECT_EQ(look(typed).status, 200);
    EXPECT_EQ(look("0000000000").status, 404);
    EXPECT_EQ(look("x").status, 404);
    EXPECT_EQ(look("%27%20OR%201=1").status, 404);
}

TEST_F(DocumentCheckTest, GivesADocumentOneCodeHoweverOftenItsIssueIsTold) {
    const auto bytes = signedForm();
    issue(bytes);
    const auto first = code();
    issue(bytes);
    EXPECT_EQ(code(), first);
    EXPECT_EQ(first.size(), 10U);
}

TEST_F(DocumentCheckTest, SaysThatTheIssuerWantsTheDocumentBack) {
    issue(signedForm());
    EXPECT_EQ(look(code()).at("recallAskedAt"), "");
    harness.receive("outgoing.recall-requested.v1", document, harness.unitId("xa-a"), R"({"documentId":")" + document.id + R"("})");
    EXPECT_EQ(look(code()).at("recallAskedAt").substr(0, 10), "2026-03-02");
}

TEST_F(DocumentCheckTest, IsNotFoundWhileThePluginIsOffForTheAgencyThatIssued) {
    issue(signedForm());
    const auto known = code();
    const auto rule = [&](const std::string& unit, const std::string& what) {
        harness.put(harness.as("administrator", "tinh"), "/api/v1/plugin-rules",
                    R"({"changes":[{"unitId":")" + harness.unitId(unit) + R"(","pluginId":"signing","rule":")" + what + R"("}]})");
    };
    rule("xa-a", "off");
    EXPECT_EQ(look(known).status, 404);
    EXPECT_EQ(harness.get(chair, path()).at("code"), "plugin-off-for-unit");
    rule("xa-a", "inherit");
    EXPECT_EQ(look(known).status, 200);
    rule("tinh", "off");
    EXPECT_EQ(look(known).at("code"), "plugin-off-for-unit");
}

TEST_F(DocumentCheckTest, TellsTheCodeToTheAgencyThatIssuedAndToNobodyElse) {
    issue(signedForm());
    EXPECT_EQ(harness.get(clerk, path()).status, 200);
    EXPECT_EQ(harness.get(harness.as("handler", "kt-a"), path()).status, 200);
    for (const auto& stranger : {harness.as("clerk", "xa-b"), harness.as("chair", "tinh")}) {
        EXPECT_EQ(harness.get(stranger, path()).status, 404);
        EXPECT_EQ(harness.get(stranger, path() + "/picture?address=https://a.example").status, 404);
    }
}

TEST_F(DocumentCheckTest, DrawsAPictureThatReadersFollowToThePublicPage) {
    issue(signedForm());
    const auto picture = harness.get(chair, path() + "/picture?address=https%3A%2F%2Fcongvu.example%3A8443");
    EXPECT_EQ(picture.headers.at("Content-Type"), "image/svg+xml");
    EXPECT_EQ(readBack(picture.body), "https://congvu.example:8443/verify/" + code());
    harness.setSetting("signing.public_address", "https://vanban.example/");
    EXPECT_EQ(readBack(harness.get(chair, path() + "/picture?address=https://elsewhere.example").body),
              "https://vanban.example/verify/" + code());
    harness.setSetting("signing.public_address", "");
    for (const auto* bad : {"", "javascript:alert(1)", "https://a.example/x?y", "https://"}) {
        EXPECT_EQ(harness.get(chair, path() + "/picture?address=" + bad).status, 422) << bad;
    }
}

TEST(CheckCode, IsDrawnAtRandom) {
    std::set<std::string> codes;
    for (int count = 0; count < 1'000; ++count) {
        codes.insert(newCheckCode());
        EXPECT_EQ(checkCodeFrom(*codes.begin()), *codes.begin());
    }
    EXPECT_EQ(codes.size(), 1'000U);
    EXPECT_EQ(checkCodeFrom("o1il-23 456 7").value_or(""), "0111234567");
}

}  // namespace congvu::signingdesk
