// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/files/StoredFile.h"
#include "congvu/http/Caller.h"
#include "congvu/json/Description.h"
#include "service/DocumentWork.h"
#include "service/Services.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::outgoing {

/// The text of a kept version.
struct VersionText {
    std::vector<std::string> paragraphs;
};

/// The pages of a kept version: the converted own file, or the form laid out anew.
struct VersionPages {
    std::optional<files::StoredFile> file;
    std::string pdf;
};

/// One kept version of a draft as text and as pages, for comparing it with another one.
class ReadVersions {
public:
    ReadVersions(const Services& services, DocumentWork& work) : services_(services), work_(work) {}

    /// AppError notFound for a version that the document does not have, conflict "outgoing.own-file-not-ready".
    [[nodiscard]] VersionText text(const http::Caller& caller, std::string_view id, std::int64_t draftNumber);
    /// The same, and conflict "outgoing.version-not-printable" for values that the form cannot print.
    [[nodiscard]] VersionPages pages(const http::Caller& caller, std::string_view id, std::int64_t draftNumber);

private:
    struct Found {
        std::string formId;
        DraftVersion version;
        std::optional<OwnFile> own{};
        std::string ownText{};
        std::optional<files::StoredFile> ownPdf{};
    };
    [[nodiscard]] Found find(const http::Caller& caller, std::string_view id, std::int64_t draftNumber);

    Services services_;
    DocumentWork& work_;
};

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::VersionText> {
    static auto fields() { return std::tuple{field("paragraphs", &congvu::outgoing::VersionText::paragraphs)}; }
};
