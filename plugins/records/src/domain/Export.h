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

namespace congvu::records {

/// One PDF with bookmarks, or XML with the files in order of time and their checksums (Decree 30/2020, App. VI, part I, III.4.g).
enum class ExportKind { pdf, package };
enum class ExportState { waiting, running, done, failed };

struct Export {
    std::string id;
    std::string dossierId;
    std::string agencyId;
    std::string postId;  ///< who asked and alone may fetch it
    ExportKind kind = ExportKind::package;
    ExportState state = ExportState::waiting;
    std::int64_t doneSteps = 0;
    std::int64_t totalSteps = 0;
    std::int64_t attempts = 0;
    std::string problem;      ///< message id
    std::string problemName;  ///< the document or file it is about
    std::optional<std::string> fileId;
    Timestamp createdAt;
};

struct NewExport {
    ExportKind kind = ExportKind::package;
};

}  // namespace congvu::records

template <>
struct congvu::json::EnumNames<congvu::records::ExportKind> {
    using Kind = congvu::records::ExportKind;
    static constexpr std::array values{std::pair{Kind::pdf, std::string_view{"pdf"}},
                                       std::pair{Kind::package, std::string_view{"package"}}};
};

template <>
struct congvu::json::EnumNames<congvu::records::ExportState> {
    using State = congvu::records::ExportState;
    static constexpr std::array values{
        std::pair{State::waiting, std::string_view{"waiting"}}, std::pair{State::running, std::string_view{"running"}},
        std::pair{State::done, std::string_view{"done"}}, std::pair{State::failed, std::string_view{"failed"}}};
};

template <>
struct congvu::json::Description<congvu::records::Export> {
    static auto fields() {
        using Export = congvu::records::Export;
        return std::tuple{
            field("id", &Export::id),           field("dossierId", &Export::dossierId),     field("kind", &Export::kind),
            field("state", &Export::state),     field("doneSteps", &Export::doneSteps),     field("totalSteps", &Export::totalSteps),
            field("problem", &Export::problem), field("problemName", &Export::problemName), field("createdAt", &Export::createdAt)};
    }
};

template <>
struct congvu::json::Description<congvu::records::NewExport> {
    static auto fields() { return std::tuple{field("kind", &congvu::records::NewExport::kind).required()}; }
};
