// SPDX-License-Identifier: Apache-2.0
// Measures signing and validating beside their limit, the hash of the document plus one signature of the key, all interleaved in one run.
// Prints a table, or with --rows one JSON object a goal. Times are processor time of the measuring thread, so that other work on the
// machine counts little; only the two threads are measured by the clock.
#include <time.h>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <string_view>
#include <thread>

#include "crypto/OpenSsl.h"
#include "support/PdfFactory.h"
#include "support/TestPki.h"

using namespace congvu::signing;

namespace {

/// A goal and what was reached: `ours` must not exceed `most`, a threshold in the unit of ours.
struct Row {
    std::string goal;
    double ours;
    double limit;
    double most;
};

bool printsRows = false;

void print(const Row& row) {
    const bool isMet = row.ours <= row.most;
    if (printsRows) {
        std::printf("{\"goal\":\"%s\",\"ours\":%.4f,\"limit\":%.4f,\"peer\":null,\"ratio\":%.3f,\"unit\":\"ms\",\"isMet\":%s}\n",
                    row.goal.c_str(), row.ours, row.limit, row.ours / row.limit, isMet ? "true" : "false");
    } else {
        std::printf("%s %-64s %8.3f ms  %5.2f x its limit of %.3f ms\n", isMet ? "✓" : "✗", row.goal.c_str(), row.ours,
                    row.ours / row.limit, row.limit);
    }
}

double processorMilliseconds() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double millisecondsOf(const std::function<void()>& act, int times) {
    const double start = processorMilliseconds();
    for (int round = 0; round < times; ++round) {
        act();
    }
    return (processorMilliseconds() - start) / times;
}

/// The median of several interleaved rounds, for each of the operations.
std::vector<double> measure(const std::vector<std::function<void()>>& operations, int times) {
    constexpr int kRounds = 11;
    std::vector<std::vector<double>> all(operations.size());
    for (int round = 0; round < kRounds; ++round) {
        for (std::size_t index = 0; index < operations.size(); ++index) {
            all[index].push_back(millisecondsOf(operations[index], times));
        }
    }
    std::vector<double> medians;
    for (auto& rounds : all) {
        std::sort(rounds.begin(), rounds.end());
        medians.push_back(rounds[rounds.size() / 2]);
    }
    return medians;
}

void printGoals(const std::string& title, const std::vector<double>& cost, const Signer& signer, bool isOnePage) {
    const double limit = cost[0];
    if (signer.certificate().keyType() == "EC") {
        print({title + "sign, invisible: ≤ 0.08 ms", cost[1], limit, 0.08});
    } else {
        print({title + "sign, invisible: ≤ 1.15 × hash + signature", cost[1], limit, 1.15 * limit});
        print({title + "sign, visible: ≤ 1.35 × hash + signature", cost[2], limit, 1.35 * limit});
    }
    if (isOnePage) {
        print({title + "validate: ≤ hash + 2 ms", cost[4], cost[3] + 2, cost[3] + 2});
    }
}

void benchmark(const std::string& title, const Bytes& document, const Signer& signer, int times) {
    const bool isOnePage = document.size() < 10'000;
    const Validator validator = testing::TestPki::instance().validator();
    const SignatureRequest invisible = testing::requestFor();
    SignatureRequest visible = testing::requestFor();
    visible.appearance = Appearance::make({testing::samplePng(), {"Nguyễn Văn Mẫu", "05/03/2026"}, testing::regularFont()});
    visible.placement = Placement{1, {40, 40, 200, 70}};
    const Bytes finished = PadesSignature::sign(document, visible, signer);
    const Bytes attributes(256, 1);
    const auto limit = [&] {
        crypto::digest("SHA256", document);
        signer.sign(attributes);
    };
    printGoals(title,
               measure({limit, [&] { PadesSignature::signIncrement(document, invisible, signer); },
                        [&] { PadesSignature::signIncrement(document, visible, signer); }, [&] { crypto::digest("SHA256", finished); },
                        [&] { validator.validate(finished, testing::TestPki::now()); }},
                       times),
               signer, isOnePage);
}

double wallMilliseconds(const std::function<void()>& act) {
    const auto start = std::chrono::steady_clock::now();
    act();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

/// Two threads that sign the same number of documents each must not take much longer than one: 1.9 × the throughput.
void benchmarkThreads(const Bytes& document, const Signer& signer, int times) {
    const SignatureRequest request = testing::requestFor();
    const auto work = [&] {
        for (int round = 0; round < times; ++round) {
            PadesSignature::signIncrement(document, request, signer);
        }
    };
    const auto both = [&] {
        std::thread other(work);
        work();
        other.join();
    };
    std::vector<std::pair<double, double>> rounds;
    for (int round = 0; round < 5; ++round) {
        const double one = wallMilliseconds(work);
        const double two = wallMilliseconds(both);
        rounds.emplace_back(two / one, one);
    }
    std::sort(rounds.begin(), rounds.end());
    const auto [ratio, one] = rounds[rounds.size() / 2];
    print({"sign on two threads: 1.9 × the throughput of one", ratio * one / times, one / times, 2 / 1.9 * one / times});
}

}  // namespace

int main(int argc, char** argv) {
    printsRows = argc > 1 && std::string_view{argv[1]} == "--rows";
    const auto& pki = testing::TestPki::instance();
    const testing::PdfShape small;
    testing::PdfShape large;
    large.pages = 100;
    large.paddingBytes = 5'300'000;
    const Bytes onePage = testing::makePdf(small);
    benchmark("1 page, RSA-2048, ", onePage, pki.chair(), 100);
    benchmark("1 page, P-256, ", onePage, pki.seal(), 200);
    benchmark("5.3 MB of 100 pages, RSA-2048, ", testing::makePdf(large), pki.chair(), 20);
    benchmarkThreads(onePage, pki.chair(), 1000);
    return 0;
}
