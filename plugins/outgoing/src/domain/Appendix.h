// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/files/StoredFile.h"
#include "congvu/json/Description.h"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>

namespace congvu::outgoing {

/// An appendix in a file of its own that belongs to a document. A PDF gets the agency's signature with the document's number; another
/// format cannot carry one and goes out with its fingerprint alone (Decree 30/2020, App. I).
struct Appendix {
    std::string fileId;  ///< of the file as it was attached; names the appendix too
    std::int64_t position = 1;
    std::string title;
    bool takesSeal = false;
    std::optional<std::string> sealedFileId{};
    std::optional<std::string> requestId{};  ///< of the seal that is asked for

    /// The file that is delivered.
    [[nodiscard]] const std::string& currentFileId() const { return sealedFileId ? *sealedFileId : fileId; }
    [[nodiscard]] bool lacksSeal() const { return takesSeal && !sealedFileId; }
};

/// What the document's page and the recipients see of it; the fingerprint is that of the file that is delivered.
struct AppendixView {
    std::string id;
    std::string name;
    std::string mediaType;
    std::string sha256;
    std::int64_t sizeBytes = 0;
    std::string fileId;
    std::int64_t position = 1;
    std::string title;
    bool takesSeal = false;
    bool isSealed = false;
};

/// What a drafter says about one.
struct AppendixInput {
    std::string title;
    std::optional<std::int64_t> position;
};

inline AppendixView viewOf(const Appendix& appendix, const files::StoredFile& current) {
    return {appendix.fileId, current.name,      current.mediaType, current.sha256,     current.sizeBytes,
            current.id,      appendix.position, appendix.title,    appendix.takesSeal, appendix.sealedFileId.has_value()};
}

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::AppendixView> {
    static auto fields() {
        using View = congvu::outgoing::AppendixView;
        return std::tuple{field("id", &View::id),
                          field("name", &View::name),
                          field("mediaType", &View::mediaType),
                          field("sha256", &View::sha256),
                          field("sizeBytes", &View::sizeBytes),
                          field("fileId", &View::fileId),
                          field("position", &View::position),
                          field("title", &View::title),
                          field("takesSeal", &View::takesSeal),
                          field("isSealed", &View::isSealed)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::AppendixInput> {
    static auto fields() {
        using Input = congvu::outgoing::AppendixInput;
        return std::tuple{field("title", &Input::title).required().maxLength(300), field("position", &Input::position).range(1, 50)};
    }
};
