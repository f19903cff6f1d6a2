// SPDX-License-Identifier: Apache-2.0
#include "SigningFixture.h"

#include "congvu/json/Encode.h"
#include "congvu/signing/pades/FormFields.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <thread>

namespace congvu::signingdesk {

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class SignRequest : public SigningFixture {
protected:
    std::vector<std::string> publishedNames() {
        std::vector<std::string> names;
        for (const auto& event : harness.published()) {
            names.push_back(event.name);
        }
        return names;
    }
    testing::TestResponse giveBack(const http::Caller& caller, const std::string& id, const std::string& note) {
        return harness.post(caller, "/requests/" + id + "/return", R"({"note":)" + json::toText(note) + "}");
    }
    void withdraw() {
        const auto desk = harness.context().ports().find<ports::SigningDesk>();
        harness.context().db().write([&](db::Tx& tx) { desk->withdraw(tx, document); });
    }
};

}  // namespace

TEST_F(SignRequest, AppendsTheSignatureToTheFileAndClosesTheRequestInOneAct) {
    const auto id = ask();
    EXPECT_THAT(harness.openWork(chair), ElementsAre("signing.sign"));
    const auto answer = sign(chair, chairKey(), {id}, pin);
    EXPECT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(answer.at("results/0/requestId"), id);
    EXPECT_EQ(answer.at("results/0/isSigned"), "true");
    EXPECT_EQ(answer.at("results/0/code"), "signed");
    EXPECT_EQ(answer.at("results/0/level"), "B-B");

    EXPECT_TRUE(fileOf(chair, id).starts_with(form())) << "the submitted bytes are the prefix of the signed ones";
    EXPECT_EQ(request(chair, id).at("state"), "signed");
    EXPECT_THAT(harness.openWork(chair), IsEmpty());
    EXPECT_THAT(timelineOfDocument(), ElementsAre("signing.signed"));
    EXPECT_THAT(auditOf("request", id), ElementsAre("signing.requested", "signing.signed"));
    EXPECT_THAT(auditOf("document", document.id), ElementsAre("file.read")) << "the opening of the file above";
}

TEST_F(SignRequest, PublishesOneEventThatNamesTheSignedFile) {
    const auto id = ask();
    const auto keyId = chairKey();
    sign(chair, keyId, {id}, pin);
    sign(chair, keyId, {id}, pin);
    const auto events = harness.published();
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].name, "signing.request-signed.v1");
    EXPECT_EQ(events[0].entity.id, document.id);
    EXPECT_EQ(events[0].agencyId, harness.unitId("xa-a"));
    const testing::TestResponse payload{200, events[0].payload, {}};
    EXPECT_EQ(payload.at("requestId"), id);
    EXPECT_EQ(payload.at("signerKind"), "person");
    EXPECT_EQ(payload.at("signerPostId"), chair.postId);
    EXPECT_EQ(payload.at("file/sizeBytes"), std::to_string(fileOf(chair, id).size()));
}

TEST_F(SignRequest, GivesEachDocumentOfABatchItsOwnResultAndOneThatFailsLeavesTheOthersAlone) {
    const auto good = ask();
    const auto broken = ask({}, "%PDF-1.7\nnothing that a reader could follow\n%%EOF\n");
    const auto fieldless = ask({ports::SignerKind::person, "Nowhere", "Thiếu ô ký", {}});
    const auto alreadyReturned = ask();
    giveBack(chair, alreadyReturned, "Sai thể thức.");
    const auto last = ask();
    const auto answer = sign(chair, chairKey(), {good, broken, fieldless, alreadyReturned, newId(), last, good}, pin);
    EXPECT_EQ(answer.status, 200) << answer.body;
    const std::vector<std::string> codes{
        "signed", "signing.error.notAPdf", "signing.error.fieldNotFound", "signing.already-decided", "not-found", "signed"};
    for (std::size_t index = 0; index < codes.size(); ++index) {
        EXPECT_EQ(answer.at("results/" + std::to_string(index) + "/code"), codes[index]);
    }
    EXPECT_EQ(answer.at("results/6"), "") << "a request that is named twice is signed and reported once";
    EXPECT_EQ(request(chair, last).at("state"), "signed");
    EXPECT_EQ(request(chair, broken).at("state"), "open") << "what failed waits on the desk as before";
}

TEST_F(SignRequest, TakesManyDocumentsUnderOnePinAndRefusesMoreThanAThousandAtOnce) {
    std::vector<std::string> ids;
    for (int index = 0; index < 40; ++index) {
        ids.push_back(ask());
    }
    const auto keyId = chairKey();
    const auto answer = sign(chair, keyId, ids, pin);
    EXPECT_EQ(answer.at("results/39/isSigned"), "true") << answer.body;
    EXPECT_EQ(harness.published().size(), 40U);
    EXPECT_EQ(sign(chair, keyId, std::vector<std::string>(1001, ids[0]), pin).status, 422);
}

