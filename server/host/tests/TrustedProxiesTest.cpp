// SPDX-License-Identifier: Apache-2.0
#include "http/TrustedProxies.h"

#include <gtest/gtest.h>
#include <stdexcept>

namespace congvu::host {
namespace {

TEST(TrustedProxies, NobodysWordIsTakenUnlessConfigured) {
    const TrustedProxies none{{}};
    EXPECT_EQ(none.clientOf("127.0.0.1", "203.0.113.9"), "127.0.0.1");
    const TrustedProxies one{{"10.0.0.5"}};
    EXPECT_EQ(one.clientOf("10.0.0.6", "203.0.113.9"), "10.0.0.6") << "another machine of the same network";
}

TEST(TrustedProxies, TakesTheNearestAddressThatIsNoProxy) {
    const TrustedProxies proxies{{"127.0.0.1", "10.0.0.0/8"}};
    EXPECT_EQ(proxies.clientOf("127.0.0.1", "203.0.113.9"), "203.0.113.9");
    EXPECT_EQ(proxies.clientOf("127.0.0.1", "198.51.100.1, 203.0.113.9 , 10.2.3.4"), "203.0.113.9")
        << "what stands further left is the client's own word";
    EXPECT_EQ(proxies.clientOf("10.9.9.9", "10.2.3.4"), "10.2.3.4") << "a client inside the network of the proxies";
    EXPECT_EQ(proxies.clientOf("127.0.0.1", ""), "127.0.0.1");
}

TEST(TrustedProxies, ReadsPortsBracketsAndMappedAddresses) {
    const TrustedProxies proxies{{"127.0.0.1", "fd00::/8"}};
    EXPECT_EQ(proxies.clientOf("::ffff:127.0.0.1", "203.0.113.9:4711"), "203.0.113.9");
    EXPECT_EQ(proxies.clientOf("fd12::1", "[2001:db8::7]:443"), "2001:db8::7");
    EXPECT_EQ(proxies.clientOf("fd12::1", "2001:db8::7"), "2001:db8::7");
    EXPECT_EQ(proxies.clientOf("fe80::1", "2001:db8::7"), "fe80::1");
}

TEST(TrustedProxies, StopsAtWhatItCannotRead) {
    const TrustedProxies proxies{{"127.0.0.1", "10.0.0.0/8"}};
    EXPECT_EQ(proxies.clientOf("127.0.0.1", "203.0.113.9, unknown, 10.1.1.1"), "10.1.1.1");
    for (const auto* hostile : {"unknown", ",", "[", "[]", ":", "a:b:c", "999.1.1.1", "1.2.3.4 5.6.7.8"}) {
        EXPECT_EQ(proxies.clientOf("127.0.0.1", hostile), "127.0.0.1") << hostile;
    }
}

TEST(TrustedProxies, RefusesWhatIsNoNetwork) {
    for (const auto* bad : {"", "proxy.example", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/8x", "10.0.0/8", "fd00::/129", "10.0.0.0/-1"}) {
        EXPECT_FALSE(TrustedProxies::isNetwork(bad)) << bad;
        EXPECT_THROW(TrustedProxies{{bad}}, std::invalid_argument) << bad;
    }
    EXPECT_TRUE(TrustedProxies::isNetwork("0.0.0.0/0"));
    EXPECT_TRUE(TrustedProxies::isNetwork("::1"));
}

}  // namespace
}  // namespace congvu::host
