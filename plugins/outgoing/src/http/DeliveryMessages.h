// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "service/RecipientChoice.h"

#include <tuple>
#include <vector>

namespace congvu::outgoing {

struct AddressingInput {
    std::vector<RecipientInput> recipients;
};
struct ReceiptNote {
    std::string note;
};

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::AddressingInput> {
    static auto fields() {
        return std::tuple{field("recipients", &congvu::outgoing::AddressingInput::recipients)
                              .required()
                              .maxLength(congvu::outgoing::DispatchRepository::kMostRecipients)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::ReceiptNote> {
    static auto fields() { return std::tuple{field("note", &congvu::outgoing::ReceiptNote::note).maxLength(500).multiline()}; }
};
