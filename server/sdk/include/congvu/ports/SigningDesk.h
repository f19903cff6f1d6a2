// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "congvu/files/StoredFile.h"
#include "congvu/http/Caller.h"
#include "congvu/ids/Id.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::ports {

/// Whose key signs: the person of a post, or the agency's seal key (used only by the post that holds the seal).
enum class SignerKind { person, agency };

/// A rectangle on a page: points, origin at the lower left.
struct Placement {
    int page = 1;
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

enum class TextStyle { regular, italic };

/// Text put into a reserved form field of the PDF in the same revision as the signature.
struct FieldText {
    std::string field;  ///< "SoKyHieu"
    std::string text;
    TextStyle style = TextStyle::regular;
};

/// Asks that a post signs a file. The signing plugin puts it on that post's desk and publishes
/// signing.request-signed.v1 or signing.request-returned.v1 with the request's id.
struct SignatureRequest {
    EntityRef entity;  ///< the document the file belongs to
    std::string agencyId;
    SignerKind signerKind = SignerKind::person;
    std::string signerPostId;  ///< empty for agency: whoever holds the seal of the agency
    files::StoredFile file;
    std::string fieldName;               ///< reserved signature field, empty to make one
    std::optional<Placement> placement;  ///< when there is no reserved field or the signer may move it
    std::vector<FieldText> fields;
    std::string title;     ///< subject
    std::string subtitle;  ///< type, unit that submits
    std::string urgency = "normal";
    std::string submittedByName;
    std::string link;  ///< page of the document
    /// The mandate for whose substitute the file names the signer: he alone may sign it. Empty: the holder of the post himself.
    std::string mandateId{};
    std::string unitId{};        ///< whose work it is, and
    std::string documentType{};  ///< its abbreviation ("QĐ", "CV"): a mandate may be limited to them
    /// Number and symbol of the main document when the file is an attachment of its own: the agency's signature then shows these and the
    /// time at the top right of page 1, without image, and nobody moves it (Decree 30/2020, App. I). Such a file needs no signature of a
    /// person.
    std::string attachmentOf{};
};

enum class ReservedKind { text, signature };

/// An empty field for a file that has none, with its middle line where the text is to stand.
struct ReservedPlace {
    std::string field;  ///< "SoKyHieu"
    ReservedKind kind = ReservedKind::signature;
    std::string label;  ///< what readers of the PDF call it
    Placement placement;
    double fontSize = 13;  ///< of the text that fills it
    TextStyle style = TextStyle::regular;
    std::vector<std::string> locks{};  ///< fields that this signature makes final
};

/// Provided by the signing plugin, asked by outgoing.
class SigningDesk {
public:
    static constexpr std::string_view kPort = "congvu.signing-desk.v1";
    virtual ~SigningDesk() = default;
    /// Part of the caller's transaction; returns the request's id.
    virtual std::string request(db::Tx& tx, const http::Caller& by, const SignatureRequest& request) = 0;
    /// Takes open requests of an entity back (the draft was returned or recalled).
    virtual void withdraw(db::Tx& tx, const EntityRef& entity) = 0;
    /// The PDF with these fields behind its own bytes, for a file that another program has made and nobody has signed. Outside any
    /// transaction. AppError conflict with a code of the signing plugin for a file that cannot take them.
    virtual std::string reserve(std::string_view pdf, const std::vector<ReservedPlace>& places) = 0;
};

}  // namespace congvu::ports
