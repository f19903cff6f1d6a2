// SPDX-License-Identifier: Apache-2.0
#include "OutgoingFixture.h"

#include "congvu/json/Value.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace congvu::outgoing {

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

class Drafting : public OutgoingFixture {
protected:
    testing::TestResponse edit(const http::Caller& caller, const std::string& id, const std::string& fields, const std::string& version) {
        return harness.put(caller, "/documents/" + id, R"({"fields":)" + fields + "}", version);
    }
    testing::TestResponse create(const std::string& more, const std::string& fields = letterFields()) {
        return harness.post(handler, "/documents", draftRequest({province}, fields, more));
    }
};

TEST_F(Drafting, OffersTheTwentyNineTypesOfTheDecreeAndThreeCopies) {
    const auto forms = harness.get(handler, "/forms");
    EXPECT_THAT(
        column(forms, "abbreviation"),
        ::testing::UnorderedElementsAre("NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "BB", "TTr",
                                        "HĐ", "CĐ", "BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB", "", "", "SY", "SL", "TrS"));
    const auto categories = column(forms, "category");
    EXPECT_EQ(std::count(categories.begin(), categories.end(), "copy"), 3);
    EXPECT_EQ(harness.get(handler, "/forms/cong-van").at("id"), "cong-van");
    EXPECT_EQ(harness.get(handler, "/forms/thu-tinh").status, 404);
}

TEST_F(Drafting, BeginsEveryTypeWithItsSymbolAndShowsIt) {
    const auto forms = harness.get(handler, "/forms");
    const auto ids = column(forms, "id");
    const auto abbreviations = column(forms, "abbreviation");
    const auto letterSymbol = harness.get(handler, "/draft-defaults?formId=cong-van").at("fields/symbol");
    const auto issuer = letterSymbol.substr(0, letterSymbol.find('-'));
    for (std::size_t index = 0; index < ids.size(); ++index) {
        const auto defaults = harness.get(handler, "/draft-defaults?formId=" + ids[index]);
        ASSERT_EQ(defaults.status, 200) << ids[index];
        const auto expected = abbreviations[index].empty() ? letterSymbol : abbreviations[index] + "-" + issuer;
        EXPECT_EQ(defaults.at("fields/symbol"), expected) << ids[index];
        const auto fields = json::Document::parse(defaults.body).root().member("fields")->toText();
        const auto preview = harness.post(handler, "/preview", R"({"formId":")" + ids[index] + R"(","fields":)" + fields + "}");
        EXPECT_EQ(preview.status, 200) << ids[index] << " " << preview.body.substr(0, 300);
    }
}

TEST_F(Drafting, NamesTheAppendixThatCannotBePrinted) {
    const auto preview = harness.post(handler, "/preview",
                                      R"({"formId":"ke-hoach","fields":{"appendices":[{"title":"A","text":"B"},{"title":7,"text":"C"}]}})");
    EXPECT_EQ(preview.status, 422);
    EXPECT_EQ(preview.at("errors/0/pointer"), "/fields/appendices/1/title");
}

TEST_F(Drafting, ShowsTheValuesAsAPdfWithoutKeepingThem) {
    const auto preview = harness.post(handler, "/preview", R"({"formId":"cong-van","fields":{"subject":"đang gõ"}})");
    EXPECT_EQ(preview.status, 200) << preview.body;
    EXPECT_THAT(preview.body, StartsWith("%PDF"));
    EXPECT_THAT(column(harness.get(handler, "/documents"), "id"), IsEmpty());
}

TEST_F(Drafting, NamesTheFieldThatCannotBePrinted) {
    const auto wrongOption = harness.post(handler, "/preview", R"({"formId":"cong-van","fields":{"urgency":"mau-len"}})");
    EXPECT_EQ(wrongOption.status, 422);
    EXPECT_EQ(wrongOption.at("errors/0/pointer"), "/fields/urgency");
    const auto emoji = harness.post(handler, "/preview", R"({"formId":"cong-van","fields":{"subject":"a \ud83d\ude42"}})");
    EXPECT_EQ(emoji.at("errors/0/message"), "Có ký tự mà phông chữ của văn bản không in được.");
    const auto unknownField = harness.post(handler, "/preview", R"({"formId":"cong-van","fields":{"secret":"x"}})");
    EXPECT_EQ(unknownField.at("errors/0/pointer"), "/fields/secret");
    const auto unknownForm = harness.post(handler, "/preview", R"({"formId":"thu-tinh","fields":{}})");
    EXPECT_EQ(unknownForm.at("errors/0/pointer"), "/formId");
}

