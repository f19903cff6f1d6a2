// SPDX-License-Identifier: Apache-2.0
// Every kind of file meets every level and every kind of key, pair by pair: the full product is sampled so that each pair of
// file and key, file and level, and level and key occurs (the level moves on with file and key). Each result is checked by this
// library, qpdf, poppler and MuPDF; archives again twenty years later, without network, after the certificates have expired
// and, in a test of its own, after one was revoked.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "congvu/signing/keys/Pkcs11Signer.h"
#include "congvu/signing/keys/Pkcs12Signer.h"
#include "congvu/signing/pades/PadesExtension.h"
#include "pdf/Reader.h"
#include "support/LongTermPki.h"
#include "support/PdfFactory.h"
#include "support/Process.h"
#include "support/ProtectedFiles.h"
#include "support/TestPki.h"
#include "support/TestToken.h"

namespace congvu::signing::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// One kind of file, with the password that it needs.
struct FileKind {
    std::string name;
    Bytes document;
    std::string password;
};

struct MatrixKey {
    std::string name;
    std::shared_ptr<const Signer> signer;
};

constexpr std::array kLevels{SignatureLevel::bB, SignatureLevel::bT, SignatureLevel::bLT, SignatureLevel::bLTA};

/// PKI, servers, tokens, keys and files: made once.
class MatrixWorld {
public:
    MatrixWorld();

    Bytes signedTo(SignatureLevel level, const Bytes& document, const Signer& signer, const DocumentPassword& password);
    Bytes extended(const Bytes& document, SignatureLevel level, const DocumentPassword& password);
    ValidationReport validated(const Bytes& document, const DocumentPassword& password, RevocationSource* revocation = nullptr);

    TestTokens tokens;  ///< outlives the keys on it
    LongTermPki pki;
    std::vector<FileKind> files;
    std::vector<MatrixKey> keys;
    HttpFetcher fetcher;
    CrlCache cache;
    OnlineRevocation online{fetcher, cache};

private:
    void makeFiles();
    void makeEncryptedFiles();
    void makeKeys();
    IssuedKey keyOnToken(const char* label, const char* id, KeyKind kind);

    TimeStampClient timeStamps_{pki.timeStampUrl(2), std::chrono::seconds{20}};
};

MatrixWorld::MatrixWorld() {
    makeKeys();
    makeFiles();
    makeEncryptedFiles();
}

IssuedKey MatrixWorld::keyOnToken(const char* label, const char* id, KeyKind kind) {
    IssuedKey key = pki.issueSigner(kind);
    tokens.importKey("matrix", label, id, key);
    tokens.writeCertificate("matrix", label, {static_cast<std::uint8_t>(id[1] - '0')}, key.certificate);
    return key;
}

/// A container as old programs write it: RC2 and 3DES.
Bytes oldContainer(const IssuedKey& key) {
    const TemporaryFolder folder;
    const std::string base = folder.path().string();
    folder.write("modern.p12", key.toPkcs12("pass", "key"));
    const auto made = runCommand("cd " + base +
                                 " && openssl pkcs12 -in modern.p12 -passin pass:pass -nodes -out all.pem && "
                                 "openssl pkcs12 -export -legacy -in all.pem -passout pass:pass -out old.p12");
    EXPECT_EQ(made.status, 0) << made.output;
    return readBytes(base + "/old.p12");
}

void MatrixWorld::makeKeys() {
    keys.push_back({"Rsa2048", pki.issueSigner(KeyKind::rsa2048).signer()});
    keys.push_back({"EcP256", pki.issueSigner(KeyKind::ecP256).signer()});
    keys.push_back({"EcP384", pki.issueSigner(KeyKind::ecP384).signer()});
    keys.push_back({"OldPkcs12", Pkcs12Signer::load(oldContainer(pki.issueSigner(KeyKind::rsa2048)), "pass")});
    tokens.addToken("matrix");
    const IssuedKey rsa = keyOnToken("rsa", "01", KeyKind::rsa2048);
    keyOnToken("ec", "02", KeyKind::ecP256);
    keyOnToken("pss", "03", KeyKind::rsa3072);
    tokens.writeCertificate("matrix", "issuer", {9}, rsa.chain.front());
    const auto open = [](const char* label, std::optional<SignatureAlgorithm> algorithm = std::nullopt) {
        const auto uri = Pkcs11Uri::parse(std::string("pkcs11:token=matrix;object=") + label);
        return Pkcs11Signer::open(Pkcs11Module::load(kSoftHsm), uri, TestTokens::kPin, algorithm);
    };
    keys.push_back({"TokenRsa2048", open("rsa")});
    keys.push_back({"TokenEcP256", open("ec")});
    keys.push_back({"TokenRsaPss3072", open("pss", SignatureAlgorithm::rsaPssSha256)});
}

