// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "BodyMarkup.h"
#include "FontSet.h"
#include "FormLayout.h"
#include "Typeset.h"

#include <memory>

typedef struct _PangoFontMap PangoFontMap;
typedef struct _PangoContext PangoContext;

namespace congvu::templates {

/// Breaks text into lines with Pango. Not safe for use by two threads at once.
class Typesetter {
public:
    explicit Typesetter(const FontSet& fonts);

    /// Sets one paragraph. Every kGapCharacter in it becomes `gapWidth` points of empty space.
    /// A centred paragraph of several lines is balanced: its lines become about equally long.
    std::shared_ptr<const Typeset> set(const TextRuns& runs, const TextStyle& style, double width, double gapWidth = 0) const;

private:
    struct Release {
        void operator()(void* object) const noexcept;
    };

    PangoLayout* layOut(const TextRuns& runs, const TextStyle& style, double width, double gapWidth) const;

    std::unique_ptr<PangoFontMap, Release> fontMap_;
    std::unique_ptr<PangoContext, Release> context_;
};

}  // namespace congvu::templates