TEST_F(Drafting, NamesTheFieldOfEachWrongInput) {
    EXPECT_EQ(create(R"(,"urgency":"asap")").at("errors/0/pointer"), "/urgency");
    EXPECT_EQ(create(R"(,"dueOn":"2026-03-01")").at("errors/0/pointer"), "/dueOn");
    EXPECT_EQ(create(R"(,"sourceTaskId":"nobody-knows")").at("errors/0/pointer"), "/sourceTaskId");
    EXPECT_EQ(create(R"(,"sourceDocumentId":"nobody-knows")").at("errors/0/pointer"), "/sourceDocumentId");
    EXPECT_EQ(create(R"(,"stamp":true)").at("errors/0/pointer"), "/stamp");
    EXPECT_EQ(create("", "[]").at("errors/0/pointer"), "/fields");
    const auto unknownForm = harness.post(handler, "/documents", R"({"formId":"thu-tinh","fields":{}})");
    EXPECT_EQ(unknownForm.at("errors/0/pointer"), "/formId");
    const auto division = draftRequest({province, harness.unitId("kt-b")});
    EXPECT_EQ(harness.post(handler, "/documents", division).at("errors/0/pointer"), "/recipientAgencyIds/1");
    EXPECT_THAT(column(harness.get(handler, "/documents"), "id"), IsEmpty());
}

TEST_F(Drafting, KeepsEverySaveAsAVersion) {
    const auto id = makeDraft();
    EXPECT_EQ(edit(handler, id, letterFields("lần hai"), "1").status, 200);
    EXPECT_EQ(edit(handler, id, letterFields("lần ba"), "2").status, 200);
    const auto versions = harness.get(handler, "/documents/" + id + "/versions");
    EXPECT_THAT(column(versions, "draftNumber"), ElementsAre("3", "2", "1"));
    EXPECT_EQ(versions.at("items/1/fields/subject"), "lần hai");
    EXPECT_EQ(document(id).at("subject"), "lần ba");
}

TEST_F(Drafting, RefusesASaveOverAVersionThatTheWriterHasNotSeen) {
    const auto id = makeDraft();
    EXPECT_EQ(edit(handler, id, letterFields("của người nhanh"), "1").status, 200);
    const auto slow = edit(handler, id, letterFields("của người chậm"), "1");
    EXPECT_EQ(slow.status, 412);
    EXPECT_EQ(slow.at("code"), "stale");
    EXPECT_EQ(document(id).at("fields/subject"), "của người nhanh");
    EXPECT_EQ(edit(handler, id, letterFields(), "").status, 428);
}

TEST_F(Drafting, LetsOnlyWhoHasTheDraftEditIt) {
    const auto id = makeSubmitted();
    const auto version = document(id).at("version");
    EXPECT_EQ(edit(handler, id, letterFields("sửa trộm"), version).status, 409);
    EXPECT_EQ(edit(office, id, letterFields("chưa đến lượt"), version).status, 409);
    EXPECT_EQ(edit(head, id, letterFields("trưởng phòng sửa"), version).status, 200);
    EXPECT_EQ(document(id).at("subject"), "trưởng phòng sửa");
}

TEST_F(Drafting, PutsADocumentThatTheSignerEditsOnTheDeskAnew) {
    const auto id = makeToSign();
    const auto before = desk->latest().request.file.sha256;
    EXPECT_EQ(edit(chair, id, letterFields("chủ tịch sửa"), document(id).at("version")).status, 200);
    ASSERT_EQ(desk->all().size(), 2U);
    EXPECT_FALSE(desk->all().front().isOpen);
    EXPECT_TRUE(desk->latest().isOpen);
    EXPECT_NE(desk->latest().request.file.sha256, before);
    EXPECT_EQ(document(id).at("requestId"), desk->latest().id);
}

TEST_F(Drafting, StartsAnAnswerWithWhatItsSourceSays) {
    ports::DocumentSummary directive;
    directive.entity = {"incoming", "document", "directive-1"};
    directive.numberAndSymbol = "15/CT-UBND";
    directive.issuerName = "UBND tỉnh Ví Dụ";
    directive.subject = "Rà soát thủ tục";
    directive.urgency = "urgent";
    directive.dueOn = Date::parse("2026-03-20");
    incoming->add("directive-1", directive);
    ports::TaskSummary task;
    task.title = "Soạn báo cáo";
    task.source = directive.entity;
    task.dueOn = Date::parse("2026-03-12");
    tasks->add("task-1", task);

    const auto defaults = harness.get(handler, "/draft-defaults?formId=cong-van&sourceTaskId=task-1");
    EXPECT_EQ(defaults.at("sourceDocumentId"), "directive-1");
    EXPECT_EQ(defaults.at("sourceTask/title"), "Soạn báo cáo");
    EXPECT_EQ(defaults.at("dueOn"), "2026-03-12");
    EXPECT_EQ(defaults.at("urgency"), "urgent");
    EXPECT_EQ(defaults.at("fields/addressees/0"), "UBND tỉnh Ví Dụ");
    EXPECT_EQ(defaults.at("fields/symbol"), "UBND-KT");
    EXPECT_EQ(defaults.at("fields/signer/name"), chair.personName);
    EXPECT_EQ(defaults.at("fields/signer/position"), "Chủ tịch");
    EXPECT_EQ(defaults.at("fields/signer/authority/0/prefix"), "TM.");
    EXPECT_EQ(defaults.at("fields/signer/authority/0/of"), "Ủy ban nhân dân");

    const auto made = create(R"(,"sourceTaskId":"task-1")");
    EXPECT_EQ(document(made.at("id")).at("sourceDocument/subtitle"), "15/CT-UBND · UBND tỉnh Ví Dụ");
    EXPECT_THAT(column(harness.get(handler, "/documents?sourceDocumentId=directive-1"), "id"), ElementsAre(made.at("id")));
    ASSERT_EQ(harness.published().size(), 1U);
    EXPECT_EQ(harness.published().front().name, "outgoing.draft-linked.v1");
    EXPECT_THAT(harness.published().front().payload, HasSubstr(R"("taskId":"task-1")"));
}

