// SPDX-License-Identifier: Apache-2.0
#include "plugins/DependencyOrder.h"

#include <algorithm>
#include <set>

namespace congvu::host {

namespace {

/// Walks the requirements depth first.
class Walk {
public:
    explicit Walk(const std::map<std::string, Manifest>& manifests) : manifests_(manifests) {}

    StartOrder run() {
        for (const auto& [id, manifest] : manifests_) {
            visit(id);
        }
        return std::move(result_);
    }

private:
    /// True when the plugin can start.
    bool visit(const std::string& id) {
        if (const auto known = canStart_.find(id); known != canStart_.end()) {
            return known->second;
        }
        path_.push_back(id);
        bool isPossible = true;
        for (const auto& required : manifests_.at(id).requiredPlugins) {
            isPossible = check(id, required) && isPossible;
        }
        path_.pop_back();
        isPossible = isPossible && !result_.refused.contains(id);
        canStart_[id] = isPossible;
        if (isPossible) {
            result_.order.push_back(id);
        }
        return isPossible;
    }

    bool check(const std::string& id, const std::string& required) {
        if (!manifests_.contains(required)) {
            result_.refused.try_emplace(id, id + "/plugin.json: requires plugin \"" + required + "\", which is not installed");
            return false;
        }
        if (const auto start = std::find(path_.begin(), path_.end(), required); start != path_.end()) {
            refuseCircle({start, path_.end()});
            return false;
        }
        if (!visit(required)) {
            result_.refused.try_emplace(id, id + "/plugin.json: requires plugin \"" + required + "\", which cannot start");
            return false;
        }
        return true;
    }

    void refuseCircle(const std::vector<std::string>& circle) {
        std::string text;
        for (const auto& member : circle) {
            text.append(member).append(" → ");
        }
        text += circle.front();
        const std::string problem = "/plugin.json: requires go round in a circle: " + text;
        for (const auto& member : circle) {
            result_.refused.try_emplace(member, member + problem);
        }
    }

    const std::map<std::string, Manifest>& manifests_;
    std::map<std::string, bool> canStart_;
    std::vector<std::string> path_;
    StartOrder result_;
};

}  // namespace

StartOrder dependencyOrder(const std::map<std::string, Manifest>& manifests) {
    return Walk(manifests).run();
}

}  // namespace congvu::host
