// SPDX-License-Identifier: Apache-2.0
// What a real LibreOffice makes of drafters' files. Skipped where it is not installed (Debian: libreoffice-writer-nogui).
#include "OwnFileFixture.h"
#include "congvu/json/Value.h"
#include "service/OfficeConverter.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

namespace congvu::outgoing {

namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class RealOffice : public OwnFileFixture {
protected:
    void SetUp() override {
        if (OfficeConverter::program().empty()) {
            GTEST_SKIP() << "LibreOffice is not installed: apt-get install libreoffice-writer-nogui";
        }
    }
    /// A draft whose file has been through LibreOffice.
    std::string converted(const std::string& name, const std::string& bytes) {
        const auto id = makeDraft();
        EXPECT_EQ(put(id, name, bytes).status, 200);
        harness.runBackground();
        return id;
    }
    std::string textOf(const std::string& id) {
        return harness.get(handler, "/documents/" + id + "/versions/" + document(id).at("draftNumber") + "/text").body;
    }
    std::vector<std::string> findingsOf(const std::string& id) {
        std::vector<std::string> codes;
        const auto view = document(id);
        for (int index = 0; !view.at("ownFile/findings/" + std::to_string(index) + "/code").empty(); ++index) {
            codes.push_back(view.at("ownFile/findings/" + std::to_string(index) + "/code"));
        }
        return codes;
    }
};

TEST_F(RealOffice, ConvertsBothFormatsAndFindsTheirPlaces) {
    for (const auto& [name, bytes] : {std::pair{"du-thao.odt", odtOf(letterBody("Người Ký Mẫu"))},
                                      std::pair{"du-thao.docx", docxOf(letterBodyOfWord("Người Ký Mẫu"))}}) {
        const auto id = converted(name, bytes);
        const auto view = document(id);
        ASSERT_EQ(view.at("ownFile/state"), "ready") << name << ": " << view.at("ownFile/problem");
        EXPECT_EQ(view.at("ownFile/pages"), "1");
        EXPECT_EQ(view.at("ownFile/lacking"), "") << name << ": " << view.at("ownFile/places");
        EXPECT_EQ(view.at("ownFile/printedYear"), "2026");
        EXPECT_THAT(harness.get(handler, "/documents/" + id + "/files/" + view.at("ownFile/pdf/id")).body, ::testing::StartsWith("%PDF-"));
        EXPECT_THAT(textOf(id), HasSubstr("Nội dung của tệp riêng."));
    }
}

TEST_F(RealOffice, FindsNothingWrongWithPagesAsTheDecreeWantsThem) {
    const std::string line = "Ủy ban nhân dân xã báo cáo kết quả rà soát các thủ tục hành chính trên địa bàn trong quý, kèm theo số liệu. ";
    const auto id = converted("du-thao.odt", odtOf(letterBody("Người Ký Mẫu", line + line + line)));
    for (const auto& code : findingsOf(id)) {
        EXPECT_THAT(code, Not(HasSubstr("font"))) << code;
        EXPECT_NE(code, "not-a4");
        EXPECT_NE(code, "margin-left");
        EXPECT_NE(code, "margin-top");
    }
}

TEST_F(RealOffice, TellsMarginsThatAreNotThoseOfTheDecree) {
    auto body = letterBodyOfWord("Người Ký Mẫu");
    const auto id = makeDraft();
    // 20 mm to the left of a margin of 30 mm.
    body += R"(<w:p><w:pPr><w:ind w:left="-1134"/></w:pPr><w:r><w:t>Dòng thò ra lề trái.</w:t></w:r></w:p>)";
    ASSERT_EQ(put(id, "du-thao.docx", docxOf(body)).status, 200);
    harness.runBackground();
    EXPECT_THAT(findingsOf(id), ::testing::Contains("margin-left"));
}

TEST_F(RealOffice, SaysThatADamagedFileCannotBeConverted) {
    const auto id = converted("du-thao.docx", packageOf({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "no XML at all <<<"}}));
    EXPECT_EQ(document(id).at("ownFile/state"), "failed");
    EXPECT_EQ(document(id).at("ownFile/problem"), "damaged");
}

