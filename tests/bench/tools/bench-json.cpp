// SPDX-License-Identifier: Apache-2.0
// Writes one page of the inbox, 50 work items, as JSON with the product's own description and writer, beside a memcpy of the same bytes.
// Prints one JSON object: nanoseconds of both, medians of interleaved rounds, in processor time of this thread.
#include "inbox/domain/WorkItem.h"

#include "congvu/db/Page.h"
#include "congvu/ids/Id.h"
#include "congvu/json/Encode.h"

#include <time.h>
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

namespace {

using congvu::core::WorkItemView;
using Page = congvu::db::Page<WorkItemView>;

constexpr int kRows = 50;
constexpr int kRounds = 15;
constexpr int kTimes = 2'000;

Page inboxPage() {
    Page page;
    for (int i = 0; i < kRows; ++i) {
        WorkItemView item;
        item.id = congvu::newId();
        item.plugin = "incoming";
        item.entityType = "document";
        item.entityId = congvu::newId();
        item.kind = "incoming.direct";
        item.kindLabel = "Cho ý kiến chỉ đạo";
        item.title = "V/v rà soát thủ tục hành chính quý IV năm 2026 thuộc phạm vi quản lý, số " + std::to_string(1000 + i);
        item.subtitle = std::to_string(315 + i) + "/UBND-VP · Ủy ban nhân dân tỉnh Sông Mẫu";
        item.fromName = "Phạm Văn Bản Mẫu";
        item.urgency = i % 7 == 0 ? "urgent" : "normal";
        item.createdAt = congvu::Timestamp{std::chrono::milliseconds{1'772'000'000'000 + i * 61'003}};
        item.due = "in_term";
        item.unread = i % 3 == 0;
        item.link = "/incoming/documents/" + item.entityId;
        page.items.push_back(std::move(item));
    }
    page.next = congvu::newId();
    return page;
}

double processorNanoseconds() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

/// Keeps the compiler from leaving out work whose result nobody reads.
void keep(const char* bytes) {
    asm volatile("" : : "r"(bytes) : "memory");
}

template <class Act>
double nanosecondsOf(Act act) {
    const double start = processorNanoseconds();
    for (int i = 0; i < kTimes; ++i) {
        act();
    }
    return (processorNanoseconds() - start) / kTimes;
}

double median(std::vector<double>& values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace

int main() {
    const Page page = inboxPage();
    const std::string text = congvu::json::toText(page);
    std::vector<char> copy(text.size());
    std::vector<double> writing;
    std::vector<double> copying;
    for (int round = 0; round < kRounds; ++round) {
        writing.push_back(nanosecondsOf([&] { keep(congvu::json::toText(page).data()); }));
        copying.push_back(nanosecondsOf([&] {
            std::memcpy(copy.data(), text.data(), text.size());
            keep(copy.data());
        }));
    }
    std::printf("{\"bytes\":%zu,\"writeNs\":%.1f,\"copyNs\":%.1f}\n", text.size(), median(writing), median(copying));
    return 0;
}
