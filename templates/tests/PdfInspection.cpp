// SPDX-License-Identifier: Apache-2.0
#include "PdfInspection.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <sstream>
#include <stdexcept>

namespace congvu::templates::testing {

namespace {

double numberAttribute(const std::string& line, const std::string& name) {
    const std::size_t at = line.find(" " + name + "=\"");
    return at == std::string::npos ? 0 : std::stod(line.substr(at + name.size() + 3));
}

std::string textAttribute(const std::string& line, const std::string& name) {
    const std::size_t at = line.find(" " + name + "=\"");
    if (at == std::string::npos) {
        return "";
    }
    const std::size_t start = at + name.size() + 3;
    return line.substr(start, line.find('"', start) - start);
}

/// The UTF-8 of an attribute value: a letter, or its reference "&#x1ee6;".
std::string character(const std::string& value) {
    if (value.rfind("&#x", 0) != 0) {
        return value;
    }
    const unsigned long code = std::stoul(value.substr(3), nullptr, 16);
    const auto continuation = [code](unsigned shift) { return static_cast<char>(0x80 | ((code >> shift) & 0x3F)); };
    if (code < 0x80) {
        return {static_cast<char>(code)};
    }
    if (code < 0x800) {
        return {static_cast<char>(0xC0 | (code >> 6)), continuation(0)};
    }
    return {static_cast<char>(0xE0 | (code >> 12)), continuation(6), continuation(0)};
}

/// The right edge of a character's box: the third number of its quad.
double rightEdge(const std::string& line) {
    std::istringstream quad(textAttribute(line, "quad"));
    double right = 0;
    quad >> right >> right >> right;
    return right;
}

void addCharacter(std::vector<TextSpan>& spans, const TextSpan& face, const std::string& line, bool lineBegins) {
    // One face is embedded as two subsets; together they are one span.
    if (lineBegins || spans.back().font != face.font || spans.back().size != face.size) {
        spans.push_back({"", face.font, face.size, numberAttribute(line, "x"), numberAttribute(line, "y")});
    }
    TextSpan& span = spans.back();
    span.letters.emplace_back(span.text.size(), numberAttribute(line, "x"));
    const std::string letter = character(textAttribute(line, "c"));
    span.text += letter;
    span.color = textAttribute(line, "color");
    if (letter != " ") {
        span.right = rightEdge(line);
    }
}

std::vector<std::vector<TextSpan>> spansOfPages(const std::string& structuredText) {
    std::istringstream lines(structuredText);
    std::vector<std::vector<TextSpan>> pages;
    TextSpan face;
    bool lineBegins = true;
    for (std::string line; std::getline(lines, line);) {
        if (line.find("<page ") != std::string::npos) {
            pages.emplace_back();
        } else if (line.find("<line ") != std::string::npos) {
            lineBegins = true;
        } else if (line.find("<font ") != std::string::npos) {
            face = {"", textAttribute(line, "name"), numberAttribute(line, "size"), 0, 0};
        } else if (line.find("<char ") != std::string::npos) {
            addCharacter(pages.back(), face, line, lineBegins);
            lineBegins = false;
        }
    }
    return pages;
}

void dropMarksOfTheReader(std::vector<TextSpan>& spans) {
    const auto isMark = [](const TextSpan& span) { return span.text == "SIGN" && span.color == "#ffffff"; };
    spans.erase(std::remove_if(spans.begin(), spans.end(), isMark), spans.end());
}

}  // namespace

double TextSpan::leftOf(const std::string& part) const {
    const std::size_t at = text.find(part);
    const auto letter = std::find_if(letters.begin(), letters.end(), [&](const auto& each) { return each.first == at; });
    if (letter == letters.end()) {
        throw std::runtime_error("no \"" + part + "\" in \"" + text + "\"");
    }
    return letter->second;
}

std::string run(const std::string& command) {
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) {
        throw std::runtime_error(command);
    }
    std::string output;
    std::array<char, 65536> buffer{};
    for (std::size_t count = 1; count > 0;) {
        count = fread(buffer.data(), 1, buffer.size(), pipe);
        output.append(buffer.data(), count);
    }
    if (pclose(pipe) != 0) {
        throw std::runtime_error(command + "\n" + output);
    }
    return output;
}

std::vector<TextSpan> textSpans(const std::filesystem::path& pdf, int page) {
    return spansOfPages(run("mutool draw -q -F stext -o - '" + pdf.string() + "' " + std::to_string(page) + " 2>/dev/null")).front();
}

std::vector<std::vector<TextSpan>> allTextSpans(const std::filesystem::path& pdf) {
    auto pages = spansOfPages(run("mutool draw -q -F stext -o - '" + pdf.string() + "' 2>/dev/null"));
    std::for_each(pages.begin(), pages.end(), dropMarksOfTheReader);
    return pages;
}

std::optional<FieldRectangle> fieldRectangle(const std::filesystem::path& pdf, const std::string& name) {
    std::istringstream objects(run("mutool show '" + pdf.string() + "' grep 2>/dev/null"));
    for (std::string object; std::getline(objects, object);) {
        const std::size_t at = object.find("/Rect[");
        if (at != std::string::npos && object.find("/T(" + name + ")") != std::string::npos) {
            FieldRectangle rectangle;
            std::istringstream(object.substr(at + 6)) >> rectangle.left >> rectangle.bottom >> rectangle.right >> rectangle.top;
            return rectangle;
        }
    }
    return std::nullopt;
}

TextSpan findSpan(const std::vector<TextSpan>& spans, const std::string& text) {
    const auto found =
        std::find_if(spans.begin(), spans.end(), [&](const TextSpan& span) { return span.text.find(text) != std::string::npos; });
    if (found == spans.end()) {
        throw std::runtime_error("no text \"" + text + "\" on the page");
    }
    return *found;
}

std::vector<Stroke> strokes(const std::filesystem::path& pdf, int page) {
    std::istringstream lines(run("mutool trace '" + pdf.string() + "' " + std::to_string(page) + " 2>/dev/null"));
    std::vector<Stroke> found;
    bool inside = false;
    double scaleY = 1;
    double shiftX = 0;
    double shiftY = 0;
    bool first = false;
    std::string color;
    for (std::string line; std::getline(lines, line);) {
        if (line.find("<stroke_path") != std::string::npos) {
            std::istringstream matrix(textAttribute(line, "transform"));
            double ignored = 0;
            matrix >> ignored >> ignored >> ignored >> scaleY >> shiftX >> shiftY;
            color = textAttribute(line, "color");
            inside = true;
            first = true;
        } else if (line.find("</stroke_path") != std::string::npos) {
            inside = false;
        } else if (inside && line.find(" x=\"") != std::string::npos) {
            const double x = numberAttribute(line, "x") + shiftX;
            const double y = numberAttribute(line, "y") * scaleY + shiftY;
            if (first) {
                found.push_back({x, x, y, y, color});
                first = false;
            }
            Stroke& stroke = found.back();
            stroke = {std::min(stroke.left, x), std::max(stroke.right, x), std::min(stroke.top, y), std::max(stroke.bottom, y), color};
        }
    }
    return found;
}

std::string layoutText(const std::filesystem::path& pdf) {
    return run("pdftotext -layout '" + pdf.string() + "' -");
}

std::string pageText(const std::filesystem::path& pdf, int page) {
    const std::string number = std::to_string(page);
    std::string text = run("pdftotext -f " + number + " -l " + number + " '" + pdf.string() + "' -");
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

}  // namespace congvu::templates::testing
