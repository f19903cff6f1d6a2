// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "FieldValues.h"
#include "FontSet.h"
#include "congvu/templates/FieldError.h"
#include "congvu/templates/FormDefinition.h"

#include <string>
#include <vector>

namespace congvu::templates {

enum class RequiredValues { enforced, optional };

struct FieldReading {
    FieldValues values;
    std::vector<FieldError> errors;
};

/// Reads the values of a form from JSON and checks every one of them. All errors at once (at most
/// 100); `values` holds what was good.
FieldReading readFields(const FormDefinition& form, const std::string& fieldsJson, RequiredValues required, const FontSet& fonts);

}  // namespace congvu::templates
