// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Caller.h"
#include "congvu/json/Writer.h"

#include <string>

namespace congvu::core {

/// The detail of an act with the member "behalf" that tells for whom and by which mandate it was done; unchanged for an act in one's own
/// post. `detailJson` is a JSON object.
inline std::string withBehalf(std::string detailJson, const http::Caller& actor) {
    const auto end = detailJson.rfind('}');
    if (!actor.behalf || end == std::string::npos) {
        return detailJson;
    }
    json::Writer out;
    out.beginObject()
        .key("mandateId")
        .string(actor.behalf->mandateId)
        .key("postId")
        .string(actor.postId)
        .key("title")
        .string(actor.behalf->giverTitle)
        .key("name")
        .string(actor.behalf->giverName)
        .endObject();
    const bool isEmpty = detailJson.find('"') == std::string::npos;
    return detailJson.substr(0, end) + (isEmpty ? "" : ",") + "\"behalf\":" + out.take() + "}";
}

}  // namespace congvu::core
