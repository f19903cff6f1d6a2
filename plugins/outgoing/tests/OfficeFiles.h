// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace congvu::outgoing {

/// Parts of a package: name and content.
using PackageParts = std::vector<std::pair<std::string, std::string>>;

/// A ZIP package of these parts, in this order.
std::string packageOf(const PackageParts& parts);

/// A text document of one section on A4 with the margins and the font of Decree 30/2020; \p body is its paragraphs as OpenDocument XML.
std::string odtOf(const std::string& body, const std::string& manifestEntries = "");
/// The same with WordprocessingML paragraphs.
std::string docxOf(const std::string& body);

/// Paragraphs of a letter: letterhead with blanks for number and date, some text, the place of the signature and the name.
std::string letterBody(const std::string& signerName, const std::string& text = "Nội dung của tệp riêng.");
/// The same for docxOf().
std::string letterBodyOfWord(const std::string& signerName);

}  // namespace congvu::outgoing
