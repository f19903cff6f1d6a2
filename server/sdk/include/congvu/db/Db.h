// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"

#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

namespace congvu::db {

/// The product's database. Closures are short and touch nothing but the database: no file, no network, no PDF work inside.
class Db {
public:
    virtual ~Db() = default;

    /// Runs on a read-only connection, on the calling thread.
    virtual void readWith(const std::function<void(Reader&)>& work) = 0;
    /// Queues the closure to the one writer and waits until it is durable (group commit). What the closure throws is thrown
    /// here, and its changes alone are undone. Never call it from inside a closure.
    virtual void writeWith(const std::function<void(Tx&)>& work) = 0;

    template <class Work>
    auto read(Work&& work) {
        return run<Reader>([this](const std::function<void(Reader&)>& body) { readWith(body); }, std::forward<Work>(work));
    }
    template <class Work>
    auto write(Work&& work) {
        return run<Tx>([this](const std::function<void(Tx&)>& body) { writeWith(body); }, std::forward<Work>(work));
    }

private:
    template <class Access, class Start, class Work>
    static auto run(Start start, Work&& work) {
        using Result = std::invoke_result_t<Work&, Access&>;
        if constexpr (std::is_void_v<Result>) {
            start([&](Access& access) { work(access); });
        } else {
            std::optional<Result> result;
            start([&](Access& access) { result.emplace(work(access)); });
            return std::move(*result);
        }
    }
};

}  // namespace congvu::db
