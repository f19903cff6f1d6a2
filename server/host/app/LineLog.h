// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/log/Log.h"
#include "congvu/time/Clock.h"

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace congvu::host {

/// Writes one line an entry to a file descriptor: time, level, id and fields as key=value (values with blanks in quotes). Lines are
/// gathered and written by a thread of its own ten times a second, so that logging costs a request nothing; warnings and errors go out at
/// once. When the reader of the log cannot follow, lines are counted and dropped, never waited for.
class LineLog final : public Log {
public:
    LineLog(int descriptor, const Clock& clock);
    ~LineLog() override;  ///< writes what is left

    void info(std::string_view id, const Fields& fields) override;
    void warn(std::string_view id, const Fields& fields) override;
    void error(std::string_view id, const Fields& fields) override;

private:
    enum class Urgency { canWait, now };
    void append(std::string_view level, std::string_view id, const Fields& fields, Urgency urgency);
    void writeLoop();
    void writeAll(std::string_view text) const;

    int descriptor_;
    const Clock& clock_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::string pending_;
    std::size_t dropped_ = 0;
    bool isUrgent_ = false;
    bool isStopping_ = false;
    std::thread writer_;
};

}  // namespace congvu::host
