// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "congvu/signing/Bytes.h"
#include "pdf/CrossReference.h"

namespace congvu::signing::testing {

/// What a generated document looks like.
struct PdfShape {
    pdf::SectionKind kind = pdf::SectionKind::table;
    int pages = 1;
    int rotation = 0;
    bool withTextFields = false;      ///< "Number" and "Date", 13 points
    bool withSignatureField = false;  ///< "Chair", 150 × 60 points
    bool withLock = false;            ///< "Seal", a signature field that locks "Number"
    bool withLinkAnnotation = false;
    bool withDanglingContent = false;  ///< the page refers to object 90, which does not exist
    bool withHiddenCatalog = false;    ///< object 80: a second catalogue with other pages
    std::size_t paddingBytes = 0;      ///< size of an extra stream
    std::string pageEntries;           ///< more entries of every page: "/CropBox[…]"
};

/// Numbers of the objects that every generated document has.
inline constexpr pdf::ObjectNumber kCatalog = 1;
inline constexpr pdf::ObjectNumber kPages = 2;
inline constexpr pdf::ObjectNumber kFont = 3;
inline constexpr pdf::ObjectNumber kContent = 4;
inline constexpr pdf::ObjectNumber kForm = 5;
inline constexpr pdf::ObjectNumber kFirstPage = 10;
inline constexpr pdf::ObjectNumber kNumberField = 60;
inline constexpr pdf::ObjectNumber kDateField = 61;
inline constexpr pdf::ObjectNumber kChairField = 62;
inline constexpr pdf::ObjectNumber kSealField = 63;
inline constexpr pdf::ObjectNumber kLink = 64;

/// A correct PDF with every cross-reference kind.
Bytes makePdf(const PdfShape& shape = {});

/// The same with chosen objects instead of the generated ones.
Bytes writePdf(const std::map<pdf::ObjectNumber, std::string>& objects, pdf::SectionKind kind);

}  // namespace congvu::signing::testing
