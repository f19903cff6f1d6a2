// SPDX-License-Identifier: Apache-2.0
#include "db/SqlScript.h"

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace congvu::host {

namespace {

bool isWordLetter(char letter) {
    return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_';
}

std::string upperCase(std::string_view word) {
    std::string upper{word};
    std::transform(upper.begin(), upper.end(), upper.begin(), [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
    return upper;
}

class Splitter {
public:
    explicit Splitter(std::string_view script) : script_(script) {}

    std::vector<std::string> run() {
        while (position_ < script_.size()) {
            takeOne();
        }
        if (blockDepth_ > 0) {
            fail("the body of a trigger");
        }
        endStatement(script_.size());
        return std::move(statements_);
    }

private:
    [[nodiscard]] bool isAt(std::string_view text) const { return script_.substr(position_).starts_with(text); }

    void takeOne() {
        const char letter = script_[position_];
        if (isAt("--")) {
            skipComment("\n");
        } else if (isAt("/*")) {
            skipPast("*/", 2, "a comment");
        } else if (letter == '\'' || letter == '"') {
            takeQuoted(letter);
        } else if (letter == '$' && takeDollarQuote()) {
            hasContent_ = true;
        } else if (isWordLetter(letter)) {
            takeWord();
        } else if (letter == ';' && blockDepth_ == 0) {
            endStatement(position_);
            start_ = ++position_;
        } else {
            hasContent_ = hasContent_ || std::isspace(static_cast<unsigned char>(letter)) == 0;
            ++position_;
        }
    }

    void skipComment(std::string_view end) {
        const auto found = script_.find(end, position_);
        position_ = found == std::string_view::npos ? script_.size() : found + end.size();
    }

    void skipPast(std::string_view end, std::size_t openingLength, const char* what) {
        const auto found = script_.find(end, position_ + openingLength);
        if (found == std::string_view::npos) {
            fail(what);
        }
        position_ = found + end.size();
    }

    /// A doubled quote inside is a quote; read as two quoted parts side by side it comes to the same.
    void takeQuoted(char quote) {
        skipPast(std::string_view{&quote, 1}, 1, quote == '\'' ? "a string" : "a quoted name");
        hasContent_ = true;
    }

    /// "$$" or "$tag$" up to the same again; false for anything else that starts with a dollar, such as $1.
    bool takeDollarQuote() {
        auto end = position_ + 1;
        while (end < script_.size() && isWordLetter(script_[end])) {
            ++end;
        }
        const bool startsWithDigit = end > position_ + 1 && std::isdigit(static_cast<unsigned char>(script_[position_ + 1])) != 0;
        if (end >= script_.size() || script_[end] != '$' || startsWithDigit) {
            return false;
        }
        const auto tag = script_.substr(position_, end - position_ + 1);
        skipPast(tag, tag.size(), "a dollar quote");
        return true;
    }

    void takeWord() {
        const auto start = position_;
        while (position_ < script_.size() && isWordLetter(script_[position_])) {
            ++position_;
        }
        hasContent_ = true;
        const auto word = upperCase(script_.substr(start, position_ - start));
        isTrigger_ = isTrigger_ || (words_ < 4 && word == "TRIGGER" && firstWord_ == "CREATE");
        if (words_++ == 0) {
            firstWord_ = word;
        }
        if (isTrigger_ && (word == "BEGIN" || word == "CASE")) {
            ++blockDepth_;
        } else if (isTrigger_ && word == "END" && blockDepth_ > 0) {
            --blockDepth_;
        }
    }

    void endStatement(std::size_t end) {
        if (hasContent_) {
            statements_.emplace_back(script_.substr(start_, end - start_));
        }
        hasContent_ = false;
        isTrigger_ = false;
        words_ = 0;
        firstWord_.clear();
    }

    [[noreturn]] void fail(const char* what) const {
        const auto line = 1 + std::count(script_.begin(), script_.begin() + static_cast<std::ptrdiff_t>(position_), '\n');
        throw std::invalid_argument(std::string{what} + " is not closed (line " + std::to_string(line) + ")");
    }

    std::string_view script_;
    std::size_t position_ = 0;
    std::size_t start_ = 0;
    std::vector<std::string> statements_;
    // of the statement that is being read
    bool hasContent_ = false;
    bool isTrigger_ = false;
    int words_ = 0;
    int blockDepth_ = 0;
    std::string firstWord_;
};

}  // namespace

std::vector<std::string> splitSqlScript(std::string_view script) {
    return Splitter{script}.run();
}

}  // namespace congvu::host
