// SPDX-License-Identifier: Apache-2.0
// A large document is in memory once: the peak is measured by another program (GNU time) while the tool works.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "support/Process.h"
#include "support/TestPki.h"
#include "support/TimeStampServer.h"

namespace congvu::signing::testing {
namespace {

constexpr std::size_t kMegabyte = 1'000'000;
constexpr std::size_t kFileSize = 100 * kMegabyte;
#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t kAllowance = kFileSize;  // the sanitizer keeps a shadow of memory and what was freed
#else
constexpr std::size_t kAllowance = 0;
#endif

/// A correct PDF of one page with a stream of about `size` bytes, written piece by piece.
void writeLargePdf(const std::string& path, std::size_t size) {
    std::ofstream out(path, std::ios::binary);
    std::vector<std::size_t> offsets;
    const auto begin = [&](const std::string& text) {
        offsets.push_back(static_cast<std::size_t>(out.tellp()));
        out << offsets.size() << " 0 obj\n" << text;
    };
    out << "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    begin("<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
    begin("<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n");
    begin("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>\nendobj\n");
    const std::size_t pieces = size / kMegabyte;
    begin("<</Length " + std::to_string(pieces * kMegabyte) + ">>\nstream\n");
    const std::string piece(kMegabyte, ' ');
    for (std::size_t index = 0; index < pieces; ++index) {
        out << piece;
    }
    out << "\nendstream\nendobj\n";
    const auto start = out.tellp();
    out << "xref\n0 5\n0000000000 65535 f \n";
    for (const std::size_t offset : offsets) {
        char entry[32];
        std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", offset);
        out << entry;
    }
    out << "trailer\n<</Size 5/Root 1 0 R/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]>>\nstartxref\n"
        << start << "\n%%EOF\n";
}

class LargeFile : public ::testing::Test {
protected:
    std::string path(const std::string& name) const { return (folder_.path() / name).string(); }

    void SetUp() override {
        ASSERT_TRUE(isInstalled("/usr/bin/time"));
        writeLargePdf(path("in.pdf"), kFileSize);
        folder_.write("pin", viewOf("246810\n"));
        folder_.write("key.p12", TestPki::instance().chairKey().toPkcs12("246810", "chair"));
        folder_.write("trust/root.pem", viewOf(TestPki::instance().authority().root().toPem()));
    }

    /// Peak of resident memory in bytes; the status must be `status`.
    std::size_t peakOf(const std::string& arguments, int status = 0) const {
        const auto result = runCommand("/usr/bin/time -q -o " + path("peak") + " -f %M " + std::string(CONGVU_SIGN_TOOL) + ' ' + arguments);
        EXPECT_EQ(result.status, status) << result.output;
        const Bytes text = readBytes(path("peak"));
        return static_cast<std::size_t>(std::atoll(std::string(textOf(text)).c_str())) * 1024;
    }

    TemporaryFolder folder_;
};

TEST_F(LargeFile, IsInMemoryOnceWhenItIsSignedStampedAndVerified) {
    const std::string key = " --p12 " + path("key.p12") + " --pin-file " + path("pin") + " --at 2026-03-05T07:08:09Z ";
    const std::size_t limit = kFileSize * 8 / 5 + kAllowance;
    EXPECT_LT(peakOf("sign" + key + path("in.pdf") + ' ' + path("out.pdf")), limit);
    EXPECT_GT(std::filesystem::file_size(path("out.pdf")), kFileSize);
    EXPECT_LT(peakOf("verify --at 2026-03-05T07:08:09Z --trust " + path("trust") + ' ' + path("out.pdf")), limit);
    EXPECT_LT(peakOf("inspect " + path("out.pdf")), limit);
    const auto stamper = TestPki::instance().authority().issueTimeStamper({"TSA", "", ""}, TestPki::validity());
    const TimeStampServer server(stamper);
    EXPECT_LT(peakOf("extend --level B-T --tsa " + server.url() + ' ' + path("out.pdf") + ' ' + path("stamped.pdf")), limit);
}

}  // namespace
}  // namespace congvu::signing::testing
