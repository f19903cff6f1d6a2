// SPDX-License-Identifier: Apache-2.0
#include "domain/RoutingField.h"

#include "domain/DocumentSymbol.h"
#include "domain/DocumentType.h"

namespace congvu::incoming {

std::string routingField(std::string_view symbol, std::string_view typeId) {
    if (typeId != kOfficialLetter) {
        return std::string{typeId};
    }
    const auto parsed = parseDocumentSymbol(symbol);
    const auto hyphen = parsed ? parsed->notation.rfind('-') : std::string::npos;
    return hyphen == std::string::npos ? std::string{} : parsed->notation.substr(hyphen + 1);
}

}  // namespace congvu::incoming
