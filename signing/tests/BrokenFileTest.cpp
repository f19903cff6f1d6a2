// SPDX-License-Identifier: Apache-2.0
// Files whose cross-reference cannot be used: what is told of their signatures, and that none of them is called valid.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>
#include <map>

#include "attacks/ForgedCms.h"
#include "attacks/RawUpdate.h"
#include "attacks/RichDocument.h"
#include "congvu/signing/SigningError.h"
#include "pdf/Reader.h"
#include "support/PdfFactory.h"
#include "support/ProtectedFiles.h"
#include "support/Tampering.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

using ::testing::Contains;
using ::testing::Not;

ValidationReport judgeBroken(const Bytes& document) {
    return TestPki::instance().validator().validate(document, TestPki::now());
}

Bytes replacedText(const Bytes& document, const std::string& from, const std::string& to) {
    const std::string text = changed(std::string(textOf(document)), from, to);
    return {text.begin(), text.end()};
}

/// Damages that were there when the document was signed.
const std::map<std::string, std::pair<std::string, std::string>>& damages() {
    static const std::map<std::string, std::pair<std::string, std::string>> kDamages{
        {"start-elsewhere", {"startxref\n", "startxref\n1"}},
        {"no-word-startxref", {"startxref\n", "startxxxx\n"}},
        {"no-table", {"xref\n0 1\n", "xxxx\n0 1\n"}},
        {"objects-moved-by-a-byte", {"1 0 obj", " 1 0 obj "}},
        {"wrong-entry", {"0000000000 65535 f", "000000000x 65535 f"}},
        {"no-trailer", {"trailer\n<<", "trailer\n<<<"}},
        {"wrong-previous", {"/Root 1 0 R", "/Root 1 0 R/Prev 77"}},
        {"no-root", {"/Root 1 0 R", "/Toor 1 0 R"}},
    };
    return kDamages;
}

Bytes signedThoughDamaged(const std::string& from, const std::string& to) {
    return signedAfter([&](const Bytes& whole) { return replacedText(whole, from, to); });
}

TEST(FileThatWasBrokenWhenItWasSigned, IsIntactButNeverValid) {
    for (const auto& [name, damage] : damages()) {
        SCOPED_TRACE(name);
        const Bytes document = signedThoughDamaged(damage.first, damage.second);
        EXPECT_THROW(pdf::Reader{ByteView(document)}.catalog(), SigningError) << "not damaged enough";
        const auto report = judgeBroken(document);
        EXPECT_EQ(report.verdict, Verdict::indeterminate) << report.toText();
        ASSERT_EQ(report.signatures.size(), 1u);
        EXPECT_EQ(report.signatures[0].integrity, Integrity::intact) << report.toText();
        EXPECT_TRUE(report.signatures[0].coversWholeFile);
        EXPECT_THAT(noticedIn(report), Contains("cross-reference-rebuilt"));
    }
}

TEST(FileThatWasBrokenWhenItWasSigned, IsBrokenWhenASignedByteIsAltered) {
    for (const auto& [name, damage] : damages()) {
        SCOPED_TRACE(name);
        const auto report = judgeBroken(replaceText(signedThoughDamaged(damage.first, damage.second), "(Pay 100)", "(Pay 900)"));
        EXPECT_EQ(report.verdict, Verdict::invalid) << report.toText();
        EXPECT_EQ(report.signatures.at(0).integrity, Integrity::broken);
        EXPECT_THAT(noticedIn(report), Contains("digest-mismatch"));
    }
}

TEST(FileThatWasBrokenWhenItWasSigned, IsModifiedByWhatIsAppendedAfterwards) {
    const Bytes document = signedThoughDamaged("startxref\n", "startxref\n1");
    const std::string replacement = "4 0 obj\n" + streamWith("", "BT (Pay 900) Tj ET") + "\nendobj\n";
    const std::vector<std::string> updates{replacement, replacement + "trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n",
                                           "150 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\ntrailer\n<</Root 150 0 R>>\n%%EOF\n",
                                           "other data\n"};
    for (const std::string& appended : updates) {
        Bytes attacked = document;
        attacked.insert(attacked.end(), appended.begin(), appended.end());
        const auto report = judgeBroken(attacked);
        EXPECT_EQ(report.verdict, Verdict::invalid) << report.toText();
        for (const SignatureReport& signature : report.signatures) {
            EXPECT_NE(signature.integrity, Integrity::intact) << appended;
        }
    }
}

