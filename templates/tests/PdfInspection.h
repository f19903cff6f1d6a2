// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

/// Reads finished files back with programs that share no code with the engine.
namespace congvu::templates::testing {

/// A line of text in one font: points, y downwards from the top of the page.
struct TextSpan {
    std::string text;
    std::string font;
    double size = 0;
    double left = 0;
    double baseline = 0;

    bool isBold() const { return font.find("Bold") != std::string::npos; }
    /// mutool cuts long names ("LiberationSerif-BoldItal").
    bool isItalic() const { return font.find("Ital") != std::string::npos; }
};

/// A stroked straight line or the outline of a rectangle.
struct Stroke {
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;
};

/// Runs a program of the test machine and returns what it prints; throws when it fails.
std::string run(const std::string& command);

/// Text spans of one page, in drawing order (mutool).
std::vector<TextSpan> textSpans(const std::filesystem::path& pdf, int page);

/// The first span that contains the text; throws when there is none.
TextSpan findSpan(const std::vector<TextSpan>& spans, const std::string& text);

/// Strokes of one page in drawing order (mutool).
std::vector<Stroke> strokes(const std::filesystem::path& pdf, int page);

/// The text of the file as people read it (pdftotext -layout).
std::string layoutText(const std::filesystem::path& pdf);

/// The text of one page on one line, without line breaks.
std::string pageText(const std::filesystem::path& pdf, int page);

}  // namespace congvu::templates::testing
