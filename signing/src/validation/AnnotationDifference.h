// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validation/Difference.h"

namespace congvu::signing::validation {

/// The part of the comparison that looks at the annotations of a page (ISO 32000-2, 12.5): only a certification of level 3
/// permits to add, change and remove them; widgets of fields are looked at with their fields.
class AnnotationDifference {
public:
    explicit AnnotationDifference(Difference& difference) : all_(difference), isPermitted_(difference.restrictions_.certification == 3) {}

    void compare(pdf::ObjectNumber page);

private:
    void compareKept(pdf::ObjectNumber annotation, pdf::ObjectNumber page);
    void judgeRemoved(pdf::ObjectNumber annotation);
    void judgeAdded(pdf::ObjectNumber annotation, pdf::ObjectNumber page);
    bool hidesContent(const pdf::Object& annotation, pdf::ObjectNumber page);
    void judgeShown(const pdf::Object& annotation, pdf::ObjectNumber page, const std::string& name);
    void compareDirect(pdf::ObjectNumber page);
    bool stillStands(const pdf::Object& annotation, pdf::ObjectNumber page);

    Difference& all_;
    bool isPermitted_;
    ObjectGraph::Numbers formerlyDirect_;  ///< objects that hold what stood in the array itself
};

}  // namespace congvu::signing::validation