void MatrixWorld::makeFiles() {
    PdfShape form;
    form.withTextFields = form.withSignatureField = form.withLock = true;
    const auto add = [&](const char* name, Bytes document) { files.push_back({name, std::move(document), {}}); };
    for (const auto& [name, kind] : {std::pair("Table", pdf::SectionKind::table), std::pair("Stream", pdf::SectionKind::stream),
                                     std::pair("Hybrid", pdf::SectionKind::hybrid)}) {
        PdfShape shape;
        shape.kind = kind;
        shape.pages = 3;
        add(name, makePdf(shape));
    }
    add("ObjectStreams", rewrittenByQpdf(makePdf(form), "--object-streams=generate"));
    add("Linearized", rewrittenByQpdf(makePdf(form), "--linearize"));
    add("LinearizedObjectStreams", rewrittenByQpdf(makePdf(form), "--linearize --object-streams=generate"));
    add("Form", makePdf(form));
    for (const int rotation : {90, 180, 270}) {
        PdfShape turned;
        turned.rotation = rotation;
        add(("Rotated" + std::to_string(rotation)).c_str(), makePdf(turned));
    }
    PdfShape cropped;
    cropped.pageEntries = "/CropBox[50 60 545 780]";
    add("Cropped", makePdf(cropped));
    const auto other = pki.issue(pki.second(), "Cơ quan khác", TestPki::validity(), KeyKind::ecP256, {});
    add("SignedByAnother", signedTo(SignatureLevel::bB, makePdf(form), *other.signer(), {}));
}

void MatrixWorld::makeEncryptedFiles() {
    PdfShape form;
    form.withTextFields = true;
    bool isOwner = false;
    for (const Protection& protection : protections()) {
        isOwner = !isOwner;
        files.push_back({std::string(protection.name) + (isOwner ? "ByOwner" : "ByUser"), encrypted(makePdf(form), protection),
                         isOwner ? kOwnerPassword : kUserPassword});
    }
    const Protection& strongest = protections().at(6);
    files.push_back({"AesOf256BitsLinearized",
                     encrypted(makePdf(form), strongest, kUserPassword, kOwnerPassword, "--linearize --object-streams=generate"),
                     kUserPassword});
    const auto other = pki.issue(pki.second(), "Cơ quan khác", TestPki::validity(), KeyKind::ecP256, {});
    const Bytes open = encrypted(makePdf(form), protections().at(3), "");
    files.push_back({"AesOf128BitsSignedByAnother", signedTo(SignatureLevel::bB, open, *other.signer(), {}), ""});
}

Bytes MatrixWorld::signedTo(SignatureLevel level, const Bytes& document, const Signer& signer, const DocumentPassword& password) {
    SignatureRequest request;
    request.signingTime = pki.now();
    request.documentPassword = password;
    request.appearance = Appearance::make({samplePng(), {"Người ký thử"}, regularFont()});
    request.placement = Placement{1, {100, 100, 160, 60}};
    const Bytes made = PadesSignature::sign(document, request, signer, level == SignatureLevel::bB ? nullptr : &timeStamps_);
    return level == SignatureLevel::bLT || level == SignatureLevel::bLTA ? extended(made, level, password) : made;
}

Bytes MatrixWorld::extended(const Bytes& document, SignatureLevel level, const DocumentPassword& password) {
    ExtensionSources sources;
    sources.certificates = {pki.root().certificate(), pki.first().certificate(), pki.second().certificate()};
    sources.revocation = &online;
    sources.timeStamps = &timeStamps_;
    sources.at = pki.now();
    sources.documentPassword = password;
    return PadesExtension::extend(document, level, sources);
}

ValidationReport MatrixWorld::validated(const Bytes& document, const DocumentPassword& password, RevocationSource* revocation) {
    ValidationOptions options;
    options.revocation = revocation;
    return Validator(pki.trust(), AlgorithmPolicy::standard(), options).validate(document, pki.now(), password);
}

/// /Encrypt and the first half of /ID.
std::string permanentPartsOf(const Bytes& document, const DocumentPassword& password) {
    const pdf::Reader reader(document, {}, password);
    return reader.get(reader.trailer(), "Encrypt").toString() + reader.get(reader.trailer(), "ID").items().at(0).toString();
}

class SigningMatrix : public ::testing::Test {
protected:
    static void SetUpTestSuite() { world_ = std::make_unique<MatrixWorld>(); }
    static void TearDownTestSuite() { world_.reset(); }
    static MatrixWorld& world() { return *world_; }

    void SetUp() override {
        world().pki.setClock("2026-03-05T07:08:09Z");
        world().pki.switchOn();
    }

    static void expectSound(const FileKind& file, const Bytes& document, SignatureLevel level);
    static void expectOthersAgree(const FileKind& file, const MatrixKey& key, const Bytes& document);
    static void expectValidInTwentyYears(const FileKind& file, const Bytes& document);

private:
    static inline std::unique_ptr<MatrixWorld> world_;
};

