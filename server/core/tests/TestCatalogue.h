// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/core/Core.h"

#include <string>
#include <vector>

namespace congvu::core {

/// The facts of core's own manifest and of two plugins, "incoming" and "tasks"; a message is its id with its values.
class TestCatalogue final : public Catalogue {
public:
    TestCatalogue();
    [[nodiscard]] std::vector<PluginFacts> plugins() const override { return plugins_; }
    [[nodiscard]] std::string message(std::string_view locale, std::string_view id, const MessageParams& params) const override;

    std::vector<PluginFacts> plugins_;
};

}  // namespace congvu::core
