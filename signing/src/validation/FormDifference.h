// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "validation/Difference.h"

namespace congvu::signing::validation {

/// One packet of an XFA form (ISO 32000-2, 12.7.8).
struct XfaPacket {
    std::string name;  ///< empty when the whole form is one stream
    pdf::Object content;

    /// What was filled in, and the state that a program derives from it.
    bool isData() const { return name == "datasets" || name == "form"; }
};

/// The packets of /XFA; none when it is absent.
std::vector<XfaPacket> xfaPacketsOf(const pdf::Reader& reader, const pdf::Object& xfa);

/// The part of the comparison that looks at the settings of the form (ISO 32000-2, table 224); its fields are looked at by
/// FieldDifference.
class FormDifference {
public:
    explicit FormDifference(Difference& difference) : all_(difference) {}

    void compare();

private:
    void compareSetting(const std::string& key, const pdf::Object& oldValue, const pdf::Object& newValue, bool isNew);
    void compareResources(const pdf::Object& before, const pdf::Object& after);
    void compareXfa(const pdf::Object& before, const pdf::Object& after);
    bool sameTemplates(const std::vector<XfaPacket>& before, const std::vector<XfaPacket>& after);

    Difference& all_;
};

}  // namespace congvu::signing::validation
