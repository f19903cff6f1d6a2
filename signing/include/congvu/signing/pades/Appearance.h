// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "congvu/signing/Bytes.h"
#include "congvu/signing/pdf/Font.h"

namespace congvu::signing {

enum class TextAlignment { left, centre, right };

/// Where the image stands when there is also text.
enum class ImagePlace { left, behind };

/// What is seen in a signature's rectangle: an image, lines of text, or both. Decree 30/2020, App. I: a person shows the
/// blue handwritten signature without text, an agency the red seal without text, attachments and copies text only.
struct AppearanceContent {
    Bytes imagePng;                    ///< PNG with transparency; empty for none. Scaled to fit, proportions kept, centred.
    std::vector<std::string> lines;    ///< UTF-8 lines, top to bottom
    std::shared_ptr<const Font> font;  ///< needed when there are lines
    double fontSize = 10;              ///< points; made smaller when a line does not fit
    TextAlignment alignment = TextAlignment::left;
    ImagePlace imagePlace = ImagePlace::left;
};

/// A prepared appearance: image compressed and font subset made once, usable for any number of documents and threads.
class Appearance {
public:
    /// Throws SigningError: unreadableImage, invalidArgument (neither image nor text, or text without a font).
    static std::shared_ptr<const Appearance> make(const AppearanceContent& content);

    ~Appearance();
    Appearance(const Appearance&) = delete;
    Appearance& operator=(const Appearance&) = delete;

    struct Native;
    const Native& native() const { return *native_; }

private:
    explicit Appearance(std::unique_ptr<Native> native);
    std::unique_ptr<Native> native_;
};

}  // namespace congvu::signing
