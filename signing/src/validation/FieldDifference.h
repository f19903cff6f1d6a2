// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validation/Difference.h"

namespace congvu::signing::validation {

/// The part of the comparison that looks at the fields of the form (ISO 32000-2, 12.7 and 12.8.2).
class FieldDifference {
public:
    explicit FieldDifference(Difference& difference) : all_(difference) {}

    void compare();

private:
    enum class ValueChange { none, filled, signatureAdded, timeStampAdded, signatureReplaced };

    void compareField(const pdf::Field& before, const pdf::Field& after);
    ValueChange valueChange(const pdf::Field& before, const pdf::Field& after) const;
    void reportValue(const pdf::Field& field, ValueChange change);
    void compareNode(const pdf::Field& old, const pdf::Field& field, pdf::ObjectNumber node, ValueChange change);
    void compareRectangle(const pdf::Field& field, const pdf::Object& rectangle);
    void compareFlags(const pdf::Field& before, const pdf::Field& after);
    void compareAnnotationFlags(const pdf::Field& field, const pdf::Object& before, const pdf::Object& after, ValueChange change);
    void addedField(const pdf::Field& field);
    void addedSignature(const pdf::Field& field);
    bool isVisible(const pdf::Field& field) const;
    bool hidesContent(const pdf::Field& field);
    void warnAboutSize(const pdf::Field& field);
    void explainNode(pdf::ObjectNumber node);
    void explainAdded(pdf::ObjectNumber node, const pdf::Field& field);

    Difference& all_;
};

}  // namespace congvu::signing::validation
