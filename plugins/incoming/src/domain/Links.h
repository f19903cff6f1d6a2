// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/ids/Id.h"

#include <string>

namespace congvu::incoming {

/// How other plugins and the shell point at what this plugin holds.
inline EntityRef documentRef(std::string id) {
    return {"incoming", "document", std::move(id)};
}
inline EntityRef proposalRef(std::string id) {
    return {"incoming", "proposal", std::move(id)};
}
inline EntityRef deliveryRef(std::string id) {
    return {"incoming", "delivery", std::move(id)};
}
inline std::string documentLink(const std::string& id) {
    return "/incoming/documents/" + id;
}
inline std::string deliveryLink(const std::string& id) {
    return "/incoming/deliveries/" + id;
}

}  // namespace congvu::incoming
