// SPDX-License-Identifier: Apache-2.0
// Searches the memory and the core dumps of a program that has signed for its PIN and the numbers of its key.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/core_names.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>

#include "congvu/signing/keys/SealedKey.h"
#include "crypto/OpenSsl.h"
#include "support/Process.h"
#include "support/ProcessMemory.h"
#include "support/TestPki.h"
#include "support/TestToken.h"

namespace congvu::signing::testing {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::StartsWith;

constexpr const char* kSecretPin = "a-pin-like-no-other-text";

/// 24 bytes out of the middle of a private number, as DER has them and as OpenSSL computes with them.
void addNumber(std::vector<Needle>& needles, const EVP_PKEY* key, const char* parameter) {
    BIGNUM* number = nullptr;
    ASSERT_EQ(EVP_PKEY_get_bn_param(key, parameter, &number), 1);
    Bytes bytes(static_cast<std::size_t>(BN_num_bytes(number)));
    BN_bn2bin(number, bytes.data());
    BN_clear_free(number);
    const auto start = bytes.begin() + static_cast<std::ptrdiff_t>(bytes.size() / 2 - 12);
    Bytes middle(start, start + 24);
    needles.push_back({std::string(parameter), middle});
    std::reverse(middle.begin(), middle.end());
    needles.push_back({std::string(parameter) + " reversed", middle});
}

std::vector<Needle> secretsOf(const IssuedKey& issued) {
    std::vector<Needle> needles{{"PIN", {kSecretPin, kSecretPin + std::char_traits<char>::length(kSecretPin)}}};
    const auto* position = reinterpret_cast<const unsigned char*>(issued.pkcs8.view().data());
    const crypto::KeyPointer key(d2i_AutoPrivateKey(nullptr, &position, static_cast<long>(issued.pkcs8.size())));
    if (issued.certificate.keyType() == "EC") {
        addNumber(needles, key.get(), OSSL_PKEY_PARAM_PRIV_KEY);
        return needles;
    }
    for (const char* parameter : {OSSL_PKEY_PARAM_RSA_D, OSSL_PKEY_PARAM_RSA_FACTOR1, OSSL_PKEY_PARAM_RSA_FACTOR2,
                                  OSSL_PKEY_PARAM_RSA_EXPONENT1, OSSL_PKEY_PARAM_RSA_EXPONENT2, OSSL_PKEY_PARAM_RSA_COEFFICIENT1}) {
        addNumber(needles, key.get(), parameter);
    }
    return needles;
}

/// The probe as a child in a folder of its own, so that nothing of this process's memory is in it.
class Probe {
public:
    Probe(const std::filesystem::path& folder, std::vector<std::string> arguments) {
        EXPECT_EQ(::pipe(input_.data()), 0);
        EXPECT_EQ(::pipe(output_.data()), 0);
        arguments.insert(arguments.begin(), CONGVU_SECRECY_PROBE);
        std::vector<char*> pointers;
        std::transform(arguments.begin(), arguments.end(), std::back_inserter(pointers), [](std::string& text) { return text.data(); });
        pointers.push_back(nullptr);
        process_ = ::fork();
        if (process_ == 0) {
            ::dup2(input_[0], STDIN_FILENO);
            ::dup2(output_[1], STDOUT_FILENO);
            if (::chdir(folder.c_str()) == 0) {
                ::execv(pointers[0], pointers.data());
            }
            ::_exit(127);
        }
        ::close(input_[0]);
        ::close(output_[1]);
    }
    ~Probe() {
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
        ::close(input_[1]);
        ::close(output_[0]);
    }
    Probe(const Probe&) = delete;
    Probe& operator=(const Probe&) = delete;

    pid_t process() const { return process_; }

    /// The state that the probe says it is in.
    std::string state() const {
        std::string line;
        for (char letter = 0; ::read(output_[0], &letter, 1) == 1 && letter != '\n';) {
            line += letter;
        }
        return line;
    }
    void say(const std::string& command) const {
        const std::string line = command + '\n';
        EXPECT_EQ(::write(input_[1], line.data(), line.size()), static_cast<ssize_t>(line.size()));
    }

private:
    pid_t process_ = -1;
    std::array<int, 2> input_{};
    std::array<int, 2> output_{};
};

class KeysInMemory : public ::testing::Test {
protected:
    static const IssuedKey& rsa() { return TestPki::instance().chairKey(); }
    static const IssuedKey& ec() { return TestPki::instance().sealKey(); }

