// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/log/Log.h"

#include <iostream>
#include <mutex>

namespace congvu::testing {

/// Shows errors and warnings beside the output of a test and drops the rest. Thread-safe.
class ErrorLog final : public Log {
public:
    void info(std::string_view, const Fields&) override {}
    void warn(std::string_view id, const Fields& fields) override { write("warning", id, fields); }
    void error(std::string_view id, const Fields& fields) override { write("error", id, fields); }

private:
    void write(std::string_view level, std::string_view id, const Fields& fields) {
        const std::lock_guard lock{mutex_};
        std::cerr << "[ " << level << " ] " << id;
        for (const auto& [name, value] : fields) {
            std::cerr << ' ' << name << '=' << value;
        }
        std::cerr << '\n';
    }
    std::mutex mutex_;
};

}  // namespace congvu::testing
