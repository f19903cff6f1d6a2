// SPDX-License-Identifier: Apache-2.0
#include "cli/PrettyJson.h"

namespace congvu::host {

namespace {

/// Goes over the characters; only white space outside strings changes.
class Printer {
public:
    std::string print(std::string_view json) {
        for (std::size_t i = 0; i < json.size(); ++i) {
            put(json[i], i + 1 < json.size() ? json[i + 1] : '\0');
        }
        return std::move(out_);
    }

private:
    void put(char c, char next) {
        if (isInString_) {
            out_ += c;
            isInString_ = isEscaped_ || c != '"';
            isEscaped_ = !isEscaped_ && c == '\\';
            return;
        }
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            return;
        }
        if (c == '}' || c == ']') {
            --depth_;
            if (!isEmpty_) {
                breakLine();
            }
        } else if (isEmpty_) {
            breakLine();
        }
        isEmpty_ = false;
        out_ += c;
        isInString_ = c == '"';
        if (c == '{' || c == '[') {
            ++depth_;
            isEmpty_ = true;
        } else if (c == ',') {
            breakLine();
        } else if (c == ':' && next != ' ') {
            out_ += ' ';
        }
    }

    void breakLine() { out_ += '\n' + std::string(depth_ * 2, ' '); }

    std::string out_;
    std::size_t depth_ = 0;
    bool isInString_ = false;
    bool isEscaped_ = false;
    bool isEmpty_ = false;  ///< nothing has come since the last opening bracket
};

}  // namespace

std::string prettyJson(std::string_view json) {
    return Printer{}.print(json);
}

}  // namespace congvu::host