TEST_F(RealOffice, FollowsNoLinkToAFileOfTheServer) {
    const auto secret = std::filesystem::temp_directory_path() / ("congvu-secret-" + document(makeDraft()).at("id") + ".txt");
    std::ofstream{secret} << "bí mật của máy chủ";
    const auto section = R"(<text:section text:name="Linked"><text:section-source xlink:href="file://)" + secret.string() +
                         R"(" text:filter-name="Text"/><text:p>chỗ của phần liên kết</text:p></text:section>)";
    const auto id = converted("du-thao.odt", odtOf(letterBody("Người Ký Mẫu") + section));
    std::filesystem::remove(secret);
    ASSERT_EQ(document(id).at("ownFile/state"), "ready");
    EXPECT_THAT(textOf(id), Not(HasSubstr("bí mật của máy chủ")));
}

TEST_F(RealOffice, RunsNoMacro) {
    const auto trace = std::filesystem::temp_directory_path() / ("congvu-macro-" + document(makeDraft()).at("id"));
    const auto basic = R"(<?xml version="1.0" encoding="UTF-8"?><script:module xmlns:script="http://openoffice.org/2000/script" )"
                       R"(script:name="Module1" script:language="StarBasic">Sub Main
Open ")" + trace.string() +
                       R"(" For Output As #1
Close #1
End Sub</script:module>)";
    const auto libraries =
        R"(<?xml version="1.0" encoding="UTF-8"?><library:libraries xmlns:library="http://openoffice.org/2000/library" )"
        R"(xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" library:link="false"/></library:libraries>)";
    const auto library =
        R"(<?xml version="1.0" encoding="UTF-8"?><library:library xmlns:library="http://openoffice.org/2000/library" )"
        R"(library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>)";
    const auto content =
        R"(<?xml version="1.0" encoding="UTF-8"?><office:document-content )"
        R"(xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" )"
        R"(xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">)"
        R"(<office:scripts><office:event-listeners><script:event-listener script:language="ooo:script" )"
        R"(script:event-name="dom:load" xlink:href="vnd.sun.star.script:Standard.Module1.Main?language=Basic&amp;location=document"/>)"
        R"(</office:event-listeners></office:scripts><office:body><office:text>)" +
        letterBody("Người Ký Mẫu") + "</office:text></office:body></office:document-content>";
    const std::string type = "application/vnd.oasis.opendocument.text";
    const auto manifest =
        R"(<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">)"
        R"(<manifest:file-entry manifest:full-path="/" manifest:media-type=")" +
        type +
        R"("/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>)"
        R"(<manifest:file-entry manifest:full-path="Basic/script-lc.xml" manifest:media-type="text/xml"/>)"
        R"(<manifest:file-entry manifest:full-path="Basic/Standard/script-lb.xml" manifest:media-type="text/xml"/>)"
        R"(<manifest:file-entry manifest:full-path="Basic/Standard/Module1.xml" manifest:media-type="text/xml"/></manifest:manifest>)";
    converted("du-thao.odt", packageOf({{"mimetype", type},
                                        {"content.xml", content},
                                        {"Basic/script-lc.xml", libraries},
                                        {"Basic/Standard/script-lb.xml", library},
                                        {"Basic/Standard/Module1.xml", basic},
                                        {"META-INF/manifest.xml", manifest}}));
    EXPECT_FALSE(std::filesystem::exists(trace));
}

TEST_F(RealOffice, ConvertsOneFileAfterTheOtherAndLeavesNothingBehind) {
    std::vector<std::string> ids;
    for (int index = 0; index < 3; ++index) {
        ids.push_back(makeDraft());
        ASSERT_EQ(put(ids.back(), "du-thao.odt", odtOf(letterBody("Người Ký Mẫu"))).status, 200);
    }
    harness.runBackground();
    for (const auto& id : ids) {
        EXPECT_EQ(document(id).at("ownFile/state"), "ready");
    }
    EXPECT_FALSE(std::filesystem::exists(harness.context().dataFolder() / "own-file"));
}

TEST_F(RealOffice, MakesAFileThatGoesTheWholeWay) {
    const auto id = makeWithFile();
    harness.runBackground();
    ASSERT_EQ(document(id).at("ownFile/state"), "ready");
    ASSERT_EQ(submit(id, {chair.postId}).status, 200);
    sign();
    ASSERT_EQ(act(clerk, id, "number").status, 200);
    sign();
    EXPECT_EQ(act(clerk, id, "issue").at("state"), "issued");
}

}  // namespace

}  // namespace congvu::outgoing
