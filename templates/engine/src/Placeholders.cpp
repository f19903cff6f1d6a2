// SPDX-License-Identifier: Apache-2.0
#include "Placeholders.h"

namespace congvu::templates {

std::vector<TextPiece> splitPlaceholders(const std::string& text) {
    std::vector<TextPiece> pieces;
    std::size_t position = 0;
    while (position < text.size()) {
        const std::size_t open = text.find('{', position);
        const std::size_t close = open == std::string::npos ? open : text.find('}', open);
        if (close == std::string::npos) {
            pieces.push_back({text.substr(position), false});
            break;
        }
        if (open > position) {
            pieces.push_back({text.substr(position, open - position), false});
        }
        pieces.push_back({text.substr(open + 1, close - open - 1), true});
        position = close + 1;
    }
    return pieces;
}

std::vector<std::string> placeholderNames(const std::string& text) {
    std::vector<std::string> names;
    for (const TextPiece& piece : splitPlaceholders(text)) {
        if (piece.placeholder) {
            names.push_back(piece.text);
        }
    }
    return names;
}

}  // namespace congvu::templates