TEST_F(SignRequest, HappensExactlyOnceWhenTheSameRequestIsSignedFromTwoPlacesAtOnce) {
    const auto id = ask();
    const auto keyId = chairKey();
    std::vector<testing::TestResponse> answers(4);
    std::vector<std::thread> people;
    for (auto& answer : answers) {
        people.emplace_back([&] { answer = sign(chair, keyId, {id}, pin); });
    }
    for (auto& person : people) {
        person.join();
    }
    const auto isSigned = [](const testing::TestResponse& answer) { return answer.at("results/0/isSigned") == "true"; };
    EXPECT_EQ(std::ranges::count_if(answers, isSigned), 1);
    for (const auto& answer : answers) {
        EXPECT_TRUE(isSigned(answer) || answer.at("results/0/code") == "signing.already-decided") << answer.body;
    }
    EXPECT_EQ(harness.published().size(), 1U);
    EXPECT_THAT(timelineOfDocument(), ElementsAre("signing.signed"));
}

TEST_F(SignRequest, OfASupersededVersionIsRefused) {
    const auto old = ask();
    withdraw();
    const auto current = ask();
    const auto answer = sign(chair, chairKey(), {old, current}, pin);
    EXPECT_EQ(answer.at("results/0/code"), "signing.already-decided");
    EXPECT_EQ(answer.at("results/1/code"), "signed");
    EXPECT_EQ(request(chair, old).at("state"), "withdrawn");
    EXPECT_EQ(giveBack(chair, old, "muộn").status, 409);
    EXPECT_THAT(harness.openWork(chair), IsEmpty());
}

TEST_F(SignRequest, IsGivenBackWithANoteOnceAndThenNoLongerSigned) {
    const auto id = ask();
    EXPECT_EQ(giveBack(chair, id, "").status, 422);
    EXPECT_EQ(giveBack(chair, id, "Đề nghị bổ sung căn cứ.").status, 204);
    EXPECT_EQ(giveBack(chair, id, "lần nữa").status, 409);
    EXPECT_EQ(request(chair, id).at("state"), "returned");
    EXPECT_EQ(request(chair, id).at("note"), "Đề nghị bổ sung căn cứ.");
    EXPECT_THAT(harness.openWork(chair), IsEmpty());
    EXPECT_THAT(timelineOfDocument(), ElementsAre("signing.returned"));
    EXPECT_THAT(auditOf("request", id), ElementsAre("signing.requested", "signing.returned"));
    EXPECT_THAT(publishedNames(), ElementsAre("signing.request-returned.v1"));
    EXPECT_EQ(sign(chair, chairKey(), {id}, pin).at("results/0/code"), "signing.already-decided");
}

TEST_F(SignRequest, WithARemovedKeyIsRefusedAndTheRequestStaysOpen) {
    const auto id = ask();
    const auto keyId = chairKey();
    EXPECT_EQ(harness.del(chair, "/keys/" + keyId).status, 204);
    EXPECT_EQ(sign(chair, keyId, {id}, pin).status, 404);
    EXPECT_EQ(harness.get(chair, "/keys").at("items/0/id"), "");
    EXPECT_EQ(request(chair, id).at("state"), "open");
    EXPECT_EQ(auditOf("key", keyId).back(), "signing.key-removed");
}

TEST_F(SignRequest, PutsTheSignatureWhereTheSignerDraggedItInsteadOfTheReservedField) {
    const auto id = ask();
    const auto place = R"([{"requestId":)" + json::toText(id) + R"(,"place":{"page":1,"x":100,"y":120,"width":150,"height":60}}])";
    EXPECT_EQ(sign(chair, chairKey(), {id}, pin, place).at("results/0/isSigned"), "true");
    const auto outline = signing::DocumentOutline::read(signing::viewOf(fileOf(chair, id)));
    EXPECT_FALSE(outline.find("Chair")->signedOrFilled);
    const auto made = std::ranges::find_if(outline.fields, [](const signing::FormField& field) {
        return field.kind == signing::FormFieldKind::signature && field.signedOrFilled;
    });
    ASSERT_NE(made, outline.fields.end());
    EXPECT_NEAR(made->rectangle.x, 100, 0.01);
    EXPECT_NEAR(made->rectangle.height, 60, 0.01);
}

TEST_F(SignRequest, RefusesAPlaceThatIsOnNoPageOrHasNoSize) {
    const auto id = ask();
    const auto keyId = chairKey();
    const auto at = [&](const std::string& place) {
        return sign(chair, keyId, {id}, pin, R"([{"requestId":)" + json::toText(id) + R"(,"place":)" + place + "}]");
    };
    EXPECT_EQ(at(R"({"page":7,"x":1,"y":1,"width":50,"height":50})").at("results/0/code"), "signing.error.pageNotFound");
    EXPECT_EQ(at(R"({"page":1,"x":1,"y":1,"width":0,"height":50})").at("results/0/code"), "signing.error.invalidArgument");
    EXPECT_EQ(at(R"({"page":1,"x":1,"y":1,"width":50,"height":-5})").at("results/0/code"), "signing.error.invalidArgument");
    EXPECT_EQ(request(chair, id).at("state"), "open");
}

}  // namespace congvu::signingdesk
