// SPDX-License-Identifier: Apache-2.0
#include "SigningFixture.h"

#include "congvu/error/AppError.h"
#include "crypto/OpenSsl.h"
#include "service/ManageKeys.h"
#include "support/Process.h"
#include "support/TestPki.h"

namespace congvu::signingdesk {

namespace {

std::string sha256Of(const std::string& bytes) {
    return signing::crypto::toHex(signing::crypto::digest("SHA256", signing::viewOf(bytes)));
}

class KeyImage : public SigningFixture {
protected:
    KeyImage()
        : vault_(harness.context().db(), harness.context().audit(), harness.context().clock(), work_),
          keys_(harness.context().db(), harness.context().files(), harness.context().audit(), harness.context().directory(),
                harness.context().clock(), vault_) {}

    void set(const http::Caller& caller, const std::string& keyId, const std::string& bytes, const std::string& mediaType = "image/png") {
        const auto path = folder_.write("image", signing::viewOf(bytes));
        keys_.setImage(caller, keyId, {"file", "image.png", mediaType, sha256Of(bytes), static_cast<std::int64_t>(bytes.size()), path});
    }
    std::string refusal(const std::string& keyId, const std::string& bytes, const std::string& mediaType = "image/png") {
        try {
            set(chair, keyId, bytes, mediaType);
        } catch (const AppError& error) {
            return error.fields().empty() ? error.code() : error.fields().front().code;
        }
        return "nothing was refused";
    }
    static std::string png() { return std::string{signing::textOf(signing::testing::samplePng())}; }

private:
    signing::testing::TemporaryFolder folder_;
    BoundedWork work_{1, 1};
    KeyVault vault_;
    ManageKeys keys_;
};

}  // namespace

TEST_F(KeyImage, IsShownToItsOwnerAndStandsInTheSignatureInsteadOfAText) {
    const auto keyId = chairKey();
    EXPECT_EQ(harness.get(chair, "/keys/" + keyId + "/image").status, 404);
    set(chair, keyId, png());
    EXPECT_EQ(harness.get(chair, "/keys/" + keyId + "/image").body, png());
    EXPECT_EQ(harness.get(chair, "/keys").at("items/0/hasImage"), "true");
    const auto id = ask();
    EXPECT_EQ(sign(chair, keyId, {id}, pin).at("results/0/isSigned"), "true");
    const auto bytes = fileOf(chair, id);
    EXPECT_NE(bytes.find("/Subtype/Image"), std::string::npos);
    EXPECT_EQ(auditOf("key", keyId).at(1), "signing.image-set");
}

TEST_F(KeyImage, IsRefusedWhenItIsNoPngOrBrokenOrTooLarge) {
    const auto keyId = chairKey();
    EXPECT_EQ(refusal(keyId, "GIF89a", "image/gif"), "signing.image-not-png");
    EXPECT_EQ(refusal(keyId, png().substr(0, 40)), "signing.error.unreadableImage");
    EXPECT_EQ(refusal(keyId, png() + std::string(1024 * 1024, 'x')), "signing.image-too-large");
    EXPECT_EQ(harness.get(chair, "/keys").at("items/0/hasImage"), "false");
}

TEST_F(KeyImage, IsForgottenWhenItIsReplacedAndWhenTheKeyIsRemoved) {
    const auto keyId = chairKey();
    const auto images = [&] {
        return harness.context().db().read([&](db::Reader& reader) {
            return reader.one("SELECT count(*) FROM core_file WHERE entity_id = $1", {keyId},
                              [](const db::Row& row) { return row.integer(0); });
        });
    };
    set(chair, keyId, png());
    set(chair, keyId, png());
    EXPECT_EQ(images(), 1);
    EXPECT_EQ(harness.del(chair, "/keys/" + keyId).status, 204);
    EXPECT_EQ(images(), 0);
}

TEST_F(KeyImage, OfAnotherPersonsKeyCannotBeSet) {
    const auto keyId = chairKey();
    EXPECT_THROW(set(clerk, keyId, png()), AppError);
    EXPECT_EQ(harness.get(chair, "/keys").at("items/0/hasImage"), "false");
}

}  // namespace congvu::signingdesk
