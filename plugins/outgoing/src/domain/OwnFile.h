// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace congvu::outgoing {

enum class OfficeFormat { docx, odt };

/// How far the conversion is.
enum class OwnFileState { waiting, converting, checking, ready, failed };

/// One thing that the check of the pages has found; the page says it in words.
struct OwnFileFinding {
    std::string code;   ///< "margin-left", "font-family" …
    std::string value;  ///< what was found: a measure, a font's name
    std::int64_t page = 0;
};

/// Where a reserved field stands: points, origin at the lower left of the page as the reader sees it.
struct FieldPlace {
    std::string field;  ///< one of ReservedNames.h
    std::int64_t page = 1;
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    double fontSize = 13;
};

/// Where number, date and signature go.
struct OwnFilePlaces {
    std::vector<FieldPlace> fields;
    std::int64_t printedYear = 0;  ///< of the line of the date when the file prints it; 0 when it does not
};

/// A drafter's file that is the body of a draft instead of the form.
struct OwnFile {
    std::string id;
    std::string documentId;
    std::string sourceFileId;
    OfficeFormat format = OfficeFormat::docx;
    OwnFileState state = OwnFileState::waiting;
    std::int64_t attempts = 0;
    std::string problem;  ///< message id, when it failed
    std::optional<std::string> pdfFileId;
    std::int64_t pages = 0;
    std::vector<OwnFileFinding> findings;
    OwnFilePlaces places;
    Timestamp createdAt;
};

}  // namespace congvu::outgoing

template <>
struct congvu::json::EnumNames<congvu::outgoing::OfficeFormat> {
    using Format = congvu::outgoing::OfficeFormat;
    static constexpr std::array values{std::pair{Format::docx, std::string_view{"docx"}}, std::pair{Format::odt, std::string_view{"odt"}}};
};
template <>
struct congvu::json::EnumNames<congvu::outgoing::OwnFileState> {
    using State = congvu::outgoing::OwnFileState;
    static constexpr std::array values{
        std::pair{State::waiting, std::string_view{"waiting"}}, std::pair{State::converting, std::string_view{"converting"}},
        std::pair{State::checking, std::string_view{"checking"}}, std::pair{State::ready, std::string_view{"ready"}},
        std::pair{State::failed, std::string_view{"failed"}}};
};
template <>
struct congvu::json::Description<congvu::outgoing::OwnFileFinding> {
    static auto fields() {
        using Finding = congvu::outgoing::OwnFileFinding;
        return std::tuple{field("code", &Finding::code), field("value", &Finding::value), field("page", &Finding::page)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::FieldPlace> {
    static auto fields() {
        using Place = congvu::outgoing::FieldPlace;
        return std::tuple{field("field", &Place::field).required().maxLength(40),
                          field("page", &Place::page).required().range(1, 2'000),
                          field("x", &Place::x).required(),
                          field("y", &Place::y).required(),
                          field("width", &Place::width).required(),
                          field("height", &Place::height).required(),
                          field("fontSize", &Place::fontSize)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::OwnFilePlaces> {
    static auto fields() {
        using Places = congvu::outgoing::OwnFilePlaces;
        return std::tuple{field("fields", &Places::fields), field("printedYear", &Places::printedYear)};
    }
};
