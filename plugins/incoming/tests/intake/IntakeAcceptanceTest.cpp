// SPDX-License-Identifier: Apache-2.0
#include "DirectivePaper.h"
#include "FormPaper.h"
#include "IncomingFixture.h"
#include "Scanner.h"
#include "domain/proposal/ProposalReader.h"
#include "domain/proposal/VietnameseCase.h"
#include "domain/recognition/ScanReader.h"
#include "service/PageRecogniser.h"

#include "congvu/text/Text.h"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <cstddef>
#include <fstream>
#include <functional>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace congvu::incoming {

namespace {

using testing::Directive;
using testing::ScanFolder;
using testing::ScanWish;

constexpr double kA4LongSide = 841.89;

/// Errors are counted, not written.
class CountingLog : public Log {
public:
    void info(std::string_view, const Fields&) override {}
    void warn(std::string_view id, const Fields&) override { note(id); }
    void error(std::string_view id, const Fields&) override { note(id); }

    std::atomic<int> count = 0;

private:
    void note(std::string_view id) {
        ++count;
        const std::lock_guard lock{mutex_};
        std::cerr << id << '\n';
    }
    std::mutex mutex_;
};

/// How one field was read from all directives.
struct Score {
    std::string field;
    std::function<const ReadField&(const DocumentProposal&)> read;
    std::function<const std::string&(const Directive&)> wanted;
    int right = 0;
    int wrongAndSure = 0;
    int sure = 0;
    std::string misses;
};

/// Names of agencies are compared by letters and marks, not by capitals, and in one spelling of tone marks.
std::string comparable(const std::string& value) {
    auto plain = toLowerVietnamese(value);
    for (const auto& [older, newer] : {std::pair{"ủy", "uỷ"}, {"òa", "oà"}, {"óa", "oá"}}) {
        for (auto at = plain.find(older); at != std::string::npos; at = plain.find(older)) {
            plain.replace(at, std::string_view{older}.size(), newer);
        }
    }
    return plain;
}

std::array<Score, 4> freshScores() {
    return {{{"symbol",
              [](const auto& p) -> const ReadField& { return p.symbol; },
              [](const auto& d) -> const std::string& { return d.wantedSymbol; },
              0,
              0,
              0,
              {}},
             {"date",
              [](const auto& p) -> const ReadField& { return p.documentDate; },
              [](const auto& d) -> const std::string& { return d.wantedDate; },
              0,
              0,
              0,
              {}},
             {"issuer",
              [](const auto& p) -> const ReadField& { return p.issuerName; },
              [](const auto& d) -> const std::string& { return d.wantedIssuer; },
              0,
              0,
              0,
              {}},
             {"type",
              [](const auto& p) -> const ReadField& { return p.typeId; },
              [](const auto& d) -> const std::string& { return d.wantedType; },
              0,
              0,
              0,
              {}}}};
}

void count(std::array<Score, 4>& scores, const Directive& directive, const DocumentProposal& proposal) {
    for (auto& score : scores) {
        const auto& field = score.read(proposal);
        const bool isRight = comparable(field.value) == comparable(score.wanted(directive));
        score.right += isRight ? 1 : 0;
        score.sure += field.isSure ? 1 : 0;
        score.wrongAndSure += !isRight && field.isSure ? 1 : 0;
        if (!isRight) {
            score.misses += "  " + directive.name + ": \"" + field.value + "\" for \"" + score.wanted(directive) + "\"" +
                            (field.isSure ? " SURE" : "") + '\n';
        }
    }
}

void expectAtLeast(const std::array<Score, 4>& scores, std::size_t of, double share, const char* kind) {
    for (const auto& score : scores) {
        std::cout << kind << ' ' << score.field << ": " << score.right << " of " << of << " right, " << score.sure << " sure\n"
                  << score.misses;
        EXPECT_GE(score.right, share * static_cast<double>(of)) << score.field;
        EXPECT_EQ(score.wrongAndSure, 0) << score.field << ": a wrong value is never shown as sure\n" << score.misses;
    }
}

/// No two pages lie alike.
ScanWish conditionOf(std::size_t index) {
    static constexpr std::array<double, 8> kAngles{0, 0.6, -1.1, 1.7, -2.4, 2.9, -0.3, 1.2};
    static constexpr std::array<int, 4> kNoise{4, 12, 20, 30};
    static constexpr std::array<int, 3> kSpecks{0, 60, 250};
    return {kAngles[index % kAngles.size()], kNoise[index % kNoise.size()], kSpecks[index % kSpecks.size()], index % 3 == 2, index % 5 == 1,
            static_cast<unsigned>(index + 1)};
}

/// Two at a time: tesseract runs with one thread.
void forEach(std::size_t count, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    const auto loop = [&] {
        for (auto i = next++; i < count; i = next++) {
            work(i);
        }
    };
    std::thread other{loop};
    loop();
    other.join();
}

}  // namespace

