// SPDX-License-Identifier: Apache-2.0
#include "OwnFileFixture.h"

#include "congvu/json/Encode.h"
#include "domain/ReservedNames.h"
#include "storage/OwnFileRepository.h"

namespace congvu::outgoing {

namespace {

std::string fieldsNaming(const std::string& signerName) {
    auto fields = letterFields();
    const std::string usual = "Người Ký Mẫu";
    fields.replace(fields.find(usual), usual.size(), signerName);
    return fields;
}

FieldPlace placeFor(std::string_view field, double x, double y) {
    return {std::string{field}, 1, x, y, 60, 16, 13};
}

}  // namespace

testing::TestResponse OwnFileFixture::put(const std::string& id, const std::string& name, const std::string& bytes) {
    return harness.upload(handler, "/documents/" + id + "/own-file", {{"file", name, bytes}});
}

std::string OwnFileFixture::makeWithFile(const std::string& text) {
    const auto made = harness.post(handler, "/documents", draftRequest({province}, fieldsNaming(chair.personName)));
    EXPECT_EQ(made.status, 201) << made.body;
    const auto answer = put(made.at("id"), "du-thao.odt", odtOf(letterBody(chair.personName, text)));
    EXPECT_EQ(answer.status, 200) << answer.body;
    return made.at("id");
}

void OwnFileFixture::becomeReady(const std::string& id, const std::string& text, std::int64_t printedYear) {
    const OwnFileRepository ownFiles;
    const auto ownId = document(id).at("ownFile/id");
    const auto placed = harness.context().files().place(std::string_view{somePdf()});
    harness.context().db().write([&](db::Tx& tx) {
        auto own = ownFiles.find(tx, ownId);
        ASSERT_TRUE(own);
        own->state = OwnFileState::ready;
        own->pages = 1;
        own->pdfFileId = harness.context().files().record(tx, placed, "du-thao.pdf", "application/pdf", {"outgoing", "document", id}).id;
        own->places = {{placeFor(kNumberField, 80, 700), placeFor(kDayField, 330, 700), placeFor(kMonthField, 410, 700),
                        placeFor(kPersonField, 320, 150)},
                       printedYear};
        ownFiles.finish(tx, *own, text, harness.context().clock().now());
    });
}

std::string OwnFileFixture::makeReady() {
    const auto id = makeWithFile();
    becomeReady(id, "Số: /UBND-KT\nNội dung của tệp riêng.\nCHỦ TỊCH\n" + chair.personName);
    return id;
}

std::string OwnFileFixture::placesRequest() {
    std::string places;
    for (const auto& place : {placeFor(kNumberField, 90, 690), placeFor(kDayField, 330, 690), placeFor(kMonthField, 410, 690),
                              placeFor(kPersonField, 320, 150)}) {
        places += (places.empty() ? "" : ",") + json::toText(place);
    }
    return R"({"places":[)" + places + "]}";
}

}  // namespace congvu::outgoing
