// SPDX-License-Identifier: Apache-2.0
#include "http/OutgoingResponse.h"

#include "http/HeaderList.h"

namespace congvu::host {

std::string OutgoingResponse::header(std::string_view name) const {
    for (const auto& [key, value] : headers) {
        if (equalsIgnoringCase(key, name)) {
            return value;
        }
    }
    return {};
}

}  // namespace congvu::host
