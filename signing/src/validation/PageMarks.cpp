// SPDX-License-Identifier: Apache-2.0
#include "validation/PageMarks.h"

#include <algorithm>

#include "congvu/signing/SigningError.h"

namespace congvu::signing::validation {

using pdf::Box;
using pdf::Lexer;
using pdf::Object;
using pdf::ObjectNumber;

namespace {

constexpr std::size_t kMostOperators = 300'000;
constexpr std::size_t kMostBoxes = 50'000;
constexpr std::size_t kDeepestForm = 8;
constexpr std::size_t kMostOperands = 1000;

bool startsOperator(std::uint8_t byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '\'' || byte == '"';
}

}  // namespace

PageMarks PageMarks::ofPage(const pdf::Reader& reader, ObjectNumber page) {
    PageMarks marks(reader);
    try {
        const Object& dictionary = reader.object(page);
        marks.readAll(dictionary.get("Contents"), reader.resolve(pdf::inheritedValue(reader, dictionary, "Resources")));
    } catch (const SigningError&) {
        marks.isUnknown_ = true;
    }
    return marks;
}

PageMarks PageMarks::ofAppearance(const pdf::Reader& reader, const Object& appearance) {
    PageMarks marks(reader);
    try {
        if (appearance.isReference() && reader.indirect(appearance.number()).isStream) {
            marks.readForm(appearance.number(), Object(), 0);
            return marks;
        }
        for (const auto& [state, stream] : reader.resolve(appearance).entries()) {
            if (stream.isReference() && reader.indirect(stream.number()).isStream) {
                marks.readForm(stream.number(), Object(), 0);
            }
        }
    } catch (const SigningError&) {
        marks.isUnknown_ = true;
    }
    return marks;
}

bool PageMarks::overlaps(const Box& box) const {
    return isUnknown_ || std::any_of(boxes_.begin(), boxes_.end(), [&](const Box& other) {
               return other.left < box.right && box.left < other.right && other.bottom < box.top && box.bottom < other.top;
           });
}

/// The streams of an array are one content (ISO 32000-2, table 31).
void PageMarks::readAll(const Object& contents, const Object& resources) {
    Bytes joined;
    const auto add = [&](const Object& item) {
        if (item.isReference() && reader_->indirect(item.number()).isStream) {
            const Bytes part = reader_->decodedStream(item.number());
            joined.insert(joined.end(), part.begin(), part.end());
            joined.push_back('\n');
        }
    };
    add(contents);
    const auto& items = reader_->resolve(contents).items();
    std::for_each(items.begin(), items.end(), add);
    run({joined, &resources, 0});
}

void PageMarks::readForm(ObjectNumber number, const Object& inherited, std::size_t depth) {
    const Object& dictionary = reader_->object(number);
    const State saved = state_;
    const Object& matrix = reader_->get(dictionary, "Matrix");
    if (matrix.items().size() == 6) {
        operands_ = matrix.items();
        state_.matrix = product(operandMatrix(), state_.matrix);
    }
    const Object& own = reader_->get(dictionary, "Resources");
    const Bytes content = reader_->decodedStream(number);
    run({content, own.isDictionary() ? &own : &inherited, depth});
    state_ = saved;
}

void PageMarks::run(const Content& content) {
    operands_.clear();
    std::size_t position = 0;
    for (;;) {
        Lexer lexer(content.bytes, position, reader_->limits());
        lexer.skipWhiteSpace();
        if (lexer.atEnd()) {
            return;
        }
        if (++steps_ > kMostOperators || boxes_.size() > kMostBoxes) {
            isUnknown_ = true;
            return;
        }
        position = lexer.position();
        if (!startsOperator(content.bytes[position])) {
            operands_.push_back(lexer.readObject());
            position = lexer.position();
            isUnknown_ = isUnknown_ || operands_.size() > kMostOperands;
            continue;
        }
        std::size_t end = position;
        while (end < content.bytes.size() && !pdf::isWhiteSpace(content.bytes[end]) && !pdf::isDelimiter(content.bytes[end])) {
            ++end;
        }
        const std::string name(textOf(content.bytes.subspan(position, end - position)));
        position = name == "BI" ? skipInlineImage(content.bytes, end) : end;
        apply(name, content);
        operands_.clear();
    }
}

std::size_t PageMarks::skipInlineImage(ByteView bytes, std::size_t position) {
    const std::string_view all = textOf(bytes);
    const std::size_t data = all.find("ID", position);
    std::size_t end = data == std::string_view::npos ? data : all.find("EI", data + 2);
    const auto isWhole = [&](std::size_t at) {
        return pdf::isWhiteSpace(bytes[at - 1]) && (at + 2 == bytes.size() || pdf::isWhiteSpace(bytes[at + 2]));
    };
    while (end != std::string_view::npos && !isWhole(end)) {
        end = all.find("EI", end + 1);
    }
    mark(state_.matrix, {0, 0, 1, 1});
    return end == std::string_view::npos ? bytes.size() : end + 2;
}

void PageMarks::apply(const std::string& name, const Content& content) {
    if (name == "q") {
        saved_.push_back(state_);
    } else if (name == "Q" && !saved_.empty()) {
        state_ = saved_.back();
        saved_.pop_back();
    } else if (name == "cm") {
        state_.matrix = product(operandMatrix(), state_.matrix);
    } else if (name == "Do" && !operands_.empty()) {
        place(operands_.back(), content);
    } else {
        applyText(name);
    }
}

void PageMarks::applyText(const std::string& name) {
    if (name == "BT") {
        text_ = line_ = {1, 0, 0, 1, 0, 0};
    } else if (name == "Tf") {
        state_.fontSize = operand(1);
    } else if (name == "TL") {
        state_.leading = operand(1);
    } else if (name == "Td" || name == "TD") {
        state_.leading = name == "TD" ? -operand(1) : state_.leading;
        moveLine(operand(2), operand(1));
    } else if (name == "Tm") {
        text_ = line_ = operandMatrix();
    } else if (name == "T*") {
        moveLine(0, -state_.leading);
    } else if (name == "'" || name == "\"") {
        moveLine(0, -state_.leading);
        show(operands_.empty() ? 0 : operands_.back().stringValue().size());
    } else if (name == "Tj" && !operands_.empty()) {
        show(operands_.back().stringValue().size());
    } else if (name == "TJ" && !operands_.empty()) {
        std::size_t characters = 0;
        for (const Object& item : operands_.back().items()) {
            characters += item.isString() ? item.stringValue().size() : 0;
        }
        show(characters);
    }
}

void PageMarks::moveLine(double x, double y) {
    line_ = product({1, 0, 0, 1, x, y}, line_);
    text_ = line_;
}

void PageMarks::show(std::size_t characters) {
    constexpr double kMeanWidth = 0.5;
    constexpr double kDescent = 0.25;
    const double width = kMeanWidth * static_cast<double>(characters) * state_.fontSize;
    if (characters > 0) {
        mark(product(text_, state_.matrix), {0, -kDescent * state_.fontSize, width, state_.fontSize});
    }
    text_ = product({1, 0, 0, 1, width, 0}, text_);
}

void PageMarks::place(const Object& name, const Content& content) {
    const Object& reference = reader_->get(*content.resources, "XObject").get(name.stringValue());
    if (!reference.isReference() || !reader_->indirect(reference.number()).isStream) {
        return;
    }
    if (!reader_->get(reader_->object(reference.number()), "Subtype").isName("Form")) {
        mark(state_.matrix, {0, 0, 1, 1});
    } else if (content.depth >= kDeepestForm) {
        isUnknown_ = true;
    } else {
        readForm(reference.number(), *content.resources, content.depth + 1);
    }
}

void PageMarks::mark(const Matrix& matrix, const Box& box) {
    const double horizontal[] = {box.left, box.right};
    const double vertical[] = {box.bottom, box.top};
    Box out{1e9, 1e9, -1e9, -1e9};
    for (const double x : horizontal) {
        for (const double y : vertical) {
            const double left = matrix[0] * x + matrix[2] * y + matrix[4];
            const double bottom = matrix[1] * x + matrix[3] * y + matrix[5];
            out = {std::min(out.left, left), std::min(out.bottom, bottom), std::max(out.right, left), std::max(out.top, bottom)};
        }
    }
    boxes_.push_back(out);
}

double PageMarks::operand(std::size_t fromLast) const {
    return operands_.size() < fromLast ? 0 : operands_[operands_.size() - fromLast].numberValue();
}

PageMarks::Matrix PageMarks::operandMatrix() const {
    return {operand(6), operand(5), operand(4), operand(3), operand(2), operand(1)};
}

PageMarks::Matrix PageMarks::product(const Matrix& first, const Matrix& second) {
    return {first[0] * second[0] + first[1] * second[2],
            first[0] * second[1] + first[1] * second[3],
            first[2] * second[0] + first[3] * second[2],
            first[2] * second[1] + first[3] * second[3],
            first[4] * second[0] + first[5] * second[2] + second[4],
            first[4] * second[1] + first[5] * second[3] + second[5]};
}

}  // namespace congvu::signing::validation
