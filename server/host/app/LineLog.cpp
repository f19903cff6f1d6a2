// SPDX-License-Identifier: Apache-2.0
#include "app/LineLog.h"

#include <unistd.h>
#include <cerrno>
#include <chrono>
#include <utility>

namespace congvu::host {

namespace {

constexpr std::size_t kMaximumPending = 8 * 1024 * 1024;
constexpr std::chrono::milliseconds kInterval{100};

bool isPlain(std::string_view value) {
    for (const char c : value) {
        if (static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '=' || c == '\\' || c == 0x7f) {
            return false;
        }
    }
    return !value.empty();
}

void appendValue(std::string& out, std::string_view value) {
    if (isPlain(value)) {
        out += value;
        return;
    }
    out += '"';
    for (const char c : value) {
        if (c == '"' || c == '\\') {
            out += '\\';
        }
        const bool isControl = static_cast<unsigned char>(c) < ' ' || c == 0x7f;  // nobody forges a second line
        out += isControl ? ' ' : c;
    }
    out += '"';
}

}  // namespace

LineLog::LineLog(int descriptor, const Clock& clock) : descriptor_(descriptor), clock_(clock), writer_([this] { writeLoop(); }) {}

LineLog::~LineLog() {
    {
        const std::lock_guard lock(mutex_);
        isStopping_ = true;
    }
    wake_.notify_one();
    writer_.join();
}

void LineLog::info(std::string_view id, const Fields& fields) {
    append("info", id, fields, Urgency::canWait);
}
void LineLog::warn(std::string_view id, const Fields& fields) {
    append("warn", id, fields, Urgency::now);
}
void LineLog::error(std::string_view id, const Fields& fields) {
    append("error", id, fields, Urgency::now);
}

void LineLog::append(std::string_view level, std::string_view id, const Fields& fields, Urgency urgency) {
    std::string line = toRfc3339(clock_.now());
    line.reserve(256);
    line.append(" level=").append(level).append(" id=").append(id);
    for (const auto& [name, value] : fields) {
        line.append(" ").append(name).append("=");
        appendValue(line, value);
    }
    line += '\n';
    const std::lock_guard lock(mutex_);
    if (pending_.size() + line.size() > kMaximumPending) {
        ++dropped_;
        return;
    }
    pending_ += line;
    if (urgency == Urgency::now) {
        isUrgent_ = true;
        wake_.notify_one();
    }
}

void LineLog::writeLoop() {
    std::unique_lock lock(mutex_);
    for (;;) {
        wake_.wait_for(lock, kInterval, [this] { return isUrgent_ || isStopping_; });
        isUrgent_ = false;
        auto text = std::exchange(pending_, {});
        if (const auto dropped = std::exchange(dropped_, 0); dropped > 0) {
            text += toRfc3339(clock_.now()) + " level=warn id=log.dropped lines=" + std::to_string(dropped) + '\n';
        }
        const bool isLast = isStopping_;
        lock.unlock();
        writeAll(text);
        lock.lock();
        if (isLast && pending_.empty()) {
            return;
        }
    }
}

void LineLog::writeAll(std::string_view text) const {
    while (!text.empty()) {
        const auto written = ::write(descriptor_, text.data(), text.size());
        if (written < 0 && errno != EINTR) {
            return;  // nowhere to complain
        }
        text.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
}

}  // namespace congvu::host
