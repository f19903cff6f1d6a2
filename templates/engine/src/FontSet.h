// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

typedef struct _FcConfig FcConfig;
typedef struct _FcCharSet FcCharSet;

namespace congvu::templates {

/// The four faces of Liberation Serif and nothing else: no other font of the machine can slip into
/// a document, so the same text gives the same page everywhere. Immutable; safe for many threads.
class FontSet {
public:
    /// Throws std::runtime_error naming the file that is missing or unreadable.
    explicit FontSet(const std::filesystem::path& directory);

    static constexpr const char* kFamily = "Liberation Serif";

    /// Whether all four faces can print that character.
    bool hasGlyph(std::uint32_t character) const noexcept;

    FcConfig* config() const noexcept { return config_.get(); }

private:
    struct DestroyConfig {
        void operator()(FcConfig* config) const noexcept;
    };
    struct DestroyCharacters {
        void operator()(FcCharSet* characters) const noexcept;
    };

    void addFace(const std::filesystem::path& file);

    std::unique_ptr<FcConfig, DestroyConfig> config_;
    std::unique_ptr<FcCharSet, DestroyCharacters> characters_;
};

}  // namespace congvu::templates
