// SPDX-License-Identifier: Apache-2.0
#include "BodyMarkup.h"

#include <optional>

namespace congvu::templates {

namespace {

enum class PieceKind { text, bold, italic };

struct Piece {
    PieceKind kind = PieceKind::text;
    std::string text;
    bool canOpen = false;
    bool canClose = false;
    bool matched = false;
};

bool isSpaceAt(const std::string& line, std::size_t position) {
    return position >= line.size() || line[position] == ' ';
}

/// Cuts a line into text and marks; an escaped mark is text.
std::vector<Piece> cut(const std::string& line) {
    std::vector<Piece> pieces;
    const auto addText = [&](char character) {
        if (pieces.empty() || pieces.back().kind != PieceKind::text) {
            pieces.push_back({});
        }
        pieces.back().text += character;
    };
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char next = at + 1 < line.size() ? line[at + 1] : '\0';
        if (line[at] == '\\' && (next == '*' || next == '|' || next == '\\')) {
            addText(next);
            ++at;
        } else if (line[at] == '*') {
            const bool twice = next == '*';
            const bool spaceBefore = at == 0 || line[at - 1] == ' ';
            const bool spaceAfter = isSpaceAt(line, at + (twice ? 2 : 1));
            pieces.push_back({twice ? PieceKind::bold : PieceKind::italic, twice ? "**" : "*", !spaceAfter, !spaceBefore, false});
            at += twice ? 1 : 0;
        } else {
            addText(line[at]);
        }
    }
    return pieces;
}

/// Pairs each opening mark with the next closing one of its kind.
void matchMarks(std::vector<Piece>& pieces, PieceKind kind) {
    std::optional<std::size_t> open;
    for (std::size_t index = 0; index < pieces.size(); ++index) {
        Piece& piece = pieces[index];
        if (piece.kind != kind) {
            continue;
        }
        if (open && piece.canClose) {
            pieces[*open].matched = true;
            piece.matched = true;
            open.reset();
        } else if (!open && piece.canOpen) {
            open = index;
        }
    }
}

}  // namespace

TextRuns parseInline(const std::string& line) {
    std::vector<Piece> pieces = cut(line);
    matchMarks(pieces, PieceKind::bold);
    matchMarks(pieces, PieceKind::italic);
    TextRuns runs;
    bool bold = false;
    bool italic = false;
    for (const Piece& piece : pieces) {
        if (piece.matched) {
            bool& toggled = piece.kind == PieceKind::bold ? bold : italic;
            toggled = !toggled;
        } else if (!runs.empty() && runs.back().bold == bold && runs.back().italic == italic) {
            runs.back().text += piece.text;
        } else {
            runs.push_back({piece.text, bold, italic});
        }
    }
    return runs;
}

}  // namespace congvu::templates
