// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
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
    /// Of the last character that is not a space.
    double right = 0;
    /// "#000000" is black.
    std::string color{};

    /// Where each letter begins: its byte in the text and its x.
    std::vector<std::pair<std::size_t, double>> letters{};

    double centre() const { return (left + right) / 2; }
    /// The x at which a part of the text begins; throws when it has no such part.
    double leftOf(const std::string& part) const;

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
    /// Red, green and blue from 0 to 1: "1 0 0".
    std::string color{};

    double width() const { return right - left; }
    double height() const { return bottom - top; }
};

/// The rectangle of a form field as it stands in the file; points, y upwards from the bottom of the page.
struct FieldRectangle {
    double left = 0;
    double bottom = 0;
    double right = 0;
    double top = 0;

    double width() const { return right - left; }
    double height() const { return top - bottom; }
};

/// Runs a program of the test machine and returns what it prints; throws when it fails.
std::string run(const std::string& command);

/// Text spans of one page, in drawing order (mutool).
std::vector<TextSpan> textSpans(const std::filesystem::path& pdf, int page);

/// Text spans of all pages (mutool), without the word "SIGN" that mutool itself draws into an empty signature field.
std::vector<std::vector<TextSpan>> allTextSpans(const std::filesystem::path& pdf);

/// The rectangle of the field of that name; no value when the file has no such field (mutool).
std::optional<FieldRectangle> fieldRectangle(const std::filesystem::path& pdf, const std::string& name);

/// The first span that contains the text; throws when there is none.
TextSpan findSpan(const std::vector<TextSpan>& spans, const std::string& text);

/// Strokes of one page in drawing order (mutool).
std::vector<Stroke> strokes(const std::filesystem::path& pdf, int page);

/// The text of the file as people read it (pdftotext -layout).
std::string layoutText(const std::filesystem::path& pdf);

/// The text of one page on one line, without line breaks.
std::string pageText(const std::filesystem::path& pdf, int page);

}  // namespace congvu::templates::testing
