// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "congvu/signing/Bytes.h"
#include "congvu/signing/pades/Appearance.h"
#include "congvu/signing/pades/SignatureRequest.h"

namespace congvu::signing {

enum class ReservedKind { text, signature };
enum class TextFace { regular, italic };

/// An empty field of a document that nobody has signed yet: a text that is filled in together with a later signature, or the place of a
/// signature.
struct ReservedField {
    std::string name;  ///< UTF-8, without full stop, used by no other field of the document
    ReservedKind kind = ReservedKind::signature;
    Placement placement;
    std::string label;                  ///< what readers call the field (/TU)
    double fontSize = 13;               ///< points; texts only, as the next two
    TextFace face = TextFace::regular;  ///< of the Times kind; whoever fills the field brings the embedded font
    TextAlignment alignment = TextAlignment::centre;
    std::vector<std::string> locks{};  ///< signatures only: fields that are final once it is there (/Lock, ISO 32000-2, 12.7.5.5)
};

/// Puts reserved fields into a document that another program has made, as an incremental update. Text fields are read-only for people who
/// open the file in a viewer; the system fills them with a signature (FieldFill). Page contents are not touched. A claim of PDF/A is not
/// kept: the named fonts are not embedded.
class ReservedFields {
public:
    /// The bytes to append to `document`. Throws SigningError: changeNotPermitted (somebody has signed already), invalidArgument (a name
    /// that is taken or holds a full stop, a rectangle without size), pageNotFound, and what reading the document throws.
    static Bytes increment(ByteView document, const std::vector<ReservedField>& fields);

    /// The same, joined: the whole document.
    static Bytes append(ByteView document, const std::vector<ReservedField>& fields);
};

}  // namespace congvu::signing
