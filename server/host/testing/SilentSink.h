// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/core/Core.h"

namespace congvu::testing {

/// Nobody listens to event streams in a test without sockets.
class SilentSink final : public core::LiveSink {
public:
    void toPost(std::string_view, std::string_view, std::string_view) override {}
    bool isListening(std::string_view) override { return false; }
    void toSession(std::string_view, std::string_view, std::string_view) override {}
    void toEverybody(std::string_view, std::string_view) override {}
};

}  // namespace congvu::testing
