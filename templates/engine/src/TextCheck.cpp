// SPDX-License-Identifier: Apache-2.0
#include "TextCheck.h"

#include "Nfc.h"

#include <glib.h>

namespace congvu::templates {

namespace {

bool isLeftByCopying(gunichar character) {
    return character == 0x00AD || character == 0x200B || character == 0x2060 || character == 0xFEFF;
}

bool isBidirectionalControl(gunichar character) {
    return character == 0x061C || character == 0x200E || character == 0x200F || (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069);
}

bool isControl(gunichar character) {
    return character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0x2028 || character == 0x2029 || character == 0xFFFC;
}

/// Drops invisible marks; turns \r\n and \r into \n and a tab into a space.
std::string withoutCopyingMarks(const std::string& typed) {
    std::string result;
    result.reserve(typed.size());
    for (const char* at = typed.data(); at < typed.data() + typed.size(); at = g_utf8_next_char(at)) {
        const gunichar character = g_utf8_get_char(at);
        if (isLeftByCopying(character)) {
            continue;
        }
        if (character == '\r') {
            const bool lineFeedFollows = at + 1 < typed.data() + typed.size() && at[1] == '\n';
            result += lineFeedFollows ? "" : "\n";
        } else if (character == '\t') {
            result += ' ';
        } else {
            result.append(at, static_cast<std::size_t>(g_utf8_next_char(at) - at));
        }
    }
    return result;
}

std::string complaintAbout(gunichar character, LineBreaks lineBreaks, const FontSet& fonts) {
    if (character == '\n') {
        return lineBreaks == LineBreaks::allowed ? "" : "line-break";
    }
    if (isControl(character)) {
        return "control-character";
    }
    if (isBidirectionalControl(character)) {
        return "bidi-control";
    }
    return fonts.hasGlyph(character) ? "" : "unsupported-character";
}

}  // namespace

CheckedText checkText(const std::string& typed, std::size_t maximumCharacters, LineBreaks lineBreaks, const FontSet& fonts) {
    const auto size = static_cast<gssize>(typed.size());
    // A zero byte ends the text for GLib, so it is looked for first.
    if (typed.find('\0') != std::string::npos) {
        return {"", "control-character"};
    }
    if (g_utf8_validate(typed.data(), size, nullptr) == FALSE) {
        return {"", "invalid-encoding"};
    }
    // NFC never makes more than three characters of one; this bounds the work before it starts.
    if (static_cast<std::size_t>(g_utf8_strlen(typed.data(), size)) > 3 * maximumCharacters) {
        return {"", "too-long"};
    }
    const std::string clean = withoutCopyingMarks(typed);
    const std::string text = toNfc(clean);
    std::size_t length = 0;
    for (const char* at = text.data(); at < text.data() + text.size(); at = g_utf8_next_char(at)) {
        if (++length > maximumCharacters) {
            return {"", "too-long"};
        }
        if (const std::string code = complaintAbout(g_utf8_get_char(at), lineBreaks, fonts); !code.empty()) {
            return {"", code};
        }
    }
    return {text, ""};
}

}  // namespace congvu::templates
