// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "congvu/signing/Bytes.h"
#include "congvu/signing/pades/SignatureRequest.h"

namespace congvu::signing {

/// Form of a copy (Decree 30/2020/NĐ-CP, Art. 25): sao y, sao lục, trích sao.
enum class CopyForm { copy, copyOfCopy, extract };

/// The four ways in which a signature shows on a document of the state (Decree 30/2020/NĐ-CP, Appendix I), ready to be put
/// into a request. An appendix in the same file has no signature of its own.
class AppearancePreset {
public:
    /// The competent person: the blue image of the handwritten signature, a transparent PNG without text, centred in `area`
    /// between position and full name. Without an area the request names the field that takes it.
    static AppearancePreset person(Bytes imagePng, std::optional<Placement> area = std::nullopt);

    /// The agency on the main document: the red image of the seal, a transparent PNG without text, in its real size, so that
    /// it covers a third of the person's image on its left. `personField`: the person's signature field. `sealWidth`: points;
    /// 0 takes the resolution that the PNG states. When the request names an existing field, that field's place counts.
    static AppearancePreset agency(Bytes sealPng, std::string personField, double sealWidth = 0);

    /// An attachment in a file of its own: number and symbol of the main document and the signing time, top right on page 1.
    static AppearancePreset attachment(std::string documentNumber, std::shared_ptr<const Font> font);

    /// An electronic copy of a paper document: form of the copy, copying agency and signing time, top right on page 1.
    static AppearancePreset copy(CopyForm form, std::string agency, std::shared_ptr<const Font> font);

    /// Sets appearance and place; `document` is what will be signed, `request.signingTime` and its password are set already.
    /// Texts are regular, size 10, black; give a font of the Times kind. Throws SigningError: unreadableImage, fieldNotFound
    /// (no visible signature of the person), invalidArgument (seal of unknown size), and what reading the document throws.
    void applyTo(SignatureRequest& request, ByteView document) const { apply_(request, document); }

private:
    using Apply = std::function<void(SignatureRequest&, ByteView)>;
    explicit AppearancePreset(Apply apply) : apply_(std::move(apply)) {}

    Apply apply_;
};

/// "2026-03-05T14:08:09+07:00": a signing time as it is shown (ISO 8601, time zone of Viet Nam).
std::string vietnamTime(Instant instant);

}  // namespace congvu::signing
