// SPDX-License-Identifier: Apache-2.0
#include "RequestLoad.h"

#include "LoadClient.h"

#include <sys/epoll.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <memory>
#include <system_error>

namespace congvu::bench {

namespace {

using SteadyClock = std::chrono::steady_clock;

/// The clients of one load and the epoll set that they share.
class Load {
public:
    explicit Load(const LoadOptions& options) : options_(options), epoll_(::epoll_create1(EPOLL_CLOEXEC)) {
        if (epoll_ < 0) {
            throw std::system_error(errno, std::generic_category(), "cannot make an epoll set");
        }
        for (std::size_t i = 0; i < options.clients; ++i) {
            clients_.push_back(std::make_unique<LoadClient>(options, epoll_));
        }
    }
    ~Load() {
        clients_.clear();
        ::close(epoll_);
    }
    Load(const Load&) = delete;
    Load& operator=(const Load&) = delete;

    LoadResult run() {
        const auto start = SteadyClock::now();
        for (auto& client : clients_) {
            client->ask();
        }
        while (SteadyClock::now() < start + options_.duration) {
            turn();
            giveUpLateOnes();
        }
        result_.seconds = std::chrono::duration<double>(SteadyClock::now() - start).count();
        std::sort(result_.milliseconds.begin(), result_.milliseconds.end());
        return std::move(result_);
    }

private:
    void turn() {
        constexpr int kWaitMilliseconds = 100;
        std::array<epoll_event, 256> events;  // NOLINT(cppcoreguidelines-pro-type-member-init): filled by epoll_wait
        const int count = ::epoll_wait(epoll_, events.data(), events.size(), kWaitMilliseconds);
        for (int i = 0; i < count; ++i) {
            auto& client = *static_cast<LoadClient*>(events[static_cast<std::size_t>(i)].data.ptr);
            const auto outcome = client.proceed();
            if (outcome == LoadClient::Outcome::answered) {
                result_.milliseconds.push_back(std::chrono::duration<double, std::milli>(SteadyClock::now() - client.askedAt()).count());
            } else if (outcome == LoadClient::Outcome::failed) {
                ++result_.failed;
            }
            if (outcome != LoadClient::Outcome::waiting) {
                client.ask();
            }
        }
    }

    void giveUpLateOnes() {
        const auto oldest = SteadyClock::now() - options_.patience;
        for (auto& client : clients_) {
            if (client->askedAt() < oldest) {
                ++result_.failed;
                client->hangUp();
                client->ask();
            }
        }
    }

    const LoadOptions& options_;
    int epoll_;
    std::vector<std::unique_ptr<LoadClient>> clients_;
    LoadResult result_;
};

}  // namespace

double LoadResult::percentile(double share) const {
    if (milliseconds.empty()) {
        return 0;
    }
    const auto rank = static_cast<std::size_t>(std::ceil(static_cast<double>(milliseconds.size()) * share));
    return milliseconds[std::clamp<std::size_t>(rank, 1, milliseconds.size()) - 1];
}

LoadResult runLoad(const LoadOptions& options) {
    return Load(options).run();
}

}  // namespace congvu::bench
