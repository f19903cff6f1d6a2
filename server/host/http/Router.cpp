// SPDX-License-Identifier: Apache-2.0
#include "http/Router.h"

#include "http/PercentEncoding.h"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>

namespace congvu::host {

namespace {

constexpr std::size_t kMethods = 5;
constexpr std::size_t kMaximumSegments = 12;

/// Lets the maps of the tree be asked with a view of the path.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

/// "/a/b/" → {"a", "b", ""}. The path starts with a slash.
std::vector<std::string_view> segmentsOf(std::string_view path) {
    std::vector<std::string_view> segments;
    segments.reserve(8);
    path.remove_prefix(1);
    for (;;) {
        const auto slash = path.find('/');
        segments.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos) {
            return segments;
        }
        path.remove_prefix(slash + 1);
    }
}

bool isParameter(std::string_view segment) {
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

std::string sentence(const RouteEntry& entry, std::string_view what) {
    return "route " + std::string{methodName(entry.route.method)} + " " + entry.pattern + " " + std::string{what};
}

}  // namespace

std::string_view methodName(http::Method method) {
    constexpr std::array<std::string_view, kMethods> names{"GET", "POST", "PUT", "PATCH", "DELETE"};
    return names[static_cast<std::size_t>(method)];
}

struct Router::Node {
    std::unordered_map<std::string, std::unique_ptr<Node>, TextHash, std::equal_to<>> fixed;
    std::unique_ptr<Node> parameter;
    std::array<RouteEntry*, kMethods> byMethod{};

    [[nodiscard]] bool hasRoute() const {
        return std::any_of(byMethod.begin(), byMethod.end(), [](const RouteEntry* entry) { return entry != nullptr; });
    }
    [[nodiscard]] std::string allowed() const {
        std::string names;
        for (const auto* entry : byMethod) {
            if (entry != nullptr) {
                names += names.empty() ? "" : ", ";
                names += methodName(entry->route.method);
            }
        }
        return names;
    }
    /// The node of the segments from `index` on; values of parameters are pushed on the way and taken back on a wrong turn.
    const Node* find(const std::vector<std::string_view>& segments, std::size_t index, std::vector<std::string_view>& values) const {
        if (index == segments.size()) {
            return hasRoute() ? this : nullptr;
        }
        if (const auto next = fixed.find(segments[index]); next != fixed.end()) {
            if (const auto* found = next->second->find(segments, index + 1, values)) {
                return found;
            }
        }
        if (!parameter || segments[index].empty()) {
            return nullptr;
        }
        values.push_back(segments[index]);
        const auto* found = parameter->find(segments, index + 1, values);
        if (found == nullptr) {
            values.pop_back();
        }
        return found;
    }
};

Router::Router() : root_(std::make_unique<Node>()) {}
Router::~Router() = default;

void Router::add(std::string plugin, std::string_view prefix, http::Route route) {
    auto entry = std::make_unique<RouteEntry>(RouteEntry{std::move(plugin), std::string{prefix} + route.path, std::move(route), {}});
    if (entry->pattern.empty() || entry->pattern.front() != '/') {
        throw std::logic_error(sentence(*entry, "must start with a slash"));
    }
    if (!entry->route.handler) {
        throw std::logic_error(sentence(*entry, "has no handler"));
    }
    if (entry->route.access == http::Access::permission && entry->route.permission.empty()) {
        throw std::logic_error(sentence(*entry, "names no permission and does not say who else may call it"));
    }
    insert(*entry);
    entries_.push_back(std::move(entry));
}

void Router::insert(RouteEntry& entry) {
    const auto segments = segmentsOf(entry.pattern);
    if (segments.size() > kMaximumSegments) {
        throw std::logic_error(sentence(entry, "has too many segments"));
    }
    auto* node = root_.get();
    for (const auto segment : segments) {
        auto& next = isParameter(segment) ? node->parameter : node->fixed[std::string{segment}];
        if (isParameter(segment)) {
            entry.parameterNames.emplace_back(segment.substr(1, segment.size() - 2));
        }
        if (!next) {
            next = std::make_unique<Node>();
        }
        node = next.get();
    }
    auto*& place = node->byMethod[static_cast<std::size_t>(entry.route.method)];
    if (place != nullptr) {
        throw std::logic_error(sentence(entry, "is taken by plugin " + place->plugin));
    }
    place = &entry;
}

void Router::removeAllOf(std::string_view plugin) {
    std::erase_if(entries_, [&](const auto& entry) { return entry->plugin == plugin; });
    root_ = std::make_unique<Node>();
    for (const auto& entry : entries_) {
        entry->parameterNames.clear();
        insert(*entry);
    }
}

RouteMatch Router::match(http::Method method, std::string_view path) const {
    RouteMatch result;
    if (path.empty() || path.front() != '/') {
        return result;
    }
    const auto segments = segmentsOf(path);
    std::vector<std::string_view> values;
    const auto* node = segments.size() > kMaximumSegments ? nullptr : root_->find(segments, 0, values);
    if (node == nullptr) {
        return result;
    }
    const auto* entry = node->byMethod[static_cast<std::size_t>(method)];
    if (entry == nullptr) {
        result.allowedMethods = node->allowed();
        return result;
    }
    for (const auto value : values) {
        auto decoded = percentDecode(value);
        if (!decoded) {
            return {};
        }
        result.parameters.push_back(std::move(*decoded));
    }
    result.entry = entry;
    return result;
}

std::vector<const RouteEntry*> Router::all() const {
    std::vector<const RouteEntry*> list;
    list.reserve(entries_.size());
    for (const auto& entry : entries_) {
        list.push_back(entry.get());
    }
    std::sort(list.begin(), list.end(), [](const RouteEntry* left, const RouteEntry* right) {
        return std::pair{left->pattern, left->route.method} < std::pair{right->pattern, right->route.method};
    });
    return list;
}

}  // namespace congvu::host
