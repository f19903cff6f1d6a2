// SPDX-License-Identifier: Apache-2.0
#include "pdf/BoundingBoxReader.h"

#include "congvu/text/Text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

namespace congvu::host {

namespace {

/// The value of an attribute of a tag's text, 0 when it is missing.
double attribute(std::string_view tag, std::string_view name) {
    const auto at = tag.find(' ' + std::string{name} + "=\"");
    if (at == std::string_view::npos) {
        return 0;
    }
    const auto* first = tag.data() + at + name.size() + 3;
    double value = 0;
    std::from_chars(first, tag.data() + tag.size(), value);
    return value;
}

std::string withoutEntities(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, char>, 5> entities{
        {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};
    std::string plain;
    while (!text.empty()) {
        const auto found =
            std::find_if(entities.begin(), entities.end(), [&](const auto& entity) { return text.starts_with(entity.first); });
        plain += found == entities.end() ? text.front() : found->second;
        text.remove_prefix(found == entities.end() ? 1 : found->first.size());
    }
    return plain;
}

/// Goes over the tags and keeps what they say.
class Reader {
public:
    explicit Reader(pdf::PdfContent& content) : content_(content) {}

    void onTag(std::string_view tag, std::string_view textAfter) {
        if (tag.starts_with("page ")) {
            ++page_;
            pageHeight_ = attribute(tag, "height");
        } else if (tag.starts_with("line ")) {
            lineHeight_ = attribute(tag, "yMax") - attribute(tag, "yMin");
        } else if (tag.starts_with("word ")) {
            addWord(tag, textAfter);
        } else if (tag == "/line" || tag == "/block") {
            addText("\n");
        }
    }

private:
    void addWord(std::string_view tag, std::string_view text) {
        auto plain = withoutEntities(text);
        if (!text::isClean(plain) || plain.empty() || content_.words.size() == kMaximumWords) {
            return;
        }
        plain = text::normalize(plain);
        const bool continuesLine = !content_.text.empty() && content_.text.back() != '\n';
        addText(continuesLine ? ' ' + plain : plain);
        const double left = attribute(tag, "xMin");
        const double bottom = attribute(tag, "yMax");
        content_.words.push_back({std::move(plain), page_, left, pageHeight_ - bottom, attribute(tag, "xMax") - left,
                                  bottom - attribute(tag, "yMin"), lineHeight_});
    }

    void addText(std::string_view text) {
        characters_ += text::length(text);
        if (characters_ <= kMaximumTextCharacters) {
            content_.text += text;
        }
    }

    pdf::PdfContent& content_;
    int page_ = 0;
    double pageHeight_ = 0;
    double lineHeight_ = 0;
    std::size_t characters_ = 0;
};

}  // namespace

void readBoundingBoxes(std::string_view xhtml, pdf::PdfContent& content) {
    Reader reader(content);
    auto open = xhtml.find('<');
    while (open != std::string_view::npos) {
        const auto close = xhtml.find('>', open);
        if (close == std::string_view::npos) {
            return;
        }
        const auto next = xhtml.find('<', close);
        reader.onTag(xhtml.substr(open + 1, close - open - 1),
                     xhtml.substr(close + 1, next == std::string_view::npos ? 0 : next - close - 1));
        open = next;
    }
}

}  // namespace congvu::host
