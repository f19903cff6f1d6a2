// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/PaperSheet.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::outgoing {

/// Who sends, as envelopes show it.
struct LabelSender {
    std::string name;
    std::string address;  ///< lines below the name, may be empty
};

enum class EnvelopeSize {
    dl,  ///< 220 × 110 mm
    c5,  ///< 229 × 162 mm
};
std::optional<EnvelopeSize> envelopeSizeFrom(std::string_view name);

/// A4 pages of sixteen labels (two columns, 105 × 37 mm each) with addressee, address and the documents' symbols, one for each envelope.
std::string labelsPdf(const std::vector<PaperEnvelope>& envelopes);

/// A page for each envelope: sender at the upper left, the symbols of what is inside below, the addressee at the lower right.
std::string envelopesPdf(const std::vector<PaperEnvelope>& envelopes, const LabelSender& sender, EnvelopeSize size);

}  // namespace congvu::outgoing
