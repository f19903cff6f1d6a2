// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <openssl/pkcs12.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>

#include "attacks/ForgedCms.h"
#include "attacks/RichDocument.h"
#include "attacks/SignedParts.h"
#include "cms/Parser.h"
#include "congvu/signing/SigningError.h"
#include "congvu/signing/keys/Pkcs12Container.h"
#include "crypto/OpenSsl.h"
#include "pdf/Reader.h"
#include "support/Mutator.h"
#include "support/PdfFactory.h"
#include "support/TestPki.h"
#include "tsp/TimeStampToken.h"

namespace congvu::signing::testing {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr long kQuarantineMegabytes = 256;  // what AddressSanitizer keeps back of freed memory (quarantine_size_mb)
#else
constexpr long kQuarantineMegabytes = 0;
#endif
constexpr int kUsualCount = 10'000;

constexpr auto kLongest = std::chrono::seconds{2};
constexpr long kLargestKilobytes = (512 + kQuarantineMegabytes) * 1024;

/// How many files of all kinds; CONGVU_MUTATIONS tells another number.
int mutationCount() {
    const char* wanted = std::getenv("CONGVU_MUTATIONS");
    return wanted == nullptr ? kUsualCount : std::max(10, std::atoi(wanted));
}

using Consume = std::function<void(const Bytes&)>;

/// What the child tells while it runs; the parent reads it after the child's end, however that came.
struct Progress {
    int index;
    std::int64_t slowestMicroseconds;
    int slowestIndex;
    long firstKilobytes;  ///< resident at its start: what the parent holds counts as the child's too
};

void consumeAll(Mutator mutator, int count, const Consume& consume, Progress& progress) {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    progress.firstKilobytes = usage.ru_maxrss;
    for (int index = 0; index < count; ++index) {
        const Bytes mutated = mutator.next();
        progress.index = index;
        ::alarm(static_cast<unsigned int>(kLongest.count()) * 2);
        const auto start = std::chrono::steady_clock::now();
        consume(mutated);
        const auto taken = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count();
        if (taken > progress.slowestMicroseconds) {
            progress.slowestMicroseconds = taken;
            progress.slowestIndex = index;
        }
    }
}

/// Every file is consumed in a child process, so that a crash, an endless loop and the memory are seen from outside.
void expectBearable(const std::vector<Bytes>& samples, std::uint32_t seed, int count, const Consume& consume) {
    auto* progress = static_cast<Progress*>(::mmap(nullptr, sizeof(Progress), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    ASSERT_NE(progress, MAP_FAILED);
    *progress = {};
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        int status = 1;
        try {
            consumeAll(Mutator(samples, seed), count, consume, *progress);
            status = 0;
        } catch (const std::exception& error) {
            std::fprintf(stderr, "file %d: %s\n", progress->index, error.what());
        }
        ::_exit(status);
    }
    int status = 0;
    rusage usage{};
    ASSERT_EQ(::wait4(child, &status, 0, &usage), child);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << "seed " << seed << ", file " << progress->index << ", status " << status;
    EXPECT_EQ(progress->index, count - 1);
    EXPECT_LT(progress->slowestMicroseconds, std::chrono::microseconds{kLongest}.count()) << "file " << progress->slowestIndex;
    EXPECT_LT(usage.ru_maxrss - progress->firstKilobytes, kLargestKilobytes);
    ::testing::Test::RecordProperty("slowestMicroseconds", static_cast<int>(progress->slowestMicroseconds));
    ::testing::Test::RecordProperty("peakKilobytes", static_cast<int>(usage.ru_maxrss - progress->firstKilobytes));
    ::munmap(progress, sizeof(Progress));
}

std::vector<Bytes> samplePdfs() {
    std::vector<Bytes> out{certifiedRich(Certification::annotations), signedWithBer(), signedWithRawRsa(), makePdf()};
    for (const auto kind : {pdf::SectionKind::table, pdf::SectionKind::stream, pdf::SectionKind::hybrid}) {
        const Bytes once = signedRich({}, kind);
        SignatureRequest request = requestFor("Chair");
        request.fills = {{"Date", "ngày 05", regularFont()}};
        out.push_back(once);
        out.push_back(signBySeal(once, request));
    }
    return out;
}

std::vector<Bytes> sampleCms() {
    std::vector<Bytes> out;
    for (const Bytes& document : {signedRich(), signedWithBer(), signedWithSigningTime()}) {
        const pdf::Reader reader(document);
        const ByteView contents = viewOf(reader.object(partsOf(document).dictionary).get("Contents").stringValue());
        const ByteView cms = contents.first(cms::Parser(contents).size());
        out.emplace_back(cms.begin(), cms.end());
    }
    return out;
}

TEST(MutatedPdfs, EndInAVerdictAndInASignatureOrAClearError) {
    const Validator validator = TestPki::instance().validator();
    const auto& signer = TestPki::instance().seal();
    const DeferredSigner description{signer.certificate(), signer.chain(), signer.algorithm()};
    expectBearable(samplePdfs(), 20260305, mutationCount() * 6 / 10, [&](const Bytes& mutated) {
        if (validator.validate(mutated, TestPki::now()).toJson("mutated.pdf").empty()) {
            throw std::logic_error("no report");
        }
        try {
            PadesSignature::prepare(mutated, requestFor(), description);
        } catch (const SigningError&) {
            return;  // a clear error
        }
    });
}

TEST(MutatedCms, EndsInAParsedMessageOrAClearError) {
    expectBearable(sampleCms(), 20260306, mutationCount() * 2 / 10, [](const Bytes& mutated) {
        try {
            const cms::Parser parser(mutated);
            parser.verifies(Bytes(32, 0));
            tsp::TimeStampToken::parse(mutated);
        } catch (const SigningError&) {
            return;  // a clear error
        }
    });
}

TEST(MutatedPkcs12, EndsInAKeyOrAClearError) {
    const std::vector<Bytes> samples{TestPki::instance().chairKey().toPkcs12("pass", "chair"),
                                     TestPki::instance().sealKey().toPkcs12("pass", "seal")};
    expectBearable(samples, 20260307, mutationCount() * 2 / 10, [](const Bytes& mutated) {
        try {
            Pkcs12Container::open(mutated, "pass");
        } catch (const SigningError&) {
            return;  // a clear error
        }
    });
}

TEST(Pkcs12Effort, OfAHostileIterationCountIsRefusedAtOnce) {
    const Bytes container = TestPki::instance().sealKey().toPkcs12("pass", "seal");
    const unsigned char* position = container.data();
    const crypto::Pkcs12Pointer parsed(d2i_PKCS12(nullptr, &position, static_cast<long>(container.size())));
    ASSERT_EQ(PKCS12_setup_mac(parsed.get(), 2'000'000'000, nullptr, 8, EVP_sha256()), 1);
    const Bytes hostile = crypto::toDer(parsed.get(), i2d_PKCS12);
    const auto start = std::chrono::steady_clock::now();
    try {
        Pkcs12Container::open(hostile, "pass");
        FAIL();
    } catch (const SigningError& error) {
        EXPECT_EQ(error.code(), ErrorCode::unreadableKey);
    }
    EXPECT_LT(std::chrono::steady_clock::now() - start, kLongest);
    EXPECT_NO_THROW(Pkcs12Container::open(container, "pass"));
}

}  // namespace
}  // namespace congvu::signing::testing