TEST(FileThatWasBrokenWhenItWasSigned, IsReadWithEveryKindOfObjects) {
    for (const char* arguments : {"--object-streams=generate", "--object-streams=generate --compress-streams=y", "--linearize"}) {
        SCOPED_TRACE(arguments);
        const Bytes packed = rewrittenByQpdf(writePdf(richObjects(), pdf::SectionKind::stream), arguments);
        const Bytes document = signByChair(packed);
        EXPECT_EQ(judgeBroken(document).verdict, Verdict::valid);
        const pdf::Reader strict{ByteView(document)};
        const pdf::Reader recovered(document, strict, pdf::Reading::recovering);
        for (const auto& entry : strict.entries()) {
            if (entry.kind != pdf::EntryKind::free && !strict.object(entry.number).isNull()) {
                EXPECT_EQ(strict.object(entry.number), recovered.object(entry.number)) << entry.number;
            }
        }
        EXPECT_EQ(strict.catalog(), recovered.catalog());
    }
}

TEST(EncryptedFileThatIsBroken, IsReadWithItsPassword) {
    const Bytes document = signByChair(encrypted(writePdf(richObjects(), pdf::SectionKind::table), protections().back(), ""));
    const pdf::Reader strict{ByteView(document)};
    const pdf::Reader recovered(document, strict, pdf::Reading::recovering);
    EXPECT_TRUE(recovered.isEncrypted());
    std::size_t streams = 0;
    for (const auto& entry : strict.entries()) {
        if (entry.kind == pdf::EntryKind::inFile) {
            EXPECT_EQ(strict.object(entry.number), recovered.object(entry.number));
            if (strict.indirect(entry.number).isStream) {
                EXPECT_EQ(strict.decodedStream(entry.number), recovered.decodedStream(entry.number));
                ++streams;
            }
        }
    }
    EXPECT_GT(streams, 3u);
}

TEST(UnsignedFileThatIsBroken, StaysUnreadableAndIsSaidToHaveBeenSearched) {
    for (const auto& [name, damage] : damages()) {
        const auto report = judgeBroken(replacedText(writePdf(richObjects(), pdf::SectionKind::table), damage.first, damage.second));
        EXPECT_EQ(report.verdict, Verdict::unreadable) << name;
        EXPECT_THAT(noticedIn(report), Contains("no-signature-recovered")) << name;
    }
    EXPECT_THAT(noticedIn(judgeBroken({'x'})), Not(Contains("no-signature-recovered")));
}

TEST(FileThatWasCut, IsUnreadableAndNotCalledUnsigned) {
    Bytes document = signedRich();
    for (const std::size_t part : {1u, 2u, 3u, 5u, 8u}) {
        Bytes cut = document;
        cut.resize(document.size() - document.size() * part / 10);
        const auto report = judgeBroken(cut);
        EXPECT_EQ(report.verdict, Verdict::unreadable) << report.toText();
    }
}

TEST(SecondSignatureInABrokenFile, LeavesTheFirstIntact) {
    // The second signer's program wrote a wrong startxref, over which it then signed.
    const Bytes once = signedRich();
    const Bytes twice = signBySeal(once);
    const auto good = judgeBroken(twice);
    ASSERT_EQ(good.verdict, Verdict::valid);
    Bytes broken = twice;
    const std::size_t start = textOf(broken).rfind("startxref\n") + 10;
    broken[start] = broken[start] == '9' ? '8' : '9';
    const auto report = judgeBroken(broken);
    // That byte was signed by the second signer, so his signature breaks; what he appended is then an unreadable revision.
    EXPECT_EQ(report.verdict, Verdict::invalid) << report.toText();
    EXPECT_THAT(noticedIn(report), Contains("later-revision-unreadable"));
    EXPECT_EQ(report.signatures.at(0).integrity, Integrity::modified);
}

#if defined(__SANITIZE_ADDRESS__)
constexpr std::clock_t kMostSeconds = 20;  // instrumented and not optimized: ten times slower
#else
constexpr std::clock_t kMostSeconds = 2;
#endif

/// Shapes that make a careless search quadratic or endless.
TEST(HostileFile, IsSearchedForObjectsInAShortTime) {
    const auto repeated = [](const std::string& part, std::size_t times) {
        std::string out = "%PDF-1.7\n";
        for (std::size_t time = 0; time < times; ++time) {
            out += part;
        }
        return Bytes(out.begin(), out.end());
    };
    for (const Bytes& hostile :
         {repeated("1 0 obj (", 200'000), repeated("1 0 obj <<", 200'000), repeated("1 0 obj <</Length 9>> stream\n", 80'000),
          repeated("trailer <<", 200'000), repeated("1 0 obj <</Type/ObjStm/N 999999/First 0/Length 0>>stream\nendstream ", 20'000),
          repeated("obj ", 500'000), repeated("1 0 obj [", 200'000), repeated("%", 2'000'000)}) {
        // Of the processor, so that a busy machine does not count.
        const std::clock_t before = std::clock();
        EXPECT_EQ(judgeBroken(hostile).verdict, Verdict::unreadable);
        EXPECT_LT(std::clock() - before, kMostSeconds * CLOCKS_PER_SEC);
    }
}

}  // namespace
}  // namespace congvu::signing::testing
