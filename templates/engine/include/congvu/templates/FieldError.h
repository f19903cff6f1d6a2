// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace congvu::templates {

/// One thing wrong with the field values.
///
/// `pointer` is a JSON pointer (RFC 6901) into the given object: "/subject", "/recipients/3",
/// "/signer/authority/0/prefix"; empty for the object as a whole.
///
/// Codes: `not-json`, `not-an-object`, `invalid-encoding`, `too-large` (whole input),
/// `unknown-field`, `required`, `wrong-type`, `too-long`, `too-many`, `not-a-date`,
/// `not-an-option`, `line-break`, `control-character`, `bidi-control`, `unsupported-character`
/// (the font has no glyph), `unknown-prefix`, `too-many-columns`, `too-many-pages`.
struct FieldError {
    std::string pointer;
    std::string code;

    bool operator==(const FieldError&) const = default;
};

}  // namespace congvu::templates
