// SPDX-License-Identifier: Apache-2.0
#include "OwnFileFixture.h"
#include "congvu/json/Encode.h"
#include "service/OfficeConverter.h"

#include <gmock/gmock.h>

namespace congvu::outgoing {

namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class OwnFileBody : public OwnFileFixture {};

TEST_F(OwnFileBody, WaitsForItsConversionAsANewVersionOfTheDraft) {
    const auto id = makeWithFile();
    const auto view = document(id);
    EXPECT_EQ(view.at("ownFile/state"), "waiting");
    EXPECT_EQ(view.at("ownFile/source/name"), "du-thao.odt");
    EXPECT_EQ(view.at("draftNumber"), "2");
    const auto versions = harness.get(handler, "/documents/" + id + "/versions");
    EXPECT_EQ(versions.at("items/0/ownFileId"), view.at("ownFile/id"));
    EXPECT_EQ(versions.at("items/0/note"), "du-thao.odt");
    EXPECT_EQ(versions.at("items/1/ownFileId"), "");
}

TEST_F(OwnFileBody, TellsHowManyFilesComeBeforeIt) {
    const auto first = makeWithFile();
    harness.advance(std::chrono::seconds{1});
    const auto second = makeWithFile();
    EXPECT_EQ(document(first).at("ownFile/ahead"), "0");
    EXPECT_EQ(document(second).at("ownFile/ahead"), "1");
}

TEST_F(OwnFileBody, IsRefusedUnlessItIsAWholeTextDocumentWithoutPassword) {
    const auto id = makeDraft();
    const auto codeFor = [&](const std::string& name, const std::string& bytes) {
        const auto answer = put(id, name, bytes);
        EXPECT_EQ(answer.status, 422) << answer.body;
        EXPECT_EQ(answer.at("errors/0/pointer"), "/file");
        return answer.at("errors/0/code");
    };
    const auto odt = odtOf(letterBody(chair.personName));
    EXPECT_EQ(codeFor("du-thao.pdf", somePdf()), "outgoing.own-file-kind");
    EXPECT_EQ(codeFor("du-thao.doc", odt), "outgoing.own-file-kind");
    EXPECT_EQ(codeFor("du-thao.docx", somePdf()), "outgoing.own-file-other-type") << "a PDF is no DOCX whatever its name says";
    EXPECT_EQ(codeFor("du-thao.docx", odt), "outgoing.own-file-other-type");
    EXPECT_EQ(codeFor("du-thao.odt", docxOf(letterBodyOfWord("x"))), "outgoing.own-file-other-type");
    EXPECT_EQ(codeFor("du-thao.docx", packageOf({{"xl/workbook.xml", "<x/>"}})), "outgoing.own-file-other-type");
    EXPECT_EQ(codeFor("du-thao.odt", odtOf("x", R"(<manifest:encryption-data manifest:checksum-type="x"/>)")),
              "outgoing.own-file-encrypted");
    EXPECT_EQ(codeFor("du-thao.odt", odt.substr(0, odt.size() / 2)), "outgoing.own-file-damaged");
    EXPECT_EQ(document(id).at("ownFile"), "");
    EXPECT_EQ(document(id).at("draftNumber"), "1");
}

TEST_F(OwnFileBody, SaysClearlyThatLibreOfficeIsMissing) {
    if (!OfficeConverter::program().empty()) {
        GTEST_SKIP() << "LibreOffice is installed here; RealOffice.* looks at what it does";
    }
    const auto id = makeWithFile();
    harness.runBackground();
    EXPECT_EQ(document(id).at("ownFile/state"), "failed");
    EXPECT_EQ(document(id).at("ownFile/problem"), "no-office");
    EXPECT_EQ(harness.post(handler, "/documents/" + id + "/own-file/conversion", "{}").at("ownFile/state"), "waiting");
    harness.runJob("convert-own-files");
    EXPECT_EQ(document(id).at("ownFile/state"), "failed") << "the job takes up what a restart has left";
}

TEST_F(OwnFileBody, CannotBeSentOnItsWayBeforeItIsConverted) {
    const auto id = makeWithFile();
    const auto refused = submit(id, {chair.postId});
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.at("code"), "outgoing.own-file-not-ready");
    EXPECT_EQ(harness.put(handler, "/documents/" + id + "/own-file/places", placesRequest()).status, 409);
}

