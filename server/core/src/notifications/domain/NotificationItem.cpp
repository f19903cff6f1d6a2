// SPDX-License-Identifier: Apache-2.0
#include "notifications/domain/NotificationItem.h"

#include "congvu/json/Value.h"
#include "congvu/json/Writer.h"

namespace congvu::core {

std::string paramsToJson(const MessageParams& params) {
    json::Writer out;
    out.beginObject();
    for (const auto& [name, value] : params) {
        out.key(name).string(value);
    }
    out.endObject();
    return out.take();
}

MessageParams paramsFromJson(std::string_view json) {
    MessageParams params;
    const auto document = json::Document::parse(json);
    document.root().forEachMember([&](std::string_view name, json::Value value) {
        if (value.kind() == json::Kind::string) {
            params.emplace_back(name, value.string());
        }
    });
    return params;
}

}  // namespace congvu::core
