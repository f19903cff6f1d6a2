// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "congvu/signing/Base64.h"
#include "congvu/signing/pades/PadesSignature.h"
#include "keys/EvpSigner.h"
#include "support/KeyPem.h"
#include "support/PdfFactory.h"
#include "support/Process.h"
#include "support/Refusal.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

using ::testing::HasSubstr;

PreparedSignature prepareFor(const Signer& signer) {
    return PadesSignature::prepare(makePdf(), requestFor(), {signer.certificate(), signer.chain(), signer.algorithm()});
}

TEST(StoredPreparation, KeepsEveryField) {
    const PreparedSignature made = prepareFor(TestPki::instance().chair());
    const auto read = PreparedSignature::deserialize(made.serialize());
    EXPECT_EQ(read.originalLength, made.originalLength);
    EXPECT_EQ(read.increment, made.increment);
    EXPECT_EQ(read.holeOffset, made.holeOffset);
    EXPECT_EQ(read.holeLength, made.holeLength);
    EXPECT_EQ(read.documentDigest, made.documentDigest);
    EXPECT_EQ(read.toBeSigned, made.toBeSigned);
    EXPECT_EQ(read.algorithm, made.algorithm);
    EXPECT_EQ(read.certificate, made.certificate);
    EXPECT_EQ(read.chain, made.chain);
    EXPECT_EQ(read.fieldName, made.fieldName);
}

TEST(StoredPreparation, IsRefusedWhenItIsCutAnywhereOrHasSomethingBehind) {
    const Bytes stored = prepareFor(TestPki::instance().seal()).serialize();
    for (std::size_t size = 0; size < stored.size(); size += size < 64 || stored.size() - size < 2048 ? 1 : 997) {
        EXPECT_EQ(codeOf([&] { PreparedSignature::deserialize(ByteView(stored).first(size)); }), ErrorCode::invalidArgument) << size;
    }
    Bytes longer = stored;
    longer.push_back(0);
    EXPECT_EQ(codeOf([&] { PreparedSignature::deserialize(longer); }), ErrorCode::invalidArgument);
}

TEST(StoredPreparation, IsRefusedWhenItsPartsContradictEachOther) {
    const auto refused = [](const std::function<void(PreparedSignature&)>& change) {
        PreparedSignature prepared = prepareFor(TestPki::instance().chair());
        change(prepared);
        return codeOf([&] { PreparedSignature::deserialize(prepared.serialize()); });
    };
    EXPECT_EQ(refused([](auto& p) { p.documentDigest[0] ^= 1; }), ErrorCode::invalidArgument);
    EXPECT_EQ(refused([](auto& p) { p.toBeSigned.back() ^= 1; }), ErrorCode::invalidArgument);
    EXPECT_EQ(refused([](auto& p) { p.certificate = TestPki::instance().seal().certificate(); }), ErrorCode::invalidArgument);
    EXPECT_EQ(refused([](auto& p) { ++p.holeOffset; }), ErrorCode::invalidArgument);
    EXPECT_EQ(refused([](auto& p) { p.holeLength = ~std::uint64_t{0}; }), ErrorCode::invalidArgument);
    EXPECT_EQ(refused([](auto& p) { p.increment[p.holeOffset + 9] = 'A'; }), ErrorCode::invalidArgument);
    EXPECT_EQ(refused([](auto& p) { p.chain.assign(17, p.certificate); }), ErrorCode::invalidArgument);
}

TEST(StoredPreparation, IsFinishedOnlyForTheSameDocument) {
    const TestPki& pki = TestPki::instance();
    const PreparedSignature prepared = prepareFor(pki.chair());
    const Bytes value = pki.chair().sign(prepared.toBeSigned);
    Bytes other = makePdf();
    other[other.size() / 2] ^= 1;
    EXPECT_EQ(codeOf([&] { PadesSignature::finish(other, prepared, value); }), ErrorCode::documentChanged);
    PreparedSignature changed = prepared;
    changed.increment[2] ^= 1;
    EXPECT_EQ(codeOf([&] { PadesSignature::finish(makePdf(), changed, value); }), ErrorCode::documentChanged);
    const Bytes whole = PadesSignature::join(makePdf(), PadesSignature::finish(makePdf(), prepared, value));
    EXPECT_EQ(pki.validator().validate(whole, TestPki::now()).verdict, Verdict::valid);
}

TEST(SigningADigest, GivesWhatSigningTheDataGives) {
    const TestPki& pki = TestPki::instance();
    for (const Signer* signer : {&pki.chair(), &pki.seal()}) {
        const Bytes digest = crypto::digest(digestNameOf(signer->algorithm()), viewOf("data"));
        EXPECT_TRUE(keys::verifies(signer->certificate(), signer->algorithm(), viewOf("data"), signer->signDigest(digest)));
        EXPECT_EQ(codeOf([&] { signer->signDigest(ByteView(digest).first(20)); }), ErrorCode::invalidArgument);
    }
}

