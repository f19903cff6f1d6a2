// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "congvu/signing/pdf/Font.h"

namespace congvu::signing {

/// What happens to a text field after it was filled.
enum class FilledField { becomesReadOnly, staysEditable };

/// A text to write into an existing AcroForm text field in the same increment as the signature: this is how the number
/// and the date enter a document after the person signed it and together with the agency's seal. Size, alignment (/Q) and
/// colour come from the field's own /DA.
struct FieldFill {
    std::string name;                  ///< fully qualified field name
    std::string text;                  ///< UTF-8, one line
    std::shared_ptr<const Font> font;  ///< pass the italic face here when the text is to be italic
    FilledField afterwards = FilledField::becomesReadOnly;
};

}  // namespace congvu::signing
