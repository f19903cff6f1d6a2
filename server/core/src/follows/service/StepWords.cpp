// SPDX-License-Identifier: Apache-2.0
#include "follows/service/StepWords.h"

namespace congvu::core {

std::string stepMessageOf(const Catalogue& catalogue, std::string_view act) {
    constexpr std::string_view kMiddle = ".act.";
    std::string id = "audit.";
    id.append(act);
    if (const auto middle = id.find(kMiddle); middle != std::string::npos) {
        id.replace(middle, kMiddle.size(), ".");
    }
    // A catalogue answers the id itself for what it does not know.
    return catalogue.message("vi", id, {}) == id ? "core.followed-step" : id;
}

}  // namespace congvu::core