void SigningMatrix::expectSound(const FileKind& file, const Bytes& document, SignatureLevel level) {
    const DocumentPassword password{std::string_view(file.password)};
    ASSERT_TRUE(std::equal(file.document.begin(), file.document.end(), document.begin()));
    EXPECT_EQ(permanentPartsOf(file.document, password), permanentPartsOf(document, password));
    const bool isLongTerm = level == SignatureLevel::bLT || level == SignatureLevel::bLTA;
    const auto report = world().validated(document, password, isLongTerm ? nullptr : &world().online);
    EXPECT_EQ(report.verdict, Verdict::valid) << report.toText();
    const bool isReached = std::any_of(report.signatures.begin(), report.signatures.end(), [&](const SignatureReport& signature) {
        return !signature.isDocumentTimeStamp && signature.level == nameOf(level);
    });
    EXPECT_TRUE(isReached) << report.toText();
}

void SigningMatrix::expectOthersAgree(const FileKind& file, const MatrixKey& key, const Bytes& document) {
    const TemporaryFolder folder;
    const std::string path = folder.write("signed.pdf", document);
    const std::string password = "'" + file.password + "' ";
    const auto qpdf = runCommand("qpdf --check --password=" + password + path);
    EXPECT_EQ(qpdf.status, 0) << qpdf.output;
    EXPECT_THAT(qpdf.output, Not(HasSubstr("WARNING")));
    const auto poppler = runCommand("pdfsig -nocert -upw " + password + "-opw " + password + path);
    EXPECT_THAT(poppler.output, HasSubstr("Signature Validation: Signature is Valid."));
    EXPECT_THAT(poppler.output, Not(HasSubstr("Signature is Invalid")));
    EXPECT_THAT(poppler.output, Not(HasSubstr("Digest Mismatch")));
    if (key.signer->algorithm() == SignatureAlgorithm::rsaPssSha256) {
        return;  // MuPDF 1.21 calls every RSASSA-PSS signature an "Unknown error"
    }
    const auto mutool = runCommand("mutool sign -v -p " + password + path);
    EXPECT_THAT(mutool.output, ::testing::AnyOf(HasSubstr("The document is unchanged since signing."),
                                                HasSubstr("The signature is valid but there have been edits since signing.")));
    EXPECT_THAT(mutool.output, Not(HasSubstr("invalid"))) << key.name;
}

void SigningMatrix::expectValidInTwentyYears(const FileKind& file, const Bytes& document) {
    world().pki.setClock("2046-03-05");
    world().pki.switchOff();
    const auto report = world().validated(document, DocumentPassword(std::string_view(file.password)));
    EXPECT_EQ(report.verdict, Verdict::valid) << report.toText();
    world().pki.setClock("2026-03-05T07:08:09Z");
    world().pki.switchOn();
}

TEST_F(SigningMatrix, EveryFileWithEveryKeyAndEveryLevelIsValidForEveryProgram) {
    const auto& files = world().files;
    const auto& keys = world().keys;
    for (std::size_t file = 0; file < files.size(); ++file) {
        for (std::size_t key = 0; key < keys.size(); ++key) {
            const SignatureLevel level = kLevels.at((file + key) % kLevels.size());
            SCOPED_TRACE(files[file].name + ", " + keys[key].name + ", " + std::string(nameOf(level)));
            const DocumentPassword password{std::string_view(files[file].password)};
            const Bytes document = world().signedTo(level, files[file].document, *keys[key].signer, password);
            expectSound(files[file], document, level);
            expectOthersAgree(files[file], keys[key], document);
            if (level == SignatureLevel::bLTA) {
                expectValidInTwentyYears(files[file], document);
            }
        }
    }
}

TEST_F(SigningMatrix, AnArchiveOfEveryFileOutlivesTheRevocationOfItsKey) {
    const IssuedKey key = world().pki.issueSigner(KeyKind::ecP256);
    std::vector<Bytes> stamped;
    for (const FileKind& file : world().files) {
        stamped.push_back(
            world().signedTo(SignatureLevel::bT, file.document, *key.signer(), DocumentPassword(std::string_view(file.password))));
    }
    world().pki.setClock("2026-06-01");
    world().pki.revoke(world().pki.first(), key.certificate, world().pki.now());
    for (std::size_t index = 0; index < stamped.size(); ++index) {
        const FileKind& file = world().files[index];
        SCOPED_TRACE(file.name);
        world().pki.setClock("2026-07-01");
        const Bytes archived = world().extended(stamped[index], SignatureLevel::bLTA, DocumentPassword(std::string_view(file.password)));
        expectValidInTwentyYears(file, archived);
    }
}

}  // namespace
}  // namespace congvu::signing::testing
