// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

namespace congvu::incoming {

/// One of the administrative document types of Decree 30/2020, Article 7, with its abbreviation of Appendix III.
struct DocumentType {
    std::string_view id;            ///< "quyet-dinh"
    std::string_view name;          ///< "Quyết định"
    std::string_view englishName;   ///< "Decision"
    std::string_view abbreviation;  ///< "QĐ", empty for the two letters
    std::string_view folded;        ///< the name as text::fold writes it
};

/// Official letter (công văn): the type of a document whose symbol names no type.
inline constexpr std::string_view kOfficialLetter = "cong-van";

/// The 29 types, in the order of Article 7.
const std::vector<DocumentType>& administrativeTypes();
/// Types of legal normative documents that agencies receive (they follow the law of their own), and one for everything else.
const std::vector<DocumentType>& otherTypes();
/// Both lists, administrative types first.
const std::vector<DocumentType>& documentTypes();
/// The type with this id, or nullptr.
const DocumentType* findDocumentType(std::string_view id);
/// The type with this abbreviation ("QĐ", also written "QD" by machines without đ), or nullptr.
const DocumentType* findDocumentTypeByAbbreviation(std::string_view abbreviation);
/// The type with this folded name ("quyet dinh"), or nullptr.
const DocumentType* findDocumentTypeByFoldedName(std::string_view foldedName);

}  // namespace congvu::incoming
