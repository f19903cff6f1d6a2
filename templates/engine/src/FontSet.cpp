// SPDX-License-Identifier: Apache-2.0
#include "FontSet.h"

#include <fontconfig/fontconfig.h>

// Needs the macros of fontconfig.h.
#include <fontconfig/fcfreetype.h>

#include <stdexcept>
#include <string>

namespace congvu::templates {

namespace {

struct DestroyPattern {
    void operator()(FcPattern* pattern) const noexcept { FcPatternDestroy(pattern); }
};

const FcChar8* fileName(const std::string& name) {
    return reinterpret_cast<const FcChar8*>(name.c_str());
}

}  // namespace

void FontSet::DestroyConfig::operator()(FcConfig* config) const noexcept {
    FcConfigDestroy(config);
}

void FontSet::DestroyCharacters::operator()(FcCharSet* characters) const noexcept {
    FcCharSetDestroy(characters);
}

FontSet::FontSet(const std::filesystem::path& directory) : config_(FcConfigCreate()) {
    for (const char* face : {"Regular", "Bold", "Italic", "BoldItalic"}) {
        addFace(directory / (std::string("LiberationSerif-") + face + ".ttf"));
    }
}

void FontSet::addFace(const std::filesystem::path& file) {
    const std::string name = file.string();
    int faces = 0;
    const std::unique_ptr<FcPattern, DestroyPattern> pattern(FcFreeTypeQuery(fileName(name), 0, nullptr, &faces));
    FcCharSet* found = nullptr;
    const bool usable = pattern && FcPatternGetCharSet(pattern.get(), FC_CHARSET, 0, &found) == FcResultMatch &&
                        FcConfigAppFontAddFile(config_.get(), fileName(name)) == FcTrue;
    if (!usable) {
        throw std::runtime_error(name + ": the font is missing; install the package fonts-liberation2.");
    }
    characters_.reset(characters_ ? FcCharSetIntersect(characters_.get(), found) : FcCharSetCopy(found));
}

bool FontSet::hasGlyph(std::uint32_t character) const noexcept {
    return FcCharSetHasChar(characters_.get(), character) == FcTrue;
}

}  // namespace congvu::templates
