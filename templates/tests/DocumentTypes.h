// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace congvu::templates::testing {

/// A type of document as the law names it.
struct DocumentType {
    /// Folder of its form.
    const char* id;
    /// Abbreviation in the symbol; empty for none.
    const char* abbreviation;
    /// As printed above the subject; for a copy, its mark. Empty for công văn, which prints no name.
    const char* heading;
};

inline void PrintTo(const DocumentType& type, std::ostream* out) {
    *out << type.id;
}

/// The 29 types of Decree 30/2020/NĐ-CP, Art. 7, with the abbreviations of App. III.
const std::vector<DocumentType>& administrativeTypes();

/// The three copies of Decree 30/2020/NĐ-CP, Art. 25: SY, SL, TrS.
const std::vector<DocumentType>& copyTypes();

/// Both, for tests with one run a type.
std::vector<DocumentType> allTypes();

/// "quyet-dinh" as a test's name: "quyetdinh".
std::string testName(const DocumentType& type);

}  // namespace congvu::templates::testing
