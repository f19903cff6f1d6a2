// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/files/FileStore.h"
#include "congvu/settings/Settings.h"
#include "congvu/signing/keys/DeferredSigner.h"
#include "congvu/signing/keys/Signer.h"
#include "congvu/signing/pades/Appearance.h"
#include "congvu/signing/pades/PreparedSignature.h"
#include "congvu/signing/pades/SignatureRequest.h"
#include "congvu/signing/pdf/Font.h"
#include "congvu/time/Clock.h"
#include "domain/DeskRequest.h"
#include "service/BoundedWork.h"
#include "service/TrustRoots.h"

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace congvu::signingdesk {

/// Makes the bytes of one signature: appearance by law, fields, level B-B. Touches no row and asks nobody: time-stamps
/// are added later (CompleteSignatures).
class SignatureMaker {
public:
    struct Made {
        std::string document;  ///< the whole signed file; the original is its prefix
        std::string level;
    };

    SignatureMaker(settings::Settings& settings, TrustRoots& roots, Clock& clock, BoundedWork& work)
        : settings_(settings), roots_(roots), clock_(clock), work_(work) {}

    /// Throws signing::SigningError for what the document or certificate forbids and AppError "signing.person-must-sign-first" when the
    /// seal is asked for and no intact signature of a person is there (Decree 30/2020, Art. 13: the seal comes after the signature). An
    /// attachment in a file of its own has no person's signature; wherever it is put, its mark stands where the law wants it.
    Made make(std::string_view document, const DeskRequest& request, const signing::Signer& signer, const std::string& imagePng,
              const std::optional<Place>& chosen);
    /// The first half of the same, for a key that is elsewhere. Throws as make() does.
    signing::PreparedSignature prepare(std::string_view document, const DeskRequest& request, const signing::DeferredSigner& signer,
                                       const std::string& imagePng, const std::optional<Place>& chosen);
    /// The second half, with the value that the key gave. Throws signing::SigningError: documentChanged, keyMismatch.
    static Made finish(std::string_view document, signing::PreparedSignature prepared, signing::ByteView value);

private:
    struct Fonts {
        std::shared_ptr<const signing::Font> regular;
        std::shared_ptr<const signing::Font> italic;
    };
    Fonts fonts();
    signing::SignatureRequest wantedSignature(const DeskRequest& request, const signing::Certificate& signer, const std::string& imagePng,
                                              const std::optional<Place>& chosen);
    /// Number and symbol of the main document and the time at the top right of page 1, no image (Decree 30/2020, App. I).
    signing::SignatureRequest markedAttachment(std::string_view document, const DeskRequest& request);
    std::shared_ptr<const signing::Appearance> appearance(const signing::Certificate& signer, const std::string& imagePng, Timestamp at);
    void requirePersonSignature(std::string_view document);

    settings::Settings& settings_;
    TrustRoots& roots_;
    Clock& clock_;
    BoundedWork& work_;
    std::mutex mutex_;
    std::optional<Fonts> fonts_;
};

}  // namespace congvu::signingdesk
