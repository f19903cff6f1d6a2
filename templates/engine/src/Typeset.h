// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

typedef struct _cairo cairo_t;
typedef struct _PangoLayout PangoLayout;
typedef struct _PangoLayoutLine PangoLayoutLine;

namespace congvu::templates {

/// Stands in a text for a gap of a given width (OBJECT REPLACEMENT CHARACTER). Typed text never contains it.
inline constexpr const char* kGapCharacter = "\xEF\xBF\xBC";

/// A paragraph broken into lines of a given width. Lengths in points, downwards positive.
class Typeset {
public:
    struct Line {
        PangoLayoutLine* line = nullptr;
        double x = 0;
        double width = 0;
        double ascent = 0;
        double descent = 0;
        double height = 0;
    };

    /// Where the gap came to stand, relative to the upper left corner of the paragraph.
    struct Gap {
        double x = 0;
        double baseline = 0;
        double width = 0;
    };

    /// Takes over the reference to the layout. `lineSpacing` widens the distance between lines,
    /// `shift` moves all of them to the right.
    Typeset(PangoLayout* layout, double lineSpacing, double shift);

    const std::vector<Line>& lines() const noexcept { return lines_; }
    double height() const noexcept { return height_; }
    /// Of the longest line.
    double width() const noexcept { return width_; }
    std::optional<Gap> gap() const;

    /// Draws one line with its upper left corner (of the paragraph's width) at x, y.
    void drawLine(cairo_t* context, std::size_t index, double x, double y) const;
    void draw(cairo_t* context, double x, double y) const;

private:
    struct Release {
        void operator()(PangoLayout* layout) const noexcept;
    };

    std::unique_ptr<PangoLayout, Release> layout_;
    std::vector<Line> lines_;
    double shift_ = 0;
    double height_ = 0;
    double width_ = 0;
};

}  // namespace congvu::templates
