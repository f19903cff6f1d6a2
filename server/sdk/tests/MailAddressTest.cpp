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
    std::string name(64, 'a');
    EXPECT_TRUE(isAddress(name.append("@gov.vn")));
    EXPECT_FALSE(isAddress(name.insert(0, 1, 'a')));
    std::string host{"a@"};
    EXPECT_FALSE(isAddress(host.append(64, 'b').append(".vn")));
}

}  // namespace congvu::mail