class PrintedIntake : public IncomingFixture {
protected:
    /// What is proposed for a file that comes by upload, as the clerk gets it.
    DocumentProposal proposalOf(const std::string& pdf) {
        const auto uploaded = uploadFiles({pdf});
        EXPECT_EQ(uploaded.at("items/0/recognition/state"), "") << "a born-digital file needs no recognition";
        const ReadFrom reading{uploaded};
        DocumentProposal proposal;
        proposal.symbol = reading.field("symbol");
        proposal.documentDate = reading.field("documentDate");
        proposal.issuerName = reading.field("issuerName");
        proposal.typeId = reading.field("typeId");
        return proposal;
    }

private:
    struct ReadFrom {
        const TestResponse& answer;
        [[nodiscard]] ReadField field(const std::string& name) const {
            const auto path = "items/0/reading/" + name;
            ReadField read;
            read.value = answer.at(path + "/value");
            read.isSure = answer.at(path + "/isSure") == "true";
            return read;
        }
    };
};

TEST_F(PrintedIntake, ReadsAtLeast95OfAHundredPrintedDirectivesRightAndIsNeverWronglySure) {
    harness.setNow(Timestamp{std::chrono::milliseconds{1'798'761'600'000}});  // the last day of 2026: no date of the set lies ahead
    clerk = harness.as("clerk", "xa-a");
    auto scores = freshScores();
    std::size_t read = 0;
    for (const auto& directive : testing::directives()) {
        count(scores, directive, proposalOf(testing::printed(directive)));
        ++read;
    }
    for (const auto& paper : testing::formPapers(harness.context().forms())) {
        count(scores, paper.wanted, proposalOf(paper.pdf));
        ++read;
    }
    ASSERT_GE(read, 60U);
    expectAtLeast(scores, read, 0.95, "printed");
}

TEST(Intake, ReadsAtLeast85OfAHundredScansRightAndIsNeverWronglySure) {
    const auto all = testing::directives();
    ASSERT_GE(all.size(), 60U);
    CountingLog log;
    const ScanFolder workshop;
    const PageRecogniser recogniser{RecognitionTools::installed(), workshop.file("work"), log};
    auto scores = freshScores();
    std::mutex mutex;
    forEach(all.size(), [&](std::size_t index) {
        const ScanFolder folder;
        const auto file = folder.file("scan.pdf");
        std::ofstream{file, std::ios::binary} << scannedPdf(testing::printed(all[index]), conditionOf(index));
        const auto recognised = recogniser.run(file, 1, kA4LongSide);
        const auto reading = readScan({{}, 595.28, kA4LongSide, {recognised.page}});
        const std::lock_guard lock{mutex};
        count(scores, all[index], reading.proposal);
    });
    EXPECT_EQ(log.count, 0) << "every page was drawn and recognised";
    expectAtLeast(scores, all.size(), 0.85, "scanned");
}

}  // namespace congvu::incoming