TEST_F(OwnFileBody, GoesTheWayOfEveryDraftWithItsFieldsReservedBeforeTheSignature) {
    const auto id = makeReady();
    ASSERT_EQ(submit(id, usualChain()).status, 200);
    ASSERT_EQ(act(head, id, "pass").status, 200);
    ASSERT_EQ(act(office, id, "pass").status, 200);
    std::vector<std::string> names;
    for (const auto& place : desk->reserved()) {
        names.push_back(place.field);
    }
    EXPECT_THAT(names, ElementsAre("SoKyHieu", "NgayBanHanhNgay", "NgayBanHanhThang", "NguoiKy", "CoQuan"));
    EXPECT_THAT(desk->reserved().back().locks, ElementsAre("SoKyHieu", "NgayBanHanhNgay", "NgayBanHanhThang"));
    EXPECT_EQ(desk->latest().request.fieldName, "NguoiKy");
    EXPECT_THAT(harness.get(chair, "/documents/" + id + "/files/" + document(id).at("file/id")).body, HasSubstr("% reserved CoQuan"));

    sign();
    ASSERT_EQ(act(clerk, id, "number").status, 200);
    const auto& fields = desk->latest().request.fields;
    ASSERT_EQ(fields.size(), 3U);
    EXPECT_EQ(fields[0].text, "01");
    EXPECT_EQ(fields[1].text, "02");
    EXPECT_EQ(fields[2].text, "3") << "days below ten and January and February have a leading zero, March has none";
    sign();
    EXPECT_EQ(act(clerk, id, "issue").at("state"), "issued");
}

TEST_F(OwnFileBody, GetsNoDateOfAnotherYearThanItPrints) {
    const auto id = makeWithFile();
    becomeReady(id, "/UBND-KT " + chair.personName, 2025);
    ASSERT_EQ(submit(id, {chair.postId}).status, 200);
    sign();
    const auto refused = act(clerk, id, "number");
    EXPECT_EQ(refused.at("errors/0/pointer"), "/documentDate");
    EXPECT_EQ(refused.at("errors/0/code"), "outgoing.own-file-year");
    EXPECT_EQ(document(id).at("numberAndSymbol"), "") << "no number is lost";
}

TEST_F(OwnFileBody, MustNameItsSignerAndPrintItsSymbol) {
    const auto id = makeWithFile();
    becomeReady(id, "/UBND-KT\nNgười Khác");
    EXPECT_EQ(submit(id, {chair.postId}).at("code"), "outgoing.own-file-other-signer");
    becomeReady(id, "/SNV-KT\n" + chair.personName);
    EXPECT_EQ(submit(id, {chair.postId}).at("code"), "outgoing.own-file-other-symbol");
    becomeReady(id, "Số:    /UBND - KT\n" + chair.personName);
    EXPECT_EQ(submit(id, {chair.postId}).status, 200) << "blanks are no difference";
}

TEST_F(OwnFileBody, IsNotSentOnWithAnAuthorityThatItsSignerHasNot) {
    auto fields = letterFields();
    const std::string usual = R"("authority":[],"position":"Chủ tịch","name":"Người Ký Mẫu")";
    fields.replace(fields.find(usual), usual.size(),
                   R"("authority":[{"prefix":"KT.","of":"Chủ tịch"}],"position":"Phó Chủ tịch","name":)" + json::toText(chair.personName));
    const auto id = harness.post(handler, "/documents", draftRequest({province}, fields)).at("id");
    ASSERT_EQ(put(id, "du-thao.odt", odtOf(letterBody(chair.personName))).status, 200);
    becomeReady(id, "Số: /UBND-KT\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n" + chair.personName);
    EXPECT_EQ(submit(id, {chair.postId}).at("errors/0/pointer"), "/fields/signer");
}

TEST_F(OwnFileBody, TakesThePlacesThatTheDrafterChooses) {
    const auto id = makeReady();
    const auto path = "/documents/" + id + "/own-file/places";
    EXPECT_NEAR(std::stod(harness.put(handler, path, placesRequest()).at("ownFile/places/0/x")), 90, 0.01);
    const auto outside = R"({"places":[{"field":"SoKyHieu","page":9,"x":1,"y":1,"width":50,"height":16}]})";
    EXPECT_EQ(harness.put(handler, path, outside).at("errors/0/pointer"), "/places/0");
    const auto twice = R"({"places":[{"field":"NgayBanHanh","page":1,"x":1,"y":1,"width":200,"height":16},)"
                       R"({"field":"NgayBanHanhNgay","page":1,"x":1,"y":1,"width":50,"height":16}]})";
    EXPECT_EQ(harness.put(handler, path, twice).at("errors/0/code"), "outgoing.own-file-place-twice");
    const auto numberOnly = R"({"places":[{"field":"SoKyHieu","page":1,"x":1,"y":1,"width":50,"height":16}]})";
    EXPECT_EQ(harness.put(handler, path, numberOnly).at("ownFile/lacking"), "outgoing.own-file-no-date-place");
    EXPECT_EQ(submit(id, {chair.postId}).at("code"), "outgoing.own-file-no-date-place");
}

