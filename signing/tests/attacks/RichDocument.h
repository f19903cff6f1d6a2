// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "congvu/signing/pades/SignatureRequest.h"
#include "pdf/CrossReference.h"

namespace congvu::signing::testing {

using ObjectTexts = std::map<pdf::ObjectNumber, std::string>;

/// Numbers of the objects that only this document has; the others are those of PdfFactory.h.
inline constexpr pdf::ObjectNumber kImage = 6;
inline constexpr pdf::ObjectNumber kInformation = 7;
inline constexpr pdf::ObjectNumber kSecondContent = 8;
inline constexpr pdf::ObjectNumber kSecondPage = 11;
inline constexpr pdf::ObjectNumber kOutlines = 30;
inline constexpr pdf::ObjectNumber kLayer = 31;
inline constexpr pdf::ObjectNumber kFileNames = 32;
inline constexpr pdf::ObjectNumber kMetadata = 33;
inline constexpr pdf::ObjectNumber kFontDescriptor = 34;
inline constexpr pdf::ObjectNumber kFontProgram = 35;
inline constexpr pdf::ObjectNumber kOutlineItem = 36;
inline constexpr pdf::ObjectNumber kFontList = 37;  ///< the form's fonts, an object of its own
inline constexpr pdf::ObjectNumber kFormFont = 38;
inline constexpr pdf::ObjectNumber kUnusedContent = 40;  ///< in the file, but nothing leads to it
inline constexpr pdf::ObjectNumber kUnusedFont = 41;
inline constexpr pdf::ObjectNumber kOverlay = 42;  ///< a form XObject over the first page
inline constexpr pdf::ObjectNumber kStrayPage = 43;

/// The objects of a document of two pages that has one of everything: fonts with programs, an image, an overlay, layers,
/// outlines, an attached file, metadata, a form with two texts and an empty visible signature field, a link.
ObjectTexts richObjects();

/// That document, with chosen objects instead, signed by the chair with an invisible signature.
Bytes signedRich(const ObjectTexts& instead = {}, pdf::SectionKind kind = pdf::SectionKind::table);
/// The same, certified.
Bytes certifiedRich(Certification level, const ObjectTexts& instead = {});

/// `text` with the first `from` replaced by `to`; throws when it is not there.
std::string changed(const std::string& text, const std::string& from, const std::string& to);
/// A dictionary with more entries in front.
std::string extended(const std::string& dictionary, const std::string& entries);
/// A stream object with entries of its own.
std::string streamWith(const std::string& entries, const std::string& data);

}  // namespace congvu::signing::testing
