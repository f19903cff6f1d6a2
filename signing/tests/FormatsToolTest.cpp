// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <regex>
#include <set>

#include "support/EdxmlFactory.h"
#include "support/PdfFactory.h"
#include "support/Process.h"
#include "support/Tampering.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsSupersetOf;

class CongvuSignFormats : public ::testing::Test {
protected:
    std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
    ProcessResult run(const std::string& arguments) const { return runCommand(std::string(CONGVU_SIGN_TOOL) + ' ' + arguments); }
    ProcessResult verify(const std::string& arguments) const {
        return run("verify --offline --trust " + path("trust") + " --at 2027-06-01 " + arguments);
    }

    void SetUp() override {
        const TestPki& pki = TestPki::instance();
        folder_.write("trust/government/root.pem", viewOf(pki.authority().root().toPem()));
        folder_.write("key.p12", pki.chairKey().toPkcs12("246810", "chair"));
        folder_.write("signed.pdf", signByChair(makePdf()));
        folder_.write("plan.dwg", viewOf("a drawing"));
    }

    /// A .p7s over plan.dwg by the program of another house.
    void signByOpenssl(const std::string& name) const {
        const std::string take = "openssl pkcs12 -in " + path("key.p12") + " -passin pass:246810 ";
        ASSERT_EQ(runCommand(take + "-nocerts -nodes -out " + path("key.pem")).status, 0);
        ASSERT_EQ(runCommand(take + "-clcerts -nokeys -out " + path("chair.pem")).status, 0);
        ASSERT_EQ(runCommand(take + "-cacerts -nokeys -out " + path("chain.pem")).status, 0);
        const auto made =
            runCommand("openssl cms -sign -binary -cades -outform DER -in " + path("plan.dwg") + " -signer " + path("chair.pem") +
                       " -inkey " + path("key.pem") + " -certfile " + path("chain.pem") + " -out " + path(name));
        ASSERT_EQ(made.status, 0) << made.output;
    }

    TemporaryFolder folder_;
};

TEST_F(CongvuSignFormats, VerifiesADetachedSignatureOfOpenssl) {
    signByOpenssl("elsewhere.p7s");
    const auto valid = verify("--json --detached " + path("elsewhere.p7s") + ' ' + path("plan.dwg"));
    EXPECT_EQ(valid.status, 0) << valid.output;
    EXPECT_THAT(valid.output, HasSubstr("\"format\":\"CMS\""));
    EXPECT_EQ(verify("--detached " + path("elsewhere.p7s") + ' ' + path("signed.pdf")).status, 1);
    EXPECT_EQ(verify("--detached " + path("no-such.p7s") + ' ' + path("plan.dwg")).status, 4);
    EXPECT_EQ(verify("--detached " + path("elsewhere.p7s") + ' ' + path("plan.dwg") + ' ' + path("plan.dwg")).status, 64);
}

TEST_F(CongvuSignFormats, FindsTheSignatureBesideAFile) {
    EXPECT_EQ(verify(path("plan.dwg")).status, 4);
    signByOpenssl("plan.dwg.p7s");
    EXPECT_EQ(verify(path("plan.dwg")).status, 0);
    EXPECT_EQ(verify(path("plan.dwg.p7s")).status, 0);
    folder_.write("plan.dwg", viewOf("another drawing"));
    EXPECT_EQ(verify(path("plan.dwg")).status, 1);
}

TEST_F(CongvuSignFormats, DoesNotLetASignatureBesideAPdfStandInForItsOwn) {
    signByOpenssl("signed.pdf.p7s");
    const auto result = verify("--json " + path("signed.pdf"));
    EXPECT_EQ(result.status, 0) << result.output;
    EXPECT_THAT(result.output, HasSubstr("\"format\":\"PDF\""));
}

TEST_F(CongvuSignFormats, VerifiesEdxml) {
    const std::string text = signEdxml({}, TestPki::instance().chairKey());
    folder_.write("document.edxml", viewOf(text));
    const auto valid = verify("--json " + path("document.edxml"));
    EXPECT_EQ(valid.status, 0) << valid.output;
    EXPECT_THAT(valid.output, HasSubstr("\"format\":\"edXML\""));
    EdxmlShape bomb;
    bomb.beforeRoot = "<!DOCTYPE edXML>";
    folder_.write("bomb.edxml", viewOf(signEdxml(bomb, TestPki::instance().chairKey())));
    EXPECT_EQ(verify(path("bomb.edxml")).status, 4);
}

TEST_F(CongvuSignFormats, WritesTheReportOfTheStandard) {
    const auto report = verify("--xml " + path("signed.pdf"));
    EXPECT_EQ(report.status, 0);
    EXPECT_THAT(report.output, HasSubstr("<ValidationReport xmlns=\"http://uri.etsi.org/19102/v1.4.1#\""));
    EXPECT_EQ(verify("--xml --json " + path("signed.pdf")).status, 64);
    EXPECT_EQ(verify("--xml " + path("signed.pdf") + ' ' + path("signed.pdf")).status, 64);
    EXPECT_EQ(verify("--xml " + folder_.write("unsigned.pdf", makePdf())).status, 3);
}

