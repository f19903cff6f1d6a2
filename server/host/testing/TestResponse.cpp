// SPDX-License-Identifier: Apache-2.0
#include "congvu/json/Value.h"
#include "congvu/testing/PluginHarness.h"

#include <charconv>

namespace congvu::testing {

namespace {

std::optional<json::Value> child(json::Value node, std::string_view name) {
    if (node.kind() != json::Kind::array) {
        return node.member(name);
    }
    std::size_t index = 0;
    const auto* end = name.data() + name.size();
    if (name.empty() || std::from_chars(name.data(), end, index).ptr != end || index >= node.size()) {
        return std::nullopt;
    }
    return node.element(index);
}

}  // namespace

std::string TestResponse::at(std::string_view path) const {
    const auto document = json::Document::parse(body);
    std::optional<json::Value> node = document.root();
    while (node && !path.empty()) {
        const auto slash = path.find('/');
        const auto name = path.substr(0, slash);
        path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
        node = name.empty() ? node : child(*node, name);
    }
    if (!node || node->isNull()) {
        return {};
    }
    return node->kind() == json::Kind::string ? std::string{node->string()} : node->toText();
}

}  // namespace congvu::testing