TEST_F(Drafting, StartsADecisionInTheNameOfTheChairWithoutTheLineForTheCommittee) {
    const auto defaults = harness.get(handler, "/draft-defaults?formId=quyet-dinh");
    EXPECT_EQ(defaults.at("fields/authorityTitle"), "Chủ tịch UBND xã Ví Dụ A");
    EXPECT_EQ(defaults.at("fields/signer/position"), "Chủ tịch");
    EXPECT_EQ(defaults.at("fields/signer/authority"), "[]");
}

TEST_F(Drafting, GivesAFormOnlyTheFieldsItHas) {
    const auto defaults = harness.get(handler, "/draft-defaults?formId=thong-bao");
    EXPECT_EQ(defaults.at("fields/addressees"), "");
    EXPECT_EQ(defaults.at("fields/symbol"), "TB-UBND");
    const auto preview = harness.post(handler, "/preview", R"({"formId":"thong-bao","fields":)" + defaults.at("fields") + "}");
    EXPECT_EQ(preview.status, 200) << preview.body;
}

TEST_F(Drafting, AttachesFilesWhileTheDraftIsWithTheWriter) {
    const auto id = makeDraft();
    const auto path = "/documents/" + id + "/attachments";
    const auto attached = harness.upload(handler, path, {{"file", "../../phu-luc.txt", "bảng số liệu"}});
    ASSERT_EQ(attached.status, 201) << attached.body;
    EXPECT_THAT(attached.at("name"), Not(HasSubstr("..")));
    EXPECT_EQ(document(id).at("attachments/0/id"), attached.at("id"));
    EXPECT_EQ(harness.get(handler, "/documents/" + id + "/files/" + attached.at("id")).body, "bảng số liệu");
    EXPECT_EQ(harness.upload(head, path, {{"file", "khac.txt", "x"}}).status, 409);
    EXPECT_EQ(harness.del(handler, path + "/" + attached.at("id")).status, 204);
    EXPECT_FALSE(harness.context().db().read(
        [&](db::Reader& reader) { return harness.context().files().find(reader, attached.at("id")).has_value(); }));
    EXPECT_EQ(harness.get(handler, "/documents/" + id + "/files/" + attached.at("id")).status, 404);
}

TEST_F(Drafting, FindsADraftWithoutMarksAndTakesWildcardsLiterally) {
    const auto id = makeDraft();
    EXPECT_THAT(column(harness.get(handler, "/documents?q=ket%20qua%20thu"), "id"), ElementsAre(id));
    EXPECT_THAT(column(harness.get(handler, "/documents?q=%25"), "id"), IsEmpty());
    EXPECT_EQ(harness.get(handler, "/documents?state=lost").at("errors/0/pointer"), "/state");
}

TEST_F(Drafting, GivesAListPageByPageWithoutRepeating) {
    std::vector<std::string> made{makeDraft(), makeDraft(), makeDraft()};
    const auto first = harness.get(handler, "/documents?limit=2");
    const auto second = harness.get(handler, "/documents?limit=2&cursor=" + first.at("next"));
    auto seen = column(first, "id");
    for (const auto& id : column(second, "id")) {
        seen.push_back(id);
    }
    EXPECT_THAT(seen, ::testing::UnorderedElementsAreArray(made));
    EXPECT_EQ(harness.get(handler, "/documents?cursor=bm9uc2Vuc2U").status, 422);
}

TEST_F(Drafting, LetsTheWriterGiveADraftUp) {
    const auto id = makeDraft();
    EXPECT_EQ(act(handler, id, "cancel").status, 204);
    EXPECT_EQ(stateOf(id), "cancelled");
    EXPECT_EQ(submit(id, usualChain()).status, 409);
}

}  // namespace

}  // namespace congvu::outgoing