TEST_F(CongvuSignFormats, PrintsOneJsonObjectOnALineForEveryFile) {
    const auto result = verify("--json " + path("signed.pdf") + ' ' + path("plan.dwg") + " 2>/dev/null");
    EXPECT_EQ(result.status, 4);
    std::vector<std::string> verdicts;
    std::istringstream lines(result.output);
    for (std::string line; std::getline(lines, line);) {
        rapidjson::Document object;
        object.Parse(line.data(), line.size());
        ASSERT_FALSE(object.HasParseError()) << line;
        verdicts.emplace_back(object["verdict"].GetString());
    }
    EXPECT_THAT(verdicts, ::testing::ElementsAre("valid", "unreadable"));
}

TEST_F(CongvuSignFormats, TakesOneFolderAfterEachTrustAndAnyNumberOfFiles) {
    const std::string signedFile = path("signed.pdf");
    const std::string files = signedFile + ' ' + signedFile + ' ' + signedFile;
    for (const std::string& trust : {" --trust " + path("trust"), " --trust " + path("trust") + " --trust " + path("trust/government")}) {
        const auto result = run("verify --json --offline --at 2027-06-01" + trust + ' ' + files);
        EXPECT_EQ(result.status, 0) << result.output;
        EXPECT_EQ(std::count(result.output.begin(), result.output.end(), '\n'), 3) << result.output;
    }
}

TEST_F(CongvuSignFormats, EndsWithTheStatusOfTheWorstFile) {
    folder_.write("unsigned.pdf", makePdf());
    folder_.write("altered.pdf", replaceText(readBytes(path("signed.pdf")), "(Pay 100)", "(Pay 900)"));
    const auto statusOf = [&](const std::string& files) { return verify("--json " + files + " 2>/dev/null").status; };
    EXPECT_EQ(statusOf(path("signed.pdf") + ' ' + path("altered.pdf")), 1);
    EXPECT_EQ(statusOf(path("altered.pdf") + ' ' + path("unsigned.pdf") + ' ' + path("signed.pdf")), 3);
    EXPECT_EQ(statusOf(path("unsigned.pdf") + ' ' + path("nowhere.pdf") + ' ' + path("signed.pdf")), 4);
    EXPECT_EQ(run("verify --json --offline " + path("signed.pdf") + " 2>/dev/null").status, 2) << "nobody is trusted";
    EXPECT_EQ(run("verify --json 2>/dev/null").status, 64);
}

TEST_F(CongvuSignFormats, InspectsRevisionsSignaturesAndFields) {
    PdfShape shape;
    shape.withTextFields = true;
    folder_.write("two.pdf", signBySeal(signByChair(makePdf(shape))));
    const auto text = run("inspect " + path("two.pdf"));
    EXPECT_EQ(text.status, 0);
    EXPECT_THAT(text.output, HasSubstr("revision 3: cross-reference table"));
    EXPECT_THAT(text.output, HasSubstr("CMS: RSA-SHA256, 1 SignerInfo, signing-certificate matches"));
    EXPECT_THAT(text.output, HasSubstr("field Number: text"));
    const auto json = run("inspect --json " + path("two.pdf"));
    rapidjson::Document object;
    object.Parse(json.output.data(), json.output.size());
    ASSERT_FALSE(object.HasParseError()) << json.output;
    EXPECT_EQ(object["revisions"].Size(), 3u);
    ASSERT_EQ(object["signatures"].Size(), 2u);
    EXPECT_EQ(object["signatures"][1]["byteRange"].Size(), 4u);
    EXPECT_STREQ(object["signatures"][1]["cms"]["algorithm"].GetString(), "ECDSA-SHA256");
    EXPECT_EQ(run("inspect " + path("plan.dwg")).status, 4);
}

std::set<std::string> optionsIn(const std::string& text) {
    std::set<std::string> out;
    const std::regex option("--[a-z][a-z0-9-]*");
    for (std::sregex_iterator match(text.begin(), text.end(), option), end; match != end; ++match) {
        out.insert(match->str());
    }
    return out;
}

TEST_F(CongvuSignFormats, HasAManualPageWithEveryCommandAndOptionOfItsHelp) {
    const Bytes page = readBytes(CONGVU_SIGN_MANUAL);
    const std::string manual = std::regex_replace(std::string(textOf(page)), std::regex("\\\\-"), "-");
    const std::string help = run("--help").output;
    const std::regex command("\n  ([a-z]+) ");
    std::size_t commands = 0;
    for (std::sregex_iterator match(help.begin(), help.end(), command), end; match != end; ++match, ++commands) {
        const std::string name = (*match)[1];
        EXPECT_THAT(manual, HasSubstr(".SS " + name + "\n"));
        EXPECT_THAT(optionsIn(manual), IsSupersetOf(optionsIn(run(name + " --help").output))) << name;
    }
    EXPECT_GE(commands, 5u);
    EXPECT_THAT(manual, HasSubstr(".SH EXIT STATUS"));
}

}  // namespace
}  // namespace congvu::signing::testing
