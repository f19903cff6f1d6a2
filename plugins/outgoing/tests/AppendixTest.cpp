// SPDX-License-Identifier: Apache-2.0
#include "OutgoingFixture.h"

#include <gmock/gmock.h>

namespace congvu::outgoing {

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// Appendices in files of their own (Decree 30/2020, App. I).
class AppendixFile : public OutgoingFixture {
protected:
    testing::TestResponse attach(const std::string& id, const std::string& name, const std::string& bytes) {
        return harness.upload(handler, "/documents/" + id + "/attachments", {{"file", name, bytes}});
    }
    /// A numbered document with a PDF and a table; both seals are asked for.
    std::string makeNumberedWithAppendices() {
        const auto id = makeDraft();
        EXPECT_EQ(attach(id, "danh-sach.pdf", somePdf()).status, 201);
        EXPECT_EQ(attach(id, "so-lieu.csv", "a;b\n1;2\n").status, 201);
        EXPECT_EQ(submit(id, {chair.postId}).status, 200);
        sign();
        EXPECT_EQ(act(clerk, id, "number").status, 200);
        return id;
    }
    std::vector<std::string> titlesOf(const std::string& id) {
        std::vector<std::string> titles;
        const auto view = document(id);
        for (int index = 0; !view.at("attachments/" + std::to_string(index) + "/id").empty(); ++index) {
            titles.push_back(view.at("attachments/" + std::to_string(index) + "/position") + " " +
                             view.at("attachments/" + std::to_string(index) + "/title"));
        }
        return titles;
    }
};

TEST_F(AppendixFile, IsNumberedInTheOrderOfAttachingAndNamedAfterItsFile) {
    const auto id = makeDraft();
    attach(id, "danh-sach.pdf", somePdf());
    attach(id, "so-lieu.csv", "a;b\n");
    EXPECT_THAT(titlesOf(id), ElementsAre("1 danh-sach", "2 so-lieu"));
}

TEST_F(AppendixFile, GetsATitleAndAnotherNumberAndTheOthersMoveUp) {
    const auto id = makeDraft();
    attach(id, "mot.txt", "1");
    attach(id, "hai.txt", "2");
    const auto third = attach(id, "ba.txt", "3").at("id");
    const auto path = "/documents/" + id + "/attachments/" + third;
    EXPECT_EQ(harness.put(handler, path, R"({"title":"Danh sách các đơn vị","position":1})").status, 200);
    EXPECT_THAT(titlesOf(id), ElementsAre("1 Danh sách các đơn vị", "2 mot", "3 hai"));
    EXPECT_EQ(harness.put(handler, path, R"({"title":"Danh sách","position":50})").status, 200) << "behind the last one is the end";
    EXPECT_THAT(titlesOf(id), ElementsAre("1 mot", "2 hai", "3 Danh sách"));
    EXPECT_EQ(harness.put(handler, path, R"({"title":""})").at("errors/0/pointer"), "/title");
    EXPECT_EQ(harness.put(harness.as("handler", "vh-a"), path, R"({"title":"x"})").status, 404);
}

TEST_F(AppendixFile, LeavesNoGapInTheNumbersWhenItIsRemoved) {
    const auto id = makeDraft();
    const auto first = attach(id, "mot.txt", "1").at("id");
    attach(id, "hai.txt", "2");
    EXPECT_EQ(harness.del(handler, "/documents/" + id + "/attachments/" + first).status, 204);
    EXPECT_THAT(titlesOf(id), ElementsAre("1 hai"));
}

TEST_F(AppendixFile, IsRefusedAsAPdfThatCouldNotBeSealed) {
    const auto id = makeDraft();
    const auto damaged = attach(id, "hong.pdf", "%PDF-1.4\nnothing follows");
    EXPECT_EQ(damaged.status, 422);
    EXPECT_EQ(damaged.at("errors/0/pointer"), "/file");
    EXPECT_EQ(damaged.at("errors/0/code"), "outgoing.appendix-damaged");
    EXPECT_THAT(titlesOf(id), IsEmpty());
}

TEST_F(AppendixFile, GetsTheAgencysSignatureWithTheNumberOfTheDocument) {
    const auto id = makeNumberedWithAppendices();
    const auto open = desk->open();
    ASSERT_EQ(open.size(), 2U) << "the document and its PDF; a table cannot carry a signature";
    const auto& seal = open[1].request;
    EXPECT_EQ(seal.signerKind, ports::SignerKind::agency);
    EXPECT_EQ(seal.attachmentOf, "01/UBND-KT");
    EXPECT_EQ(seal.title, "danh-sach");
    EXPECT_EQ(seal.entity.type, "attachment");
    EXPECT_EQ(open[0].request.attachmentOf, "");

    const auto before = document(id).at("attachments/0/sha256");
    sign(open[0]);
    sign(open[1]);
    EXPECT_EQ(document(id).at("attachments/0/isSealed"), "true");
    EXPECT_EQ(document(id).at("attachments/1/isSealed"), "false");
    EXPECT_NE(document(id).at("attachments/0/sha256"), before);
    const auto file = document(id).at("attachments/0/fileId");
    EXPECT_THAT(harness.get(clerk, "/documents/" + id + "/files/" + file).body, HasSubstr("signed by"));
}

TEST_F(AppendixFile, KeepsTheDocumentInTheHouseUntilItIsSealedToo) {
    const auto id = makeNumberedWithAppendices();
    const auto open = desk->open();
    sign(open[0]);
    EXPECT_EQ(stateOf(id), "sealed");
    EXPECT_THAT(harness.openWork(clerk), IsEmpty());
    EXPECT_EQ(act(clerk, id, "issue").status, 409);
    EXPECT_EQ(document(id).at("requestId"), open[1].id) << "the page leads to what is still to be sealed";
    sign(open[1]);
    EXPECT_THAT(harness.openWork(clerk), ElementsAre("outgoing.issue"));
    EXPECT_EQ(act(clerk, id, "issue").status, 200);
}

TEST_F(AppendixFile, MayBeSealedBeforeTheDocument) {
    const auto id = makeNumberedWithAppendices();
    const auto open = desk->open();
    sign(open[1]);
    EXPECT_EQ(stateOf(id), "numbered");
    sign(open[0]);
    EXPECT_THAT(harness.openWork(clerk), ElementsAre("outgoing.issue"));
    EXPECT_EQ(act(clerk, id, "issue").status, 200);
}

TEST_F(AppendixFile, IsSealedAnewWhenTheNumberWasCancelled) {
    const auto id = makeNumberedWithAppendices();
    for (const auto& asked : desk->open()) {
        sign(asked);
    }
    const auto withWrongNumber = document(id).at("attachments/0/sha256");
    ASSERT_EQ(act(clerk, id, "cancel-number", R"({"note":"Sai ngày."})").status, 200);
    EXPECT_EQ(document(id).at("attachments/0/isSealed"), "false");
    ASSERT_EQ(act(clerk, id, "number").at("numberAndSymbol"), "02/UBND-KT");
    const auto open = desk->open();
    ASSERT_EQ(open.size(), 2U);
    EXPECT_EQ(open[1].request.attachmentOf, "02/UBND-KT");
    EXPECT_NE(open[1].request.file.sha256, withWrongNumber) << "the file as it was attached is sealed";
}

TEST_F(AppendixFile, TakesNoSealForANumberThatWasCancelledMeanwhile) {
    const auto id = makeNumberedWithAppendices();
    const auto open = desk->open();
    ASSERT_EQ(act(clerk, id, "cancel-number", R"({"note":"Sai ngày."})").status, 200);
    EXPECT_THAT(desk->open(), IsEmpty());
    sign(open[1]);
    EXPECT_EQ(document(id).at("attachments/0/isSealed"), "false");
}

TEST_F(AppendixFile, IsAskedForAgainWhenItsSealWasGivenBack) {
    const auto id = makeNumberedWithAppendices();
    const auto open = desk->open();
    sign(open[0]);
    giveBackAtTheDesk(open[1], "Chưa cắm thiết bị.");
    EXPECT_THAT(harness.openWork(clerk), ElementsAre("outgoing.seal"));
    EXPECT_EQ(act(clerk, id, "seal").status, 200);
    EXPECT_EQ(act(clerk, id, "seal").status, 409) << "it is asked for already";
    ASSERT_EQ(desk->open().size(), 1U);
    sign(desk->open()[0]);
    EXPECT_EQ(act(clerk, id, "issue").status, 200);
}

TEST_F(AppendixFile, IgnoresASealThatIsToldTwice) {
    const auto id = makeNumberedWithAppendices();
    const auto open = desk->open();
    sign(open[1]);
    const auto version = document(id).at("version");
    sign(open[1]);
    EXPECT_EQ(document(id).at("version"), version);
}

TEST_F(AppendixFile, GoesOutWithItsFingerprintInTheEventAndTheRecordOfTheIssue) {
    const auto id = makeNumberedWithAppendices();
    for (const auto& asked : desk->open()) {
        sign(asked);
    }
    ASSERT_EQ(act(clerk, id, "issue").status, 200);
    const auto view = document(id);
    const testing::TestResponse payload{200, harness.published().back().payload, {}};
    EXPECT_EQ(payload.at("attachments/0/position"), "1");
    EXPECT_EQ(payload.at("attachments/0/isSealed"), "true");
    EXPECT_EQ(payload.at("attachments/0/sha256"), view.at("attachments/0/sha256"));
    EXPECT_EQ(payload.at("attachments/1/title"), "so-lieu");
    EXPECT_EQ(payload.at("attachments/1/isSealed"), "false");
    const auto history = harness.get(clerk, "/documents/" + id + "/timeline").body;
    EXPECT_THAT(history, HasSubstr(view.at("attachments/0/sha256")));
    EXPECT_THAT(history, HasSubstr(view.at("attachments/1/sha256")));
    EXPECT_THAT(history, HasSubstr(view.at("file/sha256")));
}

TEST_F(AppendixFile, GoesOnWithALongerFileOfItsOwn) {
    const auto id = makeNumberedWithAppendices();
    const auto open = desk->open();
    sign(open[0]);
    sign(open[1]);
    const auto sealed = document(id).at("attachments/0/sha256");
    const auto placed = harness.context().files().place(std::string_view{"a longer file"});
    harness.receive("signing.file-extended.v1", open[1].request.entity, open[1].request.agencyId,
                    R"({"fromSha256":")" + sealed +
                        R"(","file":{"id":"x","name":"danh-sach.pdf","mediaType":"application/pdf","sha256":")" + placed.sha256 +
                        R"(","sizeBytes":13}})");
    EXPECT_EQ(document(id).at("attachments/0/sha256"), placed.sha256);
    EXPECT_EQ(stateOf(id), "sealed");
}

}  // namespace

}  // namespace congvu::outgoing
