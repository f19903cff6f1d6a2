// SPDX-License-Identifier: Apache-2.0
#include "CoreFixture.h"
#include "congvu/core/PosixFileSystem.h"
#include "secrets/service/SecretBox.h"
#include "settings/storage/SettingRepository.h"

#include <gmock/gmock.h>

namespace congvu::core {

namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kKey = "core.mail_password";
constexpr const char* kSecret = "mật khẩu thử 1";

class SecretTest : public CoreTest {
protected:
    std::string stored() {
        for (const auto& setting : core->needs.db.read([&](db::Reader& reader) { return SettingRepository{}.readAll(reader); })) {
            if (setting.key == kKey) {
                return setting.value;
            }
        }
        return {};
    }
    std::string shown() {
        for (const auto& item : core->settings.list("")) {
            if (item.key == kKey) {
                return item.value.text;
            }
        }
        return {};
    }
};

}  // namespace

TEST(SecretBox, OpensWhatItHasSealedAndNothingElse) {
    testing::TemporaryFolder folder;
    PosixFileSystem files;
    const SecretBox box{files, folder.path() / "secrets.key"};
    const auto sealed = box.seal(kSecret, "one");
    EXPECT_THAT(sealed, Not(HasSubstr(kSecret)));
    EXPECT_EQ(box.open(sealed, "one"), kSecret);
    EXPECT_EQ(box.open(sealed, "two"), std::nullopt) << "a secret belongs to one place";
    auto changed = sealed;
    changed.back() = changed.back() == '0' ? '1' : '0';
    EXPECT_EQ(box.open(changed, "one"), std::nullopt);
    EXPECT_EQ(box.open("", "one"), std::nullopt);
    EXPECT_EQ(box.open("1:zz", "one"), std::nullopt);
}

TEST(SecretBox, KeepsItsKeyBesideTheDatabaseAndNotInIt) {
    testing::TemporaryFolder folder;
    testing::TemporaryFolder other;
    PosixFileSystem files;
    const auto sealed = SecretBox{files, folder.path() / "secrets.key"}.seal(kSecret, "one");
    EXPECT_EQ((SecretBox{files, folder.path() / "secrets.key"}.open(sealed, "one")), kSecret) << "also after a restart";
    EXPECT_EQ((SecretBox{files, other.path() / "secrets.key"}.open(sealed, "one")), std::nullopt);
}

TEST_F(SecretTest, ASecretIsStoredSealedAndShownToNobody) {
    EXPECT_EQ(shown(), "false");
    core->settings.changeText({}, kKey, kSecret, "");
    EXPECT_EQ(core->settings.text(kKey), kSecret);
    EXPECT_THAT(stored(), Not(HasSubstr(kSecret)));
    EXPECT_EQ(shown(), "true");
}

TEST_F(SecretTest, AnEmptySecretTakesItAway) {
    core->settings.changeText({}, kKey, kSecret, "");
    core->settings.changeText({}, kKey, "", "");
    EXPECT_EQ(core->settings.text(kKey), "");
    EXPECT_EQ(shown(), "false");
    EXPECT_EQ(stored(), "");
}

TEST_F(SecretTest, TheAuditDoesNotKnowIt) {
    core->settings.changeText({}, kKey, kSecret, "");
    const auto details = core->needs.db.read([&](db::Reader& reader) {
        return reader.list("SELECT detail FROM core_audit WHERE act = 'core.setting-changed' ORDER BY seq LIMIT 10", {},
                           [](const db::Row& row) { return row.string(0); });
    });
    ASSERT_EQ(details.size(), 1U);
    EXPECT_THAT(details.front(), Not(HasSubstr(kSecret)));
    EXPECT_THAT(details.front(), Not(HasSubstr(stored())));
}

}  // namespace congvu::core
