// SPDX-License-Identifier: Apache-2.0
#include "congvu/mail/Address.h"

#include <gtest/gtest.h>

#include <string>

namespace congvu::mail {

TEST(MailAddress, TakesWhatEveryMailServerUnderstands) {
    EXPECT_TRUE(isAddress("vanthu@suoimau.gov.vn"));
    EXPECT_TRUE(isAddress("van.thu+den@so-noi-vu.tinh.gov.vn"));
    EXPECT_TRUE(isAddress("vanthu@localhost"));
}

TEST(MailAddress, RefusesWhatIsNone) {
    for (const auto* text : {"", "vanthu", "@gov.vn", "vanthu@", "van thu@gov.vn", "vanthu@gov..vn", ".vanthu@gov.vn", "vanthu@-gov.vn",
                             "văn.thư@gov.vn", "a@b@c", "vanthu@gov.vn\r\nBcc: x@y.vn", "<vanthu@gov.vn>"}) {
        EXPECT_FALSE(isAddress(text)) << text;
    }
}

TEST(MailAddress, KeepsTheLengthsOfTheStandard) {
    EXPECT_TRUE(isAddress(std::string(64, 'a') + "@gov.vn"));
    EXPECT_FALSE(isAddress(std::string(65, 'a') + "@gov.vn"));
    EXPECT_FALSE(isAddress("a@" + std::string(64, 'b') + ".vn"));
}

}  // namespace congvu::mail
