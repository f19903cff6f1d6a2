// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congvu::signing::xml {

/// Writes one XML file in UTF-8, indented. Characters that XML 1.0 does not know become U+FFFD.
class XmlWriter {
public:
    using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    XmlWriter();

    void open(std::string_view name, Attributes attributes = {});
    void close();
    /// An element with text.
    void element(std::string_view name, std::string_view text, Attributes attributes = {});
    /// An element without content.
    void empty(std::string_view name, Attributes attributes);
    /// The file; every element is closed.
    const std::string& text() const { return out_; }

private:
    void start(std::string_view name, Attributes attributes);
    void indent();
    void append(std::string_view text);

    std::string out_;
    std::vector<std::string> open_;
};

}  // namespace congvu::signing::xml
