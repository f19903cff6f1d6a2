// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <vector>

#include "pdf/Lexer.h"
#include "pdf/PageTree.h"
#include "pdf/Reader.h"

namespace congvu::signing::validation {

/// Where a page, or an appearance, shows text and images: boxes in its own coordinates, with widths of glyphs estimated.
/// Enough to say whether something new lies over them. Content that cannot be read counts as standing everywhere.
class PageMarks {
public:
    static PageMarks ofPage(const pdf::Reader& reader, pdf::ObjectNumber page);
    /// An appearance stream, or a dictionary of such by state (ISO 32000-2, 12.5.5).
    static PageMarks ofAppearance(const pdf::Reader& reader, const pdf::Object& appearance);

    bool overlaps(const pdf::Box& box) const;
    bool isEmpty() const { return !isUnknown_ && boxes_.empty(); }

private:
    using Matrix = std::array<double, 6>;
    struct State {
        Matrix matrix{1, 0, 0, 1, 0, 0};
        double fontSize = 0;
        double leading = 0;
    };
    struct Content {
        ByteView bytes;
        const pdf::Object* resources;
        std::size_t depth;
    };

    explicit PageMarks(const pdf::Reader& reader) : reader_(&reader) {}
    void readAll(const pdf::Object& contents, const pdf::Object& resources);
    void readForm(pdf::ObjectNumber number, const pdf::Object& inherited, std::size_t depth);
    void run(const Content& content);
    void apply(const std::string& name, const Content& content);
    void applyText(const std::string& name);
    void place(const pdf::Object& name, const Content& content);
    void show(std::size_t characters);
    void moveLine(double x, double y);
    void mark(const Matrix& matrix, const pdf::Box& box);
    std::size_t skipInlineImage(ByteView bytes, std::size_t position);
    double operand(std::size_t fromLast) const;
    static Matrix product(const Matrix& first, const Matrix& second);
    Matrix operandMatrix() const;

    const pdf::Reader* reader_;
    std::vector<pdf::Box> boxes_;
    bool isUnknown_ = false;
    std::size_t steps_ = 0;
    State state_;
    std::vector<State> saved_;
    Matrix text_{1, 0, 0, 1, 0, 0};
    Matrix line_{1, 0, 0, 1, 0, 0};
    std::vector<pdf::Object> operands_;
};

}  // namespace congvu::signing::validation