TEST_F(OwnFileBody, IsTakenOutAgainAndTheFormIsTheBodyAsBefore) {
    const auto id = makeReady();
    const auto answer = harness.del(handler, "/documents/" + id + "/own-file");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.at("ownFile"), "");
    EXPECT_EQ(answer.at("draftNumber"), "3");
    EXPECT_EQ(harness.del(handler, "/documents/" + id + "/own-file").status, 404);
    ASSERT_EQ(submit(id, {chair.postId}).status, 200);
    EXPECT_TRUE(desk->reserved().empty()) << "the form has its fields already";
}

TEST_F(OwnFileBody, IsChangedOnlyByWhoHasTheDraftAndNotOnTheSignersDesk) {
    const auto id = makeReady();
    const auto path = "/documents/" + id + "/own-file";
    EXPECT_EQ(harness.upload(harness.as("handler", "vh-a"), path, {{"file", "x.odt", "x"}}).status, 404);
    EXPECT_EQ(harness.put(head, path + "/places", placesRequest()).status, 409);
    ASSERT_EQ(submit(id, {chair.postId}).status, 200);
    EXPECT_EQ(harness.put(chair, path + "/places", placesRequest()).status, 409);
}

TEST_F(OwnFileBody, StaysWithTheDraftWhenItsValuesAreEdited) {
    const auto id = makeReady();
    const auto etag = "\"" + document(id).at("version") + "\"";
    auto changed = letterFields("trích yếu khác");
    ASSERT_EQ(harness.put(handler, "/documents/" + id, draftRequest({province}, changed), etag).status, 200);
    EXPECT_EQ(document(id).at("ownFile/state"), "ready");
    EXPECT_EQ(harness.get(handler, "/documents/" + id + "/versions").at("items/0/ownFileId"), document(id).at("ownFile/id"));
}

TEST_F(OwnFileBody, IsLookedAtByWhoeverSeesTheDraftAndByNobodyElse) {
    const auto id = makeReady();
    const auto pdf = document(id).at("ownFile/pdf/id");
    const auto source = document(id).at("ownFile/source/id");
    for (const auto& file : {pdf, source}) {
        EXPECT_EQ(harness.get(head, "/documents/" + id + "/files/" + file).status, 200);
        EXPECT_EQ(harness.get(clerk, "/documents/" + id + "/files/" + file).status, 404);
    }
}

class KeptVersions : public OwnFileFixture {};

TEST_F(KeptVersions, AreGivenAsParagraphsWhereverTheirBodyCameFrom) {
    const auto id = makeReady();
    const auto form = harness.get(head, "/documents/" + id + "/versions/1/text");
    EXPECT_THAT(form.body, HasSubstr("Nội dung thử."));
    EXPECT_THAT(form.body, HasSubstr("báo cáo kết quả thử nghiệm"));
    const auto own = harness.get(head, "/documents/" + id + "/versions/2/text");
    EXPECT_EQ(own.at("paragraphs/0"), "Số: /UBND-KT");
    EXPECT_EQ(own.at("paragraphs/1"), "Nội dung của tệp riêng.");
}

TEST_F(KeptVersions, AreGivenAsPages) {
    const auto id = makeReady();
    for (const auto* version : {"1", "2"}) {
        const auto pages = harness.get(head, "/documents/" + id + "/versions/" + version + "/pages");
        EXPECT_EQ(pages.status, 200) << version;
        EXPECT_THAT(pages.body, ::testing::StartsWith("%PDF-")) << version;
    }
}

TEST_F(KeptVersions, AreNotThereForStrangersAndForNumbersThatAreNone) {
    const auto id = makeReady();
    const auto path = "/documents/" + id + "/versions/";
    for (const auto* part : {"/text", "/pages"}) {
        EXPECT_EQ(harness.get(harness.as("chair", "xa-b"), path + "1" + part).status, 404);
        EXPECT_EQ(harness.get(handler, path + "9" + part).status, 404);
        EXPECT_EQ(harness.get(handler, path + "x" + part).status, 404);
    }
}

TEST_F(KeptVersions, SayThatTheirFileIsNotConvertedYet) {
    const auto id = makeWithFile();
    EXPECT_EQ(harness.get(handler, "/documents/" + id + "/versions/2/text").at("code"), "outgoing.own-file-not-ready");
    EXPECT_EQ(harness.get(handler, "/documents/" + id + "/versions/2/pages").status, 409);
}

}  // namespace

}  // namespace congvu::outgoing