    std::vector<std::string> container(const IssuedKey& key) const {
        return {"p12", folder_.write("key.p12", key.toPkcs12(kSecretPin, "key")), pinFile_};
    }
    std::vector<std::string> sealed(const IssuedKey& key) const {
        return {"sealed", folder_.write("key.sealed", SealedKey::seal(key.pkcs8, kSecretPin, SealingCost::lowest()).bytes()),
                folder_.write("certificate", key.certificate.der()), pinFile_};
    }
    /// The core dump that a process left in its folder; empty when there is none.
    Bytes coreDump() const {
        for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
            if (entry.path().filename().string().rfind("core", 0) == 0) {
                return readBytes(entry.path().string());
            }
        }
        return {};
    }
    /// False where dumps go to a program of the system, or a sanitizer forbids them: then there is no file to be searched.
    static bool areDumpsFiles() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        return false;
#endif
        const Bytes pattern = readBytes("/proc/sys/kernel/core_pattern");
        return !pattern.empty() && pattern[0] != '|' && pattern[0] != '/';
    }

    std::string writePin() const {
        std::string line = kSecretPin;
        line += '\n';
        return folder_.write("pin", viewOf(line));
    }

    TemporaryFolder folder_;
    std::string pinFile_ = writePin();
};

TEST_F(KeysInMemory, AreNowhereOnceTheSignerIsGone) {
    for (const IssuedKey* key : {&rsa(), &ec()}) {
        for (const auto& arguments : {container(*key), sealed(*key)}) {
            const Probe probe(folder_.path(), arguments);
            ASSERT_EQ(probe.state(), "holding");
            probe.say("next");
            ASSERT_EQ(probe.state(), "after");
            EXPECT_THAT(foundIn(probe.process(), secretsOf(*key), Searched::everything), IsEmpty()) << arguments[0];
        }
    }
}

TEST_F(KeysInMemory, ThePinIsGoneAsSoonAsTheKeyIsOpen) {
    for (const auto& arguments : {container(rsa()), sealed(rsa())}) {
        const Probe probe(folder_.path(), arguments);
        ASSERT_EQ(probe.state(), "holding");
        const std::vector<Needle> pin{secretsOf(rsa()).front()};
        EXPECT_THAT(foundIn(probe.process(), pin, Searched::everything), IsEmpty()) << arguments[0];
    }
}

TEST_F(KeysInMemory, TheSearchFindsAKeyThatIsThere) {
    const Probe probe(folder_.path(), container(rsa()));
    ASSERT_EQ(probe.state(), "holding");
    // OpenSSL's own form of the key in use; without it the other tests would search for the wrong thing.
    EXPECT_THAT(foundIn(probe.process(), secretsOf(rsa()), Searched::everything), Contains(StartsWith("rsa-factor1 reversed")));
}

TEST_F(KeysInMemory, AnEcKeyInUseIsKeptOutOfDumps) {
    const Probe probe(folder_.path(), container(ec()));
    ASSERT_EQ(probe.state(), "holding");
    EXPECT_THAT(foundIn(probe.process(), secretsOf(ec()), Searched::dumped), IsEmpty());
}

TEST_F(KeysInMemory, ThePinOfATokenIsKeptOutOfDumps) {
    TestTokens tokens;
    tokens.addToken("person");
    tokens.importKey("person", "chair", "01", rsa());
    tokens.writeCertificate("person", "chair", {1}, rsa().certificate);
    const std::string pinFile = folder_.write("token-pin", viewOf(std::string(TestTokens::kPin) + "\n"));
    const Probe probe(folder_.path(), {"pkcs11", std::string("pkcs11:token=person?module-path=") + kSoftHsm, pinFile});
    ASSERT_EQ(probe.state(), "holding");
    const std::string pin = TestTokens::kPin;
    EXPECT_THAT(foundIn(probe.process(), {{"PIN", {pin.begin(), pin.end()}}}, Searched::dumped), IsEmpty());
    probe.say("next");
    ASSERT_EQ(probe.state(), "after");
    EXPECT_THAT(foundIn(probe.process(), {{"PIN", {pin.begin(), pin.end()}}}, Searched::everything), IsEmpty());
}

TEST_F(KeysInMemory, ACrashAfterUseLeavesNothingInTheCoreDump) {
    if (!areDumpsFiles()) {
        GTEST_SKIP() << "there are no files of core dumps here";
    }
    const Probe probe(folder_.path(), container(rsa()));
    ASSERT_EQ(probe.state(), "holding");
    probe.say("next");
    ASSERT_EQ(probe.state(), "after");
    probe.say("abort");
    EXPECT_EQ(probe.state(), "");
    const Bytes dump = coreDump();
    ASSERT_GT(dump.size(), std::size_t{100'000});
    EXPECT_THAT(foundIn(dump, secretsOf(rsa())), IsEmpty());
}

TEST_F(KeysInMemory, ACrashWithTheKeyInUseLeavesNothingInTheDumpOfAProgramThatAskedForIt) {
    if (!areDumpsFiles()) {
        GTEST_SKIP() << "there are no files of core dumps here";
    }
    auto arguments = container(rsa());
    arguments.insert(arguments.begin(), "--undumped");
    const Probe probe(folder_.path(), arguments);
    ASSERT_EQ(probe.state(), "holding");
    probe.say("abort");
    EXPECT_EQ(probe.state(), "");
    const Bytes dump = coreDump();
    ASSERT_FALSE(dump.empty());
    EXPECT_THAT(foundIn(dump, secretsOf(rsa())), IsEmpty());
}

}  // namespace
}  // namespace congvu::signing::testing