/// Three programs, one after the other: congvu-sign prepares, openssl signs, congvu-sign finishes.
class DeferredByTheTool : public ::testing::Test {
protected:
    std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
    ProcessResult tool(const std::string& arguments) const { return runCommand(std::string(CONGVU_SIGN_TOOL) + " sign " + arguments); }

    void SetUp() override {
        const IssuedKey& key = TestPki::instance().chairKey();
        folder_.write("in.pdf", makePdf());
        folder_.write("chair.pem", viewOf(key.certificate.toPem() + key.chain.front().toPem()));
        folder_.write("chair.key", viewOf(privateKeyPem(key.pkcs8)));
        folder_.write("seal.key", viewOf(privateKeyPem(TestPki::instance().sealKey().pkcs8)));
        folder_.write("trust/government/root.pem", viewOf(TestPki::instance().authority().root().toPem()));
    }

    /// What `--prepare` says must be signed.
    std::string prepared(const std::string& more = "") const {
        const auto result =
            tool("--prepare " + path("chair.pem") + more + " --at 2026-03-05T07:08:09Z " + path("in.pdf") + ' ' + path("state"));
        EXPECT_EQ(result.status, 0) << result.output;
        return result.output;
    }
    std::string fieldOf(const std::string& json, const std::string& name) const {
        const std::size_t start = json.find('"' + name + "\":\"") + name.size() + 4;
        return json.substr(start, json.find('"', start) - start);
    }

    TemporaryFolder folder_;
};

TEST_F(DeferredByTheTool, SignsTheAttributesElsewhere) {
    folder_.write("attributes", fromBase64(fieldOf(prepared(), "attributes")).value());
    ASSERT_EQ(runCommand("openssl dgst -sha256 -sign " + path("chair.key") + " -out " + path("value") + ' ' + path("attributes")).status,
              0);
    const std::string ends = " --signature " + path("value") + ' ' + path("in.pdf") + ' ' + path("out.pdf");
    const auto finished = tool("--finish " + path("state") + ends);
    ASSERT_EQ(finished.status, 0) << finished.output;
    const auto verified = runCommand(std::string(CONGVU_SIGN_TOOL) + " verify --json --trust " + path("trust") +
                                     " --at 2026-03-05T07:08:09Z " + path("out.pdf"));
    EXPECT_EQ(verified.status, 0) << verified.output;
    EXPECT_THAT(runCommand("pdfsig " + path("out.pdf")).output, HasSubstr("Signature Validation: Signature is Valid."));
}

TEST_F(DeferredByTheTool, SignsTheDigestElsewhereWithPss) {
    folder_.write("digest", fromBase64(fieldOf(prepared(" --algorithm RSA-PSS-SHA256"), "digest")).value());
    ASSERT_EQ(runCommand("openssl pkeyutl -sign -inkey " + path("chair.key") +
                         " -pkeyopt digest:sha256 -pkeyopt rsa_padding_mode:pss -pkeyopt rsa_pss_saltlen:32 -in " + path("digest") +
                         " -out " + path("value"))
                  .status,
              0);
    ASSERT_EQ(tool("--finish " + path("state") + " --signature " + path("value") + ' ' + path("in.pdf") + ' ' + path("out.pdf")).status, 0);
    const auto verified = runCommand(std::string(CONGVU_SIGN_TOOL) + " verify --json --trust " + path("trust") +
                                     " --at 2026-03-05T07:08:09Z " + path("out.pdf"));
    EXPECT_EQ(verified.status, 0) << verified.output;
}

TEST_F(DeferredByTheTool, WritesNothingForAnotherKeysValueOrAnotherDocument) {
    folder_.write("attributes", fromBase64(fieldOf(prepared(), "attributes")).value());
    const auto finish = [&](const std::string& key, const std::string& in) {
        EXPECT_EQ(runCommand("openssl dgst -sha256 -sign " + path(key) + " -out " + path("value") + ' ' + path("attributes")).status, 0);
        return tool("--finish " + path("state") + " --signature " + path("value") + ' ' + path(in) + ' ' + path("out.pdf"));
    };
    const auto otherKey = finish("seal.key", "in.pdf");
    EXPECT_EQ(otherKey.status, 1);
    EXPECT_THAT(otherKey.output, HasSubstr("keyMismatch"));
    PdfShape shape;
    shape.withTextFields = true;
    folder_.write("other.pdf", makePdf(shape));
    const auto otherDocument = finish("chair.key", "other.pdf");
    EXPECT_EQ(otherDocument.status, 1);
    EXPECT_THAT(otherDocument.output, HasSubstr("documentChanged"));
    folder_.write("state", viewOf("CVPS0002"));
    EXPECT_EQ(finish("chair.key", "in.pdf").status, 64);
    EXPECT_FALSE(std::filesystem::exists(path("out.pdf")));
}

}  // namespace
}  // namespace congvu::signing::testing
